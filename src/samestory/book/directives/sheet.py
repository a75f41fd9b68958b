"""What goes with a learner's sheet: `{lines} 4`, to write on, and `{fold} The sheet, solved`, for the teacher's plan.

`static/worksheet.css` prints a page with lines on one sheet of paper.
"""

import html

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault

MOST = 30  # more would fill a page of A4 by themselves


class LinesDirective(SphinxDirective):
    """Puts empty lines on the page, which only paper has a use for: they are told to no screen reader."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; a number that is none, or too large for a page, stops the page with a message."""
        given = self.arguments[0]
        if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= MOST:
            raise fault(self, f"Give a number of lines from 1 to {MOST}, not {given!r}.")
        drawn = "<i></i>" * int(given)
        return [nodes.raw("", f'<div class="sb-lines" aria-hidden="true">{drawn}</div>', format="html")]


class FoldDirective(SphinxDirective):
    """Puts its content behind a fold that needs no script, closed until somebody opens it."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The content between two raw HTML nodes."""
        summary = html.escape(self.arguments[0])
        opened = nodes.raw("", f'<details class="sb-answers"><summary>{summary}</summary>', format="html")
        return [opened, *self.parse_content_to_nodes(), nodes.raw("", "</details>", format="html")]
