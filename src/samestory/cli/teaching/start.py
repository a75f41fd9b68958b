"""`samestory start DIR`: a learner's copy of the lessons, opened in JupyterLab, or the source of an nbgrader course."""

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
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("start", help="copy the lessons into a folder and open them in JupyterLab")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the copy goes; made if it is not there")
    parser.add_argument("--no-open", action="store_true", help="copy only")
    parser.add_argument("--nbgrader", action="store_true", help="make the source of an nbgrader course there instead")
    parser.add_argument("--keys", type=Path, metavar="KEYS", help="with --nbgrader: your own exercises and their keys")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy what is not there yet, never over a learner's work; 0 fine, 2 used wrongly."""
    target: Path = arguments.folder
    if os.path.isfile(target):
        print(f"{target} is a file: name a folder.", file=sys.stderr)
        return MISUSED
    if arguments.keys and not arguments.nbgrader:
        print("--keys goes with --nbgrader. Your own exercises alone: samestory assign.", file=sys.stderr)
        return MISUSED
    if arguments.nbgrader:
        return _nbgrader(target, arguments.keys)
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


def _nbgrader(target: Path, keys_folder: Path | None) -> int:
    from samestory.course import load_shipped
    from samestory.teach.graders.nbgrader_course import KEYS_FOLDER, write_course
    from samestory.teach.keys import load_keys

    if keys_folder and not keys_folder.is_dir():
        print(f"There is no folder {keys_folder}: name the folder of your exercises.", file=sys.stderr)
        return MISUSED
    # Everything below `source` is released to learners.
    if keys_folder and keys_folder.resolve().is_relative_to((target / "source").resolve()):
        print(f"{keys_folder} would be released to learners: keep your keys outside of `source`.", file=sys.stderr)
        return MISUSED
    try:
        keys = load_keys(load_shipped(), keys_folder)
        new, there = write_course(target, keys, keys_folder)
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{target} cannot be written: {error.strerror}. Name another folder.", file=sys.stderr)
        return MISUSED
    print(f"{target}: assignments made: {len(new)}; files kept as they were: {there}.")
    print("The two tests and the later checks are left out, since they are not graded.")
    if keys_folder:
        print(f"Your keys are in {target / KEYS_FOLDER}. nbgrader releases nothing of that folder.")
    if new:
        print(f"Next, in {target}: nbgrader generate_assignment {new[0]}")
    return FINE


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
