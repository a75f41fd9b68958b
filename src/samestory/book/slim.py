"""Keeps pages slim: each loads what it uses, nothing comes from another host, and unused files are removed."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from samestory.book.tree.markup import Tag
from samestory.book.tree.places import DrawnPlace, exercise_of

_log = logging.getLogger(__name__)

# A file for some pages only, and how the classes begin (or the names of our elements) by which one uses it.
USED_BY: dict[str, tuple[str, ...]] = {
    "sphinx-design.min.css": ("sd-",),
    "design-tabs.js": ("sd-tab-",),
    "answers.css": ("sb-answers",),
    "method.css": ("sb-sheet",),
    "worksheet.css": ("sb-lines",),
    "reference.css": ("sig-object",),
    "launch.css": ("sb-launch",),
    "stations.css": ("sb-station",),
    "drawer.css": ("sb-texts",),
    "lesson.js": ("sb-station", "sb-first-look", "sb-onward"),
    "first.css": ("sb-first-look", "sb-onward"),
    "gloss.css": ("sb-gloss", "sb-terms"),
    "results.css": ("sb-results",),
    "results.js": ("sb-results",),
    "desk.css": ("ss-desk-place",),
    "desk.js": ("ss-desk-place",),
    "samestory.css": ("ss-", "same-story-"),
    "samestory.js": ("same-story-",),
}
FOR_SEARCH = {"documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js"}
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"  # of widgets that have no kernel here
# Takes “_static/basic.css” and “mystnb.8ecb98da.css”; leaves “samestory.css”.
_NEVER = re.compile(r"(^|/)(pygments|mystnb\.[0-9a-f]+|basic)\.css$")  # the theme's own stylesheet covers them


def load_what_the_page_uses(
    app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Drop stylesheets and scripts that this page has no use for."""
    used = used_in(tree) if tree is not None else set()
    places = list(tree.findall(DrawnPlace)) if tree is not None else []
    context["shows_evidence"] = any("view" in one or "passage" in exercise_of(one).view() for one in places)
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if wanted(file, name, used)]


def used_in(tree: nodes.Element) -> set[str]:
    """The classes of a page, and the names of our own elements in it."""
    used: set[str] = set()
    for node in tree.findall(nodes.Element):
        used.update(node.get("classes", ()))
        if isinstance(node, DrawnPlace):
            used.add("same-story-")
        elif isinstance(node, nodes.table):
            used.add("ss-table")  # of the box that it is put into
        elif isinstance(node, Tag) and node["name"].startswith("same-story-"):
            used.add(node["name"])
        elif isinstance(node, nodes.raw) and "var(--ss-" in node.astext():
            used.add("ss-figure")  # a drawing in our colours
    return used


def wanted(file: Any, page: str, used: Collection[str]) -> bool:
    """Whether a page needs a registered file. An inline script has no file name and is kept, dead state is not."""
    # Asked first: it is inline, and has no file name by which the rest could judge it.
    if dict(getattr(file, "attributes", {})).get("type") == WIDGET_STATE:
        return False
    path = str(getattr(file, "filename", file) or "")
    # A warning, not silence: `make book` ends with an error, and the author learns why the script does nothing.
    if urlsplit(path).netloc:
        _log.warning("%s: left out %s: pages of the book load nothing from another host", page, path)
        return False
    if _NEVER.search(path):
        return False
    base = path.rsplit("/", 1)[-1]
    if base in FOR_SEARCH:
        return page == "search"
    return base not in USED_BY or any(name.startswith(USED_BY[base]) for name in used)


def remove_unused_files(app: Sphinx, error: Exception | None) -> None:
    """Delete files of extensions, and pictures of earlier builds, that nothing in the book asks for."""
    if error is None and app.builder.format == "html":
        top = Path(app.outdir).resolve()
        candidates = [file for folder in ("_static", "_images") for file in (top / folder).rglob("*") if file.is_file()]
        for file in set(candidates) - named_in_pages(top, candidates):
            file.unlink()


def named_in_pages(top: Path, files: list[Path]) -> set[Path]:
    """Return those of these files that are named in a page below a folder, or in a style or script that is."""
    named: set[Path] = set()
    waiting = list(top.rglob("*.html"))
    while waiting:
        text = waiting.pop().read_text(encoding="utf-8")
        # The bare name anywhere will do, for scripts put addresses together: better to keep too much than too little.
        new = {file for file in files if file not in named and (file.name in text or quote(file.name) in text)}
        waiting += [file for file in new if file.suffix in (".css", ".js", ".mjs")]
        named |= new
    return named
