"""The noun phrase that speaks: the subject of a verb of saying, before it or after it."""

import re
from dataclasses import dataclass
from itertools import pairwise

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
from samestory.words.word import Word, fold, words

_BOUNDARY = re.compile(r"[,;:()\[\]“”\"«»„.!?…—–]|\s-{1,2}\s")
_ASIDE = re.compile(r"[,)—–]|\s-{1,2}\s")
_MARK = re.compile(r"[“”\"’'»«]")
_PARTICIPLES = frozenset(("seen", "reviewed", "obtained", "viewed", "verified", "published", "released"))
_SPEAKING = SAID | STATED | BARE
_TELLING = (_SPEAKING | SHOWED) - DOCUMENTS
LONGEST = 16  # words of a phrase


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence cut into words, with what stands before each; offsets are those of the whole text.

    `first_speaking` is the number of its first verb of saying, or of its words if it has none.
    """

    text: str
    start: int
    words: tuple[Word, ...]
    lows: tuple[str, ...]
    gaps: tuple[str, ...]
    first_speaking: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place of words `first` to `last` in the whole text, a closing possessive left out."""
        end = self.words[last].end
        shown = self.text[self.words[last].start : end]
        if shown[-2:] in ("’s", "'s"):
            end -= 2
        return self.start + self.words[first].start, self.start + end


def cut(text: str, start: int) -> Cut:
    """Cut the sentence `text`, which begins at `start` of the whole text."""
    found = words(text)
    gaps = [text[before.end : after.start] for before, after in pairwise(found)]
    lead = text[: found[0].start] if found else ""
    lows = tuple(fold(word.text).replace("’", "'") for word in found)
    # Looked up once: each “and said” asks for it, and a sentence may have thousands.
    first = next((at for at, low in enumerate(lows) if low in _SPEAKING), len(lows))
    return Cut(text, start, found, lows, (lead, *gaps), first)


def is_capital(sentence: Cut, at: int) -> bool:
    return sentence.words[at].text[:1].isupper()


def subject(sentence: Cut, verb: int) -> tuple[int, int] | None:
    """The first and last word of the phrase that speaks, for the verb at `verb`; None if there is none to see."""
    last = verb - 1
    if (last >= 0 and sentence.lows[last] in ("not", "never", "nor")) or "n't" in sentence.lows[last]:
        return None
    while (
        last >= 0
        and (sentence.lows[last] in AUXILIARY or sentence.lows[last].endswith("ly"))
        and not is_name(sentence, last)
    ):
        if _BOUNDARY.search(sentence.gaps[last + 1]):
            break
        last -= 1
    if last < 0 or _MARK.search(sentence.gaps[verb].strip("’'s")):
        return _behind(sentence, verb)
    if sentence.lows[last] == "and":
        return _opening(sentence, last)
    if sentence.lows[last] in BE or sentence.lows[last] in ("to", "or", "be"):
        return None
    if sentence.lows[last] in ("who", "which"):
        return _phrase(sentence, last - 1) if last else None
    if _ASIDE.search(sentence.gaps[last + 1]):
        return _before_aside(sentence, last) or _behind(sentence, verb)
    if _BOUNDARY.search(sentence.gaps[last + 1]):
        return _behind(sentence, verb)
    found = _phrase(sentence, last)
    is_over = verb + 1 == len(sentence.words) or bool(_BOUNDARY.search(sentence.gaps[verb + 1]))
    is_over = is_over or sentence.lows[verb + 1] in BE
    if (
        sentence.lows[verb] not in SAID
        and found
        and is_over
        and found[0]
        and sentence.lows[found[0] - 1] in ("that", "which", "whom")
    ):
        return None  # “a condition that the council has rejected” tells of a condition
    return found


def is_name(sentence: Cut, at: int) -> bool:
    """Whether the word is capitalised where small letters would do."""
    return at > 0 and is_capital(sentence, at)


def _before_aside(sentence: Cut, last: int) -> tuple[int, int] | None:
    """The phrase before “, the mayor,” or “, who ...,”; a name in the aside is taken along."""
    for opening in range(last, max(0, last - 30), -1):
        if _ASIDE.search(sentence.gaps[opening]) or "(" in sentence.gaps[opening]:
            found = _phrase(sentence, opening - 1)
            is_name_aside = last - opening < 4 and all(is_capital(sentence, n) for n in range(opening, last + 1))
            if found and is_name_aside:
                return found[0], last
            return (0, found[1]) if found and _is_list(sentence, found[0]) else found
    return None


def _opening(sentence: Cut, limit: int) -> tuple[int, int] | None:
    """The person with whom the sentence begins, for a second verb: “She got up and said”; nobody else is that sure."""
    if sentence.lows[0] in PRONOUNS:
        return 0, 0
    if sentence.first_speaking < limit:
        return None  # the first verb of saying has the person already
    found = following(sentence, 0)
    if found is None or not is_capital(sentence, found[1]) or found[1] >= limit:
        end = next((n for n in range(limit) if n and not is_capital(sentence, n)), limit)
        found = (
            (0, end - 1) if end > 1 or (sentence.lows[end : end + 1] and sentence.lows[end].endswith("ed")) else None
        )
    return found


def _is_list(sentence: Cut, first: int) -> bool:
    """Whether the sentence begins with names parted by commas, the last of them at `first`."""
    ahead = range(first)
    return 1 < first < LONGEST and all(
        (is_capital(sentence, n) and sentence.lows[n] not in LINKS | TIMES | STOPS) or sentence.lows[n] in DETERMINERS
        for n in ahead
    )


def _behind(sentence: Cut, verb: int) -> tuple[int, int] | None:
    """The phrase right after a verb that follows a quotation: “said Ida Lind”."""
    found = following(sentence, verb + 1)
    if _MARK.search(sentence.gaps[verb]) or ("," in sentence.gaps[verb] and sentence.lows[verb] in ("said", "says")):
        return found
    if found is None or "," not in sentence.gaps[verb]:
        return None
    is_clause = any(low in AUXILIARY or low in _SPEAKING for low in sentence.lows[found[0] : found[1] + 1])
    is_last = found[1] + 1 == len(sentence.words) or bool(_BOUNDARY.search(sentence.gaps[found[1] + 1]))
    return found if is_last and not is_clause else None


def following(sentence: Cut, first: int) -> tuple[int, int] | None:
    """The phrase that begins at `first`, up to a comma or a word that cannot belong to it."""
    last = first - 1
    while last + 1 < len(sentence.words) and last - first < LONGEST:
        at = last + 1
        low = sentence.lows[at]
        if at > first and _BOUNDARY.search(sentence.gaps[at]) and not _is_short(sentence, at):
            break
        if low in LINKS and sentence.lows[at + 2 : at + 3] == ("by",) and sentence.lows[at + 1] in TIMES:
            last = at + 2  # “released on Monday by the agency”
            continue
        if at > first and low in _TELLING and not is_capital(sentence, at):
            break
        if low in LINKS and low not in ("of", "for") and not _may_link(sentence, at):
            break
        if low in STOPS or low in TIMES or low in BE:
            break
        last = at
    while last > first and sentence.lows[last] in _PARTICIPLES:
        last -= 1
    if last < first:
        return None
    aside = last + 1
    if aside < len(sentence.words) and sentence.gaps[aside].strip() == "," and sentence.lows[first] in DETERMINERS:
        end = aside
        while (
            end < len(sentence.words)
            and is_capital(sentence, end)
            and (end == aside or not sentence.gaps[end].strip(" ."))
        ):
            end += 1
        if aside < end <= aside + 4 and (end == len(sentence.words) or _BOUNDARY.search(sentence.gaps[end])):
            return first, end - 1
    return first, last


def _is_short(sentence: Cut, at: int) -> bool:
    """Whether only the stop of a short title or initial stands before the word: “Sgt. Eva Dahl”, “J. Vik”."""
    return sentence.gaps[at].strip() == "." and is_capital(sentence, at - 1) and len(sentence.lows[at - 1]) <= 4


def _may_link(sentence: Cut, at: int) -> bool:
    before = sentence.lows[at - 1] if at else ""
    is_determined = at > 1 and (sentence.lows[at - 2] in DETERMINERS or sentence.lows[at - 2].endswith("'s"))
    if is_determined and sentence.lows[at] in ("in", "at", "of", "for"):
        return True
    return (
        before in ROLES
        or before in DOCUMENTS
        or before in REPORTERS
        or before in LINKS
        or before.endswith(("ed", "tion"))
    )


def _may_join(sentence: Cut, at: int) -> bool:
    """Whether the “and” at `at` stands inside the phrase: “analysts and officials”, “the U.S. and its allies”."""
    before = sentence.lows[at - 1]
    if before in ROLES or (at == 1 and is_capital(sentence, 0)):
        return True
    near = range(max(0, at - 7), at)
    first = at - 1
    while first > 0 and is_capital(sentence, first):
        first -= 1
    return first < at - 1 and (any(sentence.lows[n] in ROLES for n in near) or sentence.lows[first] == "the")


def _phrase(sentence: Cut, last: int) -> tuple[int, int] | None:
    """The phrase that ends at `last`, read backwards."""
    lows = sentence.lows
    if last < 0 or lows[last] in STOPS or lows[last] in LINKS or (lows[last] in TIMES and last == 0):
        return None
    if lows[last] in PRONOUNS:
        return last, last
    first = last + 1
    at = last
    while at >= 0 and last - at < LONGEST:
        if at < last and _BOUNDARY.search(
            sentence.gaps[at + 1].replace(".", "", 1) if is_capital(sentence, at) else sentence.gaps[at + 1]
        ):
            break
        low = lows[at]
        if low in DETERMINERS:
            first = at
            if at > 1 and lows[at - 1] == "and" and _may_join(sentence, at - 1) and not sentence.gaps[at].strip():
                at -= 2
                first = at + 1
                continue
            if at > 1 and lows[at - 1] in LINKS and _may_link(sentence, at - 1):
                at -= 2
                continue
            break
        if low in LINKS:
            if not (at and (_may_link(sentence, at) or (low in ("of", "for") and is_capital(sentence, at - 1)))):
                break
        elif low == "and":
            if not (at and _may_join(sentence, at)):
                break
        elif low in STOPS or low in TIMES or low in PRONOUNS or low in BE:
            if low in TIMES and first > last:
                at -= 1
                last -= 1
                first = last + 1
                continue
            break
        elif (
            (low.endswith("ly") and at < last and low not in ROLES)
            or low in AUXILIARY
            or (low in _SPEAKING and at < last and not is_capital(sentence, at))
        ):
            break
        first = at
        at -= 1
    while first < last and (lows[first] in LINKS or lows[first] == "and"):
        first += 1
    return (first, last) if first <= last else None
