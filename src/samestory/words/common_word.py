"""How common is an English word? A coarse answer in four bands, from a small list of our own."""

from functools import cache, lru_cache

from samestory.words.lists import groups_in, pairs_in, words_in_order
from samestory.words.spelling import CONTRACTED

UNLISTED = 5
_ENDINGS = [
    (ending, instead.strip("-"))
    for ending, others in pairs_in("irregular", "endings").items()
    for instead in others.split()
]
_CONTRACTED = (*CONTRACTED, "'d")
_STARTS = ("un", "re", "non", "over", "anti", "pre", "mis", "dis")
_IRREGULAR = {
    form: base
    for heading in ("verbs", "others")
    for base, forms in pairs_in("irregular", heading).items()
    for form in forms.split()
}


@cache
def _bands() -> dict[str, int]:
    found: dict[str, int] = {}
    for heading in groups_in("common_words"):
        for word in words_in_order("common_words", heading):
            found.setdefault(word, int(heading))
    return found


@lru_cache(maxsize=65536)
def band(word: str) -> int:
    """Return 1 for the commonest words of English to 4, and 5 for a word that the list has in no form.

    `word` is folded; its endings and some beginnings are taken off, and each part of a compound is looked up: the
    rarest part counts. Every number and every single letter is in band 2.

    >>> band("the"), band("meetings"), band("statecraft"), band("worse-case"), band("gimlet")
    (1, 2, 4, 2, 5)
    """
    # “We're” and “they'd” are two of the commonest words each.
    if word.endswith(_CONTRACTED):
        return 1
    parts = [part for part in word.replace("'", "-").split("-") if len(part) > 1]
    if not parts or any(one.isdigit() for one in word):
        return 2
    return max(_of_part(part) for part in parts)


def common_words() -> tuple[str, ...]:
    """Return the words of the list."""
    return tuple(_bands())


def is_base(word: str) -> bool:
    """Is `word` (folded) in the list itself, and not only with an ending taken off?

    >>> is_base("cope"), is_base("coper"), is_common("coper")
    (True, False, True)
    """
    return word in _bands()


def is_common(word: str) -> bool:
    """Is `word` (folded) in the list, in any form?"""
    return band(word) < UNLISTED


def _of_part(word: str) -> int:
    bands = _bands()
    if word in bands or word in _IRREGULAR:
        # Whatever has irregular forms is plain English, even if the list lacks it.
        return bands.get(_IRREGULAR.get(word, word)) or 2
    found = [bands[base] for base in _bases(word) if base in bands]
    for start in _STARTS:
        # Three letters left are too few: “read” and “until” are no “re-ad” and “un-til”.
        if word.startswith(start) and len(word) > len(start) + 3:
            # With a beginning put on, no word is among the commonest.
            found.extend(max(3, bands[base]) for base in _bases(word[len(start) :]) if base in bands)
    return min(found, default=UNLISTED)


def _bases(word: str) -> list[str]:
    found = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            found.append(base)
            # “Stopped” doubles the last letter of “stop”.
            if len(base) > 3 and base[-1] == base[-2] and not instead:
                found.append(base[:-1])
    # The list spells most words as Americans do.
    if word.endswith("our") or "ours" in word or "oured" in word:
        found.append(word.replace("our", "or"))
    if "is" in word[3:]:
        found.extend(base.replace("is", "iz") for base in tuple(found))
    return found
