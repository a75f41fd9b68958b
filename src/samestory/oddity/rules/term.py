"""Fixed terms of the news with another word in them: “alien minister” where English has “foreign minister”."""

from collections.abc import Iterator, Mapping, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.lexicon import Bases, lexicon, plural
from samestory.oddity.row import sentence_rows
from samestory.text.cut import CutText
from samestory.text.once import once

LONGEST_TERM = 6  # words


def odd_terms(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield each phrase that stands in the place of a fixed term.

    `where` is a place of the usual term in another account. That the term stands somewhere else proves nothing here:
    “heavy rainfall” is right in a text that has “heavy rain” too.
    """
    known = lexicon()
    here, there = fixed_terms(document), [fixed_terms(other) for other in others]
    for row in sentence_rows(document):
        at = 0
        while at < len(row.words):
            found = known.replaced(row.bases[at : at + LONGEST_TERM])
            if found is None or not row.joined(at, at + found[0] - 1):
                at += 1
                continue
            last, term = at + found[0] - 1, found[1]
            where = next(((number, *places[term]) for number, places in enumerate(there) if term in places), None)
            usual = known.terms[term]
            right = plural(usual) if row.words[last].text.endswith("s") else usual
            yield in_row(row, at, last, "lexicon", _reason(usual, where is not None, term in here), right, where)
            at = last + 1


def _reason(usual: str, there: bool, here: bool) -> str:
    if there or here:
        place = "in another account" if there else "elsewhere in this text"
        return f"The fixed term is “{usual}”, and it stands {place}."
    return f"English has a fixed term here, “{usual}”, and a word of it is another one."


@once
def fixed_terms(document: CutText) -> Mapping[Bases, tuple[int, int]]:
    """The fixed terms of a text, each with the start and end of its first place."""
    known = lexicon()
    found: dict[Bases, tuple[int, int]] = {}
    for row in sentence_rows(document):
        for at in range(len(row.bases)):
            for size in range(2, LONGEST_TERM + 1):
                term = row.bases[at : at + size]
                if term[:-1] not in known.openings or len(term) < size:
                    break
                if term in known.terms and row.joined(at, at + size - 1):
                    found.setdefault(term, (row.words[at].start, row.words[at + size - 1].end))
    return found
