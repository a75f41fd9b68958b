"""The glossary: the words of `book/glossary.yml`, and the directive `{glossary-list}` that shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from samestory.errors import SameStoryError

FIELDS = {"term", "forms", "says", "lesson"}


class GlossaryError(SameStoryError):
    """An entry of the glossary that can't be used."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word: `forms` as they stand in texts (none: it is never marked), `lesson` is the one that teaches it."""

    name: str
    forms: tuple[str, ...]
    says: str
    lesson: int | None = None

    @property
    def anchor(self) -> str:
        """The fragment of its address, without the `#`."""
        letters = "".join(letter if letter.isalnum() else "-" for letter in self.name.lower())
        return "term-" + "-".join(filter(None, letters.split("-")))


@cache
def read_terms(file: Path) -> tuple[Term, ...]:
    """The terms of a file in the order of the alphabet. Raises GlossaryError for an entry that can't be used."""
    terms = [_term(entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    names = [term.name for term in terms]
    if twice := {name for name in names if names.count(name) > 1}:
        raise GlossaryError(f"{file.name}: {', '.join(sorted(twice))}: an entry of its own each, once.")
    return tuple(sorted(terms, key=lambda term: term.name.casefold()))


def _term(entry: dict[str, Any]) -> Term:
    # A misspelled field would else be left out in silence, and its word never be marked.
    if not {"term", "says"} <= set(entry) <= FIELDS:
        raise GlossaryError(f"An entry of the glossary has {sorted(entry)}; expected are term and says, forms, lesson.")
    forms = entry.get("forms", [entry["term"]])
    return Term(entry["term"], tuple(forms), " ".join(entry["says"].split()), entry.get("lesson"))


class GlossaryList(SphinxDirective):
    """Puts every term on the page, under its letter, with a row of letters to jump to."""

    def run(self) -> list[nodes.Node]:
        """A row of links, then a list for each letter. The file is looked for beside the page."""
        file = Path(self.env.doc2path(self.env.docname)).with_suffix(".yml")
        self.env.note_dependency(str(file))
        read_terms.cache_clear()
        letters = {
            letter: list(some) for letter, some in groupby(read_terms(file), key=lambda term: term.name[0].upper())
        }
        row = nodes.paragraph(classes=["sb-letters"])
        for letter in letters:
            row += [nodes.reference("", letter, refuri=f"#letter-{letter.lower()}", internal=True), nodes.Text(" ")]
        return [row, *(part for letter, some in letters.items() for part in self.under(letter, some))]

    def under(self, letter: str, terms: list[Term]) -> Iterator[nodes.Node]:
        """The heading of a letter, and its terms."""
        yield nodes.rubric("", letter, ids=[f"letter-{letter.lower()}"], classes=["sb-letter"])
        listed = nodes.definition_list(classes=["sb-terms"])
        for term in terms:
            says = nodes.paragraph("", term.says + " ")
            if term.lesson:
                says += self.lesson(term.lesson)
            name = nodes.term("", term.name, ids=[term.anchor])
            listed += nodes.definition_list_item("", name, nodes.definition("", says))
        yield listed

    def lesson(self, number: int) -> nodes.Node:
        """A link to the lesson that teaches a term; plain text as long as there is no such page."""
        pages = sorted(name for name in self.env.found_docs if name.startswith(f"notebooks/{number:02}-"))
        shown = nodes.inline("", f"Lesson {number}")
        if not pages:
            return shown
        return addnodes.pending_xref(
            "",
            shown,
            refdoc=self.env.docname,
            refdomain="std",
            reftype="doc",
            reftarget=f"/{pages[0]}",
            refexplicit=True,
            refwarn=True,
        )
