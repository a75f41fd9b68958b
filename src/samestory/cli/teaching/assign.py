"""`samestory assign KEYS`: make the learners' copies of a case's lesson, or of exercises, without the key."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.course import load_shipped
from samestory.exercise.handout import hand_out
from samestory.teach.keys import load_keys


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("assign", help="make learners' copies, without the key, of your own exercises")
    parser.add_argument(
        "keys", type=Path, metavar="KEYS", help="your case, or your folder of exercises (*.yml) with their keys"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder that you hand out")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write DIR/assigned/<id>.json for each exercise; 0 fine, 1 an exercise is unsound, 2 used wrongly."""
    if not arguments.keys.is_dir():
        print(f"{arguments.keys} is no folder: name the folder that holds your exercises.", file=sys.stderr)
        return MISUSED
    # Resolved first: a link or a “..” must not hide that the keys lie in what is handed out.
    if arguments.keys.resolve().is_relative_to(arguments.out.resolve()):
        print(f"{arguments.out} holds your keys, and would be handed out with them: name another.", file=sys.stderr)
        return MISUSED
    if os.path.isfile(arguments.keys / "case.yml"):
        return _assign_case(arguments.keys, arguments.out)
    keys = load_keys(load_shipped(), arguments.keys)
    chosen = [one.exercise for one in keys.by_id.values() if one.assigned]
    target = arguments.out / "assigned"
    try:
        target.mkdir(parents=True, exist_ok=True)
        for one in chosen:
            text = json.dumps(hand_out(one), indent=1, ensure_ascii=False) + "\n"
            (target / f"{one.card.id}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{target} cannot be written ({error.strerror}): name another folder.", file=sys.stderr)
        return MISUSED
    print(f"{target}: {len(chosen)} exercises without their keys. Hand out {arguments.out} with a notebook that has:")
    print()
    print("    from samestory.lesson import exercise")
    for one in chosen:
        print(f'    exercise("{one.card.id}")')
    print()
    print(f"Keep {arguments.keys} to yourself, and grade with: samestory grade SUBMISSIONS --keys {arguments.keys}")
    return FINE


def _assign_case(folder: Path, out: Path) -> int:
    """Write a case's lesson for learners."""
    from samestory.publish.lesson import assign_lesson

    try:
        built = assign_lesson(folder, out)
    except OSError as error:
        print(f"{error.filename or out} cannot be written ({error.strerror}): name another folder.", file=sys.stderr)
        return MISUSED
    if built.drafts:
        print(f"{built.drafts} of its exercises are drafts: samestory check {folder} lists them.")
    print(f"{out}: the lesson without its key. Hand out the whole folder, or lesson.html alone.")
    print("Learners save their answers to a file at the foot of the page, or hand in the notebook.")
    print(f"Keep {folder} to yourself, and grade with: samestory grade SUBMISSIONS --case {folder} --out RESULTS")
    return FINE
