"""Which sentences of several texts may tell the same, found once for all measures that look for another sense."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.comparison.holders import Holders
from samestory.comparison.passage.segment import Segment, segments
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import threshold
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS

MOST_WORDS_ALIKE = 120  # words: what is longer, such as a table, is no sentence
MOST_TELLING = 60  # a word that more sentences hold leads from none of them to another
FEWEST_ALIKE = 2  # word families that two sentences share
LEAST_ALIKE = threshold(__name__, "LEAST_ALIKE")


@dataclass(frozen=True, slots=True)
class Home:
    """A sentence, and the number of the text in which it stands."""

    text: int
    sentence: Segment


@dataclass(frozen=True)
class AlikeSentences:
    """The sentences of some texts, those of the same words once, and which of them may tell the same.

    `homes` says where each stands, `pairs` which two (by number, in both orders) share enough words.
    """

    homes: tuple[tuple[Home, ...], ...]
    pairs: Mapping[int, Sequence[int]]

    def sentence(self, number: int) -> Segment:
        """The first sentence of these words."""
        return self.homes[number][0].sentence

    def texts(self, number: int) -> set[int]:
        """The numbers of the texts that have it."""
        return {home.text for home in self.homes[number]}


def alike_sentences(texts: Sequence[Document]) -> AlikeSentences:
    """Return the sentences of `texts` and which of two texts may tell the same; quotations should be blanked out.

    Two may if they share two word families or more, and enough of the one that says less.
    """
    homes: dict[tuple[str, ...], list[Home]] = defaultdict(list)
    for number, text in enumerate(texts):
        for one in segments(text):
            if one.size <= MOST_WORDS_ALIKE and len(one.families) >= FEWEST_ALIKE:
                homes[one.keys].append(Home(number, one))
    every = tuple(map(tuple, homes.values()))
    pairs: dict[int, list[int]] = defaultdict(list)
    for i, j in _sharing([one[0].sentence for one in every]):
        # What one text says in two ways is no matter between two.
        if len({home.text for home in (*every[i], *every[j])}) > 1:
            pairs[i].append(j)
            pairs[j].append(i)
    return AlikeSentences(every, pairs)


def _sharing(sentences: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences that share enough of what the one that says less says."""
    holders = Holders((one.families for one in sentences), MOST_TELLING)
    totals = [sum(one.families.values()) for one in sentences]
    for number, one in enumerate(sentences):
        for other, total in holders.sharing(one.families, FEWEST_ALIKE).items():
            if other > number and total >= LEAST_ALIKE * min(totals[number], totals[other]):
                yield number, other


@once
def days_named(one: Segment) -> frozenset[str]:
    """The weekdays and months that a sentence names."""
    return frozenset(one.keys) & (WEEKDAY_KEYS | (MONTH_KEYS - {"may"}))
