"""Writes pages that everyone can read, also where Sphinx, docutils and MyST-NB do not.

axe-core is the judge of it (tests/browser).
"""

from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import visit_HideCellInput
from sphinx.writers.html5 import HTML5Translator


class PageTranslator(HTML5Translator):
    """Writes the tree of a page as HTML."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.tables = 0

    def starttag(
        self, node: nodes.Element, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """Write a start tag. A caption in the list of pages is no heading; a link there says which page is open."""
        if attributes.get("ROLE") == "heading":
            del attributes["ROLE"]
        if tagname == "a" and "current" in node.get("classes", ()):
            attributes["aria-current"] = "page"
        if "lesson" in node:
            attributes["data-lesson"] = node["lesson"]
        if "minutes" in node and tagname == "section":
            attributes["data-minutes"] = node["minutes"]
        written: str = super().starttag(node, tagname, suffix, empty, **attributes)
        return written

    def visit_table(self, node: nodes.table) -> None:
        """Put a table into a box that can be moved by keyboard where it is wider than a phone."""
        self.tables += 1
        self.body.append(f'<div class="ss-table" role="region" tabindex="0" aria-label="Table {self.tables}">')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>")

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Say of a list of notes inside the text that it is one; it does not stand beside it."""
        start = len(self.body)
        super().visit_footnote(node)
        if self.body[start].startswith('<aside class="footnote-list'):
            self.body[start] = self.body[start].replace(">", ' role="note" aria-label="Notes">')


def visit_hidden(self: Any, node: nodes.Element) -> None:
    """Open a fold around a hidden cell, called by the words that it shows."""
    start = len(self.body)
    visit_HideCellInput(self, node)
    # MyST-NB names each fold “Toggle hidden content”, which hides its words from screen readers.
    self.body[start + 1] = "<summary>\n"
