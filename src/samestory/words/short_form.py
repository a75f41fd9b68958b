"""Whether a full stop closes a short form (`Feb.`, `U.S.`, `J.`) and not the sentence."""

import re

from samestory.words.day_name import SHORT_MONTHS, WEEKDAYS
from samestory.words.lists import words_in, words_in_order

# Forms that want a name after them, so that they never end a sentence.
_BEFORE_A_NAME = words_in("short_forms", "before a word") | {word.capitalize() for word in words_in("sources", "short")}
# Forms that want a number after them.
_BEFORE_A_NUMBER = words_in("short_forms", "before a number")
# Forms that stand in a sentence or at its end: the next word decides.
_EITHER = words_in("short_forms", "either") | {*SHORT_MONTHS, *words_in_order("calendar", "short weekdays")}
# Takes “Chicago, Ill.”, leaves “he was ill.”
_STATE = re.compile(rf",\s(?:{'|'.join(words_in_order('short_forms', 'states'))})\.$")
_LAST_WORD = re.compile(r"(?:^|[^\w.])(\w{1,7})\.$")
# Takes “U.S.”, “Ph.D.” and “a.m.”, leaves “end.”
_DOTTED = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]{1,2}\.){2,}$")
_NEVER_LAST = re.compile(r"(?:e\.g|i\.e|a\.k\.a)\.$", re.IGNORECASE)
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
# What follows a time of day: takes “a.m. Monday” and “p.m. EST”, leaves “a.m. He”.
_DAY = "|".join((*WEEKDAYS, *SHORT_MONTHS, "May"))
_BESIDE_A_CLOCK = re.compile(rf"\s+\W*(?:\d|{_DAY}|Eastern|Pacific|Central|Mountain|Greenwich|[A-Z]{{2,4}}\b)")
_NUMBER = re.compile(r"\s+[(#$€£]*\d")
# Words that begin sentences and hardly ever the name after a short form: “the U.S. He then ...”.
_OPENERS = words_in("short_forms", "openers")
# Takes “He” of “U.S. He then”, leaves “No” of “U.S. No. 1”, which opens no sentence.
_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[]*([A-Z][\w’']*)(?![\w-])(?!\.\s*\d)")
LONGEST_BEFORE_STOP = 16  # characters read before the stop


def is_short_form(before: str, text: str, after: int) -> bool:
    """Whether the stop that ends `before` belongs to its word, given what follows at `text[after:]`.

    Titles and `e.g.` always do; `No.` before a number does; `U.S.`, `Inc.`, a month or an initial does unless the
    next word is one that opens sentences (`He`, `The`, `However`).

    >>> is_short_form("left the U.S.", "left the U.S. He then", 13)
    False
    >>> is_short_form("the U.S.", "the U.S. Secretary", 8)
    True
    """
    if _NEVER_LAST.search(before):
        return True
    # Before the other dotted forms: after “p.m.” a capital opens a sentence, unless a day or a zone comes.
    if _CLOCK.search(before):
        return _BESIDE_A_CLOCK.match(text, after) is not None
    last = _LAST_WORD.search(before)
    word = last.group(1) if last else ""
    if word in _BEFORE_A_NAME:
        return True
    if word in _BEFORE_A_NUMBER:
        return _NUMBER.match(text, after) is not None
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or word in _EITHER or _DOTTED.search(before) or _STATE.search(before):
        following = _NEXT_WORD.match(text, after)
        return following is None or following.group(1).replace("’", "'") not in _OPENERS
    return False
