"""An article's quotations beside the record of what was said: where each stands in it, and how far it drifted."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from samestory.comparison.quotation.diff import TooLongError, steps
from samestory.comparison.quotation.drift import LONGEST_TEXT, Drift, drift
from samestory.comparison.quotation.token import Token, tokens_of
from samestory.comparison.sureness import Sureness
from samestory.text.document import Document, Text, as_document
from samestory.text.quotation import Quotation
from samestory.text.sentence import sentences
from samestory.thresholds import threshold, thresholds
from samestory.words.key import root
from samestory.words.wording import is_content

# How alike a quotation and a stretch of the record must be, to be surely the same utterance and to be one at all.
SURELY_ALIKE, POSSIBLY_ALIKE = thresholds(__name__, "SURELY_ALIKE", "POSSIBLY_ALIKE")
# Sentences of the record that one quotation may run over, and content words that it must share with them.
MOST_SENTENCES, FEWEST_SHARED = 4, 2
SMALL_WORD = threshold(__name__, "SMALL_WORD")
# Stretches that are lined up with a quotation, and stretches that one word may lead to.
MOST_LINED_UP, MOST_STRETCHES = 16, 400
# Takes “We go ... at ten”; leaves “We go. At ten”.
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
    certainty: Sureness


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of sentences of an entry, cut into tokens; `end` is where it ends, `families` are the tokens' stems."""

    entry: int
    said: Document
    end: int
    tokens: tuple[Token, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Tokens `first` to `last` (both included) of a stretch, as like the quotation as `alike` says."""

    stretch: _Stretch
    first: int
    last: int
    alike: float
    shared: int


def recalled(text: Text, record: Sequence[Text]) -> tuple[Recalled, ...]:
    """Return the quotations of `text` that an entry of the record holds, exactly or changed.

    An entry is what one person said; where words are left out it has " ... ". A quotation must share two content
    words with the record, or be there word for word. Raises `TooLongError` for an entry of 100,000 characters.

    >>> found = recalled("“We won't mend the old pier,” Lind said.", ["We will never mend the pier. It is too old."])
    >>> [(one.entry, one.drift.substantive) for one in found]
    [(0, True)]
    """
    index = _index(tuple(map(as_document, record)))
    matches: dict[tuple[str, ...], _Match | None] = {}
    found = []
    for quotation in as_document(text).quotations:
        if len(quotation.text) <= LONGEST_TEXT:
            mine = _families(tokens_of(quotation.text).tokens)
            if mine not in matches:
                matches[mine] = index.match(mine)
            best = matches[mine]
            if best and best.alike >= POSSIBLY_ALIKE and (best.shared >= FEWEST_SHARED or best.alike >= 1):
                found.append(_recalled(quotation, best))
    return tuple(found)


@lru_cache(maxsize=4)
def _index(record: tuple[Document, ...]) -> "_Index":
    """The index of a record, made once for all the articles that are laid beside it."""
    for number, said in enumerate(record):
        if len(said.text) > LONGEST_TEXT:
            size = f"{len(said.text):,} characters"
            raise TooLongError(f"entry {number} of the record has {size}: cut it into statements")
    return _Index([one for number, said in enumerate(record) for one in _stretches(number, said)])


class _Index:
    """The stretches of a record by their words."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self._stretches = stretches
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(stretches):
            for family in sorted({family for family in one.families if is_content(family)}):
                self._holders[family].append(number)

    def match(self, mine: tuple[str, ...]) -> _Match | None:
        """The stretch that is likest to these words, of the sixteen that share most with them."""
        found = [one for one in (_match(mine, stretch) for stretch in self._likely(mine)) if one]
        return max(found, key=lambda one: one.alike, default=None)

    def _likely(self, mine: tuple[str, ...]) -> list[_Stretch]:
        shared: Counter[int] = Counter()
        for family in sorted({family for family in mine if is_content(family)}):
            shared.update(self._holders.get(family, ())[:MOST_STRETCHES])
        rank = {n: (-count / (len(mine) + len(self._stretches[n].families)), n) for n, count in shared.items()}
        return [self._stretches[number] for number in sorted(shared, key=rank.__getitem__)[:MOST_LINED_UP]]


def _stretches(number: int, said: Document) -> list[_Stretch]:
    """Every run of one to four sentences of an entry; words left out end a sentence."""
    # A line end ends a sentence, and as many of them as there were characters keep every offset.
    marked = _LEFT_OUT.sub(lambda found: "\n" * len(found.group()), said.text)
    cut = sentences(marked)
    tokens = tokens_of(said).tokens
    starts = [token.start for token in tokens]
    found = []
    for first in range(len(cut)):
        for last in range(first, min(first + MOST_SENTENCES, len(cut))):
            inside = tokens[bisect_left(starts, cut[first].start) : bisect_left(starts, cut[last].end)]
            found.append(_Stretch(number, said, cut[last].end, inside, _families(inside)))
    return found


def _families(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(root(token.key) for token in tokens)


def _match(mine: Sequence[str], stretch: _Stretch) -> _Match | None:
    """Line up a quotation with a stretch; words of the stretch that stand outside what is quoted do not count."""
    try:
        same = [step for step in steps(stretch.families, mine) if step.same]
    except TooLongError:
        return None
    if not same:
        return None
    # As many words as the quotation has before the first that is shared: they may be what it changed.
    first = max(0, same[0].a_start - same[0].b_start)
    last = min(len(stretch.families), same[-1].a_end + len(mine) - same[-1].b_end) - 1
    kept = [family for step in same for family in mine[step.b_start : step.b_end]]
    whole = _weight(mine) + _weight(stretch.families[first : last + 1])
    shared = sum(is_content(family) for family in kept)
    return _Match(stretch, first, last, round(2 * _weight(kept) / whole, 4) if whole else 0.0, shared)


def _recalled(quotation: Quotation, match: _Match) -> Recalled:
    """What became of the words that were quoted; a stretch is taken to the stop or mark behind its last word."""
    text, tokens = match.stretch.said.text[: match.stretch.end], match.stretch.tokens
    start, end = tokens[match.first].start, tokens[match.last].end
    while end < len(text) and text[end] in ".!?…”’\"'":
        end += 1
    found = drift(text[start:end], quotation.text)
    certainty: Sureness = "sure" if match.alike >= SURELY_ALIKE else "possible"
    return Recalled(quotation, match.stretch.entry, start, end, found, match.alike, certainty)


def _weight(families: Sequence[str]) -> float:
    return sum(1.0 if is_content(family) else SMALL_WORD for family in families)
