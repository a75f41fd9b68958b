"""A lesson's notebook: its prose in cells of text, what is drawn in cells of code."""

import hashlib
import json
from typing import Any

from samestory.publish.own_text import Asked, blocks

_FIRST = "from samestory.lesson import exercise, reader"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def lesson_notebook(text: str) -> str:
    """Return a notebook as JSON; what only a page can show, such as the scores, is left out."""
    cells = [_cell("code", _FIRST)]
    for block in blocks(text):
        if not isinstance(block, Asked):
            cells.append(_cell("markdown", block.typed))
        elif code := _code(block):
            cells.append(_cell("code", code))
    for number, cell in enumerate(cells):
        told = f"{number}:{''.join(cell['source'])}"
        # Made of what stands in it, so that the same lesson gives the same file.
        cell["id"] = hashlib.sha256(told.encode()).hexdigest()[:12]
    book = {"cells": cells, "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"


def _code(asked: Asked) -> str:
    if asked.name == "exercise":
        return f"exercise({json.dumps(asked.argument)})"
    if asked.name == "reader":
        names = ", ".join(map(json.dumps, asked.argument.split()))
        without = asked.options.get("without", "").split()
        return f"reader({names}{f', without={json.dumps(without)}' if without else ''})"
    return asked.body if asked.name == "code-cell" else ""


def _cell(kind: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source.splitlines(keepends=True)}
    return cell if kind == "markdown" else {**cell, "execution_count": None, "outputs": []}
