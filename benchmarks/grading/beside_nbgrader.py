"""The same lesson as an assignment of nbgrader, in an environment of its own: a cell and a test for each exercise.

The prose of the lesson is in it, its figures and tables are not, which spares nbgrader their time.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from classes import LESSON

from samestory.course import load_shipped

VERSION = "0.9.6"
BASE = {"schema_version": 3, "task": False}
TEST = """\
right = {right!r}
def share(given):
    if "text" in right:
        return float(str(given.get("text", "")).strip().lower() == right["text"].lower())
    if "chosen" in right:
        return float(given.get("chosen") == right["chosen"])
    if "placed" in right:
        placed = given.get("placed", {{}})
        return sum(placed.get(name) == group for name, group in right["placed"].items()) / len(right["placed"])
    marked = {{word for mark in given.get("marks", []) for word in range(mark["from"], mark["to"] + 1)}}
    hit = [2 * len(marked & set(range(m["from"], m["to"] + 1))) > m["to"] - m["from"] for m in right["marks"]]
    return sum(hit) / len(hit)
round({points} * share({name}), 2)
"""


def seconds_each(given: list[dict[str, Any]], place: Path) -> float:
    """How long `nbgrader autograde` takes for each of these submissions, start of the program included."""
    python = environment(place / "nbgrader-env")
    course = place / "nbgrader-course"
    shutil.rmtree(course, ignore_errors=True)
    lesson = load_shipped().lesson(LESSON)
    right = {one.card.id: one.task.right().to_json() for one in lesson}
    write(course / "source" / "lesson" / "lesson.ipynb", right, right)
    run(python, course, "generate_assignment", "lesson")
    for at, one in enumerate(given):
        write(course / "submitted" / f"student-{at:02}" / "lesson" / "lesson.ipynb", right, one)
    started = time.perf_counter()
    run(python, course, "autograde", "lesson")
    passed = time.perf_counter() - started
    graded = len(list((course / "autograded").glob("*/lesson/lesson.ipynb")))
    assert graded == len(given), f"nbgrader graded {graded} of {len(given)}"
    return passed / graded


def environment(place: Path) -> Path:
    """An environment with nbgrader in it, made once. Returns its python."""
    python = place / "bin" / "python"
    if not (place / "ready").exists():
        print(f"Making an environment for nbgrader {VERSION} in {place} ...")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", f"nbgrader=={VERSION}"], check=True)
        (place / "ready").touch()
    return python


def run(python: Path, course: Path, *command: str) -> None:
    home = {name: str(course / "home") for name in ("HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls `alembic` by its name
    (course / "home").mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [str(python.parent / "nbgrader"), *command],
        cwd=course,
        env={**os.environ, **home, "PATH": path},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"nbgrader {command[0]} failed:\n{done.stderr[-2000:]}")


def write(path: Path, right: dict[str, Any], given: dict[str, Any]) -> None:
    """A notebook of the assignment: the lesson's prose, and for each exercise an answer and a test."""
    shown = json.loads((Path(__file__).parents[2] / "notebooks" / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    cells: list[dict[str, Any]] = [cell for cell in shown["cells"] if cell["cell_type"] == "markdown"]
    for name, answer in right.items():
        variable = f"answer_{name.replace('-', '_')}"
        points = int(load_shipped().exercise(name).card.points)
        answered = {"grade": False, "solution": True, "locked": False, "grade_id": f"{name}-answer"}
        tested = {"grade": True, "solution": False, "locked": True, "grade_id": f"{name}-test", "points": points}
        cells.append(cell(f"{variable} = {given.get(name, {})!r}", {**BASE, **answered}))
        cells.append(cell(TEST.format(right=answer, points=points, name=variable), {**BASE, **tested}))
    book = {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(book, indent=1), encoding="utf-8")


def cell(source: str, nbgrader: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": nbgrader["grade_id"],
        "metadata": {"nbgrader": nbgrader},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }
