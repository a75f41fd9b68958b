"""The directive `{desk}`: the desk on a page of the book, where a reader's own texts are compared in the browser."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.widget.awaited import awaited
from samestory.widget.element import NEEDS_PYTHON

DESK_SCRIPT, DESK_STYLE = "desk.js", "desk.css"
DESK_PLACE = "ss-desk-place"
_WITHOUT = (
    "To compare texts of your own here, switch JavaScript on. In the notebook of lesson 10 it works without a page."
)


class DeskDirective(SphinxDirective):
    """Puts a place on the page that `desk.js` fills."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the place; its class tells the book which script and style the page needs."""
        place = nodes.container(classes=[DESK_PLACE])
        inside = f"<div{NEEDS_PYTHON}>{awaited(_WITHOUT, DESK_SCRIPT)}</div>"
        place += nodes.raw("", inside, format="html")
        self.set_source_info(place)
        return [place]
