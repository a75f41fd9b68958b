"""The class page says what this class misread, in its own words and without a name, and no figure it can't bear."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import main
from samestory.course import load_shipped
from samestory.teach.classroom.misreading import misreadings
from samestory.teach.classroom.sitting import ResultsError, sittings
from samestory.teach.classroom.tally import ClassTally, tally_of
from samestory.teach.keys import Keys, load_keys

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
        hand_in(tmp_path / "in", f"s{at}", {short.card.id: {"text": "<script>alert(1)</script> =1+1"}})
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
