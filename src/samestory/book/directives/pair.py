"""A lesson's notebook, made from its text: no outputs, and ids that stay the same from one run to the next."""

import hashlib
import json
from pathlib import Path
from typing import Any

import jupytext
import nbformat

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def notebook(lesson: Path) -> str:
    """Return the .ipynb text of a lesson written as MyST Markdown, with its name in the metadata."""
    pair: Any = jupytext.read(lesson, fmt="md:myst")
    taken: set[str] = set()
    for cell in pair.cells:
        # Ids come out by chance otherwise, and every notebook would differ from the one in the repository.
        cell["id"] = _id(cell.cell_type, cell.source, taken)
    # Not what jupytext writes there: it names its own version, and a new one would change every notebook.
    pair.metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        "samestory": {"schema": 1, "lesson": lesson.stem},
    }
    pair.nbformat, pair.nbformat_minor = 4, 5
    nbformat.validate(pair)
    return json.dumps(pair, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _id(kind: str, source: str, taken: set[str]) -> str:
    """Return an id made of the cell's text, so that moving a cell keeps its id."""
    turn = 0
    while True:
        # Two cells of one text are told apart by their turn, which only the second of them needs.
        name = hashlib.sha256(f"{kind}\n{source}\n{turn}".encode()).hexdigest()[:8]
        if name not in taken:
            taken.add(name)
            return name
        turn += 1
