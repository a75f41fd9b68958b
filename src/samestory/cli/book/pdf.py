"""`samestory pdf BOOK OUT`: the whole course as one PDF, printed by Chromium from the book for paper."""

import argparse
from pathlib import Path
from typing import Any

from samestory.cli import FINE


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("pdf", help="print the book for paper into one PDF")
    parser.add_argument("book", metavar="BOOK", type=Path, help="the book for paper, such as _build/singlehtml")
    parser.add_argument("out", metavar="OUT", type=Path, help="the PDF to write")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the course and say how big it is; always 0, for what goes wrong is a CannotPrintError."""
    from samestory.book.print.chromium import print_book, write  # who installs the exercises only has no Sphinx

    printed = print_book(arguments.book)
    write(arguments.out, printed)
    print(f"{arguments.out}: {len(printed) / 2**20:.1f} MiB.")
    return FINE
