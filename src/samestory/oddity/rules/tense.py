"""A tense that jumps: “She was tried in May. She is later released.”"""

import re
from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import prose_rows
from samestory.text.cut import CutText
from samestory.words.listed import listed
from samestory.words.lists import words_in

LATER = listed("later subsequently eventually afterwards")
_PRESENT = listed("is are")
_PAST = words_in("verbs", "told")
# Takes “released” and “sent”; leaves “red” and “here”.
_PARTICIPLE = re.compile(r"[a-z]{2,}ed|freed|killed|sent|taken|given|found|held|shot|sold|told|made|put|seen|chosen")
NOT_PARTICIPLE = words_in("verbs", "no participle")


def tense(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """“is later released”: the present, in a story told in the past."""
    before: tuple[str, ...] = ()
    for row in prose_rows(document):
        for at in row.each(_PRESENT):
            verb, later, participle = row.lows[at], row.low(at + 1), row.low(at + 2)
            if at == 0 or later not in LATER or not _is_participle(participle):
                continue
            # One past verb may be a quotation's or a plan's; two tell a story.
            told = (*before, *row.lows[:at])
            is_past = sum(word in _PAST for word in told) > 1 and not _PRESENT.intersection(told)
            if is_past and (row.words[at - 1].text[:1].isupper() or row.lows[at - 1] in ("he", "she", "they", "it")):
                why = "The story is told in the past, and this verb jumps into the present."
                right = f"{'was' if verb == 'is' else 'were'} {later} {participle}"
                yield in_row(row, at, at + 2, "shape", why, right)
        before = row.lows


def _is_participle(word: str) -> bool:
    return bool(_PARTICIPLE.fullmatch(word)) and word not in NOT_PARTICIPLE
