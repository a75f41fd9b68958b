"""`samestory add CASE FILES...`: add texts to a case, from files as people have them."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.cli.authoring._taking import take_aloud, told_of
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("add", help="add texts to a case: .txt, saved pages, .docx, .pdf, a folder, a .zip")
    parser.add_argument("case", type=Path, metavar="CASE", help="a case’s folder")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, folders, .zip; - is pasted text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the texts; 0 fine, 1 the case can't be written, 2 used wrongly, or no file could be read."""
    from samestory.inbox.made import add_to_case

    folder: Path = arguments.case
    if not os.path.isfile(folder / "case.yml"):
        print(f"{folder} holds no case.yml: make one with samestory new {folder} FILES.", file=sys.stderr)
        return MISUSED
    texts = take_aloud(arguments.files)
    if not texts:
        print("No text was read, and nothing added: name files with words in them.", file=sys.stderr)
        return MISUSED
    try:
        kept = add_to_case(folder, texts)
    except OSError as error:
        raise SameStoryError(f"{folder} can’t be written ({error.strerror}): look at its rights.") from error
    print(f"{folder}: {len(kept)} added; {len(texts) - len(kept)} there already.")
    for line in (line for one in kept for line in told_of(one.taken)):
        print(line)
    return FINE
