"""The directive `{case} blinken-lavrov`: where each text comes from, and the record that it is measured against."""

from urllib.parse import urlsplit

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.case import Case
from samestory.case.desk import day_in_words
from samestory.course import load_shipped
from samestory.template import rendered


class CaseDirective(SphinxDirective):
    """Puts a case's articles and its record on the page, as two tables with links to the sources."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Two raw HTML tables; a case that does not ship stops the page with a message that names it."""
        name = self.arguments[0]
        cases = load_shipped().cases
        if name not in cases:
            raise fault(self, f"There is no case {name!r}; there are: {', '.join(cases)}.")
        raw = nodes.raw("", tables(cases[name]), format="html")
        self.set_source_info(raw)
        return [raw]


def tables(case: Case) -> str:
    """Return the articles as a table, then the record, the oldest entry first."""
    return rendered(
        "book/directives/case_page.html.j2", case=case, day_in_words=day_in_words, leads_somewhere=_leads_somewhere
    )


# That ending is reserved (RFC 2606): a link to it would be dead for good.
def _leads_somewhere(address: str | None) -> bool:
    """False for the addresses of invented sources, which end in `.example`."""
    return not (urlsplit(address).hostname or "").endswith(".example") if address else False
