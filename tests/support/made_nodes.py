"""Nodes of a page written as HTML, without a book around them."""

import html
from collections.abc import Iterable

from docutils import nodes

from samestory.book.tree.markup import Tag


def written(some: Iterable[nodes.Node]) -> str:
    """What elements, text and raw HTML look like on a page."""
    return "".join(map(_one, some))


def _one(node: nodes.Node) -> str:
    if isinstance(node, Tag):
        return f"{node['start']}{written(node.children)}{'</' + node['name'] + '>' if node['closed'] else ''}"
    return node.astext() if isinstance(node, nodes.raw) else html.escape(node.astext(), quote=False)
