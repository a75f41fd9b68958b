"""The lessons as the source of an nbgrader course: each exercise that has points is followed by a cell that grades it.

    course/nbgrader_config.py
    course/source/<assignment>/<assignment>.ipynb
    course/source/<assignment>/assigned/<exercise>.json   of a teacher's own exercises, without their keys
    course/keys/*.yml                                     their keys, which nbgrader never releases

The two tests and the later checks are left out: they are not graded, and each assignment of nbgrader has a folder of
its own, so that the second test could not know which form came first.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samestory.answer.writing import written_whole
from samestory.course import load_shipped
from samestory.course.shipped import folder
from samestory.exercise import Exercise
from samestory.exercise.handout import hand_out
from samestory.teach.copies import plain_notebook
from samestory.teach.keys import Keyed, Keys

KEYS_FOLDER = "keys"  # beside `source`, from which nbgrader releases
CONFIG = """\
# Written by samestory start --nbgrader. Change what you like: it is not written again.
c = get_config()
c.CourseDirectory.course_id = "same-story"
c.ExecutePreprocessor.timeout = 120  # seconds for a cell; the first one loads the course
"""
# What a learner sees of it: nothing but this, since it grades only where nbgrader does.
_CELL = '# Your teacher’s nbgrader reads your points here: leave this cell as it is.\n{imported}points("{name}")'
_IMPORT = "from samestory.teach.graders.points import points\n\n"
# Takes a cell that shows one exercise, `exercise("odd-phrases")`; leaves one that only talks about it.
_SHOWS = re.compile(r'^exercise\("([\w-]+)"\)', re.MULTILINE)


def write_course(target: Path, keys: Keys, keys_folder: Path | None = None) -> tuple[list[str], int]:
    """Write the source of a course into a folder. What is there already is kept.

    Returns the assignments that were written, and how many files were there. Raises OSError.
    """
    wanted = {Path("nbgrader_config.py"): CONFIG.encode(), **dict(_lessons(keys)), **dict(_own(keys))}
    for file in _key_files(keys_folder):
        wanted[Path(KEYS_FOLDER, file.name)] = file.read_bytes()
    new = {path: content for path, content in wanted.items() if not os.path.lexists(target / path)}
    for path, content in new.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        with written_whole(target / path) as part:
            part.write(content)
    return [path.stem for path in new if path.suffix == ".ipynb"], len(wanted) - len(new)


def graded_notebook(book: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """A notebook with a cell of nbgrader's behind each exercise whose points count, the first time that it is shown."""
    cells: list[dict[str, Any]] = []
    graded: set[str] = set()
    for cell in book["cells"]:
        cells.append(cell)
        if cell["cell_type"] != "code":
            continue
        for name in _SHOWS.findall("".join(cell["source"])):
            known = keys.by_id.get(name)
            if known and known.exercise.counts and name not in graded:
                cells.append(_grade_cell(known.exercise, first=not graded))
                graded.add(name)
    return {**book, "cells": cells}


def _grade_cell(exercise: Exercise, first: bool) -> dict[str, Any]:
    card = exercise.card
    source = _CELL.format(imported=_IMPORT if first else "", name=card.id)
    told = {"schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"points-{hashlib.sha256(card.id.encode()).hexdigest()[:8]}",
        "metadata": {"nbgrader": {**told, "grade_id": card.id, "points": card.points}},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def _lessons(keys: Keys) -> Iterator[tuple[Path, bytes]]:
    syllabus = load_shipped().syllabus
    tests = syllabus.test_pages()
    for path in sorted(folder("notebooks").glob("*.ipynb")):
        if path.stem not in tests:
            yield _notebook(path.stem, graded_notebook(json.loads(path.read_text("utf-8")), keys))


def _notebook(name: str, book: dict[str, Any]) -> tuple[Path, bytes]:
    text = json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return Path("source", name, f"{name}.ipynb"), text.encode()


def _own(keys: Keys) -> Iterator[tuple[Path, bytes]]:
    """A notebook for each set of a teacher's own exercises, with the copies that hold nothing of the key."""
    shipped = load_shipped().exercises
    sets: dict[str, list[Keyed]] = {}
    for name, one in keys.by_id.items():
        if name not in shipped:
            sets.setdefault(one.exercise.card.lesson, []).append(one)
    for lesson, own in sets.items():
        yield _notebook(lesson, graded_notebook(plain_notebook(lesson, [one.exercise for one in own]), keys))
        for one in own:
            copy = json.dumps(hand_out(one.exercise), indent=1, ensure_ascii=False) + "\n"
            yield Path("source", lesson, "assigned", f"{one.exercise.card.id}.json"), copy.encode()


def _key_files(place: Path | None) -> list[Path]:
    return sorted(file for file in place.iterdir() if file.suffix.lower() in (".yml", ".yaml")) if place else []
