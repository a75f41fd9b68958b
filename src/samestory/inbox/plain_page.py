"""Read a web page without any library: its title, what it says of itself, and its paragraphs. Nothing is run."""

import re
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from html.parser import HTMLParser

from samestory.inbox.linked_data import fields_in
from samestory.inbox.taken import PageFields

_SILENT = {"script", "style", "noscript", "template", "svg", "select", "option", "iframe", "object", "textarea"}
_AROUND = {"nav", "footer", "aside", "form", "header", "button"}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption", "div", "td", "section", "article", "br"}
_TOLD = {
    "og:title": "title",
    "og:site_name": "outlet",
    "author": "byline",
    "article:author": "byline",
    "article:published_time": "date",
    "date": "date",
    "og:url": "address",
}
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that turn the writing around them
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as read: `paragraphs` are those of its story, so far as tags tell; `others` all that stands around it.

    `captions` stand among the `others` too.
    """

    fields: PageFields
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    captions: tuple[str, ...] = ()


def encoding_named(content: bytes) -> str | None:
    """Return the encoding that a page names in its head."""
    found = _CHARSET.search(content[:4096])
    return found.group(1).decode("ascii") if found else None


def plain_page(markup: str) -> PlainPage:
    """Read the markup of a page.

    >>> plain_page("<title>Gate</title><nav>Home</nav><p>The gate <b>shut</b>.</p><script>x()</script>").paragraphs
    ('The gate shut.',)
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end_block()
    heads = {name: " ".join("".join(parts).split()) for name, parts in reader.heads.items()}
    linked = {name: value for name, value in asdict(fields_in(reader.linked)).items() if value}
    # What is printed goes before what is told to search engines, and a day in the head before one in JSON-LD.
    told = {**linked, **{name: value for name, value in reader.told.items() if value}}
    title = heads["h1"] or told.get("title") or heads["title"]
    fields = cleaned_fields(replace(PageFields(), **{**told, "title": title}))
    return PlainPage(fields, tuple(reader.story), tuple(reader.others), tuple(reader.captions))


def cleaned_fields(fields: PageFields) -> PageFields:
    """Return the fields without marks that turn the writing, without empty ones, and without a day that is none."""
    shown = {name: _TURNING.sub("", value or "").strip() or None for name, value in asdict(fields).items()}
    try:
        day = date.fromisoformat((shown["date"] or "")[:10])
    except ValueError:
        return PageFields(**{**shown, "date": None})
    return PageFields(**{**shown, "date": day.isoformat()})


@dataclass
class _Reader(HTMLParser):
    """Gathers the blocks of a page as the parser meets them."""

    told: dict[str, str] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=lambda: {"title": [], "h1": []})
    story: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    depth: dict[str, int] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    is_linked: bool = False
    kind: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta":
            name = _TOLD.get(str(given.get("property") or given.get("name") or "").lower())
            if name:
                self.told.setdefault(name, " ".join((given.get("content") or "").split()))
        elif tag == "link" and (given.get("rel") or "").lower() == "canonical":
            self.told["address"] = (given.get("href") or "").strip()
        elif tag in _SILENT or tag in _AROUND or tag == "title":
            self.end_block()
            self.depth[tag] = self.depth.get(tag, 0) + 1
            self.is_linked = tag == "script" and (given.get("type") or "").strip().lower() == "application/ld+json"
        elif tag in _BLOCKS:
            self.end_block()
            self.kind = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in self.depth or tag in _BLOCKS:
            self.end_block()
            self.kind = ""
        if self.depth.get(tag, 0):
            self.depth[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self.is_linked and self.depth.get("script", 0):
            self.linked.append(data)
        elif self.depth.get("title", 0):
            self.heads["title"].append(data)
        elif not any(self.depth.get(tag, 0) for tag in _SILENT):
            self.block.append(data)
            if self.kind == "h1" and not self.story:
                self.heads["h1"].append(data)

    def end_block(self) -> None:
        """Close the block that is open; what is no paragraph or heading of the story is kept beside it."""
        text = " ".join("".join(self.block).split())
        self.block.clear()
        if text:
            around = any(self.depth.get(tag, 0) for tag in _AROUND)
            inside = self.kind in ("p", "h1", "h2", "h3", "blockquote", "br") and not around
            (self.story if inside else self.others).append(text)
            if self.kind == "figcaption":
                self.captions.append(text)
