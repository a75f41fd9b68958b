"""The learners' copies of assigned exercises, as files: those of today, and none of what was taken out of the set."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from samestory.exercise import Exercise
from samestory.exercise.handout import hand_out
from samestory.teach.report.outbox import safe_name
from samestory.template import rendered


def write_copies(target: Path, exercises: Sequence[Exercise], hints: bool = True) -> list[str]:
    """Write a copy of each exercise into a folder; returns the ids of copies that were taken away. Raises OSError."""
    target.mkdir(parents=True, exist_ok=True)
    for one in exercises:
        shown = one if hints else replace(one, card=replace(one.card, hints=()))
        text = json.dumps(hand_out(shown), indent=1, ensure_ascii=False) + "\n"
        (target / f"{one.card.id}.json").write_text(text, encoding="utf-8")
    left = {one.card.id for one in exercises}
    gone = [path for path in sorted(target.glob("*.json")) if path.stem not in left and _is_copy(path)]
    for path in gone:
        path.unlink()
    return [path.stem for path in gone]


def write_set(path: Path, exercises: Sequence[Exercise]) -> None:
    """Write a notebook with these exercises, unless somebody's is there. Raises OSError."""
    if path.exists():
        return
    book = plain_notebook(exercises[0].card.lesson, exercises)
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def plain_notebook(lesson: str, exercises: Sequence[Exercise]) -> dict[str, Any]:
    """A notebook that shows these exercises, one below the other."""
    sources = ["from samestory.lesson import exercise", *(f'exercise("{one.card.id}")' for one in exercises)]
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": [f"# {lesson}"]},
        *(
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"cell-{at}",
                "metadata": {},
                "outputs": [],
                "source": [source],
            }
            for at, source in enumerate(sources)
        ),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def folder_name(student: str, taken: set[str]) -> str:
    """A folder for a student that nobody else has; `taken` are those of the others."""
    name, count = safe_name(student), 1
    while name.casefold() in taken:
        count += 1
        name = f"{safe_name(student)}-{count}"
    taken.add(name.casefold())
    return name


def solutions_page(exercises: Sequence[Exercise], title: str) -> str:
    """The solutions as a page to hand out when everybody has handed in: it loads nothing and runs nothing."""
    return rendered(
        "teach/solutions.html.j2",
        title=title,
        exercises=exercises,
        told=lambda one: one.told(one.task.right().to_json()),
        parts=lambda one: [part for part in one.solution().parts if part.said],
    )


def _is_copy(path: Path) -> bool:
    """True for a copy that `samestory assign` wrote: whatever else lies there is somebody's own."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(plain, dict) and plain.get("mode") == "assigned" and plain.get("id") == path.stem
