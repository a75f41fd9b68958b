"""`samestory sync`: write each lesson's notebook from its text, or check that the pairs agree."""

import argparse
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FAULTS, FINE, MISUSED


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("sync", help="for authors: write the notebooks (.ipynb) from the lessons' text (.md)")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("notebooks"), metavar="DIR")
    parser.add_argument("--check", action="store_true", help="change nothing; say which pairs differ")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write or check every pair; 0 fine, 1 a pair differs, 2 no lessons there or jupytext missing."""
    # Lessons begin with their number; a README or a note beside them has no notebook.
    lessons = sorted(arguments.folder.glob("[0-9]*.md"))
    if not lessons:
        print(f"{arguments.folder} holds no lessons (NN-slug.md): name the folder that does.", file=sys.stderr)
        return MISUSED
    try:
        from samestory.book.directives.pair import notebook
    except ImportError:
        print("jupytext is missing: pip install 'samestory[book]'.", file=sys.stderr)
        return MISUSED
    differ = 0
    for lesson in lessons:
        text, pair = notebook(lesson), lesson.with_suffix(".ipynb")
        # Git on Windows may check files out with its own line ends, which are no difference.
        if pair.is_file() and pair.read_bytes().replace(b"\r\n", b"\n") == text.encode():
            continue
        differ += 1
        if arguments.check:
            print(f"{pair} differs from {lesson}: run `samestory sync`.")
        else:
            pair.write_text(text, encoding="utf-8")
            print(f"{pair} written.")
    return FAULTS if arguments.check and differ else FINE
