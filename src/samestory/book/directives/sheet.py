"""What goes with a learner's sheet: `{lines} 4`, to write on, and `{fold} The sheet, solved`, for the teacher's plan.

`static/worksheet.css` prints a page with lines on one sheet of paper.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.template import rendered

MOST_LINES = 30  # more would fill a page of A4 by themselves


class LinesDirective(SphinxDirective):
    """Puts empty lines on the page, which only paper has a use for: they are told to no screen reader."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; a number that is none, or too large for a page, stops the page with a message."""
        given = self.arguments[0]
        # isdigit alone takes “²” too, of which int makes an error.
        if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= MOST_LINES:
            raise fault(self, f"Give a number of lines from 1 to {MOST_LINES}, not {given!r}.")
        return [nodes.raw("", rendered("book/directives/lines.html.j2", lines=int(given)), format="html")]


class FoldDirective(SphinxDirective):
    """Puts its content behind a fold that needs no script, closed until somebody opens it."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The content between two raw HTML nodes."""
        fold = rendered("book/directives/fold.html.j2", summary=self.arguments[0])
        opened = nodes.raw("", fold, format="html")
        return [opened, *self.parse_content_to_nodes(), nodes.raw("", "</details>", format="html")]
