"""What speaks for a slip between two spellings, and what against, added up in points."""

from dataclasses import dataclass
from functools import lru_cache

from samestory.comparison.name.form import Form
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import as_scanned, undoubled
from samestory.comparison.name.likeness import bones
from samestory.comparison.name.setting import Settings
from samestory.comparison.name.stock import FREQUENT, commonness, is_own_name, is_persons
from samestory.words.common_word import is_common
from samestory.words.distance import distance

CLOSED = {"calendar", "countries", "peoples and languages", "states of the United States"}  # lists that are whole


@dataclass(frozen=True, slots=True)
class Between:
    """What two spellings have around them.

    `beside`: the same name stands before or after both; `any_beside`: so does some word with a capital; `same_given`:
    a given name or a surname stands before both. `same_words`: one article has this where another, in the same words,
    has that. `triangle`: a third spelling of the article is near to both. `two_people`: each has names beside it that
    the other never has.
    """

    beside: bool
    any_beside: bool
    same_given: bool
    same_words: bool
    triangle: bool
    two_people: bool


def between(wrong: Form, right: Form, settings: Settings, triangle: bool) -> Between:
    """Look at what stands around two spellings."""
    before, after = wrong.before & right.before, wrong.after & right.after
    return Between(
        _beside(wrong, before, after),
        bool(before or after),
        any(is_own_name(name) and not is_common(name) for name in before),
        settings.same_words(wrong, right),
        triangle,
        _two_people(wrong, right),
    )


def points_for(wrong: Form, right: Form, steps: int, found: Between) -> int:
    """Add up who vouches for the right form, the names and words beside both, and what the hand did; may be negative.

    `steps` is how many letters the two differ in.
    """
    a, b = wrong.letters, right.letters
    swapped, short = sorted(a) == sorted(b), min(len(a), len(b))
    points = _vouched(wrong, right) + _unknown(wrong, right) - _often(wrong, right)
    points += (3 if found.beside else 0) + (4 if found.triangle else 0) + (4 if found.same_words else 0)
    # What a hand or a scanner does: letters swapped, doubled, taken for others (rn, m).
    if swapped or undoubled(a) == undoubled(b) or as_scanned(a) == as_scanned(b):
        points += 2
    elif bones(a) == bones(b):
        points += 1
    # The longer two names are, the less they are alike by chance.
    points += int(short >= 8) + int(short >= 11) - int(short < 5) - 2 * (steps - 1)
    # Few slips are made on the first letter: Harker and Parker are two people.
    return points - 3 if a[0] != b[0] and not swapped else points


def _unknown(wrong: Form, right: Form) -> int:
    """Points for a form that no stock knows, near one that everybody knows and that stands here."""
    if commonness(wrong.letters) or not right.places or commonness(right.letters) < FREQUENT:
        return 0
    if wrong.letters[0] != right.letters[0]:
        return 0
    return 1 if is_persons(right.letters) else 2


def _vouched(wrong: Form, right: Form) -> int:
    """Points for the right form: the record, the gazetteer, and how often it stands."""
    points = 5 if right.known else 0
    if right.listed and right.places:
        # That a list has a person's name says little: the next bearer may spell it otherwise.
        points += 1 if gazetteer().is_person(right.key) else 3
    elif right.listed:
        # A list that is whole leaves no other country or month to be meant.
        points += 2 + (2 if CLOSED & gazetteer().kinds.get(right.key, frozenset()) else 0) - int(len(right.key) < 6)
    often, rarely = len(right.places), len(wrong.places)
    if often >= 10 * rarely:
        return points + 5
    if often >= 3 * rarely:
        return points + 3
    return points + int(often > rarely)


def _often(wrong: Form, right: Form) -> int:
    """Points against: who is named again and again, and beside the other, is somebody else."""
    points = min(len(wrong.places) - 1, 3)
    if any(count > 1 and right.counts.get(article, 0) > 1 for article, count in wrong.counts.items()):
        points += 3
    # What has its capital only at the head of a sentence may be no name at all.
    return points + int(not wrong.firm)


@lru_cache(maxsize=4096)
def _names(keys: frozenset[str]) -> frozenset[str]:
    names = gazetteer()
    return frozenset(
        names.variants.get(key, key)
        for key in keys
        # “President” before both doesn't make them one person.
        if not is_common(key) and "titles and offices" not in names.kinds.get(key, ())
    )


def _beside(one: Form, before: frozenset[str], after: frozenset[str]) -> bool:
    """Does the same name stand before both, or after both?"""
    # Beside long names any word will do; short ones must have a name beside them.
    return bool(before or after) and (len(one.letters) > 6 or bool(_names(before) or _names(after)))


def _two_people(one: Form, other: Form) -> bool:
    """Does each have names beside it that the other never has: Anna Lind, Erik Lund?"""
    for mine, yours in ((_names(one.before), _names(other.before)), (_names(one.after), _names(other.after))):
        if mine and yours and not any(_near(a, b) for a in _first(mine) for b in _first(yours)):
            return True
    return False


@lru_cache(maxsize=4096)
def _first(names: frozenset[str]) -> list[str]:
    # Eight are enough: all against all would cost the square of a long list of names.
    return sorted(names)[:8]


@lru_cache(maxsize=65536)
def _near(a: str, b: str) -> bool:
    return a == b or (len(a) > 3 and len(b) > 3 and distance(a, b, 1) <= 1)
