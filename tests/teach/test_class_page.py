"""The class page says what this class misread, in its own words and without a name, and no figure it can't bear."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import main
from samestory.course import load_shipped
from samestory.teach.classroom.class_page import class_page
from samestory.teach.classroom.misreading import misreadings
from samestory.teach.classroom.sitting import ResultsError, sittings
from samestory.teach.classroom.tally import ClassTally, tally_of
from samestory.teach.classroom.wall import StudentNames, shown_sums
from samestory.teach.keys import Keyed, Keys, load_keys

COURSE = load_shipped()
BOTH = [one for one in COURSE.lesson("07-odd-phrases") if one.counts and one.card.kind in ("choose", "classify")]
CHOOSE = next(one for one in BOTH if one.card.kind == "choose" and not one.task.many)
SORTING = next(one for one in BOTH if one.card.kind == "classify")


@pytest.fixture(scope="module")
def keys() -> Keys:
    return load_keys(COURSE, None)


def other_option() -> str:
    return next(option.id for option in CHOOSE.task.options if not option.credit)


def right(exercise: Any) -> Any:
    return exercise.key()["answer"]


def hand_in(folder: Path, name: str, answers: dict[str, Any], when: str = "2026-11-21T12:00:00Z") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    records = [record(exercise, answer, when) for exercise, answer in answers.items()]
    (folder / f"{name}.ipynb").write_bytes(notebook(answered(*records)))


def graded(tmp_path: Path) -> Path:
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) in (0, 1)
    return tmp_path / "out"


def class_of(tmp_path: Path, wrong: int, students: int) -> Path:
    """The results of a class of which the first `wrong` choose a wrong option."""
    for at in range(students):
        chosen = {"chosen": [other_option()]} if at < wrong else right(CHOOSE)
        hand_in(tmp_path / "in", f"Student Name {at}", {CHOOSE.card.id: chosen, SORTING.card.id: right(SORTING)})
    return graded(tmp_path)


def tally(out: Path, keys: Keys) -> ClassTally:
    return tally_of(sittings(out / "results.json"), keys)


def test_the_wrong_choice_that_most_share_comes_first_with_its_reason(tmp_path: Path, keys: Keys) -> None:
    out = class_of(tmp_path, wrong=5, students=8)
    (first, *rest) = misreadings(tally(out, keys))
    assert not rest
    assert (first.count, first.of) == (5, 8)
    option = next(one for one in CHOOSE.task.options if one.id == other_option())
    assert first.choice.words == option.text
    assert first.part.said.startswith(option.said)
    page = (out / "class.html").read_text("utf-8")
    assert "5 of 8" in page
    assert CHOOSE.card.title in page


def test_a_mistake_of_one_student_is_not_put_on_the_wall(tmp_path: Path, keys: Keys) -> None:
    assert misreadings(tally(class_of(tmp_path, wrong=1, students=8), keys)) == []


def test_no_student_is_named(tmp_path: Path) -> None:
    assert "Student Name" not in (class_of(tmp_path, wrong=3, students=4) / "class.html").read_text("utf-8")


def test_tests_are_not_shown_to_the_class(tmp_path: Path, keys: Keys) -> None:
    form = COURSE.exercises[COURSE.syllabus.forms()[0]]
    group = form.task.groups[0].id
    for at in range(4):
        placed = {"placed": {item.id: group for item in form.task.items}}
        hand_in(tmp_path / "in", f"s{at}", {form.card.id: placed})
    found = tally(graded(tmp_path), keys)
    (row,) = found.rows.values()
    choices = [choice for who in row.exercises[form.card.id].parts.values() for _, choice in who]
    assert any(choice.is_wrong for choice in choices)
    assert misreadings(found) == []
    assert misreadings(found, with_keys=True)
    words = form.solution().parts[0].about
    out = tmp_path / "out"
    assert words not in (out / "class.html").read_text("utf-8")
    assert main(["report", str(out), "--with-keys"]) == 0
    whole = (out / "class-with-keys.html").read_text("utf-8")
    assert words in whole
    assert "not for the wall" in whole


def test_below_fifteen_there_are_no_correlations_and_from_then_on_there_are(tmp_path: Path, keys: Keys) -> None:
    (small,) = tally(class_of(tmp_path / "small", 3, 14), keys).rows.values()
    assert [small.discrimination(one) for one in small.counted] == [None, None]
    assert small.reliability()[0] is None
    assert small.thirds() is None
    assert "too few to tell" in (tmp_path / "small" / "out" / "class.html").read_text("utf-8")
    (large,) = tally(class_of(tmp_path / "large", 5, 15), keys).rows.values()
    upper, lower = large.thirds() or ((), ())
    assert len(upper) == len(lower) == 5
    (wrong,) = [one for one in large.chosen(large.exercises[CHOOSE.card.id], "") if one.choice.is_wrong]
    assert (wrong.count, wrong.upper, wrong.lower) == (5, 0, 5)


def test_report_makes_the_same_page_again(tmp_path: Path) -> None:
    out = class_of(tmp_path, wrong=2, students=5)
    before = (out / "class.html").read_bytes()
    (out / "class.html").unlink()
    assert main(["report", str(out)]) == 0
    assert (out / "class.html").read_bytes() == before


def test_a_page_with_a_teachers_remark_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = class_of(tmp_path, wrong=2, students=5)
    page = out / "class.html"
    page.write_text(page.read_text("utf-8").replace("</main>", "<p>My remark</p></main>"), "utf-8")
    assert main(["report", str(out)]) == 0
    assert "My remark" in (out / "class.kept-1.html").read_text("utf-8")
    assert "class.kept-1.html" in capsys.readouterr().out


def test_results_that_another_program_has_laid_out_say_the_same(tmp_path: Path) -> None:
    results = class_of(tmp_path, wrong=2, students=5) / "results.json"
    as_written = list(sittings(results))
    results.write_text(json.dumps(json.loads(results.read_text("utf-8")), indent=2), "utf-8")
    assert list(sittings(results)) == as_written
    assert len(as_written) == 5


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"schema": 2}', b"null", b"x"])
def test_what_is_no_results_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "results.json").write_bytes(content)
    with pytest.raises(ResultsError, match=r"results\.json"):
        list(sittings(tmp_path / "results.json"))


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = class_of(tmp_path, wrong=2, students=5)
    whole = (out / "results.json").read_bytes()
    for part in (0.3, 0.6, 0.9):
        (out / "results.json").write_bytes(whole[: int(len(whole) * part)])
        assert main(["report", str(out)]) == 2
        assert "grad" in capsys.readouterr().err


def test_report_names_the_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_words_of_a_learner_are_shown_as_text(tmp_path: Path) -> None:
    short = next(
        one for one in COURSE.exercises.values() if one.card.kind == "short" and one.counts and not one.card.once
    )
    for at in range(3):
        hand_in(tmp_path / "in", f"student {at}", {short.card.id: {"text": "<script>alert(1)</script> =1+1"}})
    page = (graded(tmp_path) / "class.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_every_question_of_the_plan_stands_in_its_plan() -> None:
    plans = Path(__file__).parents[2] / "book" / "teaching" / "plans"
    for at, lesson in enumerate(COURSE.syllabus.lessons, 1):
        assert lesson.ask, lesson.lesson
        assert f'- ★ "{lesson.ask}"' in (plans / f"{at:02}.md").read_text("utf-8")


@pytest.mark.parametrize("exercise", [one.card.id for one in COURSE.exercises.values() if one.has_points])
def test_what_is_chosen_is_told_for_every_part_or_for_the_whole(exercise: str) -> None:
    """The words of the right answer belong to parts of its verdict, or to the answer as a whole."""
    one = COURSE.exercises[exercise]
    chosen = one.chosen(one.key()["answer"])
    parts = {part.id for part in one.solution().parts} - {"confidence"}
    assert "" in chosen or set(chosen) <= parts or parts <= set(chosen)
    assert all(re.search(r"\S", words) for words in chosen.values())


def typed_page(tmp_path: Path, *typed: str, names: tuple[str, ...] = ("Ana Lee", "Bo Kim", "Zoë Öz", "Ed Roe")) -> str:
    short = next(one for one in COURSE.exercises.values() if one.card.kind == "short" and one.counts)
    for name, text in zip(names, typed, strict=True):
        hand_in(tmp_path / "in", name, {short.card.id: {"text": text}})
    return (graded(tmp_path) / "class.html").read_text("utf-8")


def test_words_that_one_student_alone_has_typed_are_not_on_the_page(tmp_path: Path) -> None:
    page = typed_page(tmp_path, "shared guess", "shared guess", "my own secret", "another secret")
    assert "shared guess" in page
    assert "secret" not in page
    assert re.search(r"\(typed by one student each\)</bdi> \(a misreading\)</td><td class=\"count\">2<", page)


@pytest.mark.parametrize("typed", ["Ana Lee", "lee, ANA", "ask ana lee!", "AnaLee", "Ana\u00a0Lee"])
def test_a_students_name_is_on_no_page_though_two_typed_it(tmp_path: Path, typed: str) -> None:
    page = typed_page(tmp_path, typed, typed, "Zoe Oz", "Zoe Oz")
    assert html.escape(typed) not in page
    assert "Zoe Oz" not in page
    assert "(words with a student’s name in them)" in page


def test_an_assigned_exercise_keeps_its_key(tmp_path: Path) -> None:
    """Its learners are shown nothing of the key, so the wall is not either; the teacher's own page has it."""
    (assigned,) = [
        Keyed(one.exercise, True) for one in load_keys(COURSE, None).by_id.values() if one.exercise is CHOOSE
    ]
    out = class_of(tmp_path, wrong=5, students=8)
    found = tally_of(sittings(out / "results.json"), Keys([assigned]))
    option = html.escape(next(one for one in CHOOSE.task.options if one.id == other_option()).text)
    assert option not in class_page(found, COURSE)
    assert option in class_page(found, COURSE, with_keys=True)


@pytest.mark.parametrize(
    ("sections", "shown"),
    [
        ("AAAABBB", ["A", "B"]),
        ("AAAABBBCDD", ["A", "B", ""]),
        ("AAAABBBCC", ["A", "B"]),
        ("AABB", [""]),
        ("A", [""]),
    ],
)
def test_a_section_of_one_or_two_is_not_told_apart(tmp_path: Path, keys: Keys, sections: str, shown: list[str]) -> None:
    (one, *_) = sittings(class_of(tmp_path, wrong=0, students=1) / "results.json")
    members = [replace(one, student=f"Student {at}", section=name) for at, name in enumerate(sections)]
    found = tally_of(members, keys)
    told = shown_sums(found, StudentNames(each.student for each in members))
    assert sorted(told) == sorted(shown)
    assert all(count > 0 for count, _ in (sums["trusted"] for sums in told.values()))


def test_a_section_called_like_a_student_is_not_named(tmp_path: Path, keys: Keys) -> None:
    (one, *_) = sittings(class_of(tmp_path, wrong=0, students=1) / "results.json")
    members = [replace(one, student=f"Ana Lee {at}", section="Lee 1, Ana") for at in range(4)]
    assert "Lee 1" not in class_page(tally_of(members, keys), COURSE)


@pytest.mark.parametrize("size", [1, 2])
def test_a_page_on_one_or_two_students_says_that_it_is_no_page_for_the_wall(tmp_path: Path, size: int) -> None:
    page = (class_of(tmp_path, wrong=1, students=size) / "class.html").read_text("utf-8")
    assert "not for the wall" in page
    assert "Faults most missed" not in page


def test_a_class_that_answered_nothing_has_a_page_that_says_so(tmp_path: Path) -> None:
    hand_in(tmp_path / "in", "Ana Lee", {})
    page = (graded(tmp_path) / "class.html").read_text("utf-8")
    assert "Nobody has answered anything yet." in page
    assert "<tbody>" not in page


def test_every_heading_of_a_group_of_rows_heads_a_group_of_its_own(tmp_path: Path) -> None:
    """A screen reader reads `scope=rowgroup` for all rows of the tbody, so that two parts in one are read as one."""
    page = (class_of(tmp_path, wrong=5, students=8) / "class.html").read_text("utf-8")
    groups = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    headed = [group.count('scope="rowgroup"') for group in groups]
    assert max(headed) == 1
    assert sum(headed) > 5


def test_where_all_did_alike_there_is_nothing_to_compare_and_not_too_few(tmp_path: Path) -> None:
    page = (class_of(tmp_path, wrong=0, students=15) / "class.html").read_text("utf-8")
    assert "too few to tell" not in page
    assert "nothing to compare" in page


def test_an_option_that_was_left_out_is_said_in_a_sentence(tmp_path: Path, keys: Keys) -> None:
    several = next(
        one for one in COURSE.exercises.values() if one.card.kind == "choose" and one.task.many and one.counts
    )
    for at in range(4):
        hand_in(tmp_path / "in", f"Student {at}", {several.card.id: {"chosen": [several.task.options[0].id]}})
    (first, *_) = misreadings(tally(graded(tmp_path), keys))
    assert first.sentence in ("left this out", "chose this")
    assert first.quoted == ""
    assert f"4 of 4</strong> {first.sentence}</p>" in (tmp_path / "out" / "class.html").read_text("utf-8")


def test_a_fault_in_the_class_page_costs_nobody_the_grades(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise ValueError("a fault of ours")

    monkeypatch.setattr("samestory.teach.classroom.class_page.class_page", broken)
    out = class_of(tmp_path, wrong=2, students=5)
    assert "No class page: ValueError, a fault of ours." in capsys.readouterr().err
    assert (out / "grades.csv").is_file()
    assert len(list(sittings(out / "results.json"))) == 5
