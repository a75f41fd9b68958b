"""Wordings that are odd by their shape: a misspelled word, a word said twice, a fixed expression gone wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from samestory.comparison.name.index import NearIndex
from samestory.comparison.name.letters import undoubled
from samestory.comparison.name.likeness import is_inflection
from samestory.oddity.rules.fixed import (
    ACTIONS,
    BIGGER,
    BIGGEST,
    COMPARATIVES,
    DEGREES,
    NEVER,
    WISHES,
    WRONG_FORMS,
)
from samestory.oddity.token import OddToken, in_one_breath
from samestory.words.article_sound import article_for
from samestory.words.common_word import UNLISTED, band, common_words
from samestory.words.distance import distance
from samestory.words.listed import listed
from samestory.words.spelling import spelling

_SAID_TWICE = listed("that had is was were very so no ha blah bye long many in far more")
MOST_UNLISTED = 3_000  # different words that the list has not; a text with more of them is not English
_LONGEST_FIXED = 5
_FIRST_OF_FIXED = frozenset(wrong.split()[0] for wrong in WRONG_FORMS)
_PLURAL_VERBS = listed("are were have")
_SINGULAR = listed("he she it")
_PLURAL = listed("they we these those")
_SINGULAR_VERBS = listed("is was has does")
_NO_AGREEMENT_AFTER = listed("if though although wish as than like of and or for to with how what that which who")


@dataclass(frozen=True, slots=True)
class OddShape:
    """Words `start` to `end` of a text, and in a clause what is odd about them."""

    start: int
    end: int
    why: str


def odd_shapes(tokens: Sequence[OddToken]) -> Iterator[OddShape]:
    """Yield what is odd by shape, in order. The lists are small: silence says little.

    >>> from samestory.oddity.token import odd_tokens
    >>> [shape.why for shape in odd_shapes(odd_tokens("The goverment wants an even worse-case plan."))]
    ['“goverment” is “government” misspelled', 'the fixed word is “worst-case”']
    """
    unlisted: set[str] = set()
    for at, token in enumerate(tokens):
        if token.capital and at and not token.breaks:
            continue
        found = _fixed(tokens, at) or _compound(tokens, at) or _beside(tokens, at) or _object(tokens, at)
        if found is None and not token.capital and len(token.key) > 5 and band(token.key) == UNLISTED:
            unlisted.add(token.key)
            meant = misspelled(token.key) if len(unlisted) <= MOST_UNLISTED else ""
            found = OddShape(at, at + 1, f"“{token.key}” is “{meant}” misspelled") if meant else None
        if found:
            yield found


def _fixed(tokens: Sequence[OddToken], at: int) -> OddShape | None:
    if tokens[at].key not in _FIRST_OF_FIXED:
        return None
    for size in range(_LONGEST_FIXED, 0, -1):
        phrase = " ".join(token.key for token in tokens[at : at + size])
        if phrase in WRONG_FORMS and in_one_breath(tokens, at, at + size):
            what = "expression" if " " in WRONG_FORMS[phrase] else "word"
            why = f"the fixed {what} is “{WRONG_FORMS[phrase]}”"
            return OddShape(_with_degree(tokens, at), at + size, why)
    return None


def _compound(tokens: Sequence[OddToken], at: int) -> OddShape | None:
    """A comparative in a compound that takes a superlative: better-case."""
    head, _, tail = tokens[at].key.partition("-")
    if tail == "case" and head in COMPARATIVES:
        return OddShape(_with_degree(tokens, at), at + 1, f"the fixed word is “{COMPARATIVES[head]}-{tail}”")
    return None


def _with_degree(tokens: Sequence[OddToken], at: int) -> int:
    return at - 1 if at and tokens[at - 1].key in DEGREES and not tokens[at].breaks else at


def _beside(tokens: Sequence[OddToken], at: int) -> OddShape | None:
    """Two neighbours that do not go together."""
    if at + 1 >= len(tokens) or tokens[at + 1].breaks:
        return None
    one, other = tokens[at].key, tokens[at + 1].key
    before = tokens[at - 1].key if at and not tokens[at].breaks else ""
    if one == other and one.isalpha() and one not in _SAID_TWICE and not tokens[at + 1].capital:
        return OddShape(at, at + 2, f"“{one}” stands twice")
    if (one == "more" and other in BIGGER) or (one == "most" and other in BIGGEST):
        return OddShape(at, at + 2, f"“{other}” already says “{one}”")
    if one in ("a", "an") and _wrong_article(one, tokens[at + 1]):
        return OddShape(at, at + 2, f"“{other}” takes “{'an' if one == 'a' else 'a'}”")
    if before not in _NO_AGREEMENT_AFTER and (one in _SINGULAR and other in _PLURAL_VERBS):
        return OddShape(at, at + 2, f"“{one}” and “{other}” do not agree")
    if before not in _NO_AGREEMENT_AFTER and (one in _PLURAL and other in _SINGULAR_VERBS):
        return OddShape(at, at + 2, f"“{one}” and “{other}” do not agree")
    return None


def _wrong_article(article: str, token: OddToken) -> bool:
    word = token.key
    if token.capital or len(word) < 3 or not word.isalpha() or band(word) == UNLISTED:
        return False
    return article_for(word) not in (None, article)


def _object(tokens: Sequence[OddToken], at: int) -> OddShape | None:
    """A verb with a thing that it does not take: want an attack, make a crime."""
    if not in_one_breath(tokens, at, at + 3) or tokens[at + 1].key not in ("a", "an", "the"):
        return None
    verb, article, noun = (token.key for token in tokens[at : at + 3])
    if article != "the" and verb in WISHES and noun in ACTIONS:
        return OddShape(at, at + 3, f"one does not “{verb}” {article} {noun} but launches, fears or plans it")
    if verb in NEVER.get(noun, ()):
        return OddShape(at, at + 3, f"“{verb}” does not go with “{noun}”")
    return None


@cache
def _common_index() -> NearIndex:
    return NearIndex(word for word in common_words() if len(word) > 4)


@lru_cache(maxsize=65536)
def misspelled(word: str) -> str:
    """Return the common word that `word` (folded) is a misspelling of, or "" if it is none that we know.

    Only what a hand does: letters swapped, doubled, single for double, and in a long word one letter wrong.

    >>> misspelled("goverment"), misspelled("recieved"), misspelled("tranche")
    ('government', 'received', '')
    """
    if len(word) < 6 or len(word) > 20 or not word.isascii() or not word.isalpha() or band(word) < UNLISTED:
        return ""
    for ending in ("", "s", "d", "ed", "ing", "ly"):
        base = word.removesuffix(ending)
        if base == word and ending:
            continue
        near = [other for other in sorted(_common_index().near(base)) if _is_typed(base, other)]
        if near:
            return near[0] + ending
    return ""


def _is_typed(word: str, meant: str) -> bool:
    if is_inflection(word, meant) or spelling(word) == spelling(meant) or len(word) < 6:
        return False
    if sorted(word) == sorted(meant):
        return distance(word, meant, 1) == 1
    if undoubled(word) == undoubled(meant):
        return abs(len(word) - len(meant)) == 1 and word[-1] == meant[-1]
    if word[0] != meant[0] or word[-2:] != meant[-2:] or distance(word, meant, 1) > 1:
        return False
    if len(word) != len(meant):
        return len(meant) > 8
    changed = {letter for pair in zip(word, meant, strict=True) if pair[0] != pair[1] for letter in pair}
    return len(word) > 7 and changed <= set("aei")
