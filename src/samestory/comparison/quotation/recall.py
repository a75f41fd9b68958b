"""An article's quotations beside the record of what was said: where each stands in it, and how far it drifted."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from samestory.comparison.quotation.diff import TooLongError, steps
from samestory.comparison.quotation.drift import LONGEST_TEXT, Drift, drift
from samestory.comparison.quotation.pairs import Certainty
from samestory.comparison.quotation.token import Tokens, tokens
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import sentences
from samestory.words.key import root
from samestory.words.wording import is_content

# How alike a quotation and a stretch of the record must be, to be surely the same utterance and to be one at all.
SURE, POSSIBLE = 0.6, 0.36
# Sentences of the record that one quotation may run over, and content words that it must share with them.
WIDEST, FEWEST_SHARED = 4, 2
SMALL_WORD = 0.4
# Stretches that are lined up with a quotation, and stretches that one word may lead to.
TRIED, COMMON = 16, 400
_LEFT_OUT = re.compile(r" ?\.\.\. ?")


@dataclass(frozen=True, slots=True)
class Recalled:
    """A quotation, the number of the entry that holds its words, and the words' place there: `[start:end]`.

    `drift` goes from these words of the record (a) to the quotation (b). `alike` (0 to 1) is the share of both that
    stands in both in the same order, small words counting less.
    """

    quotation: Quotation
    entry: int
    start: int
    end: int
    drift: Drift
    alike: float
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of sentences of an entry, cut into tokens."""

    entry: int
    start: int
    text: str
    cut: Tokens
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Tokens `first` to `last` (both included) of a stretch, as like the quotation as `alike` says."""

    stretch: _Stretch
    first: int
    last: int
    alike: float
    shared: int


def recalled(text: str, record: Sequence[str]) -> tuple[Recalled, ...]:
    """Return the quotations of `text` that an entry of the record holds, exactly or changed.

    An entry is what one person said; where words are left out it has " ... ". A quotation must share two content
    words with the record, or be there word for word. Raises `TooLongError` for an entry of 100,000 characters.

    >>> found = recalled("“We won't mend the old pier,” Lind said.", ["We will never mend the pier. It is too old."])
    >>> [(one.entry, one.drift.substantive) for one in found]
    [(0, True)]
    """
    for number, said in enumerate(record):
        if len(said) > LONGEST_TEXT:
            raise TooLongError(f"entry {number} of the record has {len(said):,} characters: cut it into statements")
    index = _Index([one for number, said in enumerate(record) for one in _stretches(number, said)])
    found = (_recalled(one, index) for one in quotations(text) if len(one.text) <= LONGEST_TEXT)
    return tuple(one for one in found if one)


class _Index:
    """The stretches of a record by their words, and what was found for words that came before."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self._stretches = stretches
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._found: dict[tuple[str, ...], _Match | None] = {}
        for number, one in enumerate(stretches):
            for family in sorted({family for family in one.families if is_content(family)}):
                self._holders[family].append(number)

    def match(self, mine: tuple[str, ...]) -> _Match | None:
        """The stretch that is likest to these words, of the sixteen that share most with them."""
        if mine not in self._found:
            found = [one for one in (_match(mine, stretch) for stretch in self._likely(mine)) if one]
            self._found[mine] = max(found, key=lambda one: one.alike, default=None)
        return self._found[mine]

    def _likely(self, mine: tuple[str, ...]) -> list[_Stretch]:
        shared: Counter[int] = Counter()
        for family in sorted({family for family in mine if is_content(family)}):
            for number in self._holders.get(family, ())[:COMMON]:
                shared[number] += 1
        rank = {n: (-count / (len(mine) + len(self._stretches[n].families)), n) for n, count in shared.items()}
        return [self._stretches[number] for number in sorted(shared, key=rank.__getitem__)[:TRIED]]


def _stretches(number: int, said: str) -> list[_Stretch]:
    """Every run of one to four sentences of an entry; words left out end a sentence."""
    marked = _LEFT_OUT.sub(lambda found: "\n" * len(found.group()), said)
    cut = sentences(marked)
    found = []
    for first in range(len(cut)):
        for last in range(first, min(first + WIDEST, len(cut))):
            text = said[cut[first].start : cut[last].end]
            held = tokens(text)
            found.append(_Stretch(number, cut[first].start, text, held, _families(held)))
    return found


def _families(cut: Tokens) -> tuple[str, ...]:
    return tuple(root(key) for key in cut.keys)


def _recalled(quotation: Quotation, index: _Index) -> Recalled | None:
    best = index.match(_families(tokens(quotation.text)))
    if best is None or best.alike < POSSIBLE or (best.shared < FEWEST_SHARED and best.alike < 1):
        return None
    return _measured(quotation, best)


def _match(mine: Sequence[str], stretch: _Stretch) -> _Match | None:
    """Line up a quotation with a stretch; words of the stretch that stand outside what is quoted do not count."""
    try:
        same = [step for step in steps(stretch.families, mine) if step.same]
    except TooLongError:
        return None
    if not same:
        return None
    first = max(0, same[0].a_start - same[0].b_start)
    last = min(len(stretch.families), same[-1].a_end + len(mine) - same[-1].b_end) - 1
    kept = [family for step in same for family in mine[step.b_start : step.b_end]]
    whole = _weight(mine) + _weight(stretch.families[first : last + 1])
    shared = sum(is_content(family) for family in kept)
    return _Match(stretch, first, last, round(2 * _weight(kept) / whole, 4) if whole else 0.0, shared)


def _measured(quotation: Quotation, match: _Match) -> Recalled:
    cut, text = match.stretch.cut.tokens, match.stretch.text
    start, end = cut[match.first].start, cut[match.last].end
    while end < len(text) and text[end] in ".!?…”’\"'":
        end += 1
    found = drift(text[start:end], quotation.text)
    certainty: Certainty = "sure" if match.alike >= SURE else "possible"
    at = match.stretch.start
    return Recalled(quotation, match.stretch.entry, at + start, at + end, found, match.alike, certainty)


def _weight(families: Sequence[str]) -> float:
    return sum(1.0 if is_content(family) else SMALL_WORD for family in families)
