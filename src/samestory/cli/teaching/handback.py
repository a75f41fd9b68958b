"""`samestory handback`: pack the pages of feedback as Moodle or Canvas takes them back."""

import argparse
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("handback", help="pack the feedback as Moodle or Canvas takes it back")
    parser.add_argument("results", type=Path, metavar="DIR", help="the folder that `samestory grade` wrote")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="the .zip")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the zip; 0 fine, 2 used wrongly or a page is missing."""
    from samestory.answer.writing import written_whole
    from samestory.teach.classroom.sitting import as_graded, elements
    from samestory.teach.site.handback import TABLE, handed_back, pack

    folder = arguments.results
    try:
        lines = (one for part, one in elements(folder / "results.json") if part == "submissions")
        with as_graded(folder / "results.json"):
            pages = list(handed_back(lines))
        with written_whole(arguments.out) as file:
            count = pack(folder, pages, file)
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(
            f"{error.filename or arguments.out}: {error.strerror}. Grade again, or name another file.", file=sys.stderr
        )
        return MISUSED
    print(f"{count} pages: {arguments.out}")
    unnamed = sum(not one.by_site for one in pages)
    if unnamed:
        print(f"{unnamed} of them bear no name of Moodle or Canvas; {TABLE} in the zip says whose they are.")
    return FINE
