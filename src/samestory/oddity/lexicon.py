"""Fixed terms of the news, and the words that a thesaurus puts in their place: read from odd_lexicon.txt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from samestory.words.lists import groups_in, phrases
from samestory.words.word import fold

Bases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms` maps the bases of a fixed term to its usual form; `stands_for` a base to those that it may replace.

    `openings` holds every beginning of a term, so that a search stops early; `sound` what is right all the same,
    `everyday` the bases of words that an editor puts in anywhere.
    """

    terms: dict[Bases, str]
    stands_for: dict[str, Bases]
    sound: frozenset[Bases]
    everyday: frozenset[str]
    openings: frozenset[Bases]

    def is_fixed(self, bases: Sequence[str]) -> bool:
        """Is this a fixed term, or one of the combinations that are right beside them?"""
        return tuple(bases) in self.terms or tuple(bases) in self.sound

    def replaced(self, bases: Sequence[str]) -> tuple[int, Bases] | None:
        """Return the longest fixed term in whose place `bases` begin, as (how many words, its bases), or None.

        Every word is kept or is a stand-in for the one it replaces; they are not all everyday words.

        >>> lexicon().replaced(("alien", "minister", "said"))
        (2, ('foreign', 'minister'))
        >>> lexicon().replaced(("foreign", "minister", "said")) is None
        True
        """
        best: tuple[int, Bases] | None = None
        heads: list[Bases] = [()]
        for size in range(1, len(bases) + 1):
            word = bases[size - 1]
            options = (word, *self.stands_for.get(word, ()))
            heads = [grown for head in heads for option in options if (grown := (*head, option)) in self.openings]
            if not heads:
                break
            # Right as it stands, whatever shorter term its beginning might have been put for.
            if self.is_fixed(bases[:size]):
                best = None
                continue
            found = [head for head in heads if head in self.terms and self._tells(head, bases)]
            if found:
                best = (size, max(found, key=lambda head: (_kept(head, bases), head)))
        return best

    def _tells(self, term: Bases, bases: Sequence[str]) -> bool:
        """Is a word of the term kept, or one in its place a word that no editor would put in?"""
        return _kept(term, bases) > 0 or any(word not in self.everyday for word in bases[: len(term)])


def _kept(term: Bases, bases: Sequence[str]) -> int:
    return sum(one == other for one, other in zip(term, bases, strict=False))


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


def plural(phrase: str) -> str:
    """The plural of an English phrase by its last letters; what is not counted stays as it is.

    >>> plural("foreign ministry"), plural("search warrant"), plural("free software")
    ('foreign ministries', 'search warrants', 'free software')
    """
    # What ends so is mostly not counted.
    if phrase.endswith(("s", "ence", "ance", "ware", "ing", "gy", "wealth", "health", "news")):
        return phrase + "es" if phrase.endswith("ss") else phrase
    if phrase.endswith("y") and phrase[-2:-1] not in ("a", "e", "o", "u"):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("x", "ch", "sh")) else "s")


def bases_of(phrase: str) -> Bases:
    """The bases of a phrase of the lexicon; a hyphen parts words as a space does."""
    return tuple(base(word) for word in phrase.replace("-", " ").split())


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once."""
    terms: dict[Bases, str] = {}
    stands_for: dict[str, set[str]] = {}
    sound: set[Bases] = set()
    everyday: set[str] = set()
    for heading, lines in groups_in("odd_lexicon").items():
        section = heading.partition(":")[0]
        for line in lines:
            if section == "stand-ins":
                word, _, others = line.partition(":")
                for other in others.split():
                    stands_for.setdefault(base(other), set()).add(base(word))
            elif section == "terms":
                # A term of one word has no other half that shows which one was replaced.
                terms.update({bases_of(phrase): phrase for phrase in phrases(line) if " " in phrase})
            elif section == "everyday":
                everyday.update(base(word) for word in phrases(line))
            else:
                sound.update(bases_of(phrase) for phrase in phrases(line))
    # Two words may share a base, and no word stands in for itself.
    frozen = {word: tuple(sorted(heads - {word})) for word, heads in stands_for.items()}
    return Lexicon(terms, frozen, frozenset(sound), frozenset(everyday), _openings(terms))


def _openings(terms: Iterable[Bases]) -> frozenset[Bases]:
    return frozenset(term[:size] for term in terms for size in range(1, len(term) + 1))
