"""The line under an exercise holds the record, says so, and leads on in a notebook that was opened again."""

from typing import Any

import pytest

from samestory.answer import MIME, Record
from samestory.widget.kept_line import KeptLine

GIVEN = Record("odd-phrases", "0123456789ab", {"text": "<b>"}, "2026-11-21T07:05:00Z")


class Handle:
    """Stands for what IPython's display returns."""

    def __init__(self) -> None:
        self.shown: list[dict[str, Any]] = []

    def update(self, bundle: dict[str, Any], raw: bool) -> None:
        assert raw
        self.shown.append(bundle)


def test_before_an_answer_no_record_is_held() -> None:
    shown = KeptLine(3, None).bundle()
    assert MIME not in shown
    assert shown["text/plain"] == "No answer kept yet."
    assert "To do exercise 3, choose Run, then Run All Cells." in shown["text/html"]


def test_an_answer_is_held_as_its_record_and_named_with_its_time() -> None:
    shown = KeptLine(3, GIVEN).bundle()
    assert shown[MIME] == GIVEN.to_json()
    assert shown["text/plain"] == "Answer kept in this notebook (21 November 2026, 07:05 UTC)."
    assert "To see it in exercise 3" in shown["text/html"]


@pytest.mark.parametrize("when", ["", "yesterday", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_time_that_cannot_be_is_not_shown(when: str) -> None:
    line = KeptLine(1, Record("odd-phrases", "", {}, when))
    assert line.text == "Answer kept in this notebook."


def test_an_answer_that_can_no_longer_be_read_is_held_all_the_same() -> None:
    line = KeptLine(1, GIVEN, readable=False)
    assert line.bundle()[MIME] == GIVEN.to_json()
    assert "earlier version" in line.text


def test_a_new_answer_takes_the_place_of_the_old_where_the_line_stands() -> None:
    line = KeptLine(1, None)
    line.handle = Handle()
    line.keep(GIVEN, "<It is kept nowhere else.>")
    (shown,) = line.handle.shown
    assert shown[MIME] == GIVEN.to_json()
    assert "&lt;It is kept nowhere else.&gt;" in shown["text/html"]


def test_a_line_drawn_anew_carries_the_number_that_was_asked_for() -> None:
    line = KeptLine(1, GIVEN)
    line.handle = Handle()
    line.redraw(1795285804279)
    assert 'data-drawing="1795285804279"' in line.handle.shown[0]["text/html"]
    assert "data-drawing" not in line.bundle()["text/html"]


def test_a_line_that_is_not_shown_yet_keeps_quietly() -> None:
    line = KeptLine(1, None)
    line.keep(GIVEN)
    assert line.bundle()[MIME] == GIVEN.to_json()
