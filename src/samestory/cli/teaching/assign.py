"""`samestory assign KEYS`: make the learners' copies of a case's lesson, or of exercises, without the key."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.teach.copies import folder_name, solutions_page, write_copies, write_set
from samestory.teach.draw import DRAWN_FILE, draw_for, read_draw, write_draw
from samestory.teach.keys import load_keys
from samestory.teach.site.match import name_key
from samestory.teach.site.roster_sheet import on_the_list
from samestory.teach.site.sheet import read_sheet


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("assign", help="make learners' copies, without the key, of your own exercises")
    parser.add_argument(
        "keys", type=Path, metavar="KEYS", help="your case, or your folder of exercises (*.yml) with their keys"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder that you hand out")
    parser.add_argument("--no-hints", action="store_true", help="for an exam: the copies have no hints")
    parser.add_argument("--pick", type=int, metavar="N", help="draw N of the exercises for each student of --roster")
    parser.add_argument("--roster", type=Path, metavar="FILE", help="with --pick: your class list (CSV)")
    parser.add_argument("--solutions", action="store_true", help="afterwards: write only the page with the solutions")
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
        if arguments.no_hints or arguments.pick is not None or arguments.roster or arguments.solutions:
            print("These options are for a folder of exercises; a case is handed out as one lesson.", file=sys.stderr)
            return MISUSED
        if arguments.out.resolve().is_relative_to(arguments.keys.resolve()):
            print(f"{arguments.out} lies in your case, beside its key: name a folder elsewhere.", file=sys.stderr)
            return MISUSED
        return _assign_case(arguments.keys, arguments.out)
    keys = load_keys(load_shipped(), arguments.keys)
    chosen = [one.exercise for one in keys.by_id.values() if one.assigned]
    target = arguments.out / "assigned"
    try:
        if arguments.solutions:
            return _release(arguments, chosen)
        if arguments.pick is not None or arguments.roster:
            return _draw(arguments, chosen)
        gone = write_copies(target, chosen, hints=not arguments.no_hints)
    except OSError as error:
        print(f"{error.filename or target} cannot be written ({error.strerror}): name another folder.", file=sys.stderr)
        return MISUSED
    if gone:
        print(f"Taken away, since they are not in {arguments.keys} any more: {', '.join(gone)}.")
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


def _release(arguments: argparse.Namespace, chosen: Sequence[Exercise]) -> int:
    """Write the page with the solutions, which tells everything that the copies keep to themselves."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    page = arguments.out / "solutions.html"
    page.write_text(solutions_page(chosen, chosen[0].card.lesson), encoding="utf-8")
    print(f"{page}: the solutions of {len(chosen)} exercises. Hand it out when everybody has handed in.")
    return FINE


def _draw(arguments: argparse.Namespace, chosen: Sequence[Exercise]) -> int:
    """Draw for each student of the list, and write a folder for each."""
    if arguments.pick is None or not arguments.roster:
        print("--pick N and --roster FILE go together: everybody on the list gets N of the exercises.", file=sys.stderr)
        return MISUSED
    students = [one.student for one in on_the_list(read_sheet(arguments.roster.read_bytes()))]
    if not students:
        print(f"{arguments.roster} names nobody: give a table with a column of names.", file=sys.stderr)
        return MISUSED
    by_id = {one.card.id: one for one in chosen}
    draw = draw_for(students, list(by_id), arguments.pick, read_draw(arguments.keys))
    # First the draw: copies that nobody knows of could not be graded.
    write_draw(arguments.keys, draw)
    taken: set[str] = set()
    for student in students:
        mine = [by_id[name] for name in draw.students[name_key(student)]]
        place = arguments.out / folder_name(student, taken)
        write_copies(place / "assigned", mine, hints=not arguments.no_hints)
        write_set(place / "exercises.ipynb", mine)
    print(f"{arguments.out}: a folder for each of {len(students)} students, with {arguments.pick} exercises.")
    print(
        f"Who has which is in {arguments.keys / DRAWN_FILE}. Keep that folder, and grade with --keys {arguments.keys}"
    )
    return FINE
