"""A stop in mid-sentence: “... complaints. On other matters ranging from arms control to prisoners.”"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from samestory.oddity.finding import OddPhrase
from samestory.oddity.row import WordRow, prose_rows
from samestory.text.cut import CutText
from samestory.words.listed import listed
from samestory.words.lists import words_in

_OPENERS = listed("on of in from with about regarding among amid concerning including ranging between over such")
TAKE_ON = listed("ranging including involving concerning regarding reaching stretching spanning")
FEWEST_IN_HALF = 7  # words; a shorter half may be meant as one
FINITE = words_in("verbs", "finite")


def broken(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Half of a sentence behind a stop: it takes up the one before and has no verb of its own."""
    for before, row in pairwise(prose_rows(document)):
        if _is_half(row) and before.text[before.end - 1] == "." and row.start - before.end <= 2:
            start, end = before.words[-1].start, row.words[2].end
            joined = f"{before.words[-1].text} {row.words[0].text.lower()} {' '.join(row.lows[1:3])}"
            why = "A stop cuts the sentence in two: what follows it has no verb of its own."
            yield OddPhrase(start, end, row.text[start:end], "shape", joined, why)


def _is_half(row: WordRow) -> bool:
    if len(row.lows) < FEWEST_IN_HALF or row.lows[0] not in _OPENERS or row.text[row.end - 1] != ".":
        return False
    return bool(TAKE_ON.intersection(row.lows)) and not any(_may_be_verb(word) for word in row.lows)


def _may_be_verb(word: str) -> bool:
    # A genitive's mark may be that of “it's”, too: better silent than wrong about a sound sentence.
    return word in FINITE or (word.endswith("ed") and len(word) > 3) or "'" in word
