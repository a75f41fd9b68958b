"""Pair up the quotations of two articles: which of them are one utterance, and how far it drifted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samestory.comparison.holders import Holders
from samestory.comparison.quotation.diff import LONGEST_CHANGED
from samestory.comparison.quotation.drift import LONGEST_TEXT, Drift, drift
from samestory.comparison.quotation.token import tokens_of
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.text.quotation import Quotation
from samestory.thresholds import threshold, thresholds
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.word import fold, words
from samestory.words.wording import is_content

MOST_QUOTING = 40  # a word that stands in more quotations leads to none of them
MOST_COMPARED = 500  # pairs laid side by side, those that share most words first; two long articles have about 150
SURE_SHARE, POSSIBLE_SHARE = thresholds(__name__, "SURE_SHARE", "POSSIBLE_SHARE")
# What a second quotation must hold to be a part of one that is paired already: this share of its words, so many words.
SHARE_OF_PART, SHORTEST_OF_TWO = threshold(__name__, "SHARE_OF_PART"), 5
NEARLY_ALL, OTHER_ORDER, SMALL_WORD_QUOTED = thresholds(__name__, "NEARLY_ALL", "OTHER_ORDER", "SMALL_WORD_QUOTED")


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """A quotation of article a and its form in article b; *sure* if most of the shorter one stands in the other."""

    a: Quotation
    b: Quotation
    drift: Drift
    certainty: Sureness

    @property
    def mirrored(self) -> "QuotationPair":
        """The same pair read from the other article."""
        return QuotationPair(self.b, self.a, self.drift.mirrored, self.certainty)


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation as it is compared; `form` is its text, `content` the stems of its words that say something."""

    quotation: Quotation
    form: Document
    keys: tuple[str, ...]
    content: frozenset[str]

    @property
    def weight(self) -> float:
        return _weight(self.keys)


@dataclass(frozen=True, slots=True)
class _Match:
    """Quotation number `i` of one text and number `j` of the other, by the share of the shorter one in the other."""

    i: int
    j: int
    share: float
    drift: Drift


def quotations(a: Text, b: Text) -> tuple[QuotationPair, ...]:
    """Pair the quotations of two texts, in the order of `a`; `quotations(b, a)` finds the same pairs.

    Identical ones pair first, then those that share most of the shorter one's words; at last, as *possible*, long
    ones of one speaker that keep a third of them. Quotations of more than 1,500 words are left out: a mark is missing.
    """
    a, b = as_document(a), as_document(b)
    if b.text < a.text:
        return mirrored(quotations(b, a))
    left, right = _said(a), _said(b)
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for match in [*_identical(left, right), *_likely(left, right)]:
        one, other = left[match.i], right[match.j]
        is_long = min(len(one.keys), len(other.keys)) >= SHORTEST_OF_TWO
        # One of the two is paired already: what is one quotation here may be printed there in two parts.
        is_part = (match.i in used_left) != (match.j in used_right) and match.share >= SHARE_OF_PART and is_long
        if (match.i in used_left or match.j in used_right) and not is_part:
            continue
        used_left.add(match.i)
        used_right.add(match.j)
        certainty: Sureness = "sure" if match.share >= SURE_SHARE else "possible"
        found.append(QuotationPair(one.quotation, other.quotation, match.drift, certainty))
    return _in_order(found)


def mirrored(pairs: Iterable[QuotationPair]) -> tuple[QuotationPair, ...]:
    """Return the pairs of two texts as those of the second and the first, in the order of the second."""
    return _in_order(pair.mirrored for pair in pairs)


def _in_order(pairs: Iterable[QuotationPair]) -> tuple[QuotationPair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (pair.a.start, pair.b.start)))


@once
def _said(one: Document) -> tuple[_Said, ...]:
    """The quotations of a text; one of which a mark is missing, so that it runs on for pages, is none."""
    found = []
    for quotation in one.quotations:
        if len(quotation.text) > LONGEST_TEXT:
            continue
        form = Document(quotation.text)
        keys = tokens_of(form).keys
        if 0 < len(keys) <= LONGEST_CHANGED:
            content = frozenset(root(key) for key in keys if is_content(key))
            found.append(_Said(quotation, form, keys, content))
    return tuple(found)


def _identical(left: Sequence[_Said], right: Sequence[_Said]) -> list[_Match]:
    """Quotations whose words are the same, the first with the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    # From the end, so that `pop` takes the first one that is left.
    for j in range(len(right) - 1, -1, -1):
        # That both quote “That is it” makes no one utterance of it.
        if right[j].content or len(right[j].keys) >= SHORTEST_OF_TWO:
            places[right[j].keys].append(j)
    found = []
    for i, one in enumerate(left):
        if places.get(one.keys):
            j = places[one.keys].pop()
            found.append(_Match(i, j, 1.0, drift(one.form, right[j].form)))
    return found


def _likely(left: Sequence[_Said], right: Sequence[_Said]) -> list[_Match]:
    """Pairs that share content words and enough of the shorter one, the likeliest first."""
    holders = Holders((one.content for one in right), MOST_QUOTING)
    apart = []
    for i, one in enumerate(left):
        for j, shared in holders.sharing(dict.fromkeys(one.content, 1)).items():
            # A single shared word says something only where one of the two has hardly another.
            if one.keys != right[j].keys and (shared > 1 or _fewest(one, right[j]) <= 2):
                apart.append((-shared, i, j))
    matches = (_match(left, i, right, j) for _, i, j in sorted(apart)[:MOST_COMPARED])

    def rank(one: _Match) -> tuple[float, int, int, int]:
        return -one.share, -min(len(left[one.i].keys), len(right[one.j].keys)), one.i, one.j

    return sorted((one for one in matches if one.share), key=rank)


def _match(left: Sequence[_Said], i: int, right: Sequence[_Said], j: int) -> _Match:
    found = drift(left[i].form, right[j].form)
    return _Match(i, j, _share(left[i], right[j], found), found)


def _share(a: _Said, b: _Said, found: Drift) -> float:
    """The share of the shorter one's words that stand in the other in the same order; 0 if that proves nothing."""
    lost_a = sum(_weight(one.a) for one in found.changes if one.kind != "spelling")
    lost_b = sum(_weight(one.b) for one in found.changes if one.kind != "spelling")
    kept = min(a.weight - lost_a, b.weight - lost_b)
    shorter = min(a.weight, b.weight)
    share = kept / shorter if shorter else 0.0
    both = len(a.content & b.content)
    if share >= SURE_SHARE and found.shared >= 2 and (found.shared >= 4 or both >= 2 or share >= NEARLY_ALL):
        return share
    mean = 2 * kept / (a.weight + b.weight)
    # In other words the order is lost, so shared content may stand in for it, at a discount.
    likely = max(mean, OTHER_ORDER * 2 * both / (len(a.content) + len(b.content)))
    if likely >= POSSIBLE_SHARE and _fewest(a, b) >= 4 and _same_speaker(a.quotation, b.quotation):
        # Below the bar: on its likeness and its speaker alone no pair is sure.
        return min(likely, SURE_SHARE - 0.01)
    return 0.0


def _fewest(a: _Said, b: _Said) -> int:
    return min(len(a.content), len(b.content))


def _weight(keys: Sequence[str]) -> float:
    return sum(1.0 if is_content(key) else SMALL_WORD_QUOTED for key in keys)


def _same_speaker(a: Quotation, b: Quotation) -> bool:
    """Whether nothing in the names speaks against one speaker; a pronoun, or none, may be anyone."""
    one, other = _names(a.speaker), _names(b.speaker)
    return not one or not other or bool(one & other)


def _names(speaker: str) -> set[str]:
    return {fold(word.text) for word in words(speaker) if word.text[:1].isupper() and fold(word.text) not in _ANYONE}


_ANYONE = listed("he she they it we i the a an")
