"""`samestory build CASE --out DIR`: a lesson that stands alone, from a case of one's own."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build", help="build a lesson from a case: page, notebook, sheet, plan; no clone needed"
    )
    parser.add_argument("case", type=Path, metavar="CASE", help="a case's folder, such as suez")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the lesson goes")
    parser.add_argument("--book", action="store_true", help="a small web book as well (needs Jupyter Book)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Draft exercises if the case has none, and write the lesson; 0 fine, 1 a fault, 2 used wrongly."""
    from samestory.case import load_case
    from samestory.cli.authoring.draft import draft_report
    from samestory.draft.written import write_drafts
    from samestory.publish.lesson import build_lesson
    from samestory.publish.site import build_site

    folder, out = arguments.case, arguments.out
    if not os.path.isfile(folder / "case.yml"):
        print(f"{folder} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return MISUSED
    # Inside itself a case would be copied without end.
    if os.path.isfile(out) or out.resolve().is_relative_to(folder.resolve()):
        print(f"{out} can’t take the lesson: name a folder for it, such as {folder.name}-lesson.", file=sys.stderr)
        return MISUSED
    try:
        if not load_case(folder).exercises:
            print("\n".join(draft_report(folder, write_drafts(folder))[:-1]))
        built = build_lesson(folder, out)
        site = build_site(folder, out / "book") if arguments.book else None
    except OSError as error:
        raise SameStoryError(f"{error.filename or out} can’t be written: {error.strerror}.") from error
    if built.begun:
        print(f"Its texts are yours to change: {', '.join(map(str, built.begun))}.")
    if built.drafts:
        print(f"{built.drafts} exercises are drafts still: samestory check {folder} lists them.")
    print(f"{out}: lesson.html opens by itself, from a memory stick too. Beside it: sheet.html and plan.html to print,")
    print("lesson.ipynb for JupyterLab.")
    if site:
        print(f"The book: {site / 'index.html'}")
    return FINE
