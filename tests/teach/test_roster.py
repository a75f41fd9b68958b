"""Students are found where siblings hold the same lesson; what can be read in two ways is kept apart and said."""

import pytest

from samestory.teach.handin.label import Labels
from samestory.teach.handin.leaves import Contents
from samestory.teach.handin.roster import Owner, owners

LESSONS = ["07-odd-phrases", "08-slip-style-update", "02-when"]


def found(*files: str, root: str = "class") -> dict[str, Owner]:
    """The owners of files by path; ` @08` behind a path says which lesson its content is of, else it is 07."""
    read = [file.partition(" @") for file in files]
    paths = [tuple(path.split("/")) for path, _, _ in read]
    lessons = [f"{number or '07'}-x" for _, _, number in read]

    def holds(at: int) -> Contents:
        return Contents(frozenset([lessons[at]]), f"answers {at}")

    owned = owners(paths, Labels(LESSONS), holds, lambda at: paths[at][-1].endswith((".ipynb", ".json")), root)
    return {path: one for (path, _, _), one in zip(read, owned, strict=True)}


def students(*files: str, root: str = "class") -> list[tuple[str, str]]:
    """Section and student of each file; nobody has to look."""
    owned = found(*files, root=root)
    assert not any(one.doubt for one in owned.values())
    return [(one.section, one.student) for one in owned.values()]


def test_a_section_is_where_siblings_hold_the_same_lesson() -> None:
    assert students("Red/ana/07.ipynb", "Red/bo/07.ipynb", "Blue/cem/07.ipynb") == [
        *(("Red", "ana"), ("Red", "bo"), ("Blue", "cem"))
    ]
    assert students("Red/ana/x.ipynb", "Red/bo/x.ipynb", "Blue/cem/x.ipynb")[2] == ("Blue", "cem")
    assert students("Red/ana.ipynb", "Red/bo.ipynb", "Blue/cem.ipynb")[2] == ("Blue", "cem")


def test_sections_may_stand_in_sections() -> None:
    files = [f"{town}/{letter}/{name}/07.ipynb" for town, letter, name in ("NAa", "NAb", "SBc", "SBd")]
    assert [section for section, _ in students(*files)] == ["N / A", "N / A", "S / B", "S / B"]
    files = ["North/A/ana/07.ipynb", "North/A/bo/07.ipynb", "South/B/cem/07.ipynb", "South/B/dee/07.ipynb"]
    assert students(*files)[0] == ("North / A", "ana")


@pytest.mark.parametrize("section", ["A", "7b", "Section 2", "section North", "Group 3", "class 7", "Monday"])
def test_what_looks_like_a_section_is_one_with_a_single_student(section: str) -> None:
    assert students(f"{section}/ana/07.ipynb") == [(section, "ana")]


def test_one_name_in_two_sections_is_two_students() -> None:
    assert students("A/ana/07.ipynb", "A/bo/07.ipynb", "B/ana/07.ipynb") == [("A", "ana"), ("A", "bo"), ("B", "ana")]


def test_one_name_in_two_sections_with_different_lessons_is_asked_about() -> None:
    names = ["ana", "bo", "cem", "dee"]
    files = [f"A/{name}/07.ipynb" for name in names] + [f"B/{name}/08.ipynb @08" for name in ("ana", "x", "y", "z")]
    owned = found(*files)
    assert owned["A/ana/07.ipynb"].section == "A"
    assert "“ana” is in several sections with different lessons (A, B)" in owned["B/ana/08.ipynb"].doubt
    assert not owned["A/bo/07.ipynb"].doubt


def test_folders_that_hold_everybodys_other_lesson_are_lessons_whatever_they_are_called() -> None:
    files = ["essay/ana/x.ipynb", "essay/bo/x.ipynb", "talk/ana/x.ipynb @08", "talk/bo/x.ipynb @08"]
    assert students(*files) == [("", "ana"), ("", "bo"), ("", "ana"), ("", "bo")]


def test_a_number_is_a_lesson_if_its_files_are_and_else_a_section() -> None:
    assert students("07/ana.ipynb", "07/bo.ipynb", "08/ana.ipynb @08") == [("", "ana"), ("", "bo"), ("", "ana")]
    assert students("1/ana.ipynb", "1/bo.ipynb", "2/ana.ipynb") == [("1", "ana"), ("1", "bo"), ("2", "ana")]


def test_a_number_at_the_edge_of_a_name_is_a_lesson_if_its_files_are() -> None:
    assert students("07_ana.ipynb", "07_bo.ipynb", "08_ana.ipynb @08") == [("", "ana"), ("", "bo"), ("", "ana")]
    assert students("group-2.ipynb", "group-3.ipynb") == [("", "group-2"), ("", "group-3")]
    assert students("01_ana.ipynb", "02_bo.ipynb") == [("", "01_ana"), ("", "02_bo")]


def test_a_students_own_folders_make_no_other_student() -> None:
    assert students("ana/week1/07.ipynb", "ana/week2/08.ipynb @08") == [("", "ana")] * 2
    assert students("ana/essay/07.ipynb", "ana/talk/08.ipynb @08", "bo/essay/07.ipynb")[1] == ("", "ana")
    assert students("ana/my work/07.ipynb", "bo/ordner/07.ipynb", "cem/07.ipynb")[1] == ("", "bo")
    assert students("ana/ana/07.ipynb", "ana/photo.png", "ana/answers/odd-phrases.json") == [("", "ana")] * 3


def test_lessons_named_in_different_ways_are_compared_by_what_they_hold() -> None:
    files = ["Red/ana - hw7.ipynb", "Red/bo - 07-odd-phrases.ipynb", "Blue/cem - hw7.ipynb", "Blue/dee - hw7.ipynb"]
    assert students(*files)[:2] == [("Red", "ana"), ("Red", "bo")]


def test_two_spellings_of_one_name_are_one_student_unless_both_did_the_lesson() -> None:
    assert students("07-odd-phrases/Ana.ipynb", "08-slip-style-update/ana.ipynb @08") == [("", "Ana")] * 2
    assert students("07-odd-phrases/Ana.ipynb", "07-odd-phrases/ana.ipynb") == [("", "Ana"), ("", "ana")]


def test_a_student_with_a_number_for_a_name_is_a_student() -> None:
    assert students("A/student 1/07.ipynb", "A/student 2/07.ipynb") == [("A", "student 1"), ("A", "student 2")]


def test_a_copy_is_its_owners_if_the_owner_is_there() -> None:
    for name in ("anna (1).ipynb", "anna - Copy.ipynb", "anna-Copy1.ipynb", "anna - Kopie (2).ipynb"):
        assert students("anna.ipynb", name, "ben.ipynb")[1] == ("", "anna")
        assert students("annabel.ipynb", name, "ben.ipynb")[1] != ("", "anna")


def test_one_lesson_twice_in_a_students_folders_is_kept_apart_and_said() -> None:
    owned = found("ana/old stuff/07.ipynb", "ana/another/07.ipynb", "bo/07.ipynb", "cem/07.ipynb")
    assert {one.student for one in owned.values()} == {"ana / old stuff", "ana / another", "bo", "cem"}
    assert "they were kept apart" in owned["ana/another/07.ipynb"].doubt
    assert not owned["bo/07.ipynb"].doubt


def test_the_only_folder_with_one_lesson_twice_is_kept_apart_and_said() -> None:
    for folder in ("ana", "press"):
        owned = found(f"{folder}/mon/07.ipynb", f"{folder}/tue/07.ipynb")
        assert all("call its folder “section" in one.doubt for one in owned.values())
        assert len({one.student for one in owned.values()}) == 2


def test_downloads_that_nothing_tells_apart_are_kept_apart_and_said() -> None:
    owned = found("submissions/ana.ipynb", "submissions (1)/ana.ipynb", "submissions/bo.ipynb")
    assert len({one.student for one in owned.values()}) == 3
    assert "is it one student?" in owned["submissions (1)/ana.ipynb"].doubt
    assert not owned["submissions/bo.ipynb"].doubt
    assert len(set(students("submissions/ana.ipynb", "submissions (1)/ana.ipynb @08"))) == 1


def test_nameless_folders_of_a_student_with_one_lesson_are_kept_apart_and_said() -> None:
    owned = found("A/submission 1/07.ipynb", "A/submission 2/07.ipynb", "B/bo/07.ipynb")
    assert len({one.student for one in owned.values()}) == 3
    assert "is it one student?" in owned["A/submission 1/07.ipynb"].doubt
    assert students("ana/attempt 1/07.ipynb", "ana/attempt 2/07.ipynb", "bo/07.ipynb")[:2] == [("", "ana")] * 2
    assert students("ana/07.ipynb", "ana/old/07.ipynb", "bo/07.ipynb")[:2] == [("", "ana")] * 2


def test_two_names_and_nothing_beside_them_are_asked_about() -> None:
    owned = found("Red/ana/07.ipynb", "Blue/bo/07.ipynb")
    assert [one.student for one in owned.values()] == ["Red", "Blue"]
    assert "call that folder “section Red”" in owned["Red/ana/07.ipynb"].doubt


def test_a_file_beside_the_students_of_a_section_is_no_students() -> None:
    owned = found("A/ana/07.ipynb", "A/bo/07.ipynb", "A/07.ipynb")
    assert "beside the students in “A”" in owned["A/07.ipynb"].doubt


def test_files_that_name_nobody() -> None:
    assert students("07-odd-phrases.ipynb", "08-slip-style-update.ipynb", root="ana") == [("", "ana")] * 2
    assert students("07-odd-phrases.ipynb", "07-resubmitted.ipynb", root="ana") == [("", "ana")] * 2
    assert students("07-odd-phrases.ipynb") == [("", "07-odd-phrases")]
    assert students("1.ipynb", "2.ipynb") == [("", "1"), ("", "2")]
    for names in (
        ("07-odd-phrases.ipynb", "07-odd-phrases (1).ipynb"),
        ("submission 1/x.ipynb", "submission 2/x.ipynb"),
    ):
        owned = found(*names)
        assert len({one.student for one in owned.values()}) == 2
        assert all(one.doubt.startswith("Nothing in its path names a student") for one in owned.values())


def test_nothing_is_read_where_paths_tell() -> None:
    def never(at: int) -> Contents:
        raise AssertionError(f"file {at} was read")

    for files in (
        [f"student-{at}.ipynb" for at in range(99)],
        [f"student-{at}/07-odd-phrases.ipynb" for at in range(99)],
        [f"{'AB'[at % 2]}/student-{at}/07-odd-phrases.ipynb" for at in range(99)],
        [f"07-odd-phrases/student-{at}.ipynb" for at in range(99)],
    ):
        owned = owners([tuple(file.split("/")) for file in files], Labels(LESSONS), never, lambda _: True, "")
        assert len({(one.section, one.student) for one in owned}) == 99


def kept_apart(*files: str) -> set[tuple[str, str]]:
    """Section and student of each file: as many as there are files, and of each somebody has to say whose it is."""
    owned = found(*files)
    assert all(one.doubt for one in owned.values())
    several = {(one.section, one.student) for one in owned.values()}
    assert len(several) == len(files)
    return several


@pytest.mark.parametrize("folder", ["Red", "2026", "Mrs Smith", "Media/submitted"])
def test_a_folder_of_different_lessons_under_different_names_is_kept_apart_and_said(folder: str) -> None:
    kept_apart(f"{folder}/ana/x.ipynb", f"{folder}/bo/x.ipynb @08")
    kept_apart(f"{folder}/ana.ipynb", f"{folder}/bo.ipynb @08")
    owned = found(f"{folder}/ana.ipynb", f"{folder}/bo.ipynb @08", "cem.ipynb", "A/dee.ipynb", "A/eva.ipynb @08")
    assert len({(one.section, one.student) for one in owned.values()}) == 5
    assert not owned["cem.ipynb"].doubt
    assert "call its folder “section A”" in owned["A/eva.ipynb"].doubt


def test_files_beside_the_names_do_not_make_these_one_students() -> None:
    owned = found("Red/07-odd-phrases.ipynb", "Red/ana.ipynb", "Red/bo.ipynb @08")
    assert len({one.student for one in owned.values()}) == 3
    assert all("“Red” holds different lessons" in one.doubt for one in owned.values())


def test_one_section_in_which_siblings_hold_the_same_lesson_tells_of_the_others() -> None:
    files = [
        "Red/ana.ipynb",
        "Red/bo.ipynb",
        "Blue/cem.ipynb",
        "Blue/dee.ipynb @08",
        "Green/eva.ipynb",
        "Green/fa.ipynb @08",
    ]
    assert students(*files)[2:4] == [("Blue", "cem"), ("Blue", "dee")]


def test_titles_that_students_share_and_files_without_answers_make_no_other_student() -> None:
    assert students("ana/essay.ipynb", "ana/talk.ipynb @08", "bo/essay.ipynb", "bo/talk.ipynb @08")[1] == ("", "ana")
    owned = owners(
        [("ana", "foo.ipynb"), ("ana", "config.json"), ("bo", "bar.ipynb")],
        Labels(LESSONS),
        lambda at: Contents() if at == 1 else Contents(frozenset(["07-x"]), f"answers {at}"),
        lambda _: True,
    )
    assert [(one.student, one.doubt) for one in owned] == [("ana", ""), ("ana", ""), ("bo", "")]


def test_one_name_in_folders_of_different_lessons_is_asked_about() -> None:
    owned = found("Erste Schritte/ana.ipynb", "Zweiter Blick/ana.ipynb @08")
    assert all("put these files into one folder called “ana”" in one.doubt for one in owned.values())
    assert students("Урок 1/ana.ipynb", "Урок 2/ana.ipynb @08") == [("", "ana")] * 2


@pytest.mark.parametrize("folder", ["9a", "Red"])
@pytest.mark.parametrize(
    "names", [("17", "18"), ("A", "B"), ("17 - 07-odd-phrases", "18 - 07-odd-phrases"), ("07", "12")]
)
def test_numbers_and_letters_in_a_folder_may_be_students(folder: str, names: tuple[str, str]) -> None:
    kept_apart(*(f"{folder}/{name}.ipynb" for name in names))


def test_different_files_of_one_lesson_in_a_folder_named_like_a_class_are_kept_apart_and_said() -> None:
    kept_apart("9a/07-odd-phrases.ipynb", "9a/07-odd-phrases (1).ipynb", "9a/07-odd-phrases (2).ipynb")
    assert students("s1/07-odd-phrases.ipynb", "s1/07-odd-phrases (1).ipynb", "s2/07-odd-phrases.ipynb")[1] == (
        "",
        "s1",
    )
    assert students("ana/07.ipynb", "ana/08.ipynb @08", "bo/07.ipynb") == [("", "ana"), ("", "ana"), ("", "bo")]
    assert students("ana/07-odd-phrases-2.ipynb", "ana/07-odd-phrases-3.ipynb", "bo/07.ipynb")[1] == ("", "ana")


def test_files_of_different_lessons_with_numbers_before_them_are_not_one_students() -> None:
    kept_apart("17 - 07-odd-phrases.ipynb", "18 - 08-slip-style-update.ipynb @08")
    kept_apart("A - 07-odd-phrases.ipynb", "B - 08-slip-style-update.ipynb @08")


def test_students_numbered_like_lessons_are_students() -> None:
    files = [f"9a/{number}/{lesson}.ipynb @{lesson[:2]}" for number in ("07", "08", "09") for lesson in LESSONS[:2]]
    assert [student for _, student in students(*files)] == ["07", "07", "08", "08", "09", "09"]
    assert students("07/x.ipynb", "08/x.ipynb", "09/x.ipynb") == [("", "07"), ("", "08"), ("", "09")]


def test_who_is_counted_keeps_the_number() -> None:
    assert students("student 7.ipynb", "student 8.ipynb @08") == [("", "student 7"), ("", "student 8")]
    files = [f"{lesson}_team {number}.ipynb @{lesson[:2]}" for lesson in LESSONS[:2] for number in (7, 8)]
    assert [student for _, student in students(*files)] == ["team 7", "team 8"] * 2


@pytest.mark.parametrize("other", ["\u200fعلي", "علي\u200e", "\u2067علي\u2069", "ع\u200bلي"])
def test_signs_that_nobody_sees_make_no_other_student(other: str) -> None:
    files = ["07-odd-phrases/علي.ipynb", f"08-slip-style-update/{other}.ipynb @08"]
    assert len(set(students(*files))) == 1
    assert len(set(students(files[0], files[1].replace("08-slip-style-update", "07-odd-phrases")[:-4]))) == 2


@pytest.mark.parametrize("section", ["Turma 1", "Sección B", "2ºB", "3°C", "5ème", "9.a", "Класс 5", "Lab A"])
def test_sections_of_other_countries(section: str) -> None:
    assert students(f"{section}/ana.ipynb", f"{section}/bo.ipynb @08") == [(section, "ana"), (section, "bo")]


def test_one_folder_name_in_folders_of_different_lessons_and_nobody_else_is_asked_about() -> None:
    """Two students who each have a folder “Pair” must not become one; nothing tells what the folders around it are."""
    owned = found("A/Pair/07.ipynb @07", "B/Pair/08.ipynb @08").values()
    assert {one.section for one in owned} == {"A", "B"}
    assert all(one.doubt for one in owned)
