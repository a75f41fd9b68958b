"""`samestory fill`: put the points of a lesson into the table that Canvas, Moodle or another course site gave out."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.cli import FAULTS, FINE, MISUSED
from samestory.errors import SameStoryError

if TYPE_CHECKING:
    from samestory.teach.site.fill import FilledSheet, Score
    from samestory.teach.site.match import GradedStudent

_LISTED = 20
_UNGRADED = ("unreadable", "nothing handed in")


class _CannotFillError(SameStoryError):
    """No lesson to take the points from."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("fill", help="put a lesson's points into a course site's table (CSV)")
    parser.add_argument("table", type=Path, metavar="TABLE", help="the grades as the site exported them")
    parser.add_argument("--from", dest="results", type=Path, metavar="DIR", required=True, help="the graded folder")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="where the filled table goes")
    parser.add_argument("--lesson", default="", metavar="NAME", help="which, where several were graded")
    parser.add_argument("--column", default="", metavar="NAME", help="which to fill, where several are empty")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Fill the column and say who did not match; 0 all did, 1 somebody did not, 2 used wrongly."""
    from samestory.answer.writing import written_whole
    from samestory.teach.site.fill import fill_sheet
    from samestory.teach.site.sheet import read_sheet

    if arguments.out.exists() and arguments.table.exists() and arguments.out.samefile(arguments.table):
        print(f"{arguments.table} stays as it is: name another file for the filled table.", file=sys.stderr)
        return MISUSED
    try:
        scores = _scores(arguments.results / "results.json", arguments.lesson)
        filled = fill_sheet(read_sheet(arguments.table.read_bytes()), scores, arguments.column)
        with written_whole(arguments.out) as file:
            file.write(filled.content)
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{error.filename or arguments.out}: {error.strerror}. Name another file.", file=sys.stderr)
        return MISUSED
    return _report(filled, arguments.out)


def _scores(results: Path, lesson: str) -> "dict[GradedStudent, Score]":
    """The points by student, of the one lesson that was graded or of the one that is named."""
    from samestory.teach.classroom.sitting import amount_of, as_graded, elements, text_of
    from samestory.teach.site.fill import Score
    from samestory.teach.site.match import GradedStudent

    found: dict[str, dict[GradedStudent, Score]] = {}
    for part, one in elements(results):
        # An empty notebook that names no lesson has a row without one.
        if part == "submissions" and one.get("lesson") and one.get("status") not in _UNGRADED:
            with as_graded(results):
                student = GradedStudent(
                    *(text_of({"section": "", **one}, name) for name in ("student", "id", "section"))
                )
                score = Score(amount_of(one, "points"), amount_of(one, "of"))
                found.setdefault(text_of(one, "lesson"), {})[student] = score
    names = ", ".join(sorted(found))
    if lesson and lesson not in found:
        raise _CannotFillError(f"{results} has no lesson {lesson!r}; it has {names or 'none'}.")
    if not lesson and len(found) != 1:
        raise _CannotFillError(f"Name the lesson with --lesson; {results} has {names or 'none'}.")
    return found[lesson or next(iter(found))]


def _report(filled: "FilledSheet", out: Path) -> int:
    matched = filled.matched
    scaled = "" if filled.maximum is None else f", out of the column’s {filled.maximum:g}"
    print(f"{len(matched.rows) - len(filled.kept)} grades in “{filled.column}”{scaled}: {out}")
    for some, what in (
        (matched.unknown, "Not in the table"),
        (matched.unclear, "Fits more than one row or student, left empty"),
        (filled.kept, "Has a grade already, left as it is"),
    ):
        if some:
            names = ", ".join(one.student for one in some[:_LISTED])
            more = f" and {len(some) - _LISTED} more" if len(some) > _LISTED else ""
            print(f"{what} ({len(some)}): {names}{more}.")
    if matched.nobody:
        print(f"In the table, and handed nothing in: {len(matched.nobody)}.")
    return FAULTS if matched.unknown or matched.unclear or filled.kept else FINE
