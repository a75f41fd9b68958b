"""Glosses: the first mention of a hard word on a page is marked, so that a small note can say what it means.

The words are those of the book's glossary (`book/glossary.yml`). A page's script turns the marks into buttons; without
it, and on paper, they are plain text.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from samestory.book.fresh import digest
from samestory.book.tree.glossary import Term, read_terms

MOST = 14  # marks on one page; more would make its text restless
LESSON = re.compile(r"notebooks/(\d+)-")
LISTED = "sb-terms"  # the class of the list in the glossary itself
NOT_FOR = ("book/glossary", "book/contributing/", "book/teaching/", "search", "index")
TEXT = {"p", "li", "td", "dd"}  # marks stand in running text, evidence and tables,
NEVER = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "code", "pre", "script", "style", "svg", "nav"}  # not here
NEVER |= {"caption", "figcaption", "summary", "label", "select", "textarea", "noscript"}
NEVER_CLASS = {"ss-figure", "sb-launch", "ss-fallback", "ss-source"}
MEANT = {"strong", "b", "em", "i", "dt"}  # set so, a word is explained or talked about right there
EMPTY = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of a page without tags in it: `start` to `end` of its HTML, and how it stands there."""

    start: int
    end: int
    evidence: bool
    meant: bool


def mark_hard_words(
    app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Mark the hard words of a page, and load the style of their notes where any was marked."""
    body, marked = context.get("body", ""), 0
    terms = terms_of(Path(app.srcdir))
    if terms and not name.startswith(NOT_FOR):
        lesson = LESSON.match(name)
        context["body"], marked = glossed(body, terms, int(lesson[1]) if lesson else 0)
    if marked or LISTED in body:
        app.add_css_file("gloss.css")


def digest_the_words(app: Sphinx, config: Config) -> None:
    """Note what the glossary says; pages are written anew when that changes."""
    config.samestory_glossary = digest([glossary_of(Path(app.srcdir))])
    read_terms.cache_clear()


def glossary_of(source: Path) -> Path:
    """Where a book keeps its words."""
    return source / "book" / "glossary.yml"


def terms_of(source: Path) -> tuple[Term, ...]:
    """The words of a book; a book without a glossary has none."""
    file = glossary_of(source)
    return read_terms(file) if file.is_file() else ()


def glossed(body: str, terms: Iterable[Term], lesson: int = 0) -> tuple[str, int]:
    """Return a page's HTML with marks, and how many there are. `lesson` is the page's number, 0 for other pages.

    Marked is the first mention of each term, unless it is set off there, as a page does where it says what it means.
    Words of the articles go first; a word that an earlier lesson has taught is marked in evidence only.
    """
    stretches = list(stretches_of(body))
    found: list[tuple[int, int, Term, bool]] = []
    for term in terms:
        known = bool(lesson and term.lesson and term.lesson < lesson)
        mention = first_mention(body, pattern(term.forms), stretches, known) if term.forms else None
        if mention:
            found.append((*mention[:2], term, mention[2]))
    found.sort(key=lambda one: (one[0], -one[1]))
    apart = [one for at, one in enumerate(found) if not any(other[1] > one[0] for other in found[:at])]
    apart.sort(key=lambda one: (bool(one[2].lesson), not one[3], one[0]))
    for start, end, term, _ in sorted(apart[:MOST], key=lambda one: one[0], reverse=True):
        says = html.escape(term.says)
        body = f'{body[:start]}<span class="sb-gloss" data-says="{says}">{body[start:end]}</span>{body[end:]}'
    return body, min(len(apart), MOST)


def first_mention(
    body: str, words: re.Pattern[str], stretches: Iterable[Stretch], in_evidence_only: bool
) -> tuple[int, int, bool] | None:
    """Where a term is first mentioned and whether in evidence; None if that is nowhere, or where it is explained."""
    for stretch in stretches:
        if in_evidence_only and not stretch.evidence:
            continue
        if there := words.search(body, stretch.start, stretch.end):
            return None if stretch.meant else (there.start(), there.end(), stretch.evidence)
    return None


@cache
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words of any of these forms, the longest first. A form in small letters may begin a sentence.

    >>> pattern(("wire copy",)).search("Much of it is wire\\ncopy.").span()
    (14, 23)
    """
    longest_first = sorted(forms, key=len, reverse=True)
    rests = [r"\s+".join(map(re.escape, form[1:].split(" "))) for form in longest_first]  # a line may end between words
    either = [f"[{form[0]}{form[0].upper()}]{rest}" for form, rest in zip(longest_first, rests, strict=True)]
    return re.compile(rf"(?<![\w’'&-])(?:{'|'.join(either)})(?![\w-])")


def stretches_of(body: str) -> list[Stretch]:
    """The text of a page in which a word may be marked, or may stand explained, in its order."""
    reading = Reading(body)
    reading.feed(body)
    reading.close()
    return reading.found


class Reading(HTMLParser):
    """Goes through a page and notes its text, with what it stands in."""

    def __init__(self, body: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = [0, *(found.end() for found in re.finditer("\n", body))]
        self.open: list[tuple[str, set[str]]] = []
        self.tags: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()  # how many of the open elements are of which sort
        self.found: list[Stretch] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element deeper."""
        if tag not in EMPTY:
            sorts = sorts_of(tag, set((dict(attrs).get("class") or "").split()))
            self.open.append((tag, sorts))
            self.tags[tag] += 1
            self.inside.update(sorts)

    def handle_endtag(self, tag: str) -> None:
        """Out of the element; a tag that closes nothing is passed over."""
        while self.tags[tag]:
            closed, sorts = self.open.pop()
            self.tags[closed] -= 1
            self.inside.subtract(sorts)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        """Keep text that a word may be marked in."""
        if self.inside["never"] or not (self.inside["text"] or self.inside["meant"]):
            return
        line, column = self.getpos()
        start = self.lines[line - 1] + column
        evidence, meant = self.inside["evidence"] > 0, self.inside["meant"] > 0
        self.found.append(Stretch(start, start + len(data), evidence, meant))


def sorts_of(tag: str, classes: set[str]) -> set[str]:
    """What an element means for the words in it. Exercises and readers have words of their own."""
    never = tag in NEVER or classes & NEVER_CLASS or tag.startswith("same-story-")
    sorts = {"never": never, "text": tag in TEXT, "meant": tag in MEANT, "evidence": "ss-evidence" in classes}
    return {sort for sort, holds in sorts.items() if holds}
