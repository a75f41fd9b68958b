"""`samestory start DIR`: a learner's copy of the lessons, opened in JupyterLab."""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.course import folder


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("start", help="copy the lessons into a folder and open them in JupyterLab")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the copy goes; made if it is not there")
    parser.add_argument("--no-open", action="store_true", help="copy only")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy what is not there yet, never over a learner's work; 0 fine, 2 used wrongly."""
    target: Path = arguments.folder
    if os.path.isfile(target):
        print(f"{target} is a file: name a folder.", file=sys.stderr)
        return MISUSED
    try:
        target.mkdir(parents=True, exist_ok=True)
        new, there = _copy(folder("notebooks"), target)
    except OSError as error:
        print(f"{target} cannot be written: {error.strerror}. Name another folder.", file=sys.stderr)
        return MISUSED
    print(f"{target}: lessons copied: {new}; kept as they were: {there}.")
    if arguments.no_open:
        return FINE
    if importlib.util.find_spec("jupyterlab") is None:
        # Not a fault: the copy is made, and many open it in an editor of their own.
        print("JupyterLab is not installed here: pip install 'samestory[lab]', or open the folder in your own.")
        return FINE
    return subprocess.call([sys.executable, "-m", "jupyterlab", "--ServerApp.root_dir", str(target.resolve())])


def _copy(lessons: Path, target: Path) -> tuple[int, int]:
    new = there = 0
    for lesson in sorted(lessons.glob("*.ipynb")):
        copy, half = target / lesson.name, target / f".{lesson.name}.part"
        # A link counts, even one that leads nowhere: somebody has put it there.
        if os.path.lexists(copy):
            there += 1
        else:
            shutil.copyfile(lesson, half)  # a full disk must not leave half a lesson that the next start would keep
            half.rename(copy)
            new += 1
    return new, there
