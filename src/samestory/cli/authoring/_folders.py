"""The folders of cases that a command names, or all that ship."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from samestory.course import case_folders


def add_cases(parser: Any) -> None:
    """Let the command name cases."""
    parser.add_argument("case", nargs="*", type=Path, metavar="CASE", help="a case's folder (all that ship, if none)")


def folders_of(arguments: argparse.Namespace) -> list[Path] | None:
    """Return the folders; None, and a sentence printed, where one of them is no case."""
    folders = list(arguments.case or case_folders())
    # os.path, since Path’s own question ends with an error at a name that is too long.
    missing = [path for path in folders if not os.path.isfile(path / "case.yml")]
    if missing:
        print(f"{missing[0]} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return None
    return folders
