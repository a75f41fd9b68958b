"""`samestory grade`: grade a folder of notebooks, or a download from Moodle or Canvas, without running any of them."""

import argparse
import io
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.cli import FAULTS, FINE, MISUSED
from samestory.errors import SameStoryError
from samestory.teach.handin.arrival import exact_time
from samestory.teach.handin.intake import UnreadableError
from samestory.teach.handin.merge import AttemptPolicy
from samestory.teach.handin.submissions import HandedIn, find_submissions
from samestory.teach.report.plain import first_few

if TYPE_CHECKING:
    from samestory.course import Course
    from samestory.teach.decisions import Decisions
    from samestory.teach.keys import Keys
    from samestory.teach.report.outbox import Outbox
    from samestory.teach.site.sheet import TableSheet

MANY = 20  # submissions, from which on a bar shows how far it is
_LISTED = 20


class _MisusedError(SameStoryError):
    """Something that the command names can't be used."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("grade", help="grade a folder of notebooks or an LMS download; nothing is run")
    parser.add_argument("submissions", type=Path, metavar="SUBMISSIONS", help="a folder, a .zip or a notebook")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the results go")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="your folder with keys of assigned exercises")
    parser.add_argument("--case", type=Path, metavar="CASE", help="your own case, whose exercises were handed out")
    parser.add_argument(
        "--attempt", choices=("first", "last", "best"), default="last", help="which answer counts (last)"
    )
    parser.add_argument("--due", default="", metavar="TIME", help="such as 2026-03-01T10:00+01:00, by the site's clock")
    parser.add_argument("--roster", type=Path, metavar="FILE", help="a class list (CSV): who is missing gets a row")
    parser.add_argument("--decisions", type=Path, metavar="FILE", help="your own decisions (CSV), such as an excuse")
    parser.add_argument("--workers", type=int, metavar="N", help="processes (a large class: one for each core)")
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help="a Dask cluster that sees the same folders")
    parser.add_argument("--gradescope", type=Path, metavar="FILE", help="one student: write Gradescope’s results.json")
    parser.add_argument("--lesson", default="", metavar="LESSON", help="with --gradescope: the lesson that is graded")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade everything and write the results; 0 fine, 1 something needs a look, 2 used wrongly."""
    from samestory.course import using

    with using(*([arguments.case] if arguments.case else ())):
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from samestory.course import load_shipped
    from samestory.teach.report.outbox import Outbox

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that this terminal can't show stops nobody's grading
    course = load_shipped()
    if arguments.scheduler:
        # Workers have another working folder than this process.
        arguments.submissions, arguments.out = (
            arguments.submissions.absolute(),
            arguments.out and arguments.out.absolute(),
        )
    if arguments.gradescope:
        return _for_gradescope(arguments, course)
    try:
        given = _given(arguments, course)
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    try:
        outbox = Outbox(arguments.out)
    except OSError as error:
        print(f"{arguments.out} can’t be written to: {error.strerror}. Name another folder.", file=sys.stderr)
        return MISUSED
    graded = _graded(arguments, given, outbox)
    if graded is None:
        return MISUSED
    counts, looks = graded
    _report(counts, looks, given.found, arguments.out, outbox)
    _report_decisions(given.decisions)
    has_page = _has_class_page(arguments.out, given.keys, course, outbox)
    return FINE if has_page and not looks else FAULTS


def _for_gradescope(arguments: argparse.Namespace, course: "Course") -> int:
    """Grade a folder as one student's. There is a result whatever was handed in: a site shows errors as its own."""
    import json

    from samestory.teach.graders.gradescope import gradescope_results
    from samestory.teach.graders.one_student import rows_of_one
    from samestory.teach.keys import load_keys

    if not arguments.submissions.is_dir():
        print(f"{arguments.submissions} is no folder: name the folder of one submission.", file=sys.stderr)
        return MISUSED
    try:
        keys = load_keys(course, arguments.keys)
        if arguments.lesson not in keys.lessons:
            raise _MisusedError(f"--lesson names none of these: {', '.join(keys.lessons)}.")
        results = gradescope_results(rows_of_one(arguments.submissions, "", keys), arguments.lesson, keys)
        arguments.gradescope.write_text(json.dumps(results, ensure_ascii=True, indent=1) + "\n", "utf-8")
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{arguments.gradescope} can’t be written: {error.strerror}. Name another file.", file=sys.stderr)
        return MISUSED
    return FINE


@dataclass(frozen=True, slots=True)
class _Given:
    """All that grading needs, read and found sound."""

    keys: "Keys"
    found: HandedIn
    roster: "TableSheet | None"
    decisions: "Decisions"


def _given(arguments: argparse.Namespace, course: "Course") -> _Given:
    """Read what the command names; SameStoryError says what to name instead."""
    from samestory.teach.decisions import Decisions, read_decisions
    from samestory.teach.keys import load_keys
    from samestory.teach.site.sheet import read_sheet

    wrong = _misuse(arguments)
    if wrong:
        raise _MisusedError(wrong)
    try:
        # What was handed out without its key: feedback must not hold it either.
        keys = load_keys(course, arguments.keys, assigned=bool(arguments.case))
        roster = read_sheet(arguments.roster.read_bytes()) if arguments.roster else None
        decided = read_decisions(arguments.decisions.read_bytes(), keys) if arguments.decisions else Decisions()
    except OSError as error:
        raise _MisusedError(f"{error.filename} can’t be read: {error.strerror}. Name another file.") from error
    try:
        found = find_submissions(arguments.submissions, arguments.out, keys)
    except UnreadableError as problem:
        raise _MisusedError(f"{arguments.submissions}: {problem}") from problem
    if not found.submissions:
        raise _MisusedError(f"{arguments.submissions} holds no submission: name the folder that holds them.")
    return _Given(keys, found, roster, decided)


def _graded(arguments: argparse.Namespace, given: _Given, outbox: "Outbox") -> tuple[Counter[str], list[str]] | None:
    """Grade and write; None where writing failed, which has been said."""
    from samestory.teach.crew import workers_for
    from samestory.teach.desk import grade_all

    policy = AttemptPolicy(arguments.attempt, exact_time(arguments.due))
    bar, now = _shows_bar(given.found), time.time()
    # A cluster's workers look for these by the paths that they are given.
    keys_folder = arguments.keys.resolve() if arguments.keys else None
    many = {
        "workers": workers_for(len(given.found.submissions), arguments.workers),
        "scheduler": arguments.scheduler,
        "keys_folder": keys_folder,
        "about": _state_of(arguments.submissions),
    }
    try:
        return grade_all(given.found, given.keys, outbox, now, bar, policy, given.roster, given.decisions, **many)
    except OSError as error:
        # Where a file could not be put in another’s place, the second name is the one that a teacher knows.
        place = error.filename2 or error.filename or arguments.out
        _say_stopped(f"{place} can’t be written: {error.strerror}.", arguments.out)
        return None
    except KeyboardInterrupt:
        _say_stopped("Stopped.", arguments.out)
        # `main` ends with the code that shells know for an interrupt.
        raise


def _state_of(submissions: Path) -> str:
    """What tells a download from a later one of the same name; of a folder, each file tells itself."""
    state = submissions.stat()
    return f"{submissions.resolve()} {state.st_size} {state.st_mtime_ns}" if submissions.is_file() else ""


def _has_class_page(out: Path, keys: "Keys", course: "Course", outbox: "Outbox") -> bool:
    """Write the class page; False where it could not be made, which is said and costs nobody the grades."""
    from samestory.teach.classroom.class_page import write_class_page

    try:
        write_class_page(out, keys, course, outbox)
    except Exception as error:  # a page about the class is no reason to doubt its grades
        said = f"No class page: {type(error).__name__}, {error}. The results are whole; please report it."
        print(said, file=sys.stderr)
        return False
    print(f"For tomorrow’s lesson: {out / 'class.html'}")
    return True


def _misuse(arguments: argparse.Namespace) -> str:
    submissions, out = arguments.submissions, arguments.out
    if not out:
        return "Say where the results go: --out DIR."
    if not submissions.exists():
        return f"There is no {submissions}: name a folder of notebooks, or a .zip."
    if arguments.due and not exact_time(arguments.due):
        return f"{arguments.due!r} is no time with its zone: write one such as 2026-03-01T10:00+01:00."
    if arguments.keys and not arguments.keys.is_dir():
        return f"There is no folder {arguments.keys}: name the folder of your keys."
    if out.exists() and not out.is_dir():
        return f"{out} is a file: name a folder for the results."
    # What lies in the folder of results is never read as a submission, and here that would be all of it.
    if submissions.is_dir() and out.exists() and out.samefile(submissions):
        return f"{out} holds the submissions: name another folder for the results."
    return ""


def _shows_bar(found: HandedIn) -> bool:
    # In a log every step of a bar would be a line.
    return len(found.submissions) >= MANY and sys.stderr.isatty()


def _say_stopped(why: str, out: Path) -> None:
    print(f"{why} Run the same command again: it goes on with who is left.", file=sys.stderr)
    print(f"Until then grades.csv and results.json in {out} are of an earlier run, or missing.", file=sys.stderr)


def _report(counts: Counter[str], looks: list[str], found: HandedIn, out: Path, outbox: "Outbox") -> None:
    said = ", ".join(f"{count} {status}" for status, count in counts.items())
    print(f"{len(found.submissions)} files read: {said}.")
    for line in looks[:_LISTED]:
        print(f"  {line}")
    if len(looks) > _LISTED:
        print(f"  … and {len(looks) - _LISTED} more, in grades.csv.")
    if found.ignored:
        print(f"Left aside: {len(found.ignored)} files that are no hand-ins (named in results.json).")
    for kept in outbox.set_aside[:_LISTED]:
        print(f"Kept as {kept}: it was not written by this version of the command, or has been changed since.")
    if len(outbox.set_aside) > _LISTED:
        print(f"  … and {len(outbox.set_aside) - _LISTED} more: look for “.kept-” in the names.")
    left = outbox.left_over()
    if left:
        names = ", ".join(left[:_LISTED]) + ", …" * (len(left) > _LISTED)
        print(f"Pages of an earlier run, of nobody who handed in now, left as they are ({len(left)}): {names}.")
    print(f"Results: {out / 'grades.csv'}, {out / 'results.json'} and {out / 'feedback'}.")


def _report_decisions(decisions: "Decisions") -> None:
    for one, students in decisions.used.items():
        what = " ".join(filter(None, (one.what, one.do, one.value)))
        why = f" ({one.why})" if one.why else ""
        print(f"Decided: {what}{why}, for {first_few(students)}.")
        if one.student and len(students) > 1:
            print(f"  Line {one.line + 1} fits {len(students)} students: name the section, or write the site’s number.")
    for one in decisions.unused():
        print(f"Line {one.line + 1} of your decisions concerns nobody here: {one.student or one.what}.")
