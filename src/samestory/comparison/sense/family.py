"""The family of a word with its irregular forms: “fell” and “fallen” are forms of “fall”."""

from collections.abc import Mapping
from functools import cache, lru_cache

from samestory.comparison.passage.segment import Segment
from samestory.text.once import once
from samestory.words.key import root
from samestory.words.lists import pairs_in


@lru_cache(maxsize=65536)
def verb_family(key: str) -> str:
    """Return the stem that all forms of a word share, those of irregular verbs too.

    >>> verb_family("fallen") == verb_family("fell") == verb_family("falls")
    True
    """
    return root(_plain_forms().get(key, key))


@cache
def _plain_forms() -> Mapping[str, str]:
    return {form: plain for plain, forms in pairs_in("irregular", "verbs").items() for form in forms.split()}


@once
def families_told(one: Segment) -> frozenset[str]:
    """Return the families of all words of a sentence, by `verb_family`."""
    return frozenset(map(verb_family, one.keys))
