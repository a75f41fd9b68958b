"""What a day is to the clause that it stands in: the day of the event, of a plan, a deadline, or of a saying."""

import re
from collections.abc import Iterator
from typing import Literal

from samestory.comparison.day.verb import SPEECH_NOUNS, family
from samestory.comparison.passage.weight import EVERYDAY, weight
from samestory.text.day.read import DatePhrase
from samestory.text.day.tense import PRESENT_VERBS, is_past_form, is_planned, looks_ahead
from samestory.text.document import Document
from samestory.text.speech import SPEECH_VERBS
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.word import fold

Role = Literal["event", "ahead", "deadline", "said", "speech"]
CLAUSE_WORDS = listed("""
    that who which as while after before when because and but although though since until whereas whose where if
    following amid despite saying
    """)
CLAUSE_MARK = re.compile(r"[,;:()—–\[\]“”\"]|\s-{1,2}\s")
_DEADLINE = re.compile(
    r"\b(?:by|until|till|no later than|not later than|deadline(?: of| on| is)?|before|since|as of"
    r"|(?:week|month|year|days|period) (?:to|ended|ending|through))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SMALL = listed("on the a an at of in early late later earlier his her their this that local about to for by")
_PASSIVE = listed("be been being is are was were formally")
_AUXILIARY = listed("was were had has have did be been is are do does came went")
_COPULA = listed("is are was were")
_DETERMINER = listed("the a an his her its their this these that those")
_NO_ACT = EVERYDAY - {"fell", "fall", "find", "found"}
_BEFORE_VERB = listed("will would shall to may might could should must can 'll won't")
_RELATIVE = listed("who which whose where")
FARTHEST_LEFT, FARTHEST_RIGHT = 4, 9  # words between a saying and its day


def role(read: Document, phrase: DatePhrase, first: int, after: int, low: int, high: int) -> Role:
    """Return what a day is, that stands between the words `first` and `after`; words `low` to `high` are looked at."""
    before = read.text[max(read.words[low].start if low < first else phrase.start, phrase.start - 80) : phrase.start]
    if is_planned(before):
        return "ahead"
    if _DEADLINE.search(before):
        return "deadline"
    if read.text[phrase.end : phrase.end + 1] == ":":  # a record's entry begins with its day
        return "event"
    on = _attached(read, range(first - 1, low - 1, -1), True) or _attached(read, range(after, high), False)
    if on == "speech":
        return on
    if looks_ahead(read.text, phrase.start, phrase.end):
        return "ahead"
    return on or "event"


def acts(read: Document, phrase: DatePhrase, first: int, after: int, low: int, high: int) -> frozenset[str]:
    """Return the verbs of the day's clause: those before the day, or else those after it; everyday ones left out.

    “Planned for” is a verb of no event, and so such a day has none.
    """
    if is_planned(read.text[max(0, phrase.start - 80) : phrase.start]):
        return frozenset()
    places = list(_own_clause(read, first, low))
    found = _verbs(read, places) | _told(read, places)
    if not found and len(places) < 3:
        found = _verbs(read, list(_following(read, after, high)))
    return found


def _own_clause(read: Document, first: int, low: int) -> Iterator[int]:
    """The words before the day back to where its clause begins; a relative clause between commas is passed over."""
    n = first - 1
    while n >= low and fold(read.words[n].text) in _SMALL:
        n -= 1
    if n >= low and CLAUSE_MARK.search(_gap(read, n)):
        start = n
        while start > low and not CLAUSE_MARK.search(_gap(read, start - 1)):
            start -= 1
        n = start - 1 if fold(read.words[start].text) in _RELATIVE else n
    near = n
    while n >= low:
        word = fold(read.words[n].text)
        # “crashed into the pier and sank on Monday” is one clause
        if word in CLAUSE_WORDS and not (word == "and" and near - n <= 1):
            return
        yield n
        n -= 1
        if n >= low and CLAUSE_MARK.search(_gap(read, n)):
            return


def _following(read: Document, after: int, high: int) -> Iterator[int]:
    for n in range(after, high):
        is_over = n > after and CLAUSE_MARK.search(_gap(read, n - 1))
        if is_over or fold(read.words[n].text) in CLAUSE_WORDS:
            return
        yield n


def _told(read: Document, places: list[int]) -> frozenset[str]:
    """The person told, as “=@council”: what the council was told is not what the press was."""
    last = max((n for n in places if fold(read.words[n].text) in ("told", "tells", "telling")), default=-1)
    if last < 0:
        return frozenset()
    behind = [n for n in range(last + 1, min(last + 6, len(read.words))) if n in places]
    heads = [read.keys[n] for n in behind if weight(read.keys[n]) > 0 or read.keys[n] in EVERYDAY]
    return frozenset({f"=@{root(heads[-1])}"}) if heads else frozenset()


def _verbs(read: Document, places: list[int]) -> frozenset[str]:
    """The verb nearest to the day, and one that “and” joins to it; a plain “were” is a verb, too."""
    found: set[str] = set()
    is_joined = False
    for n in places:
        word, before = fold(read.words[n].text), fold(read.words[n - 1].text) if n else ""
        is_joined = is_joined or word == "and"
        is_base = before in _BEFORE_VERB and read.words[n].text.islower()
        is_verb = (is_past_form(word) and before not in _DETERMINER) or is_base or word in PRESENT_VERBS
        if word in _COPULA and not found and n < places[0]:
            return frozenset({"be"})
        if is_verb and word not in _AUXILIARY and word not in _NO_ACT:
            found.add(family(read.keys[n]))
            # “voted to close it”, “sank and burned”: the verb before counts as well
            if before not in ("to", "and") and not is_joined:
                return frozenset(found)
            is_joined = False
    return frozenset(found)


def _gap(read: Document, n: int) -> str:
    """What stands between word `n` and the next one; a handful of characters tells."""
    end = read.words[n + 1].start if n + 1 < len(read.words) else len(read.text)
    return read.text[read.words[n].end : min(end, read.words[n].end + 4)]


def _attached(read: Document, places: range, is_left: bool) -> Role | None:
    """What the day hangs on: the nearest saying or speech in its own clause; None if the clause has no words there."""
    seen = 0
    for n in places:
        word = fold(read.words[n].text)
        if is_left and CLAUSE_MARK.search(_gap(read, n)):
            break
        if word in SPEECH_NOUNS and seen <= 1:
            return "speech"
        if word in SPEECH_VERBS and seen <= (FARTHEST_LEFT if is_left else FARTHEST_RIGHT):
            is_passive = n > 0 and fold(read.words[n - 1].text) in _PASSIVE
            is_to_do = n + 1 < len(read.words) and read.words[n + 1].text == "to"  # “agreed to meet”
            return "event" if is_passive or is_to_do else "said"
        if word in CLAUSE_WORDS or (not is_left and seen and word.endswith("ed")):
            break
        if word not in _SMALL:
            if word.endswith("ed") and len(word) > 4:
                return "event"
            seen += 1
    return "event" if seen else None
