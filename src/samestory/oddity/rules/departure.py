"""Quoted words that depart from the record: “want” where the speaker said “launch”."""

from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow, are_quoted, text_row
from samestory.text.cut import CutText
from samestory.words.spelling import spelling
from samestory.words.wording import NEGATIONS, is_content

Middle = tuple[str, ...]
Around = tuple[str, str, str, str]  # the two words before and the two behind


def departures(document: CutText, said: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield the words that a text quotes where the record has others, between the same two words before and behind."""
    meant = {around: middle for one in said for around, middle, _ in _middles(text_row(one))}
    row, quoted = text_row(document), are_quoted(document)
    for around, middle, at in _middles(row) if meant else ():
        after = at + len(middle)
        right = meant.get(around)
        if right and _is_other(middle, right) and all(quoted[at - 2 : after + 2]):
            why = f"quote “{' '.join(middle)}” where the record has “{' '.join(right)}”"
            why += ": an error in common, hardly made twice."
            yield in_row(row, at, after - 1, "other account", why, " ".join(right))


def _middles(row: WordRow) -> Iterator[tuple[Around, Middle, int]]:
    """One or two words with their neighbours, and the number of the first."""
    lows = row.lows
    for at in range(2, len(lows) - 2):
        for end in (at + 1, at + 2):
            if end + 2 <= len(lows):
                yield (lows[at - 2], lows[at - 1], lows[end], lows[end + 1]), lows[at:end], at


def _is_other(one: Middle, other: Middle) -> bool:
    """Do they differ at both ends, in more than spelling, and by a word that matters?"""
    # If an end is the same, a shorter middle shows the change without it.
    if one[0] == other[0] or one[-1] == other[-1]:
        return False
    if [spelling(word) for word in one] == [spelling(word) for word in other]:
        return False
    return any(is_content(word) or word in NEGATIONS for word in {*one} ^ {*other})
