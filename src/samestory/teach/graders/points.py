"""The points of an answer, for a cell that nbgrader runs: its value is the grade, and what it prints is the feedback.

nbgrader clears the outputs of a notebook before it runs it, and the answers with them, so they are read from the copy
under `submitted`. They are graded as `samestory grade` does, which gives the same points for the same files.
"""

import os
from functools import cache
from pathlib import Path

from samestory.course import load_shipped
from samestory.teach.graders.nbgrader_course import KEYS_FOLDER
from samestory.teach.graders.one_student import feedback_text, rows_of_one, shown_to_student
from samestory.teach.handin.nbgrader import SUBMITTED
from samestory.teach.keys import Keys, load_keys
from samestory.teach.row import Graded

GRADES = ("NBGRADER_EXECUTION", "autograde")  # what nbgrader sets while it grades, and not while it validates


def points(name: str) -> float | None:
    """Return the points for the exercise `name`, and print the feedback on it; None where nbgrader isn't grading.

    Raises KeyError for an exercise that nobody here has a key to.
    """
    if os.environ.get(GRADES[0]) != GRADES[1]:
        return None
    place = _handed_in(Path.cwd())
    keys = _keys(Path.cwd())
    one = _graded(place).get(name)
    if one is None:
        worth = keys.by_id[name].exercise.card.points
        print(f"0 of {worth:g} points. Nothing was answered.")
        return 0.0
    verdict = shown_to_student(one)
    print(f"{verdict.points:g} of {verdict.of:g} points. {feedback_text(verdict)}")
    return float(verdict.points)


def _handed_in(here: Path) -> Path:
    """What was submitted, where `here` is its copy `autograded/<student>/<assignment>`; `here` if it can't be found."""
    if len(here.parents) < 3:
        return here
    place = here.parents[2] / SUBMITTED / here.parent.name / here.name
    return place if place.is_dir() else here


@cache
def _keys(here: Path) -> Keys:
    own = here.parents[2] / KEYS_FOLDER if len(here.parents) > 2 else here / KEYS_FOLDER
    return load_keys(load_shipped(), own if own.is_dir() else None)


# Once a folder: every exercise of a notebook asks.
@cache
def _graded(place: Path) -> dict[str, Graded]:
    rows = rows_of_one(place, place.parent.name, _keys(Path.cwd()))
    return {one.keyed.exercise.card.id: one for row in rows for one in row.graded}
