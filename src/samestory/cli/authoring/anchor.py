"""`samestory anchor`: fill in where the quotations of a case stand."""

import argparse
from typing import Any

from samestory.case.anchor import anchor
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.cli.authoring._folders import add_cases, folders_of


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("anchor", help="fill in where each quotation of the findings stands")
    add_cases(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Anchor each case; 0 fine, 1 if a quotation could not be placed, 2 no such folder."""
    folders = folders_of(arguments)
    if folders is None:
        return MISUSED
    faults = 0
    for path in folders:
        written, problems = anchor(path)
        faults += len(problems)
        for problem in problems:
            print(f"{path}/{problem}")
        print(f"{path}: {written} places written, {len(problems)} quotations not found.")
    return FAULTS if faults else FINE
