"""Take spellings of one word for one: British and American, hyphens, initials, contractions."""

import re
from functools import lru_cache

from samestory.words.lists import groups_in, pairs_in, words_in
from samestory.words.wording import NUMBER_WORDS

_FIXED = {form: line.split()[0] for line in groups_in("spelling")["one word"] for form in line.split()}
# From British to American, for comparing only: takes “labour”, “organised”, “centre” and “travelled”, leaves “hour”,
# “precision”, “more” and “tall”.
_RULES = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ite|ites|ful|less|er|ers|ist|hood|y|al|ation)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"(?<=[bcfhlst])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors|ous|ation)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)
_NOT_OUR = words_in("spelling", "not our")
CONTRACTED = pairs_in("spelling", "contracted endings")
_IRREGULAR = {word: tuple(full.split()) for word, full in pairs_in("spelling", "contracted").items()}
_IS_AFTER = words_in("spelling", "is after")


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A key that the spellings of one word share; `word` is folded. For comparing only: it is often no word.

    >>> spelling("defence") == spelling("defense"), spelling("organised") == spelling("organized")
    (True, True)
    """
    bare = word.replace("-", "").replace(".", "").replace(",", "") if len(word) > 1 else word
    if bare in _FIXED:
        return _FIXED[bare]
    if bare.endswith("s") and bare[:-1] in _FIXED:
        return _FIXED[bare[:-1]] + "s"
    if bare in NUMBER_WORDS:
        return NUMBER_WORDS[bare]
    if bare not in _NOT_OUR:
        for rule, instead in _RULES:
            bare = rule.sub(instead, bare)
    return bare


def expand(word: str) -> tuple[str, ...]:
    """The words that the folded `word` contracts: "we're" is we are; "the world's" stays a genitive.

    >>> expand("won't"), expand("it's"), expand("world's")
    (('will', 'not'), ('it', 'is'), ("world's",))
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, full in CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word.removesuffix(ending), full)
    # “'d” is had or would: only the sentence could tell.
    if word.endswith("'d") and len(word) > 2:
        return (word.removesuffix("'d"), "'d")
    if word.endswith("'s") and word.removesuffix("'s") in _IS_AFTER:
        return (word.removesuffix("'s"), "is")
    return (word,)
