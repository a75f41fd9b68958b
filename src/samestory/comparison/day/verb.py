"""Words that news uses for one another when it tells an event: one family for all of them."""

from functools import cache, lru_cache

from samestory.words.key import key, root
from samestory.words.listed import listed
from samestory.words.lists import groups_in

SPEECH_NOUNS = listed("speech address statement announcement remarks interview briefing broadcast comments")


@lru_cache(maxsize=65536)
def family(word: str) -> str:
    """Return what a word (its key) is compared by: its group of synonyms, or its letters in order of the alphabet.

    The order makes one of “Luhansk” and the typing slip “Luhasnk”; two words of one stem stay one family.
    """
    stem = root(word)
    # The letters of a short word often make another one, “form” and “from”, so these keep their order.
    return _groups().get(stem) or (stem[:1] + "".join(sorted(stem[1:])) if len(stem) >= 6 else stem)


def is_known(family_: str) -> bool:
    """Return whether the family is a group of synonyms, so that two that differ mean two things."""
    return family_.startswith("=")


@cache
def _groups() -> dict[str, str]:
    groups = enumerate(groups_in("synonyms")["one event"])
    return {root(key(word)): f"={number}" for number, group in groups for word in group.split()}
