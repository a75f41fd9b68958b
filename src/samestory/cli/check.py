"""`samestory check`: say everything that is wrong with a case, at once."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from samestory.case import CaseError, load_case
from samestory.case.todo import to_do
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.course import case_folders


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="check cases: shape, hashes, quotations, exercises")
    parser.add_argument("case", nargs="*", type=Path, metavar="CASE", help="a case's folder (all that ship, if none)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check each case and print every problem; 0 fine, 1 faults, 2 no such folder."""
    folders = arguments.case or case_folders()
    # os.path, since Path’s own question ends with an error at a name that is too long.
    missing = [path for path in folders if not os.path.isfile(path / "case.yml")]
    if missing:
        print(f"{missing[0]} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return MISUSED
    faults = 0
    for path in folders:
        try:
            case = load_case(path)
        except CaseError as error:
            faults += len(error.problems)
            for problem in error.problems:
                print(f"{path}/{problem}")
        else:
            counts = (
                f"{len(case.articles)} articles, {len(case.record)} entries of the record, "
                f"{len(case.findings)} findings, {len(case.controls)} controls, {len(case.exercises)} exercises"
            )
            print(f"{path}: sound. {counts}.")
            _print_to_do(path)
    if faults:
        print(f"\n{faults} {'fault' if faults == 1 else 'faults'}.")
    return FAULTS if faults else FINE


def _print_to_do(folder: Path) -> None:
    """List what nobody has looked at yet, which is no fault."""
    waiting = to_do(folder)
    if waiting:
        print(f"To do, {len(waiting)} not looked at:")
    for one in waiting:
        print(f"  {folder}/{one}")
