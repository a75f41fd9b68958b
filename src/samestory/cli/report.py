"""`samestory report`: make the class page again from `results.json`, without the files that were handed in."""

import argparse
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("report", help="make the class page again from results.json")
    parser.add_argument("results", type=Path, metavar="DIR", help="the folder that `samestory grade` wrote")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="your folder with keys of assigned exercises")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write `class.html` beside the results; 0 fine, 2 used wrongly."""
    from samestory.course import load_shipped
    from samestory.teach.classroom.class_page import write_class_page
    from samestory.teach.keys import load_keys
    from samestory.teach.report.outbox import Outbox

    folder, course = arguments.results, load_shipped()
    results = folder / "results.json"
    if not results.is_file():
        print(f"There is no {results}: name the folder that `samestory grade` wrote.", file=sys.stderr)
        return MISUSED
    try:
        keys, outbox = load_keys(course, arguments.keys), Outbox(folder)
        write_class_page(folder, keys, course, outbox)
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{folder} can’t be written to: {error.strerror}. Name a folder that can.", file=sys.stderr)
        return MISUSED
    for kept in outbox.set_aside:
        print(f"Kept as {kept}: it has been changed since it was written.")
    print(f"Class page: {folder / 'class.html'}")
    return FINE
