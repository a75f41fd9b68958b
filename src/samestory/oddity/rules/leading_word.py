"""A leading word that the other accounts agree on, and for which this text has several in turn."""

from collections import Counter
from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.lexicon import base
from samestory.oddity.row import sentence_rows
from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.words.lists import pairs_in

FEWEST_ACCOUNTS = 2  # that have the word, and words that stand in for it here
FEWEST_THERE, FEWEST_HERE = 4, 3  # times

# One thing, and the words that a text put into other words calls it by in turn.
ONE_THING = {
    word: frozenset(base(other) for other in others.split())
    for word, others in pairs_in("odd_shapes", "one thing").items()
}


def other_words(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield the words by which this text calls in turn what two or more other accounts call by one word throughout."""
    here, there = _counts(document), [_counts(other) for other in others]
    for shown, stand_ins in sorted(ONE_THING.items()):
        word = base(shown)
        counts = [count[word] for count in there if count[word]]
        if here[word] or len(counts) < FEWEST_ACCOUNTS or sum(counts) < FEWEST_THERE:
            continue
        # A stand-in that another account has as well is one of the words for the thing, and no sign.
        used = {one for one in stand_ins if here[one] and not any(count[one] for count in there)}
        if len(used) < FEWEST_ACCOUNTS or sum(here[one] for one in used) < FEWEST_HERE:
            continue
        where = next(_places(others, word))
        why = f"The other accounts say “{shown}” throughout; this text never does, and has {len(used)} others in turn."
        for row in sentence_rows(document):
            for at, own in enumerate(row.bases):
                if own in used:
                    yield in_row(row, at, at, "other account", why, shown, where)


@once
def _counts(document: CutText) -> Counter[str]:
    return Counter(word for row in sentence_rows(document) for word in row.bases)


def _places(others: Sequence[CutText], word: str) -> Iterator[tuple[int, int, int]]:
    for number, other in enumerate(others):
        for row in sentence_rows(other):
            for at, own in enumerate(row.bases):
                if own == word:
                    yield number, row.words[at].start, row.words[at].end
