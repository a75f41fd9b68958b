"""Pair up the quotations of two articles: which of them are one utterance, and how far it drifted."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.quotation.diff import LONGEST
from samestory.comparison.quotation.drift import LONGEST_TEXT, Drift, drift
from samestory.comparison.quotation.token import tokens
from samestory.text.quotation import Quotation
from samestory.text.quotation import quotations as quotations_of
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.word import fold, words
from samestory.words.wording import is_content

Certainty = Literal["sure", "possible"]
COMMON = 40
MOST_COMPARED = 500  # pairs laid side by side, those that share most words first; two long articles have about 150
SURE_SHARE, POSSIBLE_SHARE = 0.6, 0.3
SHORTEST_PART = 5  # words: what a second quotation must hold to be a part of one that is paired already


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """A quotation of article a and its form in article b; *sure* if most of the shorter one stands in the other."""

    a: Quotation
    b: Quotation
    drift: Drift
    certainty: Certainty

    @property
    def mirrored(self) -> "QuotationPair":
        """The same pair read from the other article."""
        return QuotationPair(self.b, self.a, self.drift.mirrored, self.certainty)


@dataclass(frozen=True, slots=True)
class _Said:
    quotation: Quotation
    keys: tuple[str, ...]
    content: frozenset[str]


def quotations(a: str, b: str) -> tuple[QuotationPair, ...]:
    """Pair the quotations of two texts, in the order of `a`; `quotations(b, a)` finds the same pairs.

    Identical ones pair first, then those that share most of the shorter one's words; at last, as *possible*, long
    ones of one speaker that keep a third of them. Quotations of more than 1,500 words are left out: a mark is missing.
    """
    if b < a:
        return tuple(sorted((one.mirrored for one in quotations(b, a)), key=_order))
    left, right = _said(a), _said(b)
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for score, i, j in [*_identical(left, right), *_candidates(left, right)]:
        shorter = min(len(left[i].keys), len(right[j].keys))
        is_part = (i in used_left) != (j in used_right) and score >= 0.85 and shorter >= SHORTEST_PART
        if (i in used_left or j in used_right) and not is_part:
            continue
        used_left.add(i)
        used_right.add(j)
        certainty: Certainty = "sure" if score >= SURE_SHARE else "possible"
        one, other = left[i].quotation, right[j].quotation
        found.append(QuotationPair(one, other, drift(one.text, other.text), certainty))
    return tuple(sorted(found, key=_order))


def _order(pair: QuotationPair) -> tuple[int, int]:
    return pair.a.start, pair.b.start


def _said(text: str) -> list[_Said]:
    found = []
    for one in quotations_of(text):
        if len(one.text) > LONGEST_TEXT:
            continue
        keys = tuple(tokens(one.text).keys)
        if 0 < len(keys) <= LONGEST:
            found.append(_Said(one, keys, frozenset(root(key) for key in keys if is_content(key))))
    return found


def _identical(left: list[_Said], right: list[_Said]) -> list[tuple[float, int, int]]:
    """Quotations whose words are the same, the first with the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(right) - 1, -1, -1):
        if right[j].content or len(right[j].keys) >= SHORTEST_PART:
            places[right[j].keys].append(j)
    found = []
    for i, one in enumerate(left):
        if places.get(one.keys):
            found.append((1.0, i, places[one.keys].pop()))
    return found


def _candidates(left: list[_Said], right: list[_Said]) -> list[tuple[float, int, int]]:
    """Pairs that share content words and enough of the shorter one, the likeliest first."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(right):
        for key in sorted(one.content):
            index[key].append(j)
    seen: dict[tuple[int, int], int] = defaultdict(int)
    for i, one in enumerate(left):
        for key in sorted(one.content):
            if len(index.get(key, ())) <= COMMON:
                for j in index.get(key, ()):
                    seen[i, j] += 1
    apart = [
        (-shared, i, j)
        for (i, j), shared in seen.items()
        if left[i].keys != right[j].keys and (shared > 1 or _fewest(left[i], right[j]) <= 2)
    ]
    found = []
    for _, i, j in sorted(apart)[:MOST_COMPARED]:
        score = _share(left[i], right[j])
        if score:
            found.append((score, i, j))
    return sorted(found, key=lambda one: (-one[0], -min(len(left[one[1]].keys), len(right[one[2]].keys)), one[1:]))


def _share(a: _Said, b: _Said) -> float:
    """The share of the shorter one's words that stand in the other in the same order; 0 if that proves nothing."""
    shorter = min(_weight(a.keys), _weight(b.keys))
    found = drift(a.quotation.text, b.quotation.text)
    lost_a = sum(_weight(one.a) for one in found.changes if one.kind != "spelling")
    lost_b = sum(_weight(one.b) for one in found.changes if one.kind != "spelling")
    kept = min(_weight(a.keys) - lost_a, _weight(b.keys) - lost_b)
    share = kept / shorter if shorter else 0.0
    both = len(a.content & b.content)
    fewest = _fewest(a, b)
    if share >= SURE_SHARE and found.shared >= 2 and (found.shared >= 4 or both >= 2 or share >= 0.95):
        return share
    mean = 2 * kept / (_weight(a.keys) + _weight(b.keys))
    likely = max(mean, 0.9 * 2 * both / (len(a.content) + len(b.content)))
    if likely >= POSSIBLE_SHARE and fewest >= 4 and _same_speaker(a.quotation, b.quotation):
        return min(likely, SURE_SHARE - 0.01)
    return 0.0


def _fewest(a: _Said, b: _Said) -> int:
    return min(len(a.content), len(b.content))


def _weight(keys: tuple[str, ...]) -> float:
    return sum(1.0 if is_content(key) else 0.4 for key in keys)


def _same_speaker(a: Quotation, b: Quotation) -> bool:
    """Whether nothing in the names speaks against one speaker; a pronoun, or none, may be anyone."""
    one, other = _names(a.speaker), _names(b.speaker)
    return not one or not other or bool(one & other)


def _names(speaker: str) -> set[str]:
    return {fold(word.text) for word in words(speaker) if word.text[:1].isupper() and fold(word.text) not in _ANYONE}


_ANYONE = listed("he she they it we i the a an")
