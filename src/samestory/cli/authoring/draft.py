"""`samestory draft CASE`: draft exercises from a case's findings and controls, for a person to look at."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError

if TYPE_CHECKING:
    from samestory.draft.written import WrittenDrafts


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("draft", help="draft exercises from a case's findings and controls")
    parser.add_argument("case", type=Path, metavar="CASE", help="a case's folder, such as suez")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what is not there yet into CASE/exercises; 0 fine, 1 an unsound case, 2 no such folder."""
    from samestory.draft.written import write_drafts

    folder: Path = arguments.case
    if not os.path.isfile(folder / "case.yml"):
        print(f"{folder} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return MISUSED
    try:
        done = write_drafts(folder)
    except OSError as error:
        raise SameStoryError(f"{folder} can’t be written: {error.strerror}.") from error
    print("\n".join(draft_report(folder, done)))
    return FINE


def draft_report(folder: Path, done: "WrittenDrafts") -> list[str]:
    """The lines that say what was drafted, what was not, and what to do next."""
    lines = []
    if done.proposals:
        lines += [
            f"Nobody has decided on the tool’s proposals yet. The strongest {done.proposals} are in {folder}/findings, "
            "marked as drafts: the tool may be wrong about each of them.",
        ]
    lines += [f"{len(done.exercises)} exercises drafted into {folder}/exercises/lesson.yml:"]
    lines += [
        f"  {done.case.exercises[name].card.kind:10} {done.case.exercises[name].card.title}" for name in done.exercises
    ]
    if done.lacking:
        lines += ["Not drafted:", *(f"  {one}." for one in done.lacking)]
    return [
        *lines,
        f"Next: read them; samestory check {folder} lists what waits for you; samestory build {folder} --out DIR",
    ]
