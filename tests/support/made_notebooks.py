"""Make notebooks as JupyterLab, Colab, VS Code and old IPython save them, with records in their outputs."""

import json
from typing import Any

MIME = "application/vnd.samestory.answer+json"
NOON = "2026-11-21T12:00:00Z"


def record(exercise: str = "greeting", answer: Any = None, when: Any = NOON, **more: Any) -> dict[str, Any]:
    answer = {"text": "hello"} if answer is None else answer
    own = {"exercise": exercise, "spec": "", "answer": answer, "when": when, "hints": 0}
    return {"schema": 1, **own, "first": True, **more}


def output(value: Any, form: str = "object") -> dict[str, Any]:
    """An output as it holds a record: as an `object`, as its JSON `text`, or as that text in `lines`."""
    if form != "object":
        value = json.dumps(value, indent=1)
        value = value.splitlines(keepends=True) if form == "lines" else value
    data = {MIME: value, "text/html": ["<span>Answer kept</span>"], "text/plain": ["Answer kept"]}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def code(source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    lines = source.splitlines(keepends=True)
    return {
        "cell_type": "code",
        "execution_count": 1,
        "id": "c",
        "metadata": {},
        "outputs": [*outputs],
        "source": lines,
    }


def prose(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "m", "metadata": {}, "source": text.splitlines(keepends=True)}


def answered(*records: Any, form: str = "object") -> list[dict[str, Any]]:
    """A cell for each record, with the call that shows its exercise."""
    return [code(f'exercise("{_name(one)}")', output(one, form)) for one in records]


def notebook(cells: list[dict[str, Any]], **dump: Any) -> bytes:
    """The file as Jupyter writes it: sorted keys, one blank of indentation."""
    book = {"cells": cells, "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}
    options: dict[str, Any] = {"indent": 1, "sort_keys": True, "ensure_ascii": False, **dump}
    return (json.dumps(book, **options) + "\n").encode(errors="surrogatepass")


def colab(cells: list[dict[str, Any]]) -> bytes:
    """The file as Colab writes it: its own order of keys, and its own metadata."""
    book = {
        "nbformat": 4,
        "nbformat_minor": 0,
        "metadata": {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "cells": [
            {**one, "metadata": {"id": "x", "colab": {"base_uri": "https://localhost:8080/"}, "outputId": "y"}}
            for one in cells
        ],
    }
    return json.dumps(book, indent=2).encode()


def vs_code(cells: list[dict[str, Any]]) -> bytes:
    """The file as VS Code writes it: no ids of cells, its language in the metadata, no line at the end."""
    plain = [{name: value for name, value in one.items() if name != "id"} for one in cells]
    book = {"cells": plain, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 2}
    return json.dumps(book, indent=1, ensure_ascii=False).encode()


def version_3(records: list[Any]) -> bytes:
    """The file as IPython 2 wrote it: worksheets, `input`, and the MIME types beside the output's own fields."""
    cells = [
        {
            "cell_type": "code",
            "collapsed": False,
            "input": [f'exercise("{_name(one)}")'],
            "language": "python",
            "outputs": [{"output_type": "display_data", MIME: one, "text": ["Answer kept"]}],
        }
        for one in records
    ]
    book = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}
    return json.dumps(book, indent=1, sort_keys=True).encode()


def _name(one: Any) -> str:
    return str(one.get("exercise", "")) if isinstance(one, dict) else ""
