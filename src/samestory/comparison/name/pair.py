"""Pair the spellings of some articles: which is a slip for which, and which are two right ones of one name."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from samestory.comparison.name.form import Form, Forms
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.index import NearIndex, gazetteer_index
from samestory.comparison.name.setting import Settings
from samestory.comparison.name.slip import Slip, may_be_wrong, slip
from samestory.comparison.name.stock import FREQUENT, commonness
from samestory.comparison.name.variant import is_variant, variant_key
from samestory.comparison.sureness import Sureness
from samestory.words.common_word import is_common
from samestory.words.distance import distance

COUNTABLE = {"calendar", "peoples and languages", "faiths and parties"}  # kinds of names that have a plural
MOST_NEAR = 40  # what looks like more spellings than that is no name
NameKind = Literal["slip", "variant"]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two spellings of one name. `decided` is False where nothing but the shape of the words says which is right."""

    wrong: Form
    right: Form
    kind: NameKind
    certainty: Sureness
    decided: bool = True


def name_pairs(found: Forms, settings: Settings) -> list[NamePair]:
    """Return the pairs of spellings, each wrong one with the right one that most speaks for."""
    variants = [*_two_words(found), *_variants(found.single)]
    # A right spelling of one name is no slip for another.
    taken = {pair.wrong.key for pair in variants}
    return variants + [pair for pair in _slips(found.single, settings) if pair.wrong.key not in taken]


def _two_words(found: Forms) -> Iterator[NamePair]:
    """Nord Stream and Nordstream."""
    for key in sorted(found.paired):
        apart, whole = found.paired[key], found.single[key]
        # Where the whole is a word or a known name, its halves stand side by side by chance.
        if not whole.listed and not whole.small and not is_common(key):
            yield from _variant(apart, whole)


def _variants(single: dict[str, Form]) -> Iterator[NamePair]:
    groups: dict[str, list[Form]] = defaultdict(list)
    for key in sorted(single):
        groups[variant_key(single[key])].append(single[key])
    for group in groups.values():
        best = max(group, key=_standing)
        for form in group:
            if form is not best and not (is_common(form.key) or is_common(best.key)) and is_variant(form, best):
                yield from _variant(form, best)


def _variant(one: Form, other: Form) -> Iterator[NamePair]:
    wrong, right = sorted((one, other), key=_standing)
    if wrong.places:
        yield NamePair(wrong, right, "variant", "sure" if wrong.listed or right.known else "possible")


def _standing(form: Form) -> tuple[bool, int, bool, str]:
    usual = gazetteer().variants.get(form.key, "") == form.text
    return (form.known, len(form.places), usual, form.key)


def _slips(single: dict[str, Form], settings: Settings) -> Iterator[NamePair]:
    # Of spellings that differ in accents only, the first by the alphabet speaks for all, in any order of articles.
    by_letters = {single[key].letters: single[key] for key in sorted(single, reverse=True)}
    index = NearIndex(by_letters)
    suspects = [
        form for _, form in sorted(by_letters.items()) if may_be_wrong(form) and not _is_plural(form, by_letters)
    ]
    near = {form.letters: _near(form, index, by_letters) for form in suspects}
    near = {letters: others for letters, others in near.items() if len(others) <= MOST_NEAR}
    best: dict[str, Slip] = {}
    for form in suspects:
        for other in near.get(form.letters, ()):
            found = slip(form, other, settings, _is_triangle(form, other, near))
            if found and (found.wrong.key not in best or _better(found) > _better(best[found.wrong.key])):
                best[found.wrong.key] = found
    for key in sorted(best):
        found = best[key]
        # If the right form is a slip itself, what is right for it is right here, too.
        right = best[found.right.key].right if found.right.key in best else found.right
        # Should each be a slip for the other, there is nothing left to say.
        if right.key != key:
            certainty: Sureness = "sure" if found.is_sure else "possible"
            yield NamePair(found.wrong, right, "slip", certainty, found.decided)


def _is_plural(form: Form, by_letters: dict[str, Form]) -> bool:
    base = form.letters.removesuffix("s")
    return base != form.letters and (base in by_letters or gazetteer().knows(base))


def _near(form: Form, index: NearIndex, by_letters: dict[str, Form]) -> list[Form]:
    """The spellings near to one, in the articles, in the record and in the gazetteer."""
    found = {letters: by_letters[letters] for letters in index.near(form.letters)}
    listed, keys = gazetteer_index()
    for letters in listed.near(form.letters) - found.keys():
        # That a list has “John” makes no slip of “Jon”: people have the names that they have.
        if not gazetteer().is_person(keys[letters]):
            found[letters] = _listed(keys[letters], letters)
    # The gazetteer has names in the singular, and “Ukranians” must find “Ukrainians”.
    if form.letters.endswith("s") and len(form.letters) > 5:
        for letters in listed.near(form.letters[:-1]):
            is_many = not COUNTABLE.isdisjoint(gazetteer().kinds[keys[letters]])
            if is_many and f"{letters}s" not in found and not letters.endswith("s"):
                base = by_letters.get(letters) or _listed(keys[letters], letters)
                found[f"{letters}s"] = replace(base, key=f"{base.key}s", letters=f"{letters}s", text=f"{base.text}s")
    return [found[letters] for letters in sorted(found)]


def _listed(key: str, letters: str) -> Form:
    return Form(key, letters, gazetteer().names[key], listed=True)


def _is_triangle(form: Form, other: Form, near: dict[str, list[Form]]) -> bool:
    """Is a third spelling, in an article that has this one too, near to both?"""
    if not (other.known or other.listed):
        return False
    for third in near[form.letters]:
        # Tora and Bora are near each other, but stand side by side; a name that everybody knows is itself.
        if third.letters in form.before | form.after or (commonness(third.letters) >= FREQUENT and not other.known):
            continue
        beside = third.letters in near and third.counts.keys() & form.counts.keys()
        if beside and distance(third.letters, form.letters, 2) <= 2 and distance(third.letters, other.letters, 2) <= 2:
            return third.letters != other.letters
    return False


def _better(found: Slip) -> tuple[int, bool, int, str]:
    apart = distance(found.wrong.letters, found.right.letters, 3)
    return (found.points, found.right.known, -apart, found.right.key)
