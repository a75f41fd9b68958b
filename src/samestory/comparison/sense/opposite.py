"""What turns a sentence round, by words: denials, opposites, and who does something to whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.passage.segment import Segment
from samestory.comparison.sense.family import verb_family
from samestory.text.once import once
from samestory.words.key import key
from samestory.words.lists import groups_in, words_in
from samestory.words.wording import is_content

FARTHEST_DENIED = 5  # words behind a denial in which what it denies begins
BESIDE_OPPOSITE = 2  # words of weight on each side by which two opposites stand in one place
_NO_DENIAL = frozenset({"only", "just", "least", "doubt", "matter", "other", "necessarily"})  # behind “not” or “no”
_OF_TIME = frozenset({"yet", "longer"})
_IN_CASE = frozenset({"if", "unless", "whether"})


@once
def denials(one: Segment) -> Mapping[int, tuple[str, ...]]:
    """Return the words that deny, by their number, each with one or two families of what it denies.

    >>> from samestory.comparison.passage.segment import segments
    >>> from samestory.text.document import Document
    >>> denials(segments(Document("The pump did not fail at dawn."))[0])
    {3: ('fail', 'dawn')}
    """
    words = one.document.folded
    found = {}
    for at in range(one.first, one.last + 1):
        is_denial = words[at] in words_in("turns", "denial") or words[at].endswith("n't")
        is_case = not _IN_CASE.isdisjoint(words[max(one.first, at - FARTHEST_DENIED) : at])
        if is_denial and not is_case and not set(words[at + 1 : at + 2]) & _NO_DENIAL and (denied := _denied(one, at)):
            found[at] = denied
    return found


def _denied(one: Segment, at: int) -> tuple[str, ...]:
    """The families of the first words of weight behind a denial, or else of the one right before it."""
    text, behind = one.document, []
    for n in range(at + 1, min(one.last, at + FARTHEST_DENIED) + 1):
        if PAUSE.search(gap_before(text, n)):
            break
        # “Not yet cleared” and “no longer sold” deny what follows.
        if is_content(text.keys[n]) and text.folded[n] not in _OF_TIME:
            behind.append(verb_family(text.keys[n]))
    before = [n for n in range(at - 1, max(one.first, at - 3) - 1, -1) if is_content(text.keys[n])]
    return tuple(behind[:2]) or tuple(verb_family(text.keys[n]) for n in before[:1])


def denies_otherwise(one: Segment) -> frozenset[str]:
    """Return the words of a sentence that say no in their own way: “refused”, “unhurt”."""
    row = one.document.folded[one.first : one.last + 1]
    # “No longer” is a denial already.
    return words_in("turns", "says no") & frozenset(
        word for at, word in enumerate(row) if word != "longer" or row[max(0, at - 1) : at] != ("no",)
    )


@cache
def opposites_of() -> Mapping[str, frozenset[str]]:
    """Return, for the family of each word that has any, the families of its opposites."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in groups_in("turns")["opposites"]:
        one, other = (verb_family(key(word)) for word in line.split())
        found[one].add(other)
        found[other].add(one)
    return {family: frozenset(others) for family, others in found.items()}


@once
def turning_words(one: Segment) -> Mapping[str, int]:
    """Return the families of a sentence that have opposites, each with the number of its first word."""
    found: dict[str, int] = {}
    for at in range(one.first, one.last + 1):
        family = verb_family("must" if _is_must(one, at) else one.document.keys[at])
        if family in opposites_of():
            found.setdefault(family, at)
    return found


def _is_must(one: Segment, at: int) -> bool:
    """Whether somebody “has to” there."""
    words = one.document.folded
    return words[at] in {"have", "has", "had"} and words[at + 1 : at + 2] == ("to",)


def beside(one: Segment, at: int) -> frozenset[str]:
    """Return the families of the words of weight just before and behind a word."""
    keys = one.document.keys
    before = (n for n in range(at - 1, one.first - 1, -1) if is_content(keys[n]))
    behind = (n for n in range(at + 1, one.last + 1) if is_content(keys[n]))
    near = (*islice(before, BESIDE_OPPOSITE), *islice(behind, BESIDE_OPPOSITE))
    return frozenset(verb_family(keys[n]) for n in near)


@cache
def _directed() -> frozenset[str]:
    return frozenset(verb_family(key(word)) for word in words_in("turns", "directed"))


@once
def deeds_done(one: Segment) -> Mapping[str, int]:
    """Return the families of verbs that somebody does to somebody, each with the number of its only word."""
    keys = one.document.keys
    places = [(verb_family(keys[at]), at) for at in range(one.first, one.last + 1)]
    row = [family for family, _ in places]
    return {family: at for family, at in places if family in _directed() and row.count(family) == 1}


def is_exchanged(one: Segment, at: int, other: Segment, there: int, roles: Sequence[frozenset[str]]) -> bool:
    """Whether who stands before a verb in one sentence stands behind it in the other, and the other way round.

    `roles` are the families that count in each sentence.
    """
    before, behind = _sides(one, at, roles[0])
    theirs_before, theirs_behind = _sides(other, there, roles[1])
    # What stands behind in both, such as the thing that was sold, is no part of the exchange.
    return bool(before & theirs_behind) and bool(behind & theirs_before) and not before & theirs_before


def is_passive(one: Segment, at: int) -> bool:
    """Whether the verb is done by whoever stands behind it: “was sued by”."""
    words = one.document.folded
    return "by" in words[at + 1 : min(one.last, at + 4) + 1]


def _sides(one: Segment, at: int, roles: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    row = [verb_family(key) for key in one.document.keys[one.first : one.last + 1]]
    middle = at - one.first
    return roles & frozenset(row[:middle]), roles & frozenset(row[middle + 1 :])
