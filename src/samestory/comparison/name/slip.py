"""Is one spelling a slip for the other? The evidence for and against, added up in points."""

import re
from dataclasses import dataclass
from functools import lru_cache

from samestory.comparison.name.form import Form
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import as_scanned, undoubled
from samestory.comparison.name.likeness import is_inflection
from samestory.comparison.name.setting import Settings
from samestory.comparison.name.shape import likely
from samestory.comparison.name.stock import ends_as_surname, is_own_name
from samestory.words.common_word import is_base, is_common
from samestory.words.distance import distance

POSSIBLE_SLIP, SURE_SLIP = 4, 6  # points
FREQUENT = 2  # places
MOST_SET_ALIKE = 3
CLOSED = {"calendar", "countries", "peoples and languages", "states of the United States"}  # lists that are whole
_PLACES = CLOSED | {"cities and regions", "faiths and parties"}
_VOWELS = re.compile(r"[aeiouyh]")


@dataclass(frozen=True, slots=True)
class Slip:
    """That `wrong` is a slip for `right`, how many points say so, and whether the articles show which is right.

    `beside`: the same name stands before or after both.
    """

    wrong: Form
    right: Form
    points: int
    decided: bool
    beside: bool = False

    @property
    def is_sure(self) -> bool:
        """The one place that decides when a slip is *sure*: many points, and a witness besides the likeness.

        The record is one; else a form that no stock of words or names knows must stand beside the same name as a
        frequent one that is known: no stock has every name. A list alone, or how often a form was copied, never makes
        it sure.
        """
        if self.points < SURE_SLIP or not self.decided or self.wrong.letters[0] != self.right.letters[0]:
            return False
        is_word = is_own_name(self.right.letters) or is_common(self.right.key)
        return self.right.known or (self.beside and is_word and len(self.right.places) >= FREQUENT)


def slip(one: Form, other: Form, settings: Settings, triangle: bool = False) -> Slip | None:
    """Weigh whether one of two spellings is a slip for the other; None if nothing speaks for it.

    `triangle`: a third spelling in the same article is near to both, which makes a slip likelier.
    """
    a, b = one.letters, other.letters
    steps, short = distance(a, b, 3), min(len(a), len(b))
    swapped = sorted(a) == sorted(b)
    if steps > _room(short, swapped or _bones(a) == _bones(b)) or _look_alike(one, other):
        return None
    wrong, right, decided = _weaker(one, other)
    beside = _beside(wrong, right)
    if not may_be_wrong(wrong) or _is_somebody(wrong, right, beside, triangle):
        return None
    # A word is a slip only behind the given name that stands before both: Ida Coper, Ida Cooper.
    if is_common(wrong.key) and not _given(wrong.before & right.before):
        return None
    # A name that is near to a word is mostly a name, whatever capital a headline gave the word.
    if is_common(right.key) and not (beside or right.known or gazetteer().knows(right.key)):
        return None
    points = _points(wrong, right, steps, beside, triangle)
    # To read what stands around both costs most, so it is done where it can still decide.
    if 0 < points < SURE_SLIP:
        points += _set_alike(settings.shared(wrong, right))
    if points < POSSIBLE_SLIP or _two_people(wrong, right):
        return None
    # Four letters may be alike by chance, unless the record has them; what is undecided has no right form.
    if not decided or (short < 5 and not right.known):
        points = min(points, SURE_SLIP - 1)
    return Slip(wrong, right, points, decided, beside)


def _points(wrong: Form, right: Form, steps: int, beside: bool, triangle: bool) -> int:
    """What speaks for a slip: who vouches for the right form, the names beside both, and what the hand did."""
    a, b = wrong.letters, right.letters
    swapped, short = sorted(a) == sorted(b), min(len(a), len(b))
    points = _vouched(wrong, right) + (3 if beside else 0) + (4 if triangle else 0) - _often(wrong, right)
    # What a hand or a scanner does: letters swapped, doubled, taken for others (rn, m).
    is_stroke = swapped or undoubled(a) == undoubled(b) or as_scanned(a) == as_scanned(b)
    if is_stroke:
        points += 2
    elif _bones(a) == _bones(b):
        points += 1
    # The longer two names are, the less they are alike by chance.
    points += int(short >= 8) + int(short >= 11) - int(short < 5) - 2 * (steps - 1)
    # Few slips are made on the first letter: Harker and Parker are two people.
    if a[0] != b[0] and not swapped:
        points -= 3
    if not (right.known or beside or is_stroke or triangle or len(right.places) >= 3 * len(wrong.places)):
        points = min(points, SURE_SLIP - 1)  # a list of names alone never makes sure
    return points


def _is_somebody(wrong: Form, right: Form, beside: bool, triangle: bool) -> bool:
    """Is the odd spelling a name in its own right? Then the record and the rest of the name must speak against it.

    Or the article has a third spelling near to both: a text that spells a name in two ways is in doubt itself.
    So is a surname behind a given name: Ted Deutch is no slip for Dutch, which is no person's name.
    """
    if is_own_name(wrong.letters):
        beside = beside or bool(wrong.before & right.before or wrong.after & right.after)
        return not (triangle or (right.known and beside))
    if right.listed and not right.known and _PLACES & gazetteer().kinds.get(right.key, frozenset()):
        called = any(is_own_name(name) and name not in gazetteer().names for name in wrong.before)
        return (called or ends_as_surname(wrong.letters, right.letters)) and not (beside or triangle)
    return False


def _set_alike(shared: int) -> int:
    """Points for words that stand around both, in two articles: two may be chance, four hardly are."""
    return MOST_SET_ALIKE if shared >= 4 else 2 if shared >= 2 else 0


def _room(short: int, alike: bool) -> int:
    """How many letters two names of this length may differ in."""
    if short < 4:
        return 0
    if short < 7:
        return 2 if alike and short > 4 else 1
    return 2 if short < 11 else 3


def _bones(letters: str) -> str:
    return undoubled(letters[:1] + _VOWELS.sub("", letters[1:]))


def _look_alike(one: Form, other: Form) -> bool:
    """Are these a name and its derivation, a woman's and a man's, or two that are both names in their own right?"""
    a, b = one.letters, other.letters
    if is_inflection(a, b) or (one.listed and other.listed) or (one.known and other.known):
        return True
    return a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aoe")


def may_be_wrong(wrong: Form) -> bool:
    """May a spelling be a slip at all: unknown to the record, the gazetteer and the language, and no short acronym?"""
    if wrong.known or wrong.listed or wrong.small or not wrong.places:
        return False
    # Coper looks like a form of “cope”, but behind a given name it is a surname.
    if is_common(wrong.key) and not (wrong.firm and not is_base(wrong.key) and _given(wrong.before)):
        return False
    return not (wrong.text.isupper() and len(wrong.text) < 7)


def _given(names: frozenset[str]) -> bool:
    """Is one of these a given name or a surname, and no word?"""
    return any(is_own_name(name) and not is_common(name) for name in names)


def _weaker(one: Form, other: Form) -> tuple[Form, Form, bool]:
    """The likely wrong one, the likely right one, and whether anything but the shape of the words says so."""
    ranks = [_standing(form) for form in (one, other)]
    if ranks[0] != ranks[1]:
        return (one, other, True) if ranks[0] < ranks[1] else (other, one, True)
    # Only the look of the letters is left: it names one of the two, but shows nothing.
    shapes = [(likely(form.letters), form.key) for form in (one, other)]
    return (one, other, False) if shapes[0] < shapes[1] else (other, one, False)


def _standing(form: Form) -> tuple[bool, bool, bool, int, int, bool]:
    stocked = is_own_name(form.letters)
    is_word = is_base(form.key)
    # In this order, since a copied slip stands often: the record and the lists come before any count.
    return (form.known, form.listed, is_word, len(form.counts), len(form.places), stocked)


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


def _beside(one: Form, other: Form) -> bool:
    """Does the same name stand before both, or after both?"""
    before, after = one.before & other.before, one.after & other.after
    if not (before or after):
        return False
    # Beside long names any word will do; short ones must have a name beside them.
    return len(one.letters) > 6 or bool(_names(before) or _names(after))


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
