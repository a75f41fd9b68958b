"""`samestory check`: say everything that is wrong with a case, at once, and where the course shows what it keeps."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from samestory.case import Case, CaseError, load_case
from samestory.case.advice import advice
from samestory.case.todo import to_do
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.cli.authoring._folders import add_cases, folders_of
from samestory.course import folder, load_shipped, own_course
from samestory.course.kept_words import words_kept


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="check cases: shape, hashes, quotations, exercises")
    add_cases(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check each case and print every problem; 0 fine, 1 faults, 2 no such folder."""
    folders = folders_of(arguments)
    if folders is None:
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
            _print_advice(path, case)
    # Of the course as a whole, so only where the course is what is checked.
    faults += 0 if arguments.case or faults or own_course() else _print_leaks()
    if faults:
        print(f"\n{faults} {'fault' if faults == 1 else 'faults'}.")
    return FAULTS if faults else FINE


def _print_leaks() -> int:
    """Print where a text of the course holds what is kept for the tests, and return how many places there are."""
    course, found = load_shipped(), 0
    kept, own = words_kept(course.cases.values()), course.syllabus.test_pages()
    for path in _texts_of_the_course([one.id for one in kept.cases]):
        for leak in kept.found_in([path.read_text("utf-8")], path.stem in own):
            found += 1
            print(f"{path}: “{leak.words}” of {leak.source} is kept for the tests: take it out")
    return found


def _texts_of_the_course(kept: Sequence[str]) -> Iterator[Path]:
    """What authors write: sheets of cases but those kept, lessons, and in a checkout the pages of the book."""
    seeds, lessons = folder("seeds"), folder("notebooks")
    yield from (path for path in sorted(seeds.rglob("*.yml")) if path.relative_to(seeds).parts[0] not in kept)
    pages = lessons.parent / "book"
    own = [path for name in ("*.md", "*/*.md", "*/*/*.md") for path in sorted(pages.glob(name))]
    yield from (*sorted(lessons.glob("*.md")), *(path for path in own if "node_modules" not in path.parts))


def _print_advice(folder: Path, case: Case) -> None:
    """List what teaching experience advises, which is no fault either."""
    advised = advice(folder, case)
    if advised:
        print(f"Advice, {len(advised)} to consider:")
    for one in advised:
        print(f"  {folder}/{one}")


def _print_to_do(folder: Path) -> None:
    """List what nobody has looked at yet, which is no fault."""
    waiting = to_do(folder)
    if waiting:
        print(f"To do, {len(waiting)} not looked at:")
    for one in waiting:
        print(f"  {folder}/{one}")
