"""Whatever shape a class is handed in in, the same students come out of it, with their section and their lessons."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_notebooks import answered, notebook, record
from small_course import FIRST, SECOND, keys
from zips import zipped

from samestory.answer import read_answers
from samestory.teach.handin.intake import Allowance
from samestory.teach.handin.submissions import HandedIn, find_submissions

EXERCISES = {FIRST: "greeting", SECOND: "farewell"}
STAMP = "2026-03-01 10-00-00 UTC"
NAMES = st.sampled_from(
    [
        *("ana", "Bo", "Ana Lee", "Jörg Müller", "李雷", "محمد", "O'Brien, Pat", "Anna-Lena", "s1234567", "1234567"),
        *("Nguyễn Văn Bình", "de la Cruz", "van der Berg", "🙂 smile", "Müller_Greta", "x.y", "Zoë", "Dr. Who", "mhd4"),
        *("Иван Петров", "JOHN SMITH", "smith.john", "Lee, Ana", "Tester", "Worksmith", "Max Mustermann"),
    ]
)
SECTIONS = st.sampled_from(["A", "B", "C", "7a", "7b", "Section 1", "Section 2", "Group 3", "Monday", "Period 4"])


@dataclass(frozen=True)
class Work:
    """What one student hands in of one lesson."""

    section: str
    student: str
    lesson: str

    @property
    def number(self) -> str:
        return self.lesson[:2]

    @property
    def content(self) -> bytes:
        answer = {"text": f"{self.section}: {self.student}"}
        return notebook(answered(record(EXERCISES[self.lesson], answer)))


# How the path of one file is made of the student and the lesson, where there are no sections.
SHAPES: dict[str, Callable[[Work], str]] = {
    "a folder a student": lambda one: f"{one.student}/{one.lesson}.ipynb",
    "a folder a student, numbers": lambda one: f"{one.student}/{one.number}.ipynb",
    "a folder a student and a lesson": lambda one: f"{one.student}/{one.lesson}/x.ipynb",
    "weeks in a student's folder": lambda one: f"{one.student}/week{int(one.number)}/{one.number}.ipynb",
    "a folder a lesson": lambda one: f"{one.lesson}/{one.student}.ipynb",
    "a folder a number": lambda one: f"{one.number}/{one.student}/x.ipynb",
    "a folder a lesson and a student": lambda one: f"{one.lesson}/{one.student}/{one.lesson}.ipynb",
    "homework in words": lambda one: f"Homework {int(one.number)}/{one.student}.ipynb",
    "name - lesson": lambda one: f"{one.student} - {one.lesson}.ipynb",
    "lesson_name": lambda one: f"{one.lesson}_{one.student}.ipynb",
    "lesson (name)": lambda one: f"{one.lesson} ({one.student}).ipynb",
    "nbgrader's collector": lambda one: f"{one.student}+{one.lesson}+{STAMP}/{one.lesson}.ipynb",
    "nbgrader's collector, files": lambda one: f"{one.student}+{one.lesson}+{STAMP}.ipynb",
    "a wrapped student": lambda one: f"{one.student}/{one.student}/{one.lesson}.ipynb",
    "a student's own folder": lambda one: f"{one.student}/my work/{one.lesson}.ipynb",
    "nbgrader": lambda one: f"submitted/{one.student}/{one.lesson}/{one.lesson}.ipynb",
}
# The same with sections: outside, between, or within the lessons.
SECTIONED: dict[str, Callable[[Work], str]] = {
    "section/student": lambda one: f"{one.section}/{one.student}/{one.lesson}.ipynb",
    "section/student, numbers": lambda one: f"{one.section}/{one.student}/{one.number}.ipynb",
    "section/lesson/student": lambda one: f"{one.section}/{one.lesson}/{one.student}.ipynb",
    "lesson/section/student": lambda one: f"{one.lesson}/{one.section}/{one.student}.ipynb",
    "lesson/section/student/x": lambda one: f"{one.number}/{one.section}/{one.student}/x.ipynb",
    "section/name - lesson": lambda one: f"{one.section}/{one.student} - {one.lesson}.ipynb",
    "section/student/lesson/x": lambda one: f"{one.section}/{one.student}/{one.lesson}/x.ipynb",
    "section/wrapped student": lambda one: f"{one.section}/{one.student}/{one.student}/{one.lesson}.ipynb",
    "section/collector": lambda one: f"{one.section}/{one.student}+{one.lesson}+{STAMP}/{one.lesson}.ipynb",
}
WRAPPERS = st.sampled_from(["", "", "submissions", "class", "hand-ins 2026", "Homework 7"])
ARCHIVES = st.sampled_from(["", "homework7 (1).zip", "submissions.zip", "class.zip", "7b.zip"])


@st.composite
def classes(draw: st.DrawFn, sectioned: bool) -> list[Work]:
    sections = draw(st.lists(SECTIONS, min_size=1, max_size=3, unique=True)) if sectioned else [""]
    work = []
    for section in sections:
        for student in draw(st.lists(NAMES, min_size=1, max_size=5, unique=True)):
            lessons = draw(st.sampled_from([(FIRST,), (FIRST,), (FIRST, SECOND)]))
            work += [Work(section, student, lesson) for lesson in lessons]
    return work


def laid_out(place: Path, files: dict[str, bytes], archive: str) -> Path:
    if archive:
        (place / archive).write_bytes(zipped(*files.items()))
        return place / archive
    for name, content in files.items():
        path = place / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place / "in"


def handed_in(found: HandedIn) -> dict[tuple[str, str], set[str]]:
    """The exercises that were answered, by section and student; each answer says whose it is."""
    answers: dict[tuple[str, str], set[str]] = {}
    for one in found.submissions:
        for answer in read_answers(one.read(Allowance()).data).found:
            whose = answer.record.answer["text"]
            assert whose == f"{one.section}: {one.student}", f"{one.file} was taken as that of {one.student}"
            answers.setdefault((one.section, one.student), set()).add(answer.record.exercise)
    return answers


def expected(work: list[Work]) -> dict[tuple[str, str], set[str]]:
    students: dict[tuple[str, str], set[str]] = {}
    for one in work:
        students.setdefault((one.section, one.student), set()).add(EXERCISES[one.lesson])
    return students


def nobody_is_asked(found: HandedIn) -> bool:
    return not any(note.look for one in found.submissions for note in one.notes)


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=25)
@given(work=classes(sectioned=False), wrapper=WRAPPERS, archive=ARCHIVES)
def test_a_class_comes_out_as_it_went_in(shape: str, work: list[Work], wrapper: str, archive: str) -> None:
    files = {f"{wrapper}/{SHAPES[shape](one)}".lstrip("/"): one.content for one in work}
    if shape == "nbgrader":
        files |= {f"{wrapper}/source/{FIRST}/x.ipynb".lstrip("/"): b"", f"{wrapper}/gradebook.db".lstrip("/"): b""}
    with tempfile.TemporaryDirectory() as place:
        found = find_submissions(laid_out(Path(place), files, archive), None, keys())
        assert handed_in(found) == expected(work)
        assert nobody_is_asked(found)


@pytest.mark.parametrize("shape", SECTIONED)
@settings(max_examples=25)
@given(work=classes(sectioned=True), wrapper=WRAPPERS, archive=ARCHIVES)
def test_sections_come_out_with_their_students(shape: str, work: list[Work], wrapper: str, archive: str) -> None:
    files = {f"{wrapper}/{SECTIONED[shape](one)}".lstrip("/"): one.content for one in work}
    with tempfile.TemporaryDirectory() as place:
        found = find_submissions(laid_out(Path(place), files, archive), None, keys())
        assert handed_in(found) == expected(work)
        assert nobody_is_asked(found)


@settings(max_examples=40)
@given(work=classes(sectioned=True), packed=st.booleans(), wrapped=st.booleans(), archive=ARCHIVES)
def test_a_zip_a_section_or_a_student(work: list[Work], packed: bool, wrapped: bool, archive: str) -> None:
    files: dict[str, bytes] = {}
    for section in {one.section for one in work}:
        inside = {}
        for student in {one.student for one in work if one.section == section}:
            own = {
                f"{student}/{one.lesson}.ipynb" if wrapped else f"{one.lesson}.ipynb": one.content
                for one in work
                if (one.section, one.student) == (section, student)
            }
            inside[f"{student}.zip"] = zipped(*own.items())
        if packed:
            files[f"{section}.zip"] = zipped(*inside.items())
        else:
            files |= {f"{section}/{name}": content for name, content in inside.items()}
    with tempfile.TemporaryDirectory() as place:
        found = find_submissions(laid_out(Path(place), files, archive), None, keys())
        assert handed_in(found) == expected(work)
        assert nobody_is_asked(found)


@settings(max_examples=40)
@given(
    work=classes(sectioned=True),
    site=st.sampled_from(["moodle", "moodle flat", "canvas"]),
    lessons=st.booleans(),
    archive=ARCHIVES,
)
def test_downloads_of_sites_in_folders_of_sections(work: list[Work], site: str, lessons: bool, archive: str) -> None:
    people = sorted({(one.section, one.student) for one in work})
    files = {}
    for at, one in enumerate(work):
        number = 100 + people.index((one.section, one.student))
        name = {
            "moodle": f"{one.student}_{number}_assignsubmission_file_/{one.lesson}.ipynb",
            "moodle flat": f"{one.student}_{number}_assignsubmission_file_{one.lesson}.ipynb",
            "canvas": f"{one.student}_LATE_{number}_{5000 + at}_{one.lesson}.ipynb",
        }[site]
        files[f"{one.section}/{one.lesson}/{name}" if lessons else f"{one.section}/{name}"] = one.content
    with tempfile.TemporaryDirectory() as place:
        found = find_submissions(laid_out(Path(place), files, archive), None, keys())
        assert handed_in(found) == expected(work)
        assert all(one.late == (site == "canvas") for one in found.submissions)
