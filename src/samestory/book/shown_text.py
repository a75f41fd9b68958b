"""What a reader can see or open on a built page or in a notebook, as pieces of text in the order of the file.

Of a page: its text, the descriptions that stand in attributes (of pictures, fields, the page itself), what elements
carry in their `data-` attributes, every string of the JSON that exercises, readers and explorers are drawn from, and
what is shown to a browser without scripts. Of a notebook: every string of its cells and their outputs. Code and style
sheets of a page are left out: they are the same on every page and hold no text of an article.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

SPOKEN_ATTRIBUTES = {
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "content",
    "placeholder",
    "value",
    "summary",
    "label",
}
_TAG = re.compile(r"<[^<>]*>")


class _Pieces(HTMLParser):
    """The pieces of a page: attributes and text nodes; JSON inside the page is taken apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside: tuple[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [
            value for name, value in attrs if value and (name in SPOKEN_ATTRIBUTES or name.startswith("data-"))
        ]
        self._inside = (tag, given.get("type")) if tag in ("script", "style") else None

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside is None:
            self.found.append(data)
        elif self._inside == ("script", "application/json"):
            self.found += strings(json.loads(data))


def strings(value: Any) -> list[str]:
    """Return every string in plain values, also those that are JSON or HTML themselves."""
    if isinstance(value, dict):
        return [one for inner in value.values() for one in strings(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in strings(inner)]
    return pieces(value) if isinstance(value, str) and _TAG.search(value) else [value] if isinstance(value, str) else []


def pieces(page: str) -> list[str]:
    """Return the pieces of text that a page of HTML shows.

    >>> pieces('<p title="One">Two <b>three</b></p><script>four()</script>')
    ['One', 'Two ', 'three']
    """
    found = _Pieces()
    found.feed(page)
    found.close()
    return found.found


def shown_pieces(file: Path) -> list[str]:
    """Return the pieces of text of a built page (`.html`) or of a notebook (`.ipynb`)."""
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        return pieces(text)
    cells = json.loads(text)["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    return [*sources, *strings([cell.get("outputs", []) for cell in cells])]
