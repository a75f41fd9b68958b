"""Sentences of two accounts in one language that tell the same, judged by the stems that both have."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.language.stem import stem
from samestory.text.blank import blanked
from samestory.text.document import Document
from samestory.text.once import once
from samestory.thresholds import thresholds

# The least share of the stems of the sentence that says less, and of the one that says more, that both have: where
# they share three or more, and where the shorter one has hardly more than two.
SHARED, OF_LONGER, NEARLY_ALL = thresholds(__name__, "SHARED", "OF_LONGER", "NEARLY_ALL")
ENOUGH, FEWEST = 3, 2  # stems that both have
MOST_HOLDING = 40  # sentences: a stem that more of them hold leads from none to another
_OPENED = frozenset("\"'“”„«»‘‚‹›")


@dataclass(frozen=True)
class SentenceTold:
    """A sentence: `text[start:end]` in code points, and its stems that say something, without figures."""

    start: int
    end: int
    stems: frozenset[str]


@once
def sentences_told(text: Document) -> tuple[SentenceTold, ...]:
    """Return the sentences of a text in its own words: no furniture, and no words between quotation marks."""
    spoken = [part for one in text.quotations for part in one.parts if text.text[part[0] - 1 : part[0]] in _OPENED]
    own = blanked(text.body, spoken)
    small = text.pack.small if text.pack else frozenset()
    return tuple(
        SentenceTold(one.start, one.end, _stems(text, own, small, one.start, one.end))
        for one in text.sentences
        if not own[one.start : one.end].isspace()
    )


def _stems(text: Document, own: str, small: frozenset[str], start: int, end: int) -> frozenset[str]:
    found = (text.words[n] for n in text.numbers(start, end))
    return frozenset(
        stem(word.text, text.language)
        for word in found
        if not own[word.start].isspace()
        and len(word.text) > 1
        and not word.text[0].isdigit()
        and word.folded not in small
    )


def same_told(a: Document, b: Document) -> Iterator[tuple[SentenceTold, SentenceTold, float]]:
    """Yield the pairs of sentences, each the other's best, with how much of the shorter one both have (0 to 1)."""
    ours, theirs = sentences_told(a), sentences_told(b)
    scores = dict(_scores(ours, theirs))
    best_of_a: dict[int, float] = defaultdict(float)
    best_of_b: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        best_of_a[i], best_of_b[j] = max(best_of_a[i], score), max(best_of_b[j], score)
    done: set[int] = set()
    done_there: set[int] = set()
    for (i, j), score in sorted(scores.items()):
        # A sentence that stands twice has one match, the first.
        if score == best_of_a[i] == best_of_b[j] and i not in done and j not in done_there:
            done.add(i)
            done_there.add(j)
            yield ours[i], theirs[j], min(1.0, score)


def _scores(ours: Sequence[SentenceTold], theirs: Sequence[SentenceTold]) -> Iterator[tuple[tuple[int, int], float]]:
    holders: Mapping[str, list[int]] = _holders(theirs)
    for i, one in enumerate(ours):
        shared = Counter(j for each in one.stems for j in holders.get(each, ())[:MOST_HOLDING])
        for j, count in shared.items():
            shorter, longer = sorted((len(one.stems), len(theirs[j].stems)))
            of_shorter, of_longer = count / shorter, count / longer
            alike = count >= ENOUGH and of_shorter >= SHARED and of_longer >= OF_LONGER
            if alike or (count >= FEWEST and of_shorter >= NEARLY_ALL and of_longer >= OF_LONGER):
                # Of two that share as much of the shorter one, the one that adds less.
                yield (i, j), (of_shorter + of_longer) / 2


def _holders(sentences: Sequence[SentenceTold]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sentences):
        for each in one.stems:
            found[each].append(number)
    return found
