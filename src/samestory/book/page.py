"""What a page says about itself: its description, its sections, the list of pages with its own marked."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from samestory.book.mending import mend
from samestory.book.placing import place_exercises
from samestory.book.tree.outline import sections
from samestory.course import load_shipped
from samestory.widget.on_page import on_page
from samestory.widget.reader.element import fill_readers

log = logging.getLogger(__name__)

DESCRIPTION = 155  # characters; search engines cut a longer one
META = re.compile(r"<meta\b[^>]*>")
UNTOLD = re.compile(r'<img\b[^>]*\balt="[^"]*\.(?:svg|png|jpe?g|webp)"')  # alt text that is only the file's name


def describe(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
    """Fill in what the layout shows beside the text itself."""
    kept = [tag for tag in META.findall(context.get("metatags", "")) if not is_noise(tag)]
    context["page_meta"] = "\n".join(kept)
    if tree is not None and not any('name="description"' in tag for tag in kept):
        context["page_description"] = description(tree)
    context["page_sections"] = sections(app.env.tocs[name]) if name in app.env.tocs else []
    listed = context["toctree"](maxdepth=2, collapse=True, includehidden=True, titles_only=True)
    context["page_list"] = mend(listed)
    body = fill_readers(on_page(context.get("body", ""), load_shipped().exercise))
    if UNTOLD.search(body):
        log.warning("%s: a picture has no alt text: say what it shows", name)
    context["body"] = place_exercises(mend(body))


def is_noise(tag: str) -> bool:
    """Tags of docutils' own that the layout sets or nobody needs."""
    return 'name="viewport"' in tag or 'name="generator"' in tag


def description(tree: nodes.document) -> str:
    """The first paragraph of plain text, cut after a whole word."""
    for paragraph in tree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if text and isinstance(paragraph.parent, nodes.section | nodes.document):
            if len(text) <= DESCRIPTION:
                return text
            return text[: DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return ""
