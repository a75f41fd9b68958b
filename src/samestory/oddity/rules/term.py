"""Fixed terms of the news with another word in them: “alien minister” where English has “foreign minister”."""

from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.lexicon import Bases, lexicon, plural
from samestory.oddity.line import Line

LONGEST_TERM = 6


def odd_terms(lines: Sequence[Line], others: Sequence[Sequence[Line]]) -> Iterator[OddPhrase]:
    """Yield each phrase of `lines` that stands in the place of a fixed term.

    `where` is a place of the usual term in another account. That the term stands somewhere else proves nothing here:
    “heavy rainfall” is right in a text that has “heavy rain” too.
    """
    known = lexicon()
    here = fixed_terms(lines)
    there = [fixed_terms(other) for other in others]
    for line in lines:
        at = 0
        while at < len(line.parts):
            found = known.replaced(line.bases[at : at + LONGEST_TERM])
            if found is None or not line.joined(at, at + found[0] - 1):
                at += 1
                continue
            size, term = found
            where = next(((number, *places[term]) for number, places in enumerate(there) if term in places), None)
            usual = known.terms[term]
            several = line.parts[at + size - 1].text.endswith("s")
            yield in_line(
                line,
                at,
                at + size - 1,
                "lexicon",
                _reason(usual, where is not None, term in here),
                plural(usual) if several else usual,
                where,
            )
            at += size


def _reason(usual: str, there: bool, here: bool) -> str:
    if there or here:
        return (
            f"The fixed term is “{usual}”, and it stands {'in another account' if there else 'elsewhere in this text'}."
        )
    return f"English has a fixed term here, “{usual}”, and a word of it is another one."


def fixed_terms(lines: Sequence[Line]) -> dict[Bases, tuple[int, int]]:
    """The fixed terms that stand in `lines`, each with the start and end of its first place."""
    known = lexicon()
    found: dict[Bases, tuple[int, int]] = {}
    for line in lines:
        for at in range(len(line.bases)):
            for size in range(2, LONGEST_TERM + 1):
                term = line.bases[at : at + size]
                if term[:-1] not in known.openings or len(term) < size:
                    break
                if term in known.terms and line.joined(at, at + size - 1):
                    found.setdefault(term, (line.parts[at].start, line.parts[at + size - 1].end))
    return found
