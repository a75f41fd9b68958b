"""Show one of the two forms of the test: which of them comes first is drawn once for each learner.

The draw is kept beside the answers, in `answers/.draw.json`. Where it was lost or can't be written, the answers tell.
"""

import json
import random
from functools import cache
from pathlib import Path
from typing import Literal

from samestory.answer import kept
from samestory.answer.keep import FOLDER
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.lesson.answering import show
from samestory.lesson.finding import find
from samestory.lesson.restoring import saved
from samestory.widget.element import drawn_place

Turn = Literal["first", "second"]
DRAWS = ("ab", "ba")  # the forms in the plan's order, and the other way round
DRAW_FILE = ".draw.json"  # no submission: whoever collects the answers passes over what begins with a full stop


def drawn(turn: Turn) -> None:
    """Show the form of the test that this learner does first, or second, as an exercise.

    Raises SameStoryError for any other turn.
    """
    if turn not in ("first", "second"):
        raise SameStoryError(f'A test is drawn("first") or drawn("second"), not {turn!r}.')
    name = form(turn)
    show(find(name), 1, drawn_place(turn, [find(one) for one in _forms()]))


def form(turn: Turn) -> str:
    """Return the exercise that this learner does at this turn, and keep the draw."""
    # From the surest to chance; kept in any case, so that a lost file is mended from what the answers tell.
    draw = _kept_draw() or _told_by_answers(turn) or _tossed(Path.cwd())
    _keep(draw)
    return _in_turn(draw)[turn == "second"]


def _forms() -> tuple[str, ...]:
    forms = load_shipped().syllabus.forms()
    if not forms:
        raise SameStoryError("This course has no tests to draw from: name their forms in course.yml.")
    return forms


def _in_turn(draw: str) -> tuple[str, ...]:
    return _forms() if draw == "ab" else _forms()[::-1]


def _kept_draw() -> str:
    try:
        # A file that somebody has spoiled counts as none: a lesson must not stop for it.
        found = json.loads((Path.cwd() / FOLDER / DRAW_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    draw = found.get("draw") if isinstance(found, dict) else None
    return draw if isinstance(draw, str) and draw in DRAWS else ""


def _told_by_answers(turn: Turn) -> str:
    """Return the draw that the answers show: a form saved in this notebook is its own, one kept beside was first."""
    here = [name for name in _forms() if saved(name)]
    beside = [name for name in _forms() if kept(name, Path.cwd())]
    # With both forms, or none, the answers say nothing about which one was first.
    if len(here) == 1:
        return next(draw for draw in DRAWS if _in_turn(draw)[turn == "second"] == here[0])
    if len(beside) == 1:
        return next(draw for draw in DRAWS if _in_turn(draw)[0] == beside[0])
    return ""


@cache
def _tossed(folder: Path) -> str:
    """Return a draw by chance, the same again for as long as this kernel runs."""
    return random.choice(DRAWS)


def _keep(draw: str) -> None:
    path = Path.cwd() / FOLDER / DRAW_FILE
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"schema": 1, "draw": draw}) + "\n", "utf-8")
    except OSError:
        pass  # the exercise itself says where answers can't be kept
