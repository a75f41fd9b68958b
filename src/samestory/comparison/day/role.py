"""What a day is to the clause that it stands in: the day of the event, of a plan, a deadline, or of a saying."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.day.verb import SPEECH_NOUNS, family
from samestory.comparison.passage.weight import EVERYDAY, weight
from samestory.text.cut import CutText
from samestory.text.day.read import DatePhrase
from samestory.text.day.tense import PRESENT_VERBS, is_past_form, is_planned, looks_ahead
from samestory.text.speech import SPEECH_VERBS
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.lists import words_in

Role = Literal["event", "ahead", "deadline", "said", "speech"]
CLAUSE_WORDS = listed("""
    that who which as while after before when because and but although though since until whereas whose where if
    following amid despite saying
    """)
# Takes “, ” and “ -- ”; leaves the hyphen of “two-day”.
CLAUSE_MARK = re.compile(r"[,;:()—–\[\]“”\"]|\s-{1,2}\s")
# Takes “no later than ”, “since the ” and “the week ended ” before a day, leaves “by train on ”.
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
# Everyday verbs tell no event apart, but for these: a mast fell, a body was found.
_NO_ACT = (EVERYDAY - {"fell", "fall", "find", "found"}) | {"held", "saw", "seen", "sees"}
_BEFORE_VERB = listed("will would shall to may might could should must can 'll won't")
_PARTS_OF_DAY = listed("morning afternoon evening night")
_REACTED = words_in("verbs", "reacted")
_BACKGROUND = listed("after before following since amid despite")
_WITH = listed("when as while")
_RELATIVE = listed("who which whose where")
LONGEST_APPOSITION, NEAREST = 4, 3  # words
FARTHEST_LEFT, FARTHEST_RIGHT = 4, 9  # words between a saying and its day
REACH_BEFORE = 80  # characters in which “planned for” and “no later than” stand before their day


@dataclass(frozen=True, slots=True)
class DayAt:
    """A day in its sentence: words `first` to `after` (left out) name it, words `low` to `high` (left out) are read."""

    text: CutText
    phrase: DatePhrase
    first: int
    after: int
    low: int
    high: int

    @property
    def before(self) -> str:
        """What stands before the day, as far as it is read."""
        words, start = self.text.words, self.phrase.start
        low = words[self.low].start if self.low < self.first else start
        return self.text.text[max(low, start - REACH_BEFORE) : start]


def role(day: DayAt) -> Role:
    """Return what the day is to its clause."""
    if is_planned(day.before):
        return "ahead"
    if _DEADLINE.search(day.before):
        return "deadline"
    if day.text.text[day.phrase.end : day.phrase.end + 1] == ":":  # a record's entry begins with its day
        return "event"
    left, right = range(day.first - 1, day.low - 1, -1), range(day.after, day.high)
    # English mostly has the day behind what it belongs to, so the words before it are asked first.
    on = _attached(day.text, left, True)
    if on is None:
        on = _attached(day.text, right, False)
    elif on == "event" and not _verbs(day.text, list(_own_clause(day.text, day.first, day.low))):
        # “The agency on Friday condemned the raid”: without a verb before it, the day belongs to the one behind it.
        on = _attached(day.text, _unparted(day), False) or on
    if on != "speech" and looks_ahead(day.text, day.phrase.start, day.phrase.end):
        return "ahead"
    return on or "event"


def _unparted(day: DayAt) -> range:
    """The words behind the day up to the first comma."""
    stops = (n for n in range(day.after, day.high) if _is_parted(day.text, n - 1))
    return range(day.after, next(stops, day.high))


def acts(day: DayAt) -> frozenset[str]:
    """Return the verbs of the day's clause: those before the day, or else those after it; everyday ones left out.

    “Planned for” is a verb of no event, and so such a day has none.
    """
    if is_planned(day.text.text[max(0, day.phrase.start - REACH_BEFORE) : day.phrase.start]):
        return frozenset()
    places = list(_own_clause(day.text, day.first, day.low))
    found = _verbs(day.text, places) | _told(day.text, places)
    # “On Monday, a ferry sank”: a day that opens its sentence has its verb behind it.
    if not found and len(places) < 3:
        return _verbs(day.text, list(_following(day)))
    # “A judge Friday granted the request”: the day stands between the subject and its verb.
    return found or _verbs(day.text, list(_unparted(day))[:NEAREST])


def own_clause(day: DayAt) -> list[int]:
    """Return the numbers of the words of the day's own clause, before it and behind it."""
    return [*_own_clause(day.text, day.first, day.low), *_following(day)]


def is_background(day: DayAt) -> bool:
    """Return whether the day is that of what went before: “charged after a shooting in Vik on Friday”."""
    start = min(_own_clause(day.text, day.first, day.low), default=day.first)
    return start > day.low and day.text.folded[start - 1] in _BACKGROUND


def deeds_beside(day: DayAt) -> frozenset[str]:
    """Return the verbs of what came with the day's clause: “died on Monday when a bomb went off”, “fell, killing two”.

    Not those of what was before or after it, and not those of somebody's words.
    """
    lows, keys = day.text.folded, day.text.keys
    found: set[str] = set()
    is_with = False
    for n in range(day.after, day.high):
        if lows[n] in CLAUSE_WORDS or _is_parted(day.text, n - 1):
            is_with = lows[n] in _WITH
        is_alongside = lows[n].endswith("ing") and len(lows[n]) > 5 and _is_parted(day.text, n - 1)
        if is_alongside or (is_with and _is_verb(day.text, n, lows[n - 1])):
            found.add(family(keys[n]))
    return frozenset(found)


def gap(text: CutText, n: int) -> str:
    """What stands between word `n` and the next one; a handful of characters tells."""
    end = text.starts[n + 1] if n + 1 < len(text.words) else len(text.text)
    return text.text[text.words[n].end : min(end, text.words[n].end + 4)]


def _is_parted(text: CutText, n: int) -> bool:
    """Whether a clause ends between word `n` and the next one."""
    return CLAUSE_MARK.search(gap(text, n)) is not None


def _own_clause(text: CutText, first: int, low: int) -> Iterator[int]:
    """The words before the day back to where its clause begins; relative clauses between commas are passed over."""
    lows, n = text.folded, first - 1
    while n >= low and lows[n] in _SMALL:
        n -= 1
    if n >= low and _is_parted(text, n):
        start = n
        while start > low and not _is_parted(text, start - 1):
            start -= 1
        if start > low and n - start < LONGEST_APPOSITION and not _verbs(text, list(range(n, start - 1, -1))):
            # “impeached the auditor, Ruth Moyo, on Monday”: the name between commas parts nothing
            yield from range(n, start - 1, -1)
            n = start - 1
        elif lows[start] in _RELATIVE:
            n = start - 1
    near = n
    while n >= low:
        # “crashed into the pier and sank on Monday” is one clause, and so is “stepped down as head on Monday”
        is_joint = (lows[n] == "and" and near - n <= 1) or (
            lows[n] == "as" and not _verbs(text, list(range(near, n, -1)))
        )
        if lows[n] in CLAUSE_WORDS and not is_joint:
            return
        yield n
        n -= 1
        if n >= low and _is_parted(text, n):
            return


def _following(day: DayAt) -> Iterator[int]:
    """The words after the day, and after the part of it that is meant, up to where its clause ends."""
    start = day.after
    while start < day.high and day.text.folded[start] in _PARTS_OF_DAY:
        start += 1
    for n in range(start, day.high):
        if (n > start and _is_parted(day.text, n - 1)) or day.text.folded[n] in CLAUSE_WORDS:
            return
        yield n


def _told(text: CutText, places: Iterable[int]) -> frozenset[str]:
    """The person told, as “=@council”: what the council was told is not what the press was."""
    last = max((n for n in places if text.folded[n] in ("told", "tells", "telling")), default=-1)
    if last < 0:
        return frozenset()
    behind = sorted(n for n in places if last < n < last + 6)
    heads = [text.keys[n] for n in behind if weight(text.keys[n]) > 0 or text.keys[n] in EVERYDAY]
    return frozenset({f"=@{root(heads[-1])}"}) if heads else frozenset()


def _verbs(text: CutText, places: list[int]) -> frozenset[str]:
    """The verb nearest to the day, and one that “and” joins to it; a plain “were” is a verb, too."""
    found: set[str] = set()
    is_joined = False
    for n in places:
        word, before = text.folded[n], text.folded[n - 1] if n else ""
        is_joined = is_joined or word == "and"
        if word in _COPULA and not found and n < places[0]:
            return frozenset({"be"})
        if _is_verb(text, n, before) and word not in _AUXILIARY and word not in _NO_ACT:
            found.add(family(text.keys[n]))
            # “voted to close it”, “sank and burned”: the verb before counts as well
            if before not in ("to", "and") and not is_joined:
                return frozenset(found)
            is_joined = False
    return frozenset(found)


def _is_verb(text: CutText, n: int, before: str) -> bool:
    word = text.folded[n]
    is_base = before in _BEFORE_VERB and text.words[n].text.islower()
    return is_base or word in PRESENT_VERBS or (is_past_form(word) and before not in _DETERMINER)


def _attached(text: CutText, places: range, is_left: bool) -> Role | None:
    """What the day hangs on: the nearest saying or speech in its own clause; None if the clause has no words there."""
    lows, seen = text.folded, 0
    for n in places:
        # “announced today (14 October)”: the bracket only says the day again
        if is_left and _is_parted(text, n) and gap(text, n).strip() != "(":
            break
        if lows[n] in SPEECH_NOUNS and seen <= 1:
            return "speech"
        if (lows[n] in SPEECH_VERBS or lows[n] in _REACTED) and seen <= (FARTHEST_LEFT if is_left else FARTHEST_RIGHT):
            # “The rate was announced on Thursday” tells of a deed, not of somebody's words.
            is_passive = n > 0 and lows[n - 1] in _PASSIVE
            following = text.words[n + 1].text if n + 1 < len(lows) else ""
            is_to_do = following == "to" or following[:1].isdigit()  # “agreed to meet”, “recalled 40,000 jars”
            return "event" if is_passive or is_to_do else "said"
        # “On Tuesday Lind closed the pier, he said”: a verb of doing takes the day before any saying can.
        if lows[n] in CLAUSE_WORDS or (not is_left and seen and lows[n].endswith("ed")):
            break
        if lows[n] not in _SMALL:
            if lows[n].endswith("ed") and len(lows[n]) > 4:
                return "event"
            seen += 1
    return "event" if seen else None
