"""A plural with a singular: “he were”, “they was”."""

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed

PLURAL_VERBS = listed("were are have")
_SINGULAR_WORDS, _SINGULAR_VERBS = listed("he she it"), listed("is was has does")
_PLURAL_WORDS = listed("they we these those")
# “If he were”, “one of those was”: behind these words the forms are right.
_NO_AGREEMENT_AFTER = listed("if though although wish as than like of and or for to with how what that which who")


def disagreeing(row: WordRow, at: int) -> OddPhrase | None:
    """“he were”, “they was”, where nothing before them asks for it: enough where two texts share it."""
    one, other = row.lows[at], row.low(at + 1)
    if not (one in _SINGULAR_WORDS and other in PLURAL_VERBS) and not (
        one in _PLURAL_WORDS and other in _SINGULAR_VERBS
    ):
        return None
    before = "" if row.breaks(at) else row.lows[at - 1]
    if row.breaks(at + 1) or before in _NO_AGREEMENT_AFTER:
        return None
    return in_row(row, at, at + 1, "typing", f"“{one}” and “{other}” do not agree")
