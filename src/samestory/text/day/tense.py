"""Whether a weekday without a date lies ahead or behind: read from the words around it."""

import re
from bisect import bisect_right

from samestory.text.cut import CutText
from samestory.text.sentence import sentence_starts, sentences
from samestory.words.listed import listed
from samestory.words.lists import words_in

REACH_OF_TENSE = 160  # characters read on each side
# Takes “planned for ”, “postponed until early ” and “ahead of ” before a day; leaves “planned the attack on ”.
_PLANNED = re.compile(
    r"\b(?:(?:planned|scheduled|slated|set|due|booked|fixed|arranged|expected|billed|pencilled in|timed)"
    r"(?:\s+(?:to|for|on|from|to begin|to start|to take place|to be held|early|late|just|only|this|in)){1,4}"
    r"|(?:rescheduled|postponed|delayed|deferred|moved|pushed back|put off|adjourned|called|tabled|announced)"
    r"(?:\s+(?:to|for|until|till|early|late|just|only|this)){1,4})\s+"
    r"(?:the\s+)?$|\b(?:upcoming|coming|until|till|ahead of|starting|beginning)\s+(?:this\s+|on\s+)?$",
    re.IGNORECASE,
)
# Takes “cancelled”, “called off” and “ahead of”; leaves “called on”.
_OFF = re.compile(
    r"\b(?:cancel\w*|postpone\w*|call\w* off|put off|delay\w*|scrap\w*|ahead of|upcoming|adjourn\w*)\b", re.I
)
_NEXT_WORD = re.compile(r"(?:\s+(?:morning|afternoon|evening|night))?\s+([a-z]+)")
_NO_NOUN = listed("""
    and or but as that in on at to of for with from by after before when while because if about over who which under
    into during against amid since until despite following the a an his her their its he she they it we morning evening
    afternoon night is are was were has had have will would could said says
    """)
# “The vote is on Thursday”: the present tense with a day is a plan.
_IS_ON = re.compile(r"\b(?:is|are|’s|'s)(?:\s+(?:on|this|only|early|late)){0,2}\s+$")
PRESENT_VERBS = words_in("verbs", "scheduled")
_AHEAD = words_in("verbs", "scheduled", "ahead")
# Said of several, these look ahead, unless they only follow another verb: “they had to go”, “did not meet”.
_PLURAL_AHEAD = listed("go meet open begin start")
_NO_PLURAL_AFTER = listed("to not did didn't could couldn't a an the")
PAST_VERBS = words_in("verbs", "past")
NO_PAST = words_in("verbs", "no past")
_READY = listed("is are was were due set plan plans planned hopes hoped ready likely expected scheduled going about")
# Words in small letters only, since “Will Moe” and “May” are names.
_WORD = re.compile(r"(?<![A-Za-z0-9-])[a-z]+(?:['’][a-z]+)?")
NEAR_DAY = 70  # characters in which “planned for” stands before its day


def looks_ahead(text: str | CutText, start: int, end: int) -> bool:
    """Return whether the day printed at `text[start:end]` lies after the day on which the text was written.

    “Planned for Thursday” lies ahead, “said on Thursday” behind; without a sign it lies behind, as most days in news.

    >>> looks_ahead("a meeting that was planned for Thursday", 31, 39)
    True
    """
    cut = CutText.of(text)
    before, after = _around(cut, start, end)
    if cut.pack:
        # Where no list of tenses is at hand, a word of the sentence that looks ahead decides.
        return not cut.pack.ahead.isdisjoint(re.findall(r"[^\W\d_]+", f"{before} {after}"))
    if is_planned(before) or _IS_ON.search(before[-NEAR_DAY:]):
        return True
    if _is_attribute(after):
        # “Called off Friday's vote”: the verb is past, and yet the vote was to come.
        if _OFF.search(before) or _OFF.search(after):
            return True
        # What becomes of “her Friday meeting” is told behind it, so that side is read first.
        order = (_sign(after, False), _sign(before, True))
    else:
        order = (_sign(before, True), _sign(after, False))
    return next((sign for sign in order if sign is not None), False)


def _around(cut: CutText, start: int, end: int) -> tuple[str, str]:
    """What the day's sentence has before it and behind it, as far as it is read."""
    starts = sentence_starts(cut)
    at = bisect_right(starts, start) - 1
    low = starts[at] if at >= 0 else 0
    high = sentences(cut)[at].end if at >= 0 else len(cut.text)
    return cut.text[max(low, start - REACH_OF_TENSE) : start], cut.text[end : max(end, min(high, end + REACH_OF_TENSE))]


def _is_attribute(after: str) -> bool:
    """Whether the day is told of the noun behind it: “her Friday meeting”, “Friday's vote”."""
    if after.startswith(("'s", "’s")):
        return True
    word = _NEXT_WORD.match(after)
    return word is not None and word.group(1) not in _NO_NOUN and not is_past_form(word.group(1))


def is_planned(before: str) -> bool:
    """Return whether the words right before a day set it for something: “planned for”, “moved to”, “ahead of”."""
    return _PLANNED.search(before[-NEAR_DAY:]) is not None


def follows_past(text: str, start: int) -> bool:
    """Return whether the verb right before `start` tells of the past: “died this Tuesday”."""
    found = _WORD.findall(text[max(0, start - NEAR_DAY) : start])
    return bool(found) and is_past_form(found[-1])


def is_past_form(word: str) -> bool:
    """Return whether a word in small letters looks like the past of a verb, or like its participle."""
    # “Red” and “bed” end so and are no verbs.
    return word in PAST_VERBS or (word.endswith("ed") and len(word) > 3 and word not in NO_PAST)


def _sign(part: str, from_the_end: bool) -> bool | None:
    """Whether the first word that shows a tense looks ahead; None if none does."""
    found = _WORD.findall(part)
    in_clause = len(_WORD.findall(part[part.rfind(",") + 1 :])) if from_the_end else len(found)
    places = range(len(found) - 1, -1, -1) if from_the_end else range(len(found))
    for n in places:
        word = found[n]
        if word in _AHEAD or word.endswith(("'ll", "’ll")):
            return True
        if word in _PLURAL_AHEAD and (n == 0 or found[n - 1] not in _NO_PLURAL_AFTER):
            return True
        # “the talks, scheduled to begin at noon, were held on Tuesday”: a comma ends what is planned
        is_near = not from_the_end or len(found) - n <= in_clause
        if is_near and word in _READY and n + 1 < len(found) and found[n + 1] == "to":
            return True
        if is_past_form(word):  # “will be held” lies ahead
            return "be" in found[max(0, n - (2 if n and found[n - 1].endswith("ly") else 1)) : n]
    return None
