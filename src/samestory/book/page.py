"""What a page says about itself: its description, its sections, the list of pages with its own marked."""

import re
from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.toctree import global_toctree_for_doc
from sphinx.util import logging

from samestory.book.tree.counting import name_the_lessons
from samestory.book.tree.markup import Tag
from samestory.book.tree.outline import sections

_log = logging.getLogger(__name__)

DESCRIPTION = 155  # characters; search engines cut a longer one
# Takes “reuse.png”, which is what stands where an author gave no alt text; leaves “A map of the two ports.”
FILE_NAME = re.compile(r".*\.(?:svg|png|jpe?g|webp)")


def describe(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
    """Fill in what the layout shows beside the text itself."""
    told = [meta.non_default_attributes() for meta in tree.findall(nodes.meta)] if tree is not None else []
    context["page_meta"] = told
    if tree is not None and not any(one.get("name") == "description" for one in told):
        context["page_description"] = description(tree)
    context["page_sections"] = sections(app.env.tocs[name]) if name in app.env.tocs else []
    builder = cast(StandaloneHTMLBuilder, app.builder)
    listed = global_toctree_for_doc(app.env, name, builder, collapse=True, maxdepth=2, titles_only=True)
    name_the_lessons(listed, builder, name)
    context["page_list"] = builder.render_partial(listed)["fragment"]
    if tree is not None and any(map(is_untold, tree.findall(nodes.Element))):
        _log.warning("%s: a picture has no alt text: say what it shows", name)


def is_untold(node: nodes.Element) -> bool:
    """True for a picture without alt text, or with none but the name of a file."""
    if isinstance(node, nodes.image):
        return bool(FILE_NAME.fullmatch(node.get("alt", node["uri"])))
    return isinstance(node, Tag) and node["name"] == "img" and bool(FILE_NAME.fullmatch(node["given"].get("alt") or ""))


def description(tree: nodes.document) -> str:
    """The first paragraph of plain text, cut after a whole word."""
    for paragraph in tree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        # A paragraph in a box, a list or a table says little of the page as a whole.
        if text and isinstance(paragraph.parent, nodes.section | nodes.document):
            if len(text) <= DESCRIPTION:
                return text
            return text[: DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return ""
