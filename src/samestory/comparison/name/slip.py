"""Is one spelling the slip for the other? What may be one at all, which of the two is right, and how sure that is."""

from dataclasses import dataclass

from samestory.comparison.name.form import Form
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import undoubled
from samestory.comparison.name.likeness import bones, is_inflection
from samestory.comparison.name.points import CLOSED, Between, between, points_for
from samestory.comparison.name.setting import Settings
from samestory.comparison.name.shape import likely
from samestory.comparison.name.stock import FREQUENT, commonness, ends_as_surname, is_own_name, is_persons
from samestory.thresholds import threshold
from samestory.words.common_word import is_base, is_common
from samestory.words.distance import distance

POSSIBLE_SLIP, SURE_SLIP = 4, 6  # points
OFTEN = 2  # places, or voices
FAR_RARER = threshold(__name__, "FAR_RARER")  # powers of ten: a word so much rarer than a name is no rival to it
ENOUGH_SHARED = 3  # words that say something and stand around both

_PLACES = CLOSED | {"cities and regions", "faiths and parties"}


@dataclass(frozen=True, slots=True)
class Slip:
    """That `wrong` is a slip for `right`, how many points say so, and whether anything shows which of them is right.

    `voices` is how many articles have the right form in words of their own.
    """

    wrong: Form
    right: Form
    points: int
    decided: bool
    between: Between
    voices: int

    @property
    def is_sure(self) -> bool:
        """The one place that decides when a slip is *sure*: many points and two witnesses.

        Witnesses are the record, a second text in the same words, and the stocks, where none knows the one form and all
        know the other. The same name beside both is one only with the stocks or the record: no stock has every name.
        How often a form was copied is none.
        """
        if self.points < SURE_SLIP or not self.decided or self.wrong.letters[0] != self.right.letters[0]:
            return False
        is_unknown = not commonness(self.wrong.letters)
        if self.right.known:
            return is_unknown or self.between.same_words or self.between.beside
        by_stock = is_unknown and commonness(self.right.letters) >= FREQUENT
        by_words = self.between.same_words or (self.between.beside and len(self.right.places) >= OFTEN)
        # Persons have names that no stock has: Antton may be his name, unless two accounts in their own words deny it.
        by_accounts = self.between.beside and self.voices >= OFTEN
        return by_stock and (by_accounts if is_persons(self.right.letters) else by_words)


def slip(one: Form, other: Form, settings: Settings, triangle: bool = False) -> Slip | None:
    """Weigh whether one of two spellings is a slip for the other; None if nothing speaks for it.

    `triangle`: a third spelling in the same article is near to both, which makes a slip likelier.
    """
    a, b = one.letters, other.letters
    steps, short = distance(a, b, 3), min(len(a), len(b))
    if steps > _room(short, sorted(a) == sorted(b) or bones(a) == bones(b)) or _look_alike(one, other):
        return None
    wrong, right, decided = _weaker(one, other, settings)
    if not may_be_wrong(wrong):
        return None
    found = between(wrong, right, settings, triangle)
    if _is_somebody(wrong, right, found, settings) or _is_word(wrong, right, found):
        return None
    points = points_for(wrong, right, steps, found)
    # To read what stands around both costs most, so it is done where it can still decide.
    if 0 < points < SURE_SLIP:
        points += settings.alike(wrong, right)
    if points < POSSIBLE_SLIP or (found.two_people and not found.same_words):
        return None
    # Four letters may be alike by chance, unless the record has them; what is undecided has no right form.
    if not decided or (short < 5 and not right.known):
        points = min(points, SURE_SLIP - 1)
    return Slip(wrong, right, points, decided, found, settings.voices(right))


def may_be_wrong(wrong: Form) -> bool:
    """May a spelling be a slip at all: unknown to the record and the gazetteer, and no short acronym?"""
    if wrong.known or wrong.listed or wrong.small or not wrong.places:
        return False
    if is_common(wrong.key) and not wrong.firm:
        return False
    return not (wrong.text.isupper() and len(wrong.text) < 7)


def _is_somebody(wrong: Form, right: Form, found: Between, settings: Settings) -> bool:
    """Is the odd spelling a name in its own right? Then the record and the rest of the name must speak against it.

    Or the same words stand around both; or the article has a third spelling near to both: a text that spells a name in
    two ways is in doubt itself. A surname behind a given name is somebody, too: Ted Deutch is no slip for Dutch.
    """
    # Two accounts that give Siobhan two surnames mean one woman, however many Gallagers there are.
    is_one_person = found.same_given and not wrong.counts.keys() & right.counts.keys()
    if found.same_words or found.triangle or is_one_person:
        return False
    rarer = commonness(right.letters) - commonness(wrong.letters)
    if is_own_name(wrong.letters):
        # The census has misread names of its own, such as Jospeh, for which the frequent one stands as well.
        is_swapped = sorted(wrong.letters) == sorted(right.letters)
        is_misread = is_swapped and rarer >= FAR_RARER and found.beside
        is_stroke = is_swapped or undoubled(wrong.letters) == undoubled(right.letters)
        is_told_alike = is_stroke and not found.two_people and settings.shared(wrong, right) >= ENOUGH_SHARED
        return not (is_misread or is_told_alike or (right.known and found.any_beside))
    if commonness(wrong.letters) and rarer < FAR_RARER and not (right.known and found.any_beside):
        return True
    if right.listed and not right.known and _PLACES & gazetteer().kinds.get(right.key, frozenset()):
        is_surname = ends_as_surname(wrong.letters, right.letters) or any(map(_is_of_a_person, wrong.before))
        # A list alone says nothing of a name that has another one behind it, either: Jordyn Kelly.
        is_given = not right.places and any(map(_is_of_a_person, wrong.after))
        return (is_surname or is_given) and not found.beside
    return False


def _is_of_a_person(name: str) -> bool:
    return is_own_name(name) and name not in gazetteer().names and not is_common(name)


def _is_word(wrong: Form, right: Form, found: Between) -> bool:
    """Is one of the two a word of the language, which the other only happens to be near?"""
    if found.same_words:
        return False
    # A word is a slip only behind the given name that stands before both: Ida Coper, Ida Cooper.
    if is_common(wrong.key) and (is_base(wrong.key) or not found.same_given):
        return True
    # A name that is near to a word is mostly a name, whatever capital a headline gave the word.
    if not is_common(right.key) or found.beside or right.known or gazetteer().knows(right.key):
        return False
    is_unknown = not commonness(wrong.letters) and not is_common(wrong.key)
    return not (is_unknown and right.firm and len(right.letters) > 4 and wrong.letters[0] == right.letters[0])


def _room(short: int, alike: bool) -> int:
    """How many letters two names of this length may differ in."""
    if short < 4:
        return 0
    if short < 7:
        return 2 if alike and short > 4 else 1
    return 2 if short < 11 else 3


def _look_alike(one: Form, other: Form) -> bool:
    """Are these a name and its derivation, a woman's and a man's, or two that are both names in their own right?"""
    a, b = one.letters, other.letters
    if is_inflection(a, b) or (one.listed and other.listed) or (one.known and other.known):
        return True
    return a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aoe")


def _weaker(one: Form, other: Form, settings: Settings) -> tuple[Form, Form, bool]:
    """The likely wrong one, the likely right one, and whether anything but copies and the look of the words says so."""
    lists, uses = _by_lists(one, other), _by_own_use(one, other)
    if lists[0] != lists[1]:
        return (one, other, True) if lists[0] < lists[1] else (other, one, True)
    if uses[0] != uses[1]:
        return (one, other, True) if uses[0] < uses[1] else (other, one, True)
    voices = [settings.voices(form) for form in (one, other)]
    if abs(voices[0] - voices[1]) >= OFTEN:
        return (one, other, True) if voices[0] < voices[1] else (other, one, True)
    # What is left names one of the two, but shows nothing.
    return (one, other, False) if _looks(one) < _looks(other) else (other, one, False)


def _looks(form: Form) -> tuple[float, int, int, float, float, str]:
    common = commonness(form.letters)
    is_frequent = common if common >= FREQUENT else 0.0
    return (is_frequent, len(form.counts), len(form.places), common, likely(form.letters), form.key)


def _by_lists(one: Form, other: Form) -> list[tuple[bool, bool, float]]:
    """What the record, the gazetteer and the stocks say of each."""
    common = [commonness(one.letters), commonness(other.letters)]
    # One must be known to everybody and the other not, or far rarer, for that to mean anything.
    if max(common) < FREQUENT or (min(common) and abs(common[0] - common[1]) < FAR_RARER):
        common = [0.0, 0.0]
    return [(form.known, form.listed, rank) for form, rank in zip((one, other), common, strict=True)]


def _by_own_use(one: Form, other: Form) -> list[int]:
    """How often an article that has both spellings has each: what others print may be copied, its own habit is not."""
    both = one.counts.keys() & other.counts.keys()
    return [sum(form.counts[article] for article in both) for form in (one, other)]
