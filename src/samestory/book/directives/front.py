"""The address of the book itself: a page that passes on to the welcome page."""

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx


def front_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """`index.html` for a book whose first page lies deeper, as readable as any other page."""
    root = app.config.root_doc
    # A book that has an index of its own must not lose it to ours.
    if root != "index":
        yield "index", {"title": app.config.html_title, "first_page": root}, "front.html"
