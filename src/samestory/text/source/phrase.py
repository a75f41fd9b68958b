"""The noun phrase that speaks: the subject of a verb of saying, before it or after it."""

import re

from samestory.text.passage import Passage
from samestory.text.source.attribution import (
    AUXILIARY,
    BARE,
    BE,
    DETERMINERS,
    DOCUMENTS,
    LINKS,
    PRONOUNS,
    REPORTERS,
    ROLES,
    SAID,
    SHOWED,
    STATED,
    STOPS,
    TIMES,
)

_BOUNDARY = re.compile(r"[,;:()\[\]“”\"«»„.!?…—–]|\s-{1,2}\s")
_ASIDE = re.compile(r"[,)—–]|\s-{1,2}\s")
_MARK = re.compile(r"[“”\"’'»«]")
_PARTICIPLES = frozenset(("seen", "reviewed", "obtained", "viewed", "verified", "published", "released"))
_RELATIVES = frozenset(("that", "which", "whom"))
SPEAKING = SAID | STATED | BARE
_TELLING = (SPEAKING | SHOWED) - DOCUMENTS
_NEVER_INSIDE = STOPS | TIMES | PRONOUNS | BE | AUXILIARY
_BEFORE_A_LINK = ROLES | DOCUMENTS | REPORTERS | LINKS
LONGEST_PHRASE = 16  # words
LONGEST_ASIDE = 30  # words
LONGEST_NAME_BEHIND = 4  # words of a name between commas
Span = tuple[int, int]


def place(sentence: Passage, span: Span) -> Span:
    """The place of the words `span` (first and last) in the whole text, a closing possessive left out."""
    last = sentence.words[span[1]]
    is_owner = last.text.endswith(("’s", "'s"))
    return sentence.words[span[0]].start, last.end - 2 if is_owner else last.end


def subject(sentence: Passage, verb: int, first_speaking: int) -> Span | None:
    """The first and last word of the phrase that speaks, for the verb at `verb`; None if there is none to see.

    `first_speaking` is the number of the sentence's first verb of saying.
    """
    lows = sentence.folded
    if verb and (lows[verb - 1] in ("not", "never", "nor") or "n't" in lows[verb - 1]):
        return None
    last = _before_auxiliaries(sentence, verb)
    if last < 0 or _MARK.search(sentence.gaps[verb].strip("’'s")):
        return _behind(sentence, verb)
    if lows[last] == "and":
        return _opening(sentence, last, first_speaking)
    if lows[last] in BE or lows[last] in ("to", "or"):
        return None
    if lows[last] in ("who", "which"):
        return _phrase(sentence, last - 1)
    gap = sentence.gaps[last + 1]
    if _ASIDE.search(gap):
        return _before_aside(sentence, last) or _behind(sentence, verb)
    if _BOUNDARY.search(gap):
        return _behind(sentence, verb)
    found = _phrase(sentence, last)
    return None if found and _is_told_of_a_thing(sentence, verb, found[0]) else found


def is_name(sentence: Passage, at: int) -> bool:
    """Whether the word is capitalised where small letters would do."""
    return at > 0 and sentence.words[at].is_capital


def _is_parted(sentence: Passage, at: int) -> bool:
    """Whether a stop, comma, bracket or dash stands before word `at`, or the sentence is over there."""
    return at >= len(sentence.words) or _BOUNDARY.search(sentence.gaps[at]) is not None


def _before_auxiliaries(sentence: Passage, verb: int) -> int:
    """The word before a verb and its small words: “Lind” of “Lind has also said”; -1 at the sentence's start."""
    last = verb - 1
    while last >= 0 and not is_name(sentence, last) and not _is_parted(sentence, last + 1):
        low = sentence.folded[last]
        if low not in AUXILIARY and not low.endswith("ly"):
            break
        last -= 1
    return last


def _is_told_of_a_thing(sentence: Passage, verb: int, first: int) -> bool:
    """“A condition that the council has rejected” tells of a condition; nobody says anything."""
    is_over = _is_parted(sentence, verb + 1) or sentence.folded[verb + 1] in BE
    return sentence.folded[verb] not in SAID and is_over and first > 0 and sentence.folded[first - 1] in _RELATIVES


def _before_aside(sentence: Passage, last: int) -> Span | None:
    """The phrase before “, the mayor,” or “, who ...,”; a name in the aside is taken along."""
    places = range(last, max(0, last - LONGEST_ASIDE), -1)
    opens = (at for at in places if _ASIDE.search(sentence.gaps[at]) or "(" in sentence.gaps[at])
    opening = next(opens, None)
    found = _phrase(sentence, opening - 1) if opening is not None else None
    if opening is None or found is None:
        return None
    if last - opening < LONGEST_NAME_BEHIND and all(word.is_capital for word in sentence.words[opening : last + 1]):
        return found[0], last
    return (0, found[1]) if _is_list(sentence, found[0]) else found


def _opening(sentence: Passage, limit: int, first_speaking: int) -> Span | None:
    """The person with whom the sentence begins, for a second verb: “She got up and said”; nobody else is that sure."""
    lows, cut = sentence.folded, sentence.words
    if lows[0] in PRONOUNS:
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
    return 1 < first < LONGEST_PHRASE and all(
        low in DETERMINERS or (word.is_capital and low not in LINKS | TIMES | STOPS)
        for word, low in zip(sentence.words[:first], sentence.folded, strict=False)
    )


def _behind(sentence: Passage, verb: int) -> Span | None:
    """The phrase right after a verb that follows a quotation: “said Ida Lind”."""
    found = following(sentence, verb + 1)
    has_comma = "," in sentence.gaps[verb]
    if _MARK.search(sentence.gaps[verb]) or (has_comma and sentence.folded[verb] in ("said", "says")):
        return found
    if found is None or not has_comma:
        return None
    is_clause = any(low in AUXILIARY or low in SPEAKING for low in sentence.folded[found[0] : found[1] + 1])
    return found if _is_parted(sentence, found[1] + 1) and not is_clause else None


def following(sentence: Passage, first: int) -> Span | None:
    """The phrase that begins at `first`, up to a comma or a word that cannot belong to it."""
    lows, last = sentence.folded, first - 1
    while last + 1 < len(lows) and last - first < LONGEST_PHRASE:
        at = last + 1
        if at > first and _is_parted(sentence, at) and not _is_short(sentence, at):
            break
        if lows[at] in LINKS and lows[at + 2 : at + 3] == ("by",) and lows[at + 1] in TIMES:
            last = at + 2  # “released on Monday by the agency”
        elif _cannot_follow(sentence, at, at == first):
            break
        else:
            last = at
    while last > first and lows[last] in _PARTICIPLES:
        last -= 1
    return (first, _with_name_behind(sentence, first, last)) if last >= first else None


def _cannot_follow(sentence: Passage, at: int, is_first: bool) -> bool:
    """Whether word `at` belongs to no phrase that begins before it: “told” and “at” of “police told us at noon”."""
    low = sentence.folded[at]
    if not is_first and low in _TELLING and not sentence.words[at].is_capital:
        return True
    if low in LINKS and low not in ("of", "for") and not _may_link(sentence, at):
        return True
    return low in STOPS or low in TIMES or low in BE


def _with_name_behind(sentence: Passage, first: int, last: int) -> int:
    """The last word of a phrase with the name between commas behind it: “the mayor, Ida Lind,”."""
    cut, aside = sentence.words, last + 1
    if aside >= len(cut) or sentence.gaps[aside].strip() != "," or sentence.folded[first] not in DETERMINERS:
        return last
    end = aside
    while end < len(cut) and cut[end].is_capital and (end == aside or not sentence.gaps[end].strip(" .")):
        end += 1
    return end - 1 if aside < end <= aside + LONGEST_NAME_BEHIND and _is_parted(sentence, end) else last


def _is_short(sentence: Passage, at: int) -> bool:
    """Whether only the stop of a short title or initial stands before the word: “Sgt. Eva Dahl”, “J. Vik”."""
    before = sentence.words[at - 1]
    return sentence.gaps[at].strip() == "." and before.is_capital and len(before.folded) <= 4


def _may_link(sentence: Passage, at: int) -> bool:
    """Whether the preposition at `at` goes on with a phrase: “the officials in Oslo”, “their leader in Oslo”."""
    lows = sentence.folded
    before = lows[at - 1] if at else ""
    is_owned = at > 1 and (lows[at - 2] in DETERMINERS or lows[at - 2].endswith("'s"))
    if is_owned and lows[at] in ("in", "at", "of", "for"):
        return True
    return before in _BEFORE_A_LINK or before.endswith(("ed", "tion"))


def _may_join(sentence: Passage, at: int) -> bool:
    """Whether the “and” at `at` stands inside the phrase: “analysts and officials”, “the U.S. and its allies”."""
    lows, cut = sentence.folded, sentence.words
    if lows[at - 1] in ROLES or (at == 1 and cut[0].is_capital):
        return True
    first = at - 1
    while first > 0 and cut[first].is_capital:
        first -= 1
    near = lows[max(0, at - 7) : at]
    return first < at - 1 and (lows[first] == "the" or any(low in ROLES for low in near))


def _phrase(sentence: Passage, last: int) -> Span | None:
    """The phrase that ends at `last`, read backwards: “the mayor of Oslo” of “..., but the mayor of Oslo”."""
    lows = sentence.folded
    if last < 0 or lows[last] in STOPS or lows[last] in LINKS:
        return None
    if lows[last] in PRONOUNS:
        return last, last
    while last >= 0 and lows[last] in TIMES:  # “police on Monday said”
        last -= 1
    first, at = last + 1, last
    while at >= 0 and last - at < LONGEST_PHRASE and (at == last or not _breaks_before(sentence, at + 1)):
        if lows[at] in DETERMINERS:
            first = at
            if not _goes_on_before(sentence, at):
                break
            at -= 2
        elif _may_stand_inside(sentence, at, at == last):
            first = at
            at -= 1
        else:
            break
    while first < last and (lows[first] in LINKS or lows[first] == "and"):
        first += 1
    return (first, last) if first <= last else None


def _breaks_before(sentence: Passage, at: int) -> bool:
    """Whether a phrase cannot reach back over what stands before `at`; the stop of “Mr.” is no bar."""
    gap = sentence.gaps[at]
    return _BOUNDARY.search(gap.replace(".", "", 1) if sentence.words[at - 1].is_capital else gap) is not None


def _goes_on_before(sentence: Passage, at: int) -> bool:
    """Whether a phrase goes on before the article at `at`: “officials and the mayor”, “officials in the city”."""
    if at < 2:
        return False
    if sentence.folded[at - 1] == "and":
        return _may_join(sentence, at - 1) and not sentence.gaps[at].strip()
    return sentence.folded[at - 1] in LINKS and _may_link(sentence, at - 1)


def _may_stand_inside(sentence: Passage, at: int, is_last: bool) -> bool:
    low = sentence.folded[at]
    if low in LINKS:
        is_of = low in ("of", "for") and at > 0 and sentence.words[at - 1].is_capital
        return is_of or (at > 0 and _may_link(sentence, at))
    if low == "and":
        return at > 0 and _may_join(sentence, at)
    if low in _NEVER_INSIDE:
        return False
    is_adverb = low.endswith("ly") and low not in ROLES
    is_verb = low in SPEAKING and not sentence.words[at].is_capital
    return is_last or not (is_adverb or is_verb)
