"""Who speaks: the subject of a verb of saying, before it or after it."""

import re

from samestory.text.passage import Passage
from samestory.text.source.attribution import AUXILIARY, BE, DETERMINERS, LINKS, SAID, STOPS, SUBJECT_PRONOUNS, TIMES
from samestory.text.source.phrase import (
    LONGEST_NAME_BEHIND,
    LONGEST_SOURCE,
    SPEAKING,
    WordSpan,
    following,
    is_parted,
    preceding,
)

_ASIDE = re.compile(r"[,)—–]|\s-{1,2}\s")
_MARK = re.compile(r"[“”\"’'»«]")
_RELATIVES = frozenset(("that", "which", "whom"))
LONGEST_ASIDE = 30  # words


def subject(sentence: Passage, verb: int, first_speaking: int) -> WordSpan | None:
    """The first and last word of the phrase that speaks, for the verb at `verb`; None if there is none to see.

    `first_speaking` is the number of the sentence's first verb of saying.
    """
    lows = sentence.folded
    # “Lind never said so” cites nobody.
    if verb and (lows[verb - 1] in ("not", "never", "nor") or "n't" in lows[verb - 1]):
        return None
    last = _before_auxiliaries(sentence, verb)
    # Right behind a quotation the speaker follows the verb: “We go,” said Lind.
    if last < 0 or _MARK.search(sentence.gaps[verb].strip("’'s")):
        return _behind(sentence, verb)
    if lows[last] == "and":
        return _opening(sentence, last, first_speaking)
    if lows[last] in BE or lows[last] in ("to", "or"):
        return None
    # “The mayor, who said so, left”: it is the one before “who” that speaks.
    if lows[last] in ("who", "which"):
        return preceding(sentence, last - 1)
    gap = sentence.gaps[last + 1]
    if _ASIDE.search(gap):
        return _before_aside(sentence, last) or _behind(sentence, verb)
    if is_parted(sentence, last + 1):
        return _behind(sentence, verb)
    found = preceding(sentence, last)
    return None if found and _is_told_of_a_thing(sentence, verb, found[0]) else found


def _is_name(sentence: Passage, at: int) -> bool:
    """Whether the word is capitalised where small letters would do."""
    return at > 0 and sentence.words[at].is_capital


def _before_auxiliaries(sentence: Passage, verb: int) -> int:
    """The word before a verb and its small words: “Lind” of “Lind has also said”; -1 at the sentence's start."""
    last = verb - 1
    while last >= 0 and not _is_name(sentence, last) and not is_parted(sentence, last + 1):
        low = sentence.folded[last]
        if low not in AUXILIARY and not low.endswith("ly"):
            break
        last -= 1
    return last


def _is_told_of_a_thing(sentence: Passage, verb: int, first: int) -> bool:
    """“A condition that the council has rejected” tells of a condition; nobody says anything."""
    is_over = is_parted(sentence, verb + 1) or sentence.folded[verb + 1] in BE
    return sentence.folded[verb] not in SAID and is_over and first > 0 and sentence.folded[first - 1] in _RELATIVES


def _before_aside(sentence: Passage, last: int) -> WordSpan | None:
    """The phrase before “, the mayor,” or “, who ...,”; a name in the aside is taken along."""
    places = range(last, max(0, last - LONGEST_ASIDE), -1)
    opens = (at for at in places if _ASIDE.search(sentence.gaps[at]) or "(" in sentence.gaps[at])
    opening = next(opens, None)
    found = preceding(sentence, opening - 1) if opening is not None else None
    if opening is None or found is None:
        return None
    if last - opening < LONGEST_NAME_BEHIND and all(word.is_capital for word in sentence.words[opening : last + 1]):
        return found[0], last
    return (0, found[1]) if _is_list(sentence, found[0]) else found


def _opening(sentence: Passage, limit: int, first_speaking: int) -> WordSpan | None:
    """The person with whom the sentence begins, for a second verb: “She got up and said”; nobody else is that sure."""
    lows, cut = sentence.folded, sentence.words
    if lows[0] in SUBJECT_PRONOUNS:
        return 0, 0
    if first_speaking < limit:
        return None  # the first verb of saying has the person already
    found = following(sentence, 0)
    if found and found[1] < limit and cut[found[1]].is_capital:
        return found
    end = next((n for n in range(1, limit) if not cut[n].is_capital), limit)
    return (0, end - 1) if end > 1 or (end < len(lows) and lows[end].endswith("ed")) else None


def _is_list(sentence: Passage, first: int) -> bool:
    """Whether the sentence begins with names parted by commas, the last of them at `first`."""
    return 1 < first < LONGEST_SOURCE and all(
        low in DETERMINERS or (word.is_capital and low not in LINKS | TIMES | STOPS)
        for word, low in zip(sentence.words[:first], sentence.folded, strict=False)
    )


def _behind(sentence: Passage, verb: int) -> WordSpan | None:
    """The phrase right after a verb that follows a quotation: “said Ida Lind”."""
    found = following(sentence, verb + 1)
    has_comma = "," in sentence.gaps[verb]
    # “..., said Lind” is plain; after a comma other verbs need a phrase that ends there, or a new clause begins.
    if _MARK.search(sentence.gaps[verb]) or (has_comma and sentence.folded[verb] in ("said", "says")):
        return found
    if found is None or not has_comma:
        return None
    is_clause = any(low in AUXILIARY or low in SPEAKING for low in sentence.folded[found[0] : found[1] + 1])
    return found if is_parted(sentence, found[1] + 1) and not is_clause else None
