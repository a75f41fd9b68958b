"""Whether a text is in the language that the engine reads: one that is not gets no candidates, and is not faultless."""

from samestory.text.document import Text, as_document
from samestory.thresholds import threshold
from samestory.words.listed import listed

# Words that any English text of some length has, and that the neighbouring languages don't share.
_SMALL = listed("the of and to that it is was for with his her they would had this which from have been")
FEWEST_WORDS, LEAST_SHARE = 20, threshold(__name__, "LEAST_SHARE")


def is_english(text: Text) -> bool:
    """Say whether `text` looks like English by its small words; a text of fewer than 20 words passes.

    >>> is_english("Die Fähre fährt nicht. " * 6), is_english("The ferry that was to sail to Nordo had stopped. " * 3)
    (False, True)
    """
    one = as_document(text)
    letters = [mark for mark in one.text if mark.isalpha()]
    # Other alphabets first, since a short text in one would pass the test by small words.
    if 2 * sum(mark.isascii() for mark in letters) < len(letters):
        return False
    return len(one.folded) < FEWEST_WORDS or sum(word in _SMALL for word in one.folded) >= LEAST_SHARE * len(one.folded)
