"""A lesson as one HTML page: its text, what its cells show, its exercises, and what a platform must know of these.

The cells run here, in this process: they are ours, as they ship, and what they return draws itself.
"""

import ast
import contextlib
import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from samestory.course import load_shipped
from samestory.course.shipped import folder
from samestory.errors import SameStoryError
from samestory.exercise import Exercise
from samestory.template import rendered
from samestory.widget.element import data_inside, element, waits_of
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.view import reader_view

# Takes `exercise("odd-phrases")`, a cell's one line; leaves an import.
_EXERCISE = re.compile(r'exercise\("([\w-]+)"\)')
# Takes `drawn("first")`; leaves `two_tests()`.
_DRAWN = re.compile(r'drawn\("(first|second)"\)')
# Takes `<same-story-reader data-place="…">…</same-story-reader>`; leaves a reader that has its data inside.
_READER = re.compile(r'<same-story-reader data-place="([^"]*)">.*?</same-story-reader>', re.DOTALL)
# Takes a link within the book, `<a href="../book/method.md">the method</a>`; leaves one with a scheme, “https:”.
_INNER_LINK = re.compile(r'<a href="(?![a-z]+:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
# Takes `<a href="https:`, a link to another site; leaves the links that were taken out before.
_OUTER_LINK = re.compile(r'<a href="(?=https?:)')
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_ANSWER_ELSEWHERE = "This exercise runs Python. Do it in the lesson’s notebook; it is in no sum."


@dataclass(frozen=True)
class PackedPage:
    """A page ready to be packed: `name` is a slug, `html` the whole of `index.html`."""

    name: str
    title: str
    html: str
    exercises: tuple[str, ...]


def lesson_page(name: str) -> PackedPage:
    """Return the page of a lesson, or of a page of tests, by its file's name. SameStoryError names those there are."""
    home = folder("notebooks")
    known = sorted(path.stem for path in home.glob("*.ipynb"))
    if name not in known:
        raise SameStoryError(f"There is no lesson {name!r}: name one of {', '.join(known)}.")
    cells = json.loads((home / f"{name}.ipynb").read_text("utf-8"))["cells"]
    body = _Body()
    for cell in cells:
        body.add(cell)
    title = _TITLE.search("".join(cells[0]["source"]))
    told = {"lesson": name, "exercises": [_told(one) for one in body.exercises]}
    page = rendered(
        "package/page.html.j2", title=title[1] if title else name, body="\n".join(body.parts), told=data_inside(told)
    )
    return PackedPage(name, title[1] if title else name, page, tuple(one.card.id for one in body.exercises))


class _Body:
    """What a page is made of, added cell by cell."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.exercises: list[Exercise] = []  # each once, though a page may show one again
        self._markdown = _markdown()
        self._names: dict[str, Any] = {}

    def add(self, cell: dict[str, Any]) -> None:
        """Add what a cell shows on a page."""
        source = "".join(cell["source"])
        # Cells with this tag speak of JupyterLab.
        if "remove-cell" in cell["metadata"].get("tags", ()):
            return
        if cell["cell_type"] == "markdown":
            self.parts.append(_OUTER_LINK.sub('<a rel="noopener" target="_blank" href="', self._text(source)))
        elif asked := _EXERCISE.search(source):
            self._exercise(load_shipped().exercise(asked[1]))
        elif asked := _DRAWN.search(source):
            forms = load_shipped().syllabus.forms()
            self.parts.append(f'<same-story-drawn data-turn="{asked[1]}">')
            for form in forms:
                self._exercise(load_shipped().exercise(form))
            self.parts.append("</same-story-drawn>")
        else:
            self.parts.append(_READER.sub(_reader, _shown(source, self._names)))

    def _text(self, source: str) -> str:
        return _INNER_LINK.sub(r"\1", str(self._markdown(source)))

    def _exercise(self, one: Exercise) -> None:
        if one.needs_python:
            self.parts.append(f"<p><strong>{html.escape(one.card.title)}.</strong> {_ANSWER_ELSEWHERE}</p>")
            return
        again = one in self.exercises
        if not again:
            self.exercises.append(one)
        number, anchor = self.exercises.index(one) + 1, f"{one.card.id}-again" if again else None
        self.parts.append(element(one, number, waits_of(one, load_shipped().exercise), anchor=anchor))


def _told(one: Exercise) -> dict[str, Any]:
    """What the platform's part of the script knows of an exercise."""
    return {"id": one.card.id, "points": one.card.points if one.counts else 0, "once": one.card.once}


def _shown(source: str, names: dict[str, Any]) -> str:
    """The HTML of what a cell shows: of its last expression, as in a notebook."""
    tree = ast.parse(source)
    last = tree.body[-1] if tree.body else None
    value: Any = None
    # A cell may print; on a page what counts is what it returns.
    with contextlib.redirect_stdout(io.StringIO()):
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(tree.body[:-1], []), "<lesson>", "exec"), names)
            value = eval(compile(ast.Expression(last.value), "<lesson>", "eval"), names)
        else:
            exec(compile(tree, "<lesson>", "exec"), names)
    if hasattr(value, "_repr_html_"):
        return str(value._repr_html_())
    if hasattr(value, "_repr_mimebundle_"):
        return str(value._repr_mimebundle_()[0].get("text/html", ""))
    return "" if value is None else f"<pre>{html.escape(repr(value))}</pre>"


def _reader(place: re.Match[str]) -> str:
    asked = json.loads(html.unescape(place[1]))
    parts = {name: (part[0], part[1]) for name, part in asked["parts"].items()}
    return reader_element(reader_view(asked["names"], parts, asked["without"]))


def _markdown() -> Callable[[str], str]:
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise SameStoryError("To pack a lesson, install what reads its text: pip install 'samestory[book]'") from None
    return MarkdownIt("commonmark").enable(["table"]).render
