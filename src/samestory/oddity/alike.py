"""Sentences of other accounts that are much like one of this text: they share half of its telling words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samestory.oddity.row import SMALL_WORDS, WordRow, sentence_rows
from samestory.text.cut import CutText
from samestory.text.once import once

MOST_SENTENCES = 40  # of the others; a word that stands in more tells none apart
MOST_LIKELY = 3
Theirs = tuple[int, WordRow]  # the number of the account from 0, and a sentence of it


@dataclass(frozen=True, slots=True)
class OtherAccounts:
    """The sentences of other accounts, and at which of them each telling word stands."""

    rows: tuple[Theirs, ...]
    index: Mapping[str, list[int]]

    @classmethod
    def of(cls, others: Sequence[CutText]) -> "OtherAccounts":
        """Index the sentences of other accounts, each account read once."""
        rows = tuple((number, row) for number, other in enumerate(others) for row in sentence_rows(other))
        index: dict[str, list[int]] = defaultdict(list)
        for place, telling in enumerate(words for other in others for words in telling_words(other)):
            for word in telling:
                index[word].append(place)
        return cls(rows, index)

    def like(self, telling: frozenset[str]) -> list[Theirs]:
        """The three sentences that share most of these words, if they share half of them."""
        found = (self.index.get(word, ()) for word in telling)
        counts = Counter(place for places in found if len(places) <= MOST_SENTENCES for place in places)
        best = sorted(counts, key=lambda place: (-counts[place], place))[:MOST_LIKELY]
        # Two words are forgiven, since those of an exchanged phrase cannot be shared.
        return [self.rows[place] for place in best if 2 * counts[place] >= len(telling) - 2]


@once
def telling_words(document: CutText) -> tuple[frozenset[str], ...]:
    """For each sentence its words but the small ones."""
    return tuple(frozenset(row.bases) - SMALL_WORDS for row in sentence_rows(document))
