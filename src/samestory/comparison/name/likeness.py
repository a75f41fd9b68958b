"""Are two spellings one name? Right in both, a slip in one, an inflection, or two names."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import in_letters, slavic, sounds, unaccented, undoubled
from samestory.comparison.name.stock import CITY, FREQUENT, commonness, ends_as_surname, is_persons
from samestory.thresholds import threshold
from samestory.words.distance import distance
from samestory.words.fold import fold

Relation = Literal["same", "variant", "slip", "inflection", "different"]

LONGEST_COMPARED = 60  # letters; what is longer is no name
SHORTEST_STEM = 3
RARER = 1.0  # powers of ten
SHORTEST_TYPED = threshold(__name__, "SHORTEST_TYPED")  # letters; below, a slip may be another name

_SPLIT = re.compile(r"[\s\u00a0-]+")
# Left out, since one house drops what another writes: al-Khatib, Khatib.
_PARTICLES = frozenset(
    {"al", "el", "ul", "as", "ash", "bin", "ben", "ibn", "van", "von", "de", "der", "den", "la", "di"}
)
_ENDINGS = (
    "'s",
    "'",
    "s",
    "es",
    "n",
    "an",
    "ian",
    "ans",
    "ians",
    "ns",
    "i",
    "is",
    "ish",
    "ese",
    "er",
    "ers",
    "ic",
    "y",
    "ism",
    "ist",
)
_OF_PLACES = ("a", "e", "ia", "ya")  # a country's ending, beside those of its people: Arab-ia, Arab-ic


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two spellings are related, and why; `right` is the likely form where that is known."""

    relation: Relation
    why: str
    right: str | None = None


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> Likeness:
    """Compare two names of one or several words, without looking at any text.

    >>> likeness("Sergei Lavrov", "Sergey Lavrov").relation
    'variant'
    >>> likeness("Febuary", "February").right
    'February'
    >>> likeness("Paul Whelan", "David Whelan").relation
    'different'
    """
    if max(len(one), len(other)) > LONGEST_COMPARED:
        return Likeness("different", "too long for names")
    left, right = _parts(one), _parts(other)
    # Asked first: “Müller” is “Mueller” only as long as it has its dots, and `_parts` takes them off.
    if left != right and _parts(in_letters(one)) == _parts(in_letters(other)):
        return Likeness("variant", "one writes a marked letter as two")
    if not left or not right:
        return Likeness("different", "no name")
    if left == right:
        if fold(one) == fold(other):
            return Likeness("same", "the same")
        ending = fold(one).removesuffix("'s") == fold(other).removesuffix("'s")
        return Likeness("inflection" if ending else "variant", "differ in marks or small words only")
    if len(left) == len(right) == 1:
        return _of_words(left[0], right[0], one, other)
    if len(left) != len(right):
        return Likeness("different", "one has more words")
    return _of_names(left, right)


def _parts(name: str) -> tuple[str, ...]:
    parts = [part.strip(".‘").replace("'", "") for part in _SPLIT.split(unaccented(name).removesuffix("'s"))]
    return tuple(part for part in parts if part and part not in _PARTICLES)


def _of_words(left: str, right: str, one: str, other: str) -> Likeness:
    known = gazetteer()
    # What makes both spellings right comes first: a slip is what none of it explains.
    if known.variants.get(left, left) == known.variants.get(right, right) or _same_endings(left, right):
        return Likeness("variant", "both spellings are in use")
    if known.is_person(left) and known.is_person(right):
        return Likeness("different", "both are names in their own right")
    if is_inflection(left, right):
        return Likeness("inflection", "one is the other with an ending")
    steps = distance(left, right, 3)
    right_form = _only_known(left, right)
    if right_form and _slips_from(right_form, right if right_form == left else left, steps):
        usual = known.names.get(right_form)
        return Likeness("slip", "only one of them is a known name", usual)
    if commonness(left) and commonness(right):
        return Likeness("different", "both are names in their own right")
    if ends_as_surname(left, right) and sorted(left) != sorted(right):
        return Likeness("different", "one ends as a surname, the other does not")
    if steps == 1 and left[:-1] == right[:-1] and {left[-1], right[-1]} <= set("aoei"):
        return Likeness("different", "a woman's and a man's name may differ so")
    if {left[-4:], right[-4:]} == {"berg", "burg"} and {left, right}.isdisjoint(known.names):
        return Likeness("different", "a mountain and a castle: many towns differ so")
    # Plurals without their ending, since the gazetteer has “Ukrainian” and not “Ukrainians”.
    if left.endswith("s") and right.endswith("s") and {left, right}.isdisjoint(known.names):
        left, right = left[:-1], right[:-1]
    for wrong, good in ((left, right), (right, left)):
        if good in known.names and not known.is_person(good) and _slips_into(good, wrong, steps):
            return Likeness("slip", f"{known.names[good]} is the usual form", known.names[good])
    # A capital inside marks a name that was made up, to which no other comes near by chance.
    if _oddly_cased(one) or _oddly_cased(other):
        close = steps <= 2 and min(len(left), len(right)) > 4
    else:
        close = _typed(left, right, steps)
    return Likeness("slip", "typed differently") if close else Likeness("different", "spelled too differently")


def _of_names(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """Two names of several words: one word of the same sound or a slip apart, the rest the same."""
    known = gazetteer()
    relations: list[Relation] = []
    for a, b in zip(left, right, strict=True):
        if a == b:
            relations.append("same")
        elif known.variants.get(a, a) == known.variants.get(b, b) or _same_endings(a, b):
            relations.append("variant")
        # By sound as well as by letter: Qadhafi and Gaddafi begin alike, Paul and Saul don't.
        elif (known.is_person(a) and known.is_person(b)) or (a[0] != b[0] and sounds(a)[:1] != sounds(b)[:1]):
            return Likeness("different", "two people may share the rest")
        elif len(sounds(a)) >= 3 and sounds(a) == sounds(b) and distance(a, b, 1) > 1:
            relations.append("variant")
        elif _typed_beside_same(a, b):
            relations.append("slip")
        else:
            return Likeness("different", "a word differs too much")
    alike = [sounds(word) for word in left] == [sounds(word) for word in right]
    # Where every word differs and each sounds the same, it is another system of writing and no slip.
    if "slip" in relations and not (alike and "same" not in relations):
        if {"same", "variant"} & set(relations):
            return Likeness("slip", "the rest of the name is the same")
        return Likeness("different", "no word is the same")
    return Likeness("variant", "one sound, written in two ways")


def _only_known(left: str, right: str) -> str | None:
    """The one of two spellings that everybody knows, where no stock has the other or that one is far rarer."""
    few, many = sorted((left, right), key=commonness)
    if commonness(many) < (FREQUENT if sorted(few) != sorted(many) else CITY):
        return None
    # “Jospeh” and “Ceasar” stand in the census; letters that changed places make one rare name of a frequent one.
    misread = sorted(few) == sorted(many) and commonness(few) <= commonness(many) - RARER
    return many if not commonness(few) or misread else None


def _slips_from(good: str, wrong: str, steps: int) -> bool:
    """May `wrong`, which no stock knows, be `good` with a letter or two typed wrong?"""
    if good[0] != wrong[0] or min(len(good), len(wrong)) < 4 or is_inflection(good, wrong):
        return False
    if sorted(good) == sorted(wrong):
        return steps == 1 or (steps == 2 and len(good) > 6)
    # Five letters of a people are soon somebody’s: Ted Deutch is no Dutch.
    if gazetteer().knows(good) and len(good) < 6:
        return False
    # Names of persons come in more spellings than any stock has, and short ones have too many neighbours.
    if is_persons(good) or min(len(good), len(wrong)) < 5:
        return undoubled(good) == undoubled(wrong) and len(good) > 4 and not is_persons(good)
    if wrong == good[:-1] + wrong[-1] and wrong[-1] in "aeoi":
        return False
    return steps == 1 or (steps == 2 and (len(good) > 7 or bones(good) == bones(wrong)))


def bones(word: str) -> str:
    """Return the first letter and the consonants of a spelling, doubled ones made single.

    >>> bones("griner") == bones("grenier")
    True
    """
    return undoubled(word[:1] + re.sub("[aeiouyh]", "", word[1:]))


def _same_endings(left: str, right: str) -> bool:
    """Do the words differ only as systems of writing Russian and Ukrainian names do (-ei, -ey; -sky, -skiy)?"""
    return min(len(left), len(right)) > 4 and left != right and slavic(left) == slavic(right)


def is_inflection(left: str, right: str) -> bool:
    """Have two words one stem and two endings: Russia and Russian, Iran and Iranians, Arabia and Arabic?"""
    short, long = sorted((left.removesuffix("'s"), right.removesuffix("'s")), key=len)
    if _is_no_ending(short, long):
        return False
    if long.startswith(short):
        return long[len(short) :] in ("", *_ENDINGS) or not long[len(short) :].isalpha()
    # Arabia and Arabic share "arabi", but their endings are longer: -ia, -ic. Two endings of places are no pair.
    for size in range(SHORTEST_STEM, len(short) + 1):
        ends = short[size:], long[size:]
        if short[:size] != long[:size]:
            break
        if all(end in (*_ENDINGS, *_OF_PLACES) for end in ends) and not all(end in _OF_PLACES for end in ends):
            return True
    return False


def _is_no_ending(short: str, long: str) -> bool:
    """Is it a letter doubled (Indonesiaan), or one lost or changed (Debia, Parmesian), that looks like an ending?"""
    if len(long) == len(short) + 1 and long[:-1] != short and undoubled(long) == undoubled(short):
        return True
    if len(short) < 4 or distance(short, long, 1) > 1:
        return False
    # An ending stands behind a word that there is, and what is unknown has no endings.
    few, many = (
        (commonness(short), commonness(long)) if long.startswith(short) else sorted(map(commonness, (short, long)))
    )
    return not few and many >= FREQUENT and not is_persons(long)


def _slips_into(good: str, wrong: str, steps: int) -> bool:
    """Is `wrong` near enough to a name of the gazetteer to be a slip for it, and no name itself?"""
    if gazetteer().knows(wrong):
        return False
    # One letter off, a short name is soon another one (Iran, Iraq): here only letters that changed places count.
    if len(good) < 6 or len(wrong) < 5:
        return steps == 1 and good[0] == wrong[0] and len(wrong) >= 4 and sorted(good) == sorted(wrong)
    room = 1 if len(good) < 6 else 2 if len(good) < 11 else 3
    if steps > room:
        return False
    # The hand rarely slips on the first letter; where it has, nothing else may be wrong.
    return steps < 2 or good[0] == wrong[0] or sorted(good) == sorted(wrong)


def _typed(left: str, right: str, steps: int) -> bool:
    """A slip between two names that nobody knows: only what a hand does to a long word."""
    short = min(len(left), len(right))
    if left[:1] != right[:1]:
        return steps == 1 and sorted(left) == sorted(right) and short > 6
    # A person's name may differ from another one's by a letter, such as Hanson and Hansson.
    if gazetteer().is_person(left) or gazetteer().is_person(right):
        return short > 6 and steps == 1 and sorted(left) == sorted(right)
    swapped = steps <= 1 and sorted(left) == sorted(right)
    if swapped or (steps == 2 and sorted(left) == sorted(right) and undoubled(left) == undoubled(right)):
        return short > 5
    if short < SHORTEST_TYPED:
        return False
    return steps <= (1 if short < 10 else 2) or (short >= 13 and steps <= 3)


def _typed_beside_same(left: str, right: str) -> bool:
    steps, short = distance(left, right, 3), min(len(left), len(right))
    # Short names with another ending are two people: Anna and Anne.
    if short <= 3 or (short == 4 and left[-1] != right[-1] and left[:-1] == right[:-1]):
        return False
    return steps == 1 or (steps == 2 and short > 5)


def _oddly_cased(word: str) -> bool:
    """Has the word a capital inside, as names of products have?"""
    return any(letter.isupper() for letter in word[1:]) and not word.isupper()
