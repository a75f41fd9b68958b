"""HTML of cells and directives as nodes of the page's tree, so that what looks at a page looks at one tree."""

import html
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

UNREAD = {"script", "style"}  # no words of the page: these are one piece of markup,
KEPT_WHOLE = UNREAD | {
    "svg",
    "same-story-explorer",
}  # and these keep their inside as it is written, for the search alone
DEEPEST_MARKUP = 100  # elements in one another; a tree of thousands would be more than a walk through it can bear
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Tag(nodes.General, nodes.Inline, nodes.Element):  # type: ignore[misc] # docutils has no types
    """An HTML element: its `name`, its `start` tag as written, the attributes `given` there, whether it is `closed`."""

    child_text_separator = ""


def tag(name: str, *inside: nodes.Node, **given: str | None) -> Tag:
    """Make an element; an attribute's underscore stands for a hyphen, one at its end for nothing.

    >>> tag("p", class_="sb-launch", data_level="3")["start"]
    '<p class="sb-launch" data-level="3">'
    """
    named = {key.rstrip("_").replace("_", "-"): value for key, value in given.items()}
    start = "".join(f' {key}="{html.escape(value or "")}"' for key, value in named.items())
    return _element(name, f"<{name}{start}>", named, *inside)


def read_markup(markup: str) -> list[nodes.Node]:
    """Return the nodes of a piece of HTML. Written again it is the same, whether or not its tags are in order."""
    reading = _Reading(markup)
    reading.feed(markup)
    reading.close()
    return reading.finished()


def as_written(markup: str, classes: Iterable[str]) -> Tag:
    """Return HTML as one node in which no search and no gloss looks; `classes` are those that it uses."""
    return Tag("", name="", start=markup, given={}, closed=False, classes=list(classes))


class ReadMarkup(SphinxPostTransform):
    """Puts nodes in the place of the raw HTML that cells and directives leave on a page."""

    default_priority = 5  # once MyST-NB has chosen what a page shows of a cell's output
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Read each raw node; classes that it has are those of a box around it."""
        for raw in list(self.document.findall(nodes.raw)):
            if "html" in raw.get("format", "").split():
                inside = read_markup(raw.astext())
                box = [tag("div", *inside, class_=" ".join(raw["classes"]))] if raw["classes"] else inside
                raw.parent.replace(raw, box)


def visit_tag(self: Any, node: Tag) -> None:
    """Write a start tag."""
    self.body.append(node["start"])


def depart_tag(self: Any, node: Tag) -> None:
    """Write an end tag, where there was one."""
    if node["closed"]:
        self.body.append(f"</{node['name']}>")


def _element(name: str, start: str, given: dict[str, str | None], *inside: nodes.Node, is_closed: bool = True) -> Tag:
    classes = (given.get("class") or "").split()
    return Tag("", *inside, name=name, start=start, given=given, closed=is_closed, classes=classes)


class _Reading(HTMLParser):
    """Goes through HTML and builds nodes of it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.markup = markup
        # The parser tells places as line and column; the inside of a drawing is cut out by offset.
        self.lines = [0, *(found.end() for found in re.finditer("\n", markup))]
        self.open: list[nodes.Element] = [nodes.Element()]
        self.whole, self.inner = 0, 0  # in how many of an element that is kept whole, and where its inside starts

    def finished(self) -> list[nodes.Node]:
        """All nodes; elements that nothing has closed are left so."""
        if self.whole:
            self.whole = 0
            self._keep(self.markup[self.inner :])
        for unclosed in self.open[1:]:
            unclosed["closed"] = False
        return list(self.open[0].children)

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element deeper."""
        if self.whole:
            # A drawing may hold another one; its end tag must not end the outer one.
            self.whole += name == self.open[-1]["name"]
            return
        start = self.get_starttag_text() or ""
        made = _element(name, start, dict(attrs))
        self.open[-1].append(made)
        # Past the depth, elements become leaves: what is inside them then follows, and is written just the same.
        if name in VOID or len(self.open) > DEEPEST_MARKUP:
            made["closed"] = False
            return
        self.open.append(made)
        if name in KEPT_WHOLE:
            self.whole, self.inner = 1, self._here() + len(start)

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        if not self.whole:
            self.open[-1].append(_element(name, self.get_starttag_text() or "", dict(attrs), is_closed=False))

    def handle_endtag(self, name: str) -> None:
        """Out of the element; what is still open in it is left unclosed, and a tag that closes nothing is kept."""
        if self.whole:
            self.whole -= name == self.open[-1]["name"]
            if self.whole:
                return
            self._keep(self.markup[self.inner : self._here()])
        if not any(one["name"] == name for one in self.open[1:]):
            self._keep(f"</{name}>")
            return
        while (one := self.open.pop())["name"] != name:
            one["closed"] = False

    def handle_data(self, data: str) -> None:
        """Text, with its characters as they are read."""
        if not self.whole:
            self.open[-1].append(nodes.Text(data))

    def handle_comment(self, data: str) -> None:
        """A comment is kept."""
        self._keep(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """A declaration is kept."""
        self._keep(f"<!{decl}>")

    def _keep(self, markup: str) -> None:
        if self.open[-1].get("name") in UNREAD:
            self.open[-1]["start"] += markup
        elif markup and not self.whole:
            self.open[-1].append(nodes.raw("", markup, format="html"))

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column
