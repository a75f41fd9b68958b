"""The sections of a page, for the list "On this page"."""

from dataclasses import dataclass

from docutils import nodes


@dataclass(frozen=True)
class Section:
    """A heading below the title: `anchor` is a fragment with its `#`."""

    anchor: str
    title: str


def sections(toc: nodes.Node) -> list[Section]:
    """The second-level headings in order, out of Sphinx's table of contents of one page."""
    found = []
    for reference in toc.findall(nodes.reference):
        # Depth 1 is the page’s title; a third level would be a list too long to be looked at.
        if depth(reference, toc) == 2 and reference.get("anchorname"):
            found.append(Section(reference["anchorname"], reference.astext()))
    return found


def depth(node: nodes.Node, top: nodes.Node) -> int:
    """How many lists a node is in, from the top of the table down."""
    count = 0
    while node is not top and node.parent is not None:
        node = node.parent
        count += isinstance(node, nodes.bullet_list)
    return count
