"""A word that stands there twice: “the the”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, Witness, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed

SMALL_DOUBLED = listed("the a an of and or with from our their your")
_MAY_END_A_CLAUSE = listed("of with from")  # “the people he came with with no bags”: right, if hard to read
_RIGHT_TWICE = listed("that had is was were very so no ha blah bye long many in far more")
_SPACES = (" ", "  ", "\u00a0", "\n", "\r\n", "\t")
BOUND = ("-", "‑", "‐", "/", "&", "'", "’")  # what binds two words to one, or halves of two words


def doubled(row: WordRow) -> Iterator[OddPhrase]:
    """A small word printed twice: “the the”. “had had” and “that that” are right, so they are not looked at."""
    for at in row.each(SMALL_DOUBLED):
        word, low = row.words[at].text, row.lows[at]
        if row.low(at - 1) != low or row.gaps[at] not in _SPACES:
            continue
        # “The The” is a band, “vitamin A a day” names a letter, and the first half of “either/or or” is another word's.
        alike = row.words[at - 1].text == word or at == 1
        stutters = word in (row.low(at - 2), row.low(at + 1))
        bound = row.gaps[at - 1].endswith(BOUND) or row.gaps[at + 1].startswith(BOUND)
        if alike and word.islower() and not stutters and not bound:
            witness: Witness = "rule" if word in _MAY_END_A_CLAUSE else "printed twice"
            yield in_row(row, at - 1, at, "typing", f"The word “{word}” stands there twice.", word, witness=witness)


def said_twice(row: WordRow, at: int) -> OddPhrase | None:
    """Any word twice in a row, but for those that are often right: enough where two texts share it."""
    word = row.lows[at]
    if word != row.low(at + 1) or not word.isalpha() or word in _RIGHT_TWICE:
        return None
    if row.breaks(at + 1) or row.words[at + 1].text[0].isupper():
        return None
    return in_row(row, at, at + 1, "typing", f"“{word}” stands twice")
