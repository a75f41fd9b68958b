"""Pair up the quotations of two articles: which of them are one utterance, and how far it drifted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from samestory.comparison.holders import Holders
from samestory.comparison.quotation.became import Became, became
from samestory.comparison.quotation.diff import LONGEST_CHANGED
from samestory.comparison.quotation.drift import LONGEST_TEXT, Drift, drift
from samestory.comparison.quotation.token import tokens_of
from samestory.comparison.quotation.utterance import (
    is_one_short_sentence,
    is_one_utterance,
    is_rendered_twice,
    kept_wording,
    one_speaker,
    uses,
)
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document, Text, as_document
from samestory.text.once import once
from samestory.text.quotation import Quotation
from samestory.text.source.speaker import speakers
from samestory.text.source.tongue import in_translation
from samestory.thresholds import threshold, thresholds
from samestory.words.key import root
from samestory.words.wording import is_content

MOST_QUOTING = 40  # a word that stands in more quotations leads to none of them
MOST_COMPARED = 500  # pairs laid side by side, those that share most words first; two long articles have about 150
SURE_SHARE, POSSIBLE_SHARE = thresholds(__name__, "SURE_SHARE", "POSSIBLE_SHARE")
_STEP = 0.01  # below the bar: what must not be sure stays this much short of it
NEARLY_ALL, OTHER_ORDER = thresholds(__name__, "NEARLY_ALL", "OTHER_ORDER")
# The share of a quotation's words that another may have in other spellings.
MOST_RESPELLED = threshold(__name__, "MOST_RESPELLED")
SMALL_WORD_QUOTED = threshold(__name__, "SMALL_WORD_QUOTED")
# What a second quotation must hold to be a part of one that is paired already: this share of its words, so many words.
SHARE_OF_PART, SHORTEST_OF_TWO = threshold(__name__, "SHARE_OF_PART"), 5
SHORTEST_PIECE = 3  # words of one speaker that stand in another quotation, and nothing else
NEAR_IN_BOTH = 2  # quotations between a pair that its words show and one that only its place does
_ONE_WORD = ("spelling", "masked")


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """A quotation of article a and its form in article b; *sure* if most of the shorter one stands in the other.

    `became` says what became of the utterance, `proof` (0 to 1) how much the words that both keep speak for one.
    """

    a: Quotation
    b: Quotation
    drift: Drift
    certainty: Sureness
    became: Became
    proof: float

    @property
    def mirrored(self) -> "QuotationPair":
        """The same pair read from the other article."""
        return replace(self, a=self.b, b=self.a, drift=self.drift.mirrored)


@dataclass(frozen=True)
class _Said:
    """A quotation as it is compared; `form` is its text, `content` the stems of its words that say something.

    `speaker` is the fullest name that the text has for whoever says it; `uses` counts the text's words.
    """

    quotation: Quotation
    form: Document
    keys: tuple[str, ...]
    content: frozenset[str]
    speaker: str
    is_translated: bool
    uses: Mapping[str, int]

    @cached_property
    def weight(self) -> float:
        """What its words weigh together."""
        return _weight(self.keys)


@dataclass(frozen=True, slots=True)
class _Match:
    """Quotation number `i` of one text and number `j` of the other, by the share of the shorter one in the other.

    `is_firm` says that their words show one utterance; else only their place in both texts may.
    """

    i: int
    j: int
    share: float
    drift: Drift
    proof: float
    became: Became
    is_firm: bool = True


def quotations(a: Text, b: Text) -> tuple[QuotationPair, ...]:
    """Pair the quotations of two texts, in the order of `a`; `quotations(b, a)` finds the same pairs.

    Identical ones pair first, then those that share most of the shorter one's words; at last, as *possible*, long
    ones of one speaker that keep a third of them. Two that may well be two utterances are no pair, whatever words they
    share. Quotations of more than 1,500 words are left out: a mark is missing.
    """
    a, b = as_document(a), as_document(b)
    if b.text < a.text:
        return mirrored(quotations(b, a))
    left, right = _said(a), _said(b)
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    placed: set[tuple[int, int]] = set()
    likely = _likely(left, right, _holders(b))
    firm = [*_identical(left, right), *(match for match in likely if match.is_firm)]
    for match in [*firm, *(match for match in likely if not match.is_firm)]:
        one, other = left[match.i], right[match.j]
        if not match.is_firm and not _stands_beside(placed, match):
            continue
        is_long = min(len(one.keys), len(other.keys)) >= SHORTEST_OF_TWO
        # One of the two is paired already: what is one quotation here may be printed there in two parts.
        is_part = (match.i in used_left) != (match.j in used_right) and match.share >= SHARE_OF_PART and is_long
        if (match.i in used_left or match.j in used_right) and not is_part:
            continue
        placed.add((match.i, match.j))
        used_left.add(match.i)
        used_right.add(match.j)
        certainty: Sureness = "sure" if match.share >= SURE_SHARE else "possible"
        found.append(QuotationPair(one.quotation, other.quotation, match.drift, certainty, match.became, match.proof))
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
    for quotation, speaker, foreign in zip(one.quotations, speakers(one), in_translation(one), strict=True):
        if len(quotation.text) > LONGEST_TEXT:
            continue
        form = _form(quotation.text)
        keys = tokens_of(form).keys
        if 0 < len(keys) <= LONGEST_CHANGED:
            content = frozenset(root(key) for key in keys if is_content(key))
            found.append(_Said(quotation, form, keys, content, speaker, foreign, uses(one)))
    return tuple(found)


@once
def _holders(one: Document) -> Holders:
    return Holders((said.content for said in _said(one)), MOST_QUOTING)


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
            same = _beside(one.form.text, right[j].form.text)
            found.append(_Match(i, j, 1.0, same, 1.0, became(same, is_rendered=False)))
    return found


def _likely(left: Sequence[_Said], right: Sequence[_Said], holders: Holders) -> list[_Match]:
    """Pairs that share content words and enough of the shorter one, the likeliest first."""
    apart = []
    for i, one in enumerate(left):
        for j, shared in holders.sharing(dict.fromkeys(one.content, 1)).items():
            # A single shared word says something only where one of the two has hardly another.
            if one.keys != right[j].keys and (shared > 1 or _fewest(one, right[j]) <= 2):
                apart.append((-shared, i, j))
    matches = (_match(left, i, right, j) for _, i, j in sorted(apart)[:MOST_COMPARED])

    def rank(one: _Match) -> tuple[float, int, int, int]:
        return -one.share, -min(len(left[one.i].keys), len(right[one.j].keys)), one.i, one.j

    return sorted((one for one in matches if one), key=rank)


def _match(left: Sequence[_Said], i: int, right: Sequence[_Said], j: int) -> _Match | None:
    """The match of two quotations; None if what they share proves nothing, or if they may be two utterances."""
    a, b = left[i], right[j]
    same = one_speaker(a.speaker, b.speaker)
    is_foreign = same is True and (a.is_translated or b.is_translated)
    if not is_foreign and not _may_be_one(a, b, same):
        return None
    found = _beside(a.form.text, b.form.text, loose=True)
    share = _share(a, b, found, same)
    if not share and not is_foreign:
        return None
    kept = kept_wording(a.keys, b.keys, a.uses, b.uses)
    is_rendered = is_foreign and is_rendered_twice(kept, a.content & b.content, a.content | b.content, a.uses, b.uses)
    is_short = is_one_short_sentence(found.shared, max(len(a.keys), len(b.keys)), same)
    by_words = share > 0 and is_one_utterance(kept, same)
    # One speaker's words, every one of them and in their order, are the same utterance cut short.
    is_piece = same is True and share > 0 and found.kind == "truncated" and found.shared >= SHORTEST_PIECE
    is_firm = is_rendered or by_words or (share > 0 and is_short) or is_piece
    if not is_firm and not (share and same):
        return None
    # Below the bar: whatever in a translation is alike, no pair is sure for it.
    share = min(share, SURE_SHARE - _STEP) or POSSIBLE_SHARE if is_rendered else share
    return _Match(i, j, share, found, kept.proof, became(found, is_rendered or (is_foreign and not is_firm)), is_firm)


@lru_cache(maxsize=65536)
def _beside(one: str, other: str, loose: bool = False) -> Drift:
    """The drift of two quotations: many accounts of one event quote the same words in few forms."""
    return drift(_form(one), _form(other), loose=loose)


@lru_cache(maxsize=4096)
def _form(text: str) -> Document:
    return Document(text)


def _may_be_one(one: _Said, other: _Said, same: bool | None) -> bool:
    """Whether two quotations hold enough of the same words; to line them up costs a hundred times as much."""
    if _fewest(one, other) >= 4 and same is not False:
        return True
    both = _weight(list((Counter(one.keys) & Counter(other.keys)).elements()))
    return both >= (SURE_SHARE - MOST_RESPELLED) * min(one.weight, other.weight)


def _stands_beside(placed: set[tuple[int, int]], match: _Match) -> bool:
    """Whether the quotations just before or after two of them are paired: two accounts of one speech go on together."""
    steps = (-NEAR_IN_BOTH, NEAR_IN_BOTH + 1)
    return any((match.i + a, match.j + b) in placed for a in range(*steps) for b in range(*steps) if a * b > 0)


def _share(a: _Said, b: _Said, found: Drift, same: bool | None) -> float:
    """The share of the shorter one's words that stand in the other in the same order; 0 if that proves nothing."""
    lost_a = sum(_weight(one.a) for one in found.changes if one.kind not in _ONE_WORD)
    lost_b = sum(_weight(one.b) for one in found.changes if one.kind not in _ONE_WORD)
    kept = min(a.weight - lost_a, b.weight - lost_b)
    shorter = min(a.weight, b.weight)
    share = kept / shorter if shorter else 0.0
    both = len(a.content & b.content)
    enough = found.shared >= (3 if same else 4) or both >= 2 or share >= NEARLY_ALL
    if share >= SURE_SHARE and found.shared >= 2 and enough:
        return share
    mean = 2 * kept / (a.weight + b.weight)
    # In other words the order is lost, so shared content may stand in for it, at a discount.
    likely = max(mean, OTHER_ORDER * 2 * both / (len(a.content) + len(b.content)))
    if likely >= POSSIBLE_SHARE and _fewest(a, b) >= 4 and same is not False:
        # Below the bar: on its likeness and its speaker alone no pair is sure.
        return min(likely, SURE_SHARE - _STEP)
    return 0.0


def _fewest(a: _Said, b: _Said) -> int:
    return min(len(a.content), len(b.content))


def _weight(keys: Sequence[str]) -> float:
    return sum(1.0 if is_content(key) else SMALL_WORD_QUOTED for key in keys)
