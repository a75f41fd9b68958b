"""Which form of the test comes first is drawn once, and stays: over runs, kernels, notebooks and lost files."""

import importlib
import json
from types import SimpleNamespace
from typing import Any

import IPython.display
import pytest
from IPython.core.formatters import DisplayFormatter
from made_forms import forms

from samestory.answer import MIME, Record, keep
from samestory.course import Course
from samestory.errors import SameStoryError
from samestory.lesson import drawn, finding
from samestory.lesson.answering import check

drawing = importlib.import_module("samestory.lesson.drawn")  # the package has a function of that name


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    known = Course({"forms": SimpleNamespace(exercises=forms())})
    monkeypatch.setattr(finding, "load_shipped", lambda: known)
    monkeypatch.setattr(drawing, "_forms", lambda: tuple(forms()))
    drawing._tossed.cache_clear()
    return tmp_path


@pytest.fixture
def coin(monkeypatch):
    """A coin that falls as it is told."""
    falls: list[str] = []
    monkeypatch.setattr(drawing.random, "choice", lambda _: falls.pop(0))
    return falls


def answered(name: str) -> Record:
    return Record(name, forms()[name].fingerprint(), {"placed": {}}, "2026-11-21T07:00:00Z")


def saved_in(path, monkeypatch, *names: str) -> None:
    outputs = [{"output_type": "display_data", "metadata": {}, "data": {MIME: answered(n).to_json()}} for n in names]
    cell = {"cell_type": "code", "source": 'drawn("second")', "metadata": {}, "outputs": outputs}
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))


@pytest.mark.parametrize(("fallen", "order"), [("ab", ["test-a", "test-b"]), ("ba", ["test-b", "test-a"])])
def test_one_form_comes_first_and_the_other_second_however_often_cells_run(coin, fallen, order):
    coin.append(fallen)
    assert [drawing.form("first"), drawing.form("second")] == order
    drawing._tossed.cache_clear()  # another kernel; the coin would fail, being thrown again
    assert [drawing.form("second"), drawing.form("first")] == [order[1], order[0]]


def test_both_draws_come_up(folder):
    seen = set()
    for _ in range(100):
        (folder / "answers" / ".draw.json").unlink(missing_ok=True)
        drawing._tossed.cache_clear()
        seen.add(drawing.form("first"))
    assert seen == {"test-a", "test-b"}


@pytest.mark.parametrize("spoiled", ["", "{", "[]", '{"draw": "aa"}', '{"draw": ["ab"]}', "\x00"])
def test_a_spoiled_file_is_drawn_anew(folder, coin, spoiled):
    coin.append("ba")
    (folder / "answers").mkdir()
    (folder / "answers" / ".draw.json").write_text(spoiled)
    assert drawing.form("first") == "test-b"
    assert json.loads((folder / "answers" / ".draw.json").read_text()) == {"schema": 1, "draw": "ba"}


def test_where_the_folder_can_not_be_written_the_draw_stays_while_the_kernel_runs(folder, coin):
    coin.append("ba")
    (folder / "answers").write_text("a file stands here")
    assert [drawing.form("first") for _ in range(3)] == ["test-b"] * 3


def test_without_the_file_an_answer_kept_beside_was_the_first(folder):
    keep(answered("test-b"), folder)
    assert drawing.form("second") == "test-a"
    assert drawing.form("first") == "test-b"


@pytest.mark.parametrize("name", ["test-a", "test-b"])
@pytest.mark.parametrize("turn", ["first", "second"])
def test_without_the_file_a_notebook_goes_on_with_the_form_that_is_saved_in_it(folder, monkeypatch, turn, name):
    saved_in(folder / "test.ipynb", monkeypatch, name)
    assert drawing.form(turn) == name


def test_the_cell_shows_the_drawn_form_and_leaves_both_places_for_the_page(coin, monkeypatch):
    coin.append("ba")
    shown: list[dict[str, Any]] = []

    def display(value: Any, raw: bool = False, **_: Any) -> SimpleNamespace:
        data = value if raw else DisplayFormatter().format(value)[0]
        if not data:
            value._ipython_display_()
        shown.append(data)
        return SimpleNamespace(update=lambda new, raw: None)

    monkeypatch.setattr(IPython.display, "display", display)
    drawn("first")
    widget, line = shown
    assert widget["text/plain"] == "Exercise 1: Form B"
    html = widget["text/html"]
    assert html.startswith('<same-story-drawn data-turn="first"><p>Both forms of the test stand here, ')
    assert html.count("<same-story-exercise ") == 2
    assert '<same-story-exercise id="test-a" data-number="1" data-cell="">' in html
    assert "No answer kept yet." in line["text/plain"]


def test_another_turn_is_refused_in_words():
    with pytest.raises(SameStoryError, match="not 'third'"):
        drawn("third")


def test_a_form_is_answered_by_a_plain_call_too(folder):
    assert check("test-a", {"mail": "artifact"}, incomplete=True).verdict.state == "recorded"
    assert (folder / "answers" / "test-a.json").is_file()
