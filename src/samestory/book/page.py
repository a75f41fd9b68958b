"""What a page says about itself: its description, its sections, the numbers of its exercises, its list of pages."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from samestory.book.outline import sections

log = logging.getLogger(__name__)

DESCRIPTION = 155  # characters; search engines cut a longer one
EXERCISE = re.compile(r'(<same-story-exercise\b[^>]*?\bdata-number=")\d*(")')
META = re.compile(r"<meta\b[^>]*>")
UNTOLD = re.compile(r'<img\b[^>]*\balt="[^"]*\.(?:svg|png|jpe?g|webp)"')  # alt text that is only the file's name


def describe(
    app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
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
    context["body"] = number_exercises(body)


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


def number_exercises(body: str) -> str:
    """Number the exercises of a page from 1 in the order of the page, whether a cell or a directive made them."""
    count = 0

    def numbered(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"{match[1]}{count}{match[2]}"

    return EXERCISE.sub(numbered, body)


def page_list(html: str) -> str:
    """Sphinx's list of pages, with the page that is open marked for screen readers and captions that are no headings."""
    html = html.replace(' role="heading"', "")
    return re.sub(r'<a class="current reference internal" href="[^"]*"', r'\g<0> aria-current="page"', html)
