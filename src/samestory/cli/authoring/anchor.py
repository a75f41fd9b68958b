"""`samestory anchor`: fill in where the quotations of a case stand."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from samestory.case.anchor import anchor
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.course import case_folders


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("anchor", help="fill in where each quotation of the findings stands")
    parser.add_argument("case", nargs="*", type=Path, metavar="CASE", help="a case's folder (all that ship, if none)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Anchor each case; 0 fine, 1 if a quotation could not be placed, 2 no such folder."""
    folders = arguments.case or case_folders()
    # os.path, since Path’s own question ends with an error at a name that is too long.
    missing = [path for path in folders if not os.path.isfile(path / "case.yml")]
    if missing:
        print(f"{missing[0]} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return MISUSED
    faults = 0
    for path in folders:
        written, problems = anchor(path)
        faults += len(problems)
        for problem in problems:
            print(f"{path}/{problem}")
        print(f"{path}: {written} places written, {len(problems)} quotations not found.")
    return FAULTS if faults else FINE
