"""What a page says about itself: its description, its sections, the list of pages with its own marked."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from samestory.book.outline import sections
from samestory.book.placing import place_exercises

log = logging.getLogger(__name__)

DESCRIPTION = 155  # characters; search engines cut a longer one
MISNAMED = ' aria-label="Toggle hidden content"'  # myst-nb's, in place of the words that the summary shows
META = re.compile(r"<meta\b[^>]*>")
UNTOLD = re.compile(r'<img\b[^>]*\balt="[^"]*\.(?:svg|png|jpe?g|webp)"')  # alt text that is only the file's name


def describe(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
    """Fill in what the layout shows beside the text itself."""
    kept = [tag for tag in META.findall(context.get("metatags", "")) if not is_noise(tag)]
    context["page_meta"] = "\n".join(kept)
    if tree is not None and not any('name="description"' in tag for tag in kept):
        context["page_description"] = description(tree)
    context["page_sections"] = sections(app.env.tocs[name]) if name in app.env.tocs else []
    context["page_list"] = page_list(context["toctree"](maxdepth=1, collapse=False, includehidden=True))
    body = context.get("body", "")
    if UNTOLD.search(body):
        log.warning("%s: a picture has no alt text: say what it shows", name)
    context["body"] = place_exercises(body.replace(MISNAMED, ""))


def is_noise(tag: str) -> bool:
    """Tags of docutils' own that the layout sets or nobody needs."""
    return 'name="viewport"' in tag or 'name="generator"' in tag


def description(tree: nodes.document) -> str:
    """The first paragraph of plain text, cut after a whole word."""
    for paragraph in tree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if text and isinstance(paragraph.parent, nodes.section):
            if len(text) <= DESCRIPTION:
                return text
            return text[: DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return ""


def page_list(html: str) -> str:
    """Sphinx's list of pages: captions are no headings, and the open page is marked for screen readers."""
    html = html.replace(' role="heading"', "")
    return re.sub(r'<a class="current reference internal" href="[^"]*"', r'\g<0> aria-current="page"', html)
