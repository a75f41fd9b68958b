"""Numbers that give no amount: years, days, hours, ages, the number of a house or of an aeroplane, a pronoun."""

import re

from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.number.written import WrittenNumber
from samestory.text.document import Document
from samestory.words.day_name import MONTH_KEYS
from samestory.words.lists import words_in

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def is_no_amount(text: Document, words: tuple[str, ...], one: WrittenNumber) -> bool:
    """Whether a number is a year, a day, an hour, an age, a name's, or a pronoun."""
    before, behind = list(words[max(0, one.first - 2) : one.first]), list(words[one.after : one.after + 2])
    shown = words[one.first]
    if one.after == one.first + 1 and (_YEAR.fullmatch(shown) or (shown == "one" and behind[:1] != ["person"])):
        return True
    if MONTH_KEYS & {*before[-1:], *behind[:1]} or {"aged", "age", "no", "number", "page", "at"} & set(before[-1:]):
        # “At 7” is an hour; “at 7 percent” and “at 12,000 head” are none.
        is_big = "," in shown or one.after > one.first + 1
        return "at" not in before[-1:] or not (is_big or one.unit or behind[:1] in (["percent"], ["per"], ["least"]))
    if behind[:1] and behind[0] in {"pm", "am", "p.m.", "a.m.", "o'clock"}:
        return True
    if behind in (["years", "old"], ["year", "old"]) or words_in("amounts", "away") & set(behind):
        return True
    if before[-1:] == ["in"] and behind[:1] in (["years"], ["months"], ["decades"]):
        # “The highest water in nine years” says how rare it is.
        return any(
            word.endswith("est") or word in {"first", "time", "most"}
            for word in words[max(0, one.first - 6) : one.first]
        )
    # A name's number, as in “Boeing 737” or “Article 5”, and an age between commas, as in “Lind, 54, won”.
    last = text.words[one.first - 1] if one.first else None
    is_named = last is not None and last.is_capital and one.first - 1 > 0 and gap_before(text, one.first) == " "
    opens = last is not None and PAUSE.search(gap_before(text, one.first - 1) or ".") is not None
    is_aside = "," in gap_before(text, one.first) and PAUSE.search(gap_before(text, one.after) or ".") is not None
    return not one.unit and ((is_named and not opens and not behind[:1]) or is_aside)
