"""Rare wordings: two words that the language does not put together every day, such as “gnaws the breakwater”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import are_quoted, text_row
from samestory.text.cut import CutText
from samestory.thresholds import thresholds, weights
from samestory.words.common_word import band
from samestory.words.listed import listed
from samestory.words.lists import phrases_in
from samestory.words.wording import is_content

# By band: what a word adds to the rarity of a wording.
SURPRISE = tuple(weights(__name__, "SURPRISE").values())
# Rare enough are two words of band 4, or one that is not listed beside one of band 3.
RARE, RAREST = thresholds(__name__, "RARE", "RAREST")
# Rare words that come together in any newspaper.
IDIOMS = frozenset(phrases_in("odd_shapes", "idioms"))
_LINKS = listed("of the a an and in to for with at on")


def rare_wordings(document: CutText) -> Iterator[OddPhrase]:
    """Yield the rare wordings of a text that stand outside quotation marks.

    A wording is two rare words side by side, or with one small word between them. No name, number or quotation.
    """
    row, quoted = text_row(document), are_quoted(document)
    may_count = [
        not quoted[at] and not word.text[0].isupper() and len(low) > 2 and low[0].isalpha() and is_content(low)
        for at, (word, low) in enumerate(zip(row.words, row.lows, strict=True))
    ]
    for at in range(len(row.words)):
        for last in (at + 1, at + 2) if may_count[at] else ():
            if not row.in_one_breath(at, last + 1) or (last == at + 2 and row.lows[at + 1] not in _LINKS):
                break
            phrase = " ".join(row.lows[at : last + 1])
            if may_count[last] and rarity(row.lows[at], row.lows[last]) >= RARE / RAREST and phrase not in IDIOMS:
                why = f"have the rare wording “{phrase}” outside quotation marks; by itself that is weak evidence."
                yield in_row(row, at, last, "shape", why)


def rarity(first: str, last: str) -> float:
    """How rare two words are, from 0 to 1."""
    return (SURPRISE[band(first)] + SURPRISE[band(last)]) / RAREST
