"""Glosses: the first mention of a hard word on a page is marked, so that a small note can say what it means.

The words are those of the book's glossary (`book/glossary.yml`). A page's script turns the marks into buttons; without
it, and on paper, they are plain text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform

from samestory.book.fresh import digest
from samestory.book.tree.glossary import Term, read_terms
from samestory.book.tree.markup import Tag, tag
from samestory.book.tree.places import DrawnPlace

MOST_GLOSSES = 14  # marks on one page; more would make its text restless
# Takes “notebooks/02-when”; leaves “book/method”, which belongs to no lesson.
LESSON = re.compile(r"notebooks/(\d+)-")
NOT_FOR = ("book/glossary", "book/contributing/", "book/teaching/")
EVIDENCE = "ss-evidence"
# Marks stand in running text, evidence and tables,
TEXT = (nodes.paragraph, nodes.list_item, nodes.entry, nodes.definition, nodes.field_body, nodes.rubric)
TEXT_TAGS = {"p", "li", "td", "dd"}
# not here: exercises and readers have words of their own.
UNMARKED = (
    nodes.title,
    nodes.reference,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.caption,
    nodes.legend,
    DrawnPlace,
)
UNMARKED_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "code", "pre", "nav", "caption", "figcaption"}
UNMARKED_TAGS |= {"summary", "label", "select", "textarea", "noscript"}
UNMARKED_CLASSES = {"ss-figure", "ss-fallback", "ss-source"}
# Set so, a word is explained or talked about right there.
MEANT = (nodes.strong, nodes.emphasis, nodes.term, nodes.field_name, addnodes.desc_signature)
MEANT_TAGS = {"strong", "b", "em", "i", "dt"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of a page, its words, and how it stands there."""

    text: nodes.Text
    words: str
    evidence: bool
    meant: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a term is first mentioned: in the stretch with the number `at`, from `start` to `end`."""

    at: int
    start: int
    end: int
    term: Term
    evidence: bool

    def is_inside(self, other: "Mention") -> bool:
        """True if it begins where the other has not ended yet."""
        return self.at == other.at and other.end > self.start


class MarkHardWords(SphinxPostTransform):
    """Marks the hard words of a page."""

    default_priority = 500  # once links are links
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Mark them, but not in the book's own glossary and on pages for teachers and developers, or on paper."""
        name = self.env.docname
        if self.app.builder.name != "singlehtml" and not name.startswith(NOT_FOR):
            lesson = LESSON.match(name)
            mark(self.document, terms_of(Path(self.app.srcdir)), int(lesson[1]) if lesson else 0)


def digest_the_words(app: Sphinx, config: Config) -> None:
    """Note what the glossary says; pages are written anew when that changes."""
    config.samestory_glossary = digest([glossary_of(Path(app.srcdir))])
    # In a process that builds again and again, the file may have changed since it was read.
    read_terms.cache_clear()


def glossary_of(source: Path) -> Path:
    """Where a book keeps its words."""
    return source / "book" / "glossary.yml"


def terms_of(source: Path) -> tuple[Term, ...]:
    """The words of a book; a book without a glossary has none."""
    file = glossary_of(source)
    return read_terms(file) if file.is_file() else ()


def mark(page: nodes.Element, terms: Iterable[Term], lesson: int = 0) -> int:
    """Mark hard words in the tree of a page; return how many. `lesson` is the page's number, 0 for other pages.

    Marked is the first mention of each term, unless it is set off there, as a page does where it says what it means.
    Words of the articles go first; a word that an earlier lesson has taught is marked in evidence only.
    """
    stretches = list(stretches_of(page))
    everything = "\n".join(stretch.words for stretch in stretches)
    found = []
    for term in terms:
        if not term.forms or not pattern(term.forms).search(everything):
            continue  # most words are on few pages, and one search says so
        known = bool(lesson and term.lesson and term.lesson < lesson)
        if mention := first_mention(term, stretches, in_evidence_only=known):
            found.append(mention)
    # Of two mentions that begin together the longer comes first, and the other one then lies inside it.
    found.sort(key=lambda one: (one.at, one.start, -one.end))
    apart = [one for number, one in enumerate(found) if not any(map(one.is_inside, found[:number]))]
    # Where there are too many, a word that no lesson teaches needs its note most, then one of the articles.
    apart.sort(key=lambda one: (bool(one.term.lesson), not one.evidence, one.at, one.start))
    chosen = sorted(apart[:MOST_GLOSSES], key=lambda one: (one.at, one.start))
    for at in {one.at for one in chosen}:
        text = stretches[at].text
        text.parent.replace(text, list(_marked(stretches[at].words, [one for one in chosen if one.at == at])))
    return len(chosen)


def first_mention(term: Term, stretches: Iterable[Stretch], in_evidence_only: bool = False) -> Mention | None:
    """Where a term is first mentioned; None if that is nowhere, or where it is explained."""
    for at, stretch in enumerate(stretches):
        if in_evidence_only and not stretch.evidence:
            continue
        if there := pattern(term.forms).search(stretch.words):
            # Explained at its first place, it needs no note further down either.
            return None if stretch.meant else Mention(at, *there.span(), term, stretch.evidence)
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
    # Takes “wire copy” in “wire copy’s”; leaves it in “tripwire copy” and “wire copy-desk”.
    return re.compile(rf"(?<![\w’'&-])(?:{'|'.join(either)})(?![\w-])")


def stretches_of(page: nodes.Element) -> Iterator[Stretch]:
    """The text of a page in which a word may be marked, or may stand explained, in its order."""
    sorts: dict[nodes.Element, frozenset[str]] = {page: sorts_of(page)}
    for node in page.findall():
        if isinstance(node, nodes.Text):
            around = sorts[node.parent]
            if "never" not in around and around & {"text", "meant"}:
                yield Stretch(node, node.astext(), "evidence" in around, "meant" in around)
        elif node is not page:
            sorts[node] = sorts[node.parent] | sorts_of(node)


def sorts_of(node: nodes.Element) -> frozenset[str]:
    """What a node means for the words in it."""
    name, classes = node.get("name") if isinstance(node, Tag) else None, set(node.get("classes", ()))
    headed = isinstance(node, nodes.title) and not isinstance(node.parent, nodes.section | nodes.document | nodes.table)
    holds = {
        "never": (isinstance(node, UNMARKED) and not headed) or name in UNMARKED_TAGS or classes & UNMARKED_CLASSES,
        "text": isinstance(node, TEXT) or headed or name in TEXT_TAGS,  # a box's title is no heading of the page
        "meant": isinstance(node, MEANT) or name in MEANT_TAGS,
        "evidence": EVIDENCE in classes,
    }
    return frozenset(sort for sort, does in holds.items() if does)


def _marked(text: str, mentions: Iterable[Mention]) -> Iterator[nodes.Node]:
    """The text in pieces, each mention in a mark."""
    done = 0
    for one in mentions:
        yield nodes.Text(text[done : one.start])
        yield tag("span", nodes.Text(text[one.start : one.end]), class_="sb-gloss", data_says=one.term.says)
        done = one.end
    yield nodes.Text(text[done:])
