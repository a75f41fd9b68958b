"""The whole course as one HTML page, to be printed: the built pages in order, with the answers at the end.

Nothing here reads or writes a file. Ids get their page's prefix, so that no two pages collide; a link to another page
of the course becomes a link inside the document, and one to a page that is left out becomes plain text.
"""

import html
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urldefrag, urlsplit

from samestory.course import load_shipped
from samestory.course.syllabus import Printed

TAG = re.compile(r"""<script\b.*?</script>|<!--.*?-->|<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
ATTRIBUTE = re.compile(r"""(\s)([a-zA-Z][\w:-]*)=(?:"([^"]*)"|'([^']*)')""")
IN_SVG = re.compile(r"url\(#([^)]+)\)")
CAPTION_OR_LINK = re.compile(
    r'<p class="caption"[^>]*>(?P<caption>.*?)</p>|<a\b[^>]*\bhref="(?P<href>[^"]*)"[^>]*>(?P<title>.*?)</a>', re.DOTALL
)
CONTENTS = re.compile(r'<nav class="sb-contents".*?</nav>', re.DOTALL)
BODY = re.compile(r'<article class="sb-article">(.*)</article>', re.DOTALL)
STYLE = re.compile(r'<link rel="stylesheet"[^>]*\bhref="([^"]+)"')
MARKUP = re.compile(r"<[^>]*>")
LAUNCH = re.compile(r'<p class="sb-launch">.*?</p>|<details class="sb-launch">.*?</details>', re.DOTALL)
DRAWN = re.compile(r'<same-story-drawn data-turn="(first|second)">.*?</same-story-drawn>', re.DOTALL)
EXERCISE = re.compile(r"<same-story-exercise\b([^>]*)>.*?</same-story-exercise>", re.DOTALL)
NAMED = frozenset(("id", "for", "headers", "list", "name", "aria-labelledby", "aria-describedby", "aria-controls"))
LOADED = frozenset(("src", "data", "poster"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the contents list it: its part (empty for the first page), its address in the book, its title."""

    part: str
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An exercise on a page: its id and its number there, and the name of its place in the whole document."""

    id: str
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is printed: `anchor` names it, `body` is its HTML, `styles` are addresses from the book's top."""

    entry: Entry
    anchor: str
    body: str
    styles: tuple[str, ...]
    exercises: tuple[Placed, ...]


def contents(page: str, address: str, printed: Printed | None = None) -> list[Entry]:
    """Return the pages that a course on paper has, in order, from the list of pages on any page of the book.

    What `printed` says of the shipped course holds where it is not given.

    >>> listed = '<a href="a.html">One</a><p class="caption">Teaching</p><a href="teaching/b.html">Two</a>'
    >>> plan = Printed(leave_out=("teaching/*",))
    >>> [one.address for one in contents(f'<nav class="sb-contents">{listed}</nav>', "index.html", plan)]
    ['a.html']
    """
    printed = printed or load_shipped().syllabus.printed
    found: list[Entry] = []
    part = ""
    listed = CONTENTS.search(page)
    for one in CAPTION_OR_LINK.finditer(listed[0] if listed else ""):
        if one["caption"] is not None:
            part = plain(one["caption"])
            continue
        there = _resolved(one["href"], address)[0] or address
        if not printed.leaves_out(_name(there)) and all(there != other.address for other in found):
            found.append(Entry(part, there, plain(one["title"])))
    early = [one for one in found[1:] if _name(one.address) in printed.early]
    later = [one for one in found[1:] if one not in early]
    return [*found[:1], *(replace(one, part="") for one in early), *later]


def leaves(entries: Sequence[Entry], read: Callable[[str], str]) -> list[Leaf]:
    """Return the pages with their ids and links made one document's; `read` gives a page's HTML by its address."""
    anchors = {one.address: f"p{number}" for number, one in enumerate(entries, 1)}
    return [_leaf(one, read(one.address), anchors) for one in entries]


def plain(markup: str) -> str:
    """Return the text of a piece of HTML."""
    return " ".join(html.unescape(MARKUP.sub("", markup)).split())


def _leaf(entry: Entry, page: str, anchors: Mapping[str, str]) -> Leaf:
    found = BODY.search(page)
    body = DRAWN.sub(_drawn, LAUNCH.sub("", found[1] if found else ""))
    styles = tuple(_resolved(html.unescape(href), entry.address)[0] for href in STYLE.findall(page))
    moved = TAG.sub(lambda tag: _moved(tag[0], entry.address, anchors), body)
    here, placed = anchors[entry.address], []
    for one in EXERCISE.finditer(body):
        given = {name: value for _, name, value, _ in ATTRIBUTE.findall(one[1])}
        name = f' id="{here}-{given["id"]}"'
        anchor = f"{here}-{given['id']}"
        if moved.count(name) > 1:  # a heading has the same words as the exercise below it
            anchor += "-exercise"
            moved = moved.replace(f"<same-story-exercise{name}", f'<same-story-exercise id="{anchor}"')
        placed.append(Placed(given["id"], int(given.get("data-number", "0")), anchor))
    return Leaf(entry, here, moved, styles, tuple(placed))


def _drawn(found: re.Match[str]) -> str:
    """Return one form of the test: on paper everybody begins with the first."""
    forms = [one[0] for one in EXERCISE.finditer(found[0])]
    return "".join(forms[-1:] if found[1] == "second" else forms[:1])


def _moved(tag: str, address: str, anchors: Mapping[str, str]) -> str:
    """Return a tag with its names and addresses as they are in the whole document; scripts stay as they are."""
    if tag.startswith(("<!--", "<script")):
        return "" if tag.startswith("<!--") else tag
    here = anchors[address]

    def attribute(found: re.Match[str]) -> str:
        space, name = found[1], found[2].lower()
        value = found[3] if found[3] is not None else found[4]
        if name in NAMED:
            value = " ".join(f"{here}-{one}" for one in value.split())
        elif name in ("href", "xlink:href"):
            value = _target(value, address, anchors)
        elif name in LOADED and not urlsplit(value).scheme:
            value = _resolved(value, address)[0]
        elif "url(#" in value:
            value = IN_SVG.sub(rf"url(#{here}-\1)", value)
        return f'{space}{found[2]}="{value}"' if value or name not in ("href", "xlink:href") else ""

    return ATTRIBUTE.sub(attribute, tag)


def _target(href: str, address: str, anchors: Mapping[str, str]) -> str:
    """Return where a link leads inside the document; empty if it leads to something of the book that isn't printed."""
    parts = urlsplit(html.unescape(href))
    if parts.scheme or parts.netloc:
        return href
    page, fragment = _resolved(html.unescape(href), address)
    anchor = anchors.get(page or address)
    if anchor is None:
        return ""
    return f"#{anchor}-{html.escape(fragment)}" if fragment else f"#{anchor}"


def _resolved(href: str, address: str) -> tuple[str, str]:
    """Return an address of the book, from its top, and the fragment; the address is empty for the page itself."""
    path, fragment = urldefrag(href)
    path = path.partition("?")[0]
    return (posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path))) if path else ""), fragment


def _name(address: str) -> str:
    """Return a page's name from the top of the book."""
    return posixpath.splitext(address)[0]
