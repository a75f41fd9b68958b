"""The directive `{fields} case`: every field of a case's file, or of a kind of exercise, in a table."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.case.reference import SHEETS, FieldRow, fields_of, fields_of_kind
from samestory.exercise import all_kinds
from samestory.template import rendered


class FieldsDirective(SphinxDirective):
    """Puts the table on the page."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML table; a name that is neither a file nor a kind stops the page with a message."""
        name = self.arguments[0]
        if name not in SHEETS and name not in all_kinds():
            raise fault(self, f"There is no {name!r}; there are: {', '.join((*SHEETS, *all_kinds()))}.")
        raw = nodes.raw("", field_table(name), format="html")
        self.set_source_info(raw)
        return [raw]


def field_table(name: str) -> str:
    """Return the fields of a file or a kind as a table."""
    rows: list[FieldRow] = fields_of(name) if name in SHEETS else fields_of_kind(name)
    heads = ("Field", "What it is", "Example") if name in SHEETS else ("Field", "What it is")
    return rendered("book/directives/fields.html.j2", of=name, rows=rows, heads=heads)
