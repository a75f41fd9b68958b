"""The directive `{reader} al-jazeera powerhouse-news`: articles side by side on a page that is not a notebook.

Each line of its content shows a part of one article: `al-jazeera: New sanction were … degree of confidence`.
"""

from collections.abc import Iterable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import place_of_reader
from samestory.errors import SameStoryError
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.view import ReaderError, reader_view

BETWEEN = "…"


class ReaderDirective(SphinxDirective):
    """Puts the same element on the page that a lesson's `reader(...)` puts there."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = {"without": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Its place; an article or a phrase that is not there stops the page with a message that says so."""
        names, without = self.arguments[0].split(), self.options.get("without", "").split()
        try:
            view = reader_view(names, parts_asked_for(self.content), without)
        except SameStoryError as error:
            raise fault(self, str(error)) from error
        place = place_of_reader(view, *read_markup(reader_element(view)))
        self.set_source_info(place)
        return [place]


def parts_asked_for(lines: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Return the parts of articles that the directive's content asks for.

    >>> parts_asked_for(["one: It began … at last", "other: … the end"])
    {'one': ('It began', 'at last'), 'other': (None, 'the end')}
    """
    found: dict[str, tuple[str | None, str | None]] = {}
    for line in filter(None, map(str.strip, lines)):
        name, colon, phrases = line.partition(":")
        # Without the dots the whole line would be a first phrase, and the text would run on to its end.
        start, dots, end = phrases.partition(BETWEEN)
        if not colon or not dots or name.strip() in found:
            expected = f"`article: first words {BETWEEN} last words`, each article once"
            raise ReaderError(f"A reader's part reads “{line}”; expected is {expected}.")
        found[name.strip()] = (start.strip() or None, end.strip() or None)
    return found
