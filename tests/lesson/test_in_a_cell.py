"""What a lesson's calls leave in a notebook: exercises, reports, hints, solutions; never a traceback for an answer."""

import dataclasses
import io
from types import SimpleNamespace
from typing import Any

import IPython.display
import pytest
from IPython.core.formatters import DisplayFormatter
from made_cases import course, ferry

from samestory.answer import MIME
from samestory.case import UnknownError
from samestory.course import Course
from samestory.lesson import answering, check, exercise, finding, hint, solution

DRAWN = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the notebook is; beside the course, the made-up case has its exercises here, one of them assigned."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    case = ferry()
    one = case.exercise("ferry-title")
    assigned = dataclasses.replace(one, card=dataclasses.replace(one.card, mode="assigned"))
    case = dataclasses.replace(case, exercises={**case.exercises, "ferry-title": assigned})
    known = Course({"nordo-ferry": case, "rest": SimpleNamespace(exercises=course())})
    for module in (answering, finding):
        monkeypatch.setattr(module, "load_shipped", lambda: known)
    return tmp_path


@pytest.fixture
def displayed(monkeypatch) -> list[dict[str, Any]]:
    """What a cell displays, as the notebook would save it."""
    shown: list[dict[str, Any]] = []

    def display(value: Any, raw: bool = False, **_: Any) -> SimpleNamespace:
        data = value if raw else DisplayFormatter().format(value)[0]
        if not data:  # the widget shows itself, as IPython lets it
            value._ipython_display_()
        shown.append(data)
        return SimpleNamespace(update=lambda new, raw: shown.append(new))

    monkeypatch.setattr(IPython.display, "display", display)
    return shown


def test_an_exercise_is_a_widget_with_its_place_on_the_page_and_a_line_below(displayed):
    exercise("ferry-marks")
    widget, line = displayed
    assert DRAWN in widget
    assert '<same-story-exercise id="ferry-marks" data-number="1"' in widget["text/html"]
    assert "No answer kept yet." in line["text/plain"]
    assert MIME not in line


def test_an_exercise_shows_nothing_of_its_key(displayed):
    exercise("ferry-marks")
    assert not any("A founding is an event" in str(data) for data in displayed)


def test_an_answer_that_was_checked_is_back_when_the_cell_runs_again(displayed):
    check("ferry-why", "engine")
    exercise("ferry-why")
    assert displayed[-1][MIME]["answer"] == {"chosen": ["engine"], "confidence": None}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"schema": 1}',
        b"\xff\xfe",
        b'{"exercise": "ferry-why", "answer": {"chosen": ["boat"]}}',
    ],
)
def test_a_kept_file_that_can_not_be_read_shows_the_exercise_afresh(content, folder, displayed):
    (folder / "answers").mkdir()
    (folder / "answers" / "ferry-why.json").write_bytes(content)
    exercise("ferry-why")
    assert DRAWN in displayed[0]


def test_an_exercise_that_is_not_there_names_the_nearest():
    for call in (exercise, lambda name: check(name, "x"), hint, solution):
        with pytest.raises(UnknownError, match="Did you mean ferry-sort"):
            call("ferry-sorts")


# Reports


def test_a_report_reads_as_points_then_part_by_part_with_evidence():
    report = check("ferry-sort", {"founding": "sound", "firm": "sound"})
    assert repr(report).splitlines() == [
        "1 of 4 points. Caught 0 of 1; rightly trusted 1 of 1. 1 of 4 in the right group, 2 left empty.",
        "Your first look: both scores count it.",
        "",
        "Not so: “the Founding of the Port",
        "    Look it up. The title is Founder.",
        "    | The council gives its oldest skipper the title “Founder of the Port”.",
        "    | The record, 1 May 1901: The town council (The council's minutes)",
        "",
        "Not answered yet: “sent by sea mail”",
        "    Put it into a group; a reasoned guess teaches more than a gap.",
        "",
        "Not answered yet: “until it beats again”",
        "    Put it into a group; a reasoned guess teaches more than a gap.",
        "",
        "Right: “Gear & Sons”",
        "    It is the firm's name.",
    ]


def test_a_report_says_how_sure_a_finding_is():
    assert "Caught: “the Founding of the Port” (proved)" in repr(check("ferry-marks", {"Founding": "name"}))


def test_a_report_leaves_text_and_the_record_in_the_output():
    shown = check("ferry-why", "part")._repr_mimebundle_()
    assert shown["text/plain"].startswith("1.5 of 3 points. Close.")
    assert set(shown) == {"text/plain", MIME}
    assert set(shown[MIME]) == {"schema", "exercise", "spec", "answer", "when", "hints", "first"}


@pytest.mark.parametrize(
    "name", ["ferry-marks", "ferry-plain-marks", "ferry-why", "ferry-causes", "ferry-sort", "ferry-title"]
)
@pytest.mark.parametrize(
    "answer",
    [
        None, 7, 1.5, "", "x", b"x", [], {}, [None], {"x": "y"}, {1: 2}, object(), [["a", "b", "c"]], 10**5000,
        "\ud83d", ["\ud83d"], {"\ud83d": "\ud83d"}, {"marks": 7}, {"placed": 7}, {"chosen": 7}, {"text": 7},
    ],
    ids=lambda answer: type(answer).__name__,
)  # fmt: skip
def test_an_answer_that_is_none_gets_words_and_no_traceback(name, answer, folder):
    report = check(name, answer)
    text = repr(report)
    text.encode("utf-8")
    assert 0 < len(text) < 2000
    if report.record is None:
        assert not (folder / "answers").exists()


def test_half_a_character_in_a_text_is_kept_as_one_that_can_be_written(folder):
    report = check("luhansk-name", "Luhansk \ud83d")
    assert report.record.answer == {"text": "Luhansk \ufffd"}
    assert (folder / "answers" / "luhansk-name.json").is_file()


def test_a_folder_that_can_not_be_written_costs_neither_answer_nor_lesson(folder, capsys):
    (folder / "answers").write_text("a file stands in the way")
    report = check("ferry-why", "engine")
    assert report.verdict.points == 3
    assert report._repr_mimebundle_()[MIME]["answer"]["chosen"] == ["engine"]
    assert "save the notebook" in capsys.readouterr().out


def test_an_assigned_exercise_is_kept_and_not_graded_here(folder):
    report = check("ferry-title", "Founder of the Port")
    assert report.verdict.state == "recorded"
    assert report.verdict.parts == ()
    assert "Right" not in repr(report)
    assert report.record.answer == {"text": "Founder of the Port"}
    assert "Founder" not in repr(solution("ferry-title"))


def test_hints_go_in_steps_and_a_step_too_far_says_how_many_there_are():
    assert hint("ferry-marks") == "Read the quotations."
    assert hint("ferry-marks", 2) == "Read the names."
    for step in (0, 3, -1):
        assert hint("ferry-marks", step) == "There are 2 hints, from 1 to 2."


def test_a_solution_explains_every_part_of_the_key():
    text = repr(solution("ferry-marks"))
    assert text.startswith("3 of 3 points.")
    assert text.count("Caught: ") == 3
    assert text.count("Rightly trusted: ") == 3


def test_a_report_prints_on_a_terminal_of_any_alphabet():
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    print(check("ferry-marks", {"Founding": "name"}), file=terminal, flush=True)
    assert b"1 of 3 points." in terminal.buffer.getvalue()
