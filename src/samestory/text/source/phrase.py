"""Where a noun phrase ends that may name a source: read onwards from its first word, or back from its last."""

import re

from samestory.text.passage import Passage
from samestory.text.source.attribution import (
    AUXILIARY,
    BARE,
    BE,
    DETERMINERS,
    DOCUMENTS,
    LINKS,
    REPORTERS,
    ROLES,
    SAID,
    SHOWED,
    STATED,
    STOPS,
    SUBJECT_PRONOUNS,
    TIMES,
)

_BOUNDARY = re.compile(r"[,;:()\[\]“”\"«»„.!?…—–]|\s-{1,2}\s")
_PARTICIPLES = frozenset(("seen", "reviewed", "obtained", "viewed", "verified", "published", "released"))
SPEAKING = SAID | STATED | BARE
_TELLING = (SPEAKING | SHOWED) - DOCUMENTS
_NEVER_INSIDE = STOPS | TIMES | SUBJECT_PRONOUNS | BE | AUXILIARY
# After these a preposition goes on with the phrase: “officials in Oslo”, “a report on the ferry”.
_BEFORE_A_LINK = ROLES | DOCUMENTS | REPORTERS | LINKS
LONGEST_SOURCE = 16  # words
LONGEST_NAME_BEHIND = 4  # words of a name between commas
WordSpan = tuple[int, int]


def place_of(sentence: Passage, span: WordSpan) -> WordSpan:
    """The place of the words `span` (first and last) in the whole text, a closing possessive left out."""
    last = sentence.words[span[1]]
    is_owner = last.text.endswith(("’s", "'s"))
    return sentence.words[span[0]].start, last.end - 2 if is_owner else last.end


def is_parted(sentence: Passage, at: int) -> bool:
    """Whether a stop, comma, bracket or dash stands before word `at`, or the sentence is over there."""
    return at >= len(sentence.words) or _BOUNDARY.search(sentence.gaps[at]) is not None


def following(sentence: Passage, first: int) -> WordSpan | None:
    """The phrase that begins at `first`, up to a comma or a word that cannot belong to it."""
    lows, last = sentence.folded, first - 1
    while last + 1 < len(lows) and last - first < LONGEST_SOURCE:
        at = last + 1
        if at > first and is_parted(sentence, at) and not _is_short(sentence, at):
            break
        if lows[at] in LINKS and lows[at + 2 : at + 3] == ("by",) and lows[at + 1] in TIMES:
            last = at + 2  # “released on Monday by the agency”
        elif _cannot_follow(sentence, at, at == first):
            break
        else:
            last = at
    # In “documents seen by Reuters” only the documents are cited here; the outlet is found by its “by”.
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
    return end - 1 if aside < end <= aside + LONGEST_NAME_BEHIND and is_parted(sentence, end) else last


def _is_short(sentence: Passage, at: int) -> bool:
    """Whether only the stop of a short title or initial stands before the word: “Sgt. Eva Dahl”, “J. Vik”."""
    before = sentence.words[at - 1]
    return sentence.gaps[at].strip() == "." and before.is_capital and len(before.folded) <= 4


def preceding(sentence: Passage, last: int) -> WordSpan | None:
    """The phrase that ends at `last`, read backwards: “the mayor of Oslo” of “..., but the mayor of Oslo”."""
    lows = sentence.folded
    if last < 0 or lows[last] in STOPS or lows[last] in LINKS:
        return None
    if lows[last] in SUBJECT_PRONOUNS:
        return last, last
    while last >= 0 and lows[last] in TIMES:  # “police on Monday said”
        last -= 1
    first, at = last + 1, last
    while at >= 0 and last - at < LONGEST_SOURCE and (at == last or not _breaks_before(sentence, at + 1)):
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
    # Read backwards, a phrase may begin with a word that only ties it to what came before.
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
    # “Family” ends like an adverb and may speak.
    is_adverb = low.endswith("ly") and low not in ROLES
    is_verb = low in SPEAKING and not sentence.words[at].is_capital
    return is_last or not (is_adverb or is_verb)


def _may_link(sentence: Passage, at: int) -> bool:
    """Whether the preposition at `at` goes on with a phrase: “the officials in Oslo”, “their leader in Oslo”."""
    lows = sentence.folded
    before = lows[at - 1] if at else ""
    is_owned = at > 1 and (lows[at - 2] in DETERMINERS or lows[at - 2].endswith("'s"))
    if is_owned and lows[at] in ("in", "at", "of", "for"):
        return True
    # “People briefed on the talks”, “the delegation in Oslo”.
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
