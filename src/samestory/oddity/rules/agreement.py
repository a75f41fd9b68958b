"""A plural with a singular: “several decision were”, “he were”."""

import re
from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.lexicon import plural
from samestory.oddity.row import WordRow
from samestory.oddity.rules.doubled import BOUND
from samestory.words.listed import listed
from samestory.words.lists import words_in

# “One in three chance”, “phase two construction”: the number counts something else.
_NUMBERED = listed(
    "in phase stage step level tier article chapter part number week day round act game group class category"
)
PLURAL_BEFORE = listed("several many few these those various numerous two three four five six seven eight nine ten")
_BEFORE_A_PLURAL = PLURAL_BEFORE | listed("new more further other")  # the latter at the head of a sentence
# Takes “decision” and “security”; leaves “sheep”, whose plural has no ending.
_SINGULAR_NOUN = re.compile(r"[a-z]{2,}(?:tion|sion|ment|ness|ship|ity|ence|ance)")
COLLECTIVE = words_in("odd_shapes", "collective")
# Verbs as well: “several question the plan” is right.
VERB_TOO = listed("question mention caution position condition petition auction motion ration function comment ship")
PLURAL_VERBS = listed("were are have")
AFTER_NOUN = listed("were are have has was is of in on at for that which who by to with from will would had")
_SINGULAR_WORDS, _SINGULAR_VERBS = listed("he she it"), listed("is was has does")
_PLURAL_WORDS = listed("they we these those")
# “If he were”, “one of those was”: behind these words the forms are right.
_NO_AGREEMENT_AFTER = listed("if though although wish as than like of and or for to with how what that which who")


def singular_for_plural(row: WordRow) -> Iterator[OddPhrase]:
    """“New sanction were imposed”, “several decision of the court”: a plural around a noun that has no ending."""
    for at in row.each(_BEFORE_A_PLURAL):
        before, noun, after = row.lows[at], row.low(at + 1), row.low(at + 2)
        counted = before in PLURAL_BEFORE and (noun not in VERB_TOO or after in PLURAL_VERBS)
        if not (counted and after in AFTER_NOUN) and not (at == 0 and after in PLURAL_VERBS):
            continue
        if not _SINGULAR_NOUN.fullmatch(row.words[at + 1].text) or noun in COLLECTIVE or not row.joined(at, at + 2):
            continue
        if at == 0 or not (row.lows[at - 1] in _NUMBERED or row.gaps[at].endswith(BOUND)):
            shown = row.words[at].text
            why = f"“{shown}” and “{after}” want a plural here." if after in PLURAL_VERBS else ""
            why = why or f"After “{shown}” the noun stands in the plural."
            yield in_row(row, at, at + 2, "typing", why, f"{shown} {plural(noun)} {after}")


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
