"""The desk in a notebook: what the front end asks through anywidget is answered by the same session."""

from pathlib import Path
from typing import Any

import pytest

from samestory.case import load_case
from samestory.errors import SameStoryError
from samestory.lesson import desk


def test_a_question_gets_a_reply_with_its_number(fire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = desk(fire, by="Ada")
    sent: list[Any] = []
    monkeypatch.setattr(widget, "send", sent.append)
    ask: Any = widget._asked
    ask(widget, {"n": "1-1", "ask": {"op": "open"}}, [])
    first = sent[0]["reply"]["desk"]["cards"][0]["id"]
    ask(widget, {"n": "1-2", "ask": {"op": "decide", "proposal": first, "decided": "accepted"}}, [])
    for nothing in (None, "x", {}, {"n": 1}):
        ask(widget, nothing, [])
    assert [one["n"] for one in sent] == ["1-1", "1-2"]
    assert list(load_case(fire).findings) == [first]


def test_a_folder_without_a_case_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SameStoryError, match="samestory new suez FILES"):
        desk(tmp_path / "suez")
