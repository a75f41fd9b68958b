"""Fixed terms of the news, and words that an editor puts in anywhere: read from odd_lexicon.txt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from samestory.words.lists import groups_in, phrases
from samestory.words.word import fold

Bases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`fixed` holds the bases of fixed terms and of what is right beside them, `everyday` those of editors' words."""

    fixed: frozenset[Bases]
    everyday: frozenset[str]

    def is_fixed(self, bases: Sequence[str]) -> bool:
        """Is this a fixed term, or one of the combinations that are right beside them?

        >>> lexicon().is_fixed(("foreign", "minister")), lexicon().is_fixed(("alien", "minister"))
        (True, False)
        """
        return tuple(bases) in self.fixed


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The form under which a word of the lexicon is kept: small letters, singular, without a genitive's mark.

    >>> base("Ministers"), base("People’s"), base("policies")
    ('minister', 'people', 'policy')
    """
    low = fold(word).removesuffix("'s").rstrip("'")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    # “Press”, “virus” and “crisis” are no plurals.
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def bases_of(phrase: str) -> Bases:
    """The bases of a phrase of the lexicon; a hyphen parts words as a space does."""
    return tuple(base(word) for word in phrase.replace("-", " ").split())


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once."""
    fixed: set[Bases] = set()
    everyday: set[str] = set()
    for heading, lines in groups_in("odd_lexicon").items():
        for phrase in (phrase for line in lines for phrase in phrases(line)):
            if heading == "everyday":
                everyday.add(base(phrase))
            else:
                fixed.add(bases_of(phrase))
    return Lexicon(frozenset(fixed), frozenset(everyday))
