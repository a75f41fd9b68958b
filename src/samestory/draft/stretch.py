"""The stretch of an article in which most is to be found that a learner can mark, with what is sound in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from samestory.case.model import Article, Finding, SoundPassage
from samestory.draft.material import DraftMaterial, Judged, Spec
from samestory.text import PhraseError

_J = TypeVar("_J", Finding, SoundPassage)
_LONGEST = 280  # words that are read with care in five minutes
_MOST_PARAGRAPHS = 12
_MOST_FAULTS = 6
_WORDS_FOR_EACH = 20
_MOST_WORDS_OF_PHRASE = 14


@dataclass(frozen=True, slots=True)
class MarkedStretch:
    """Words `start` to `end` of an article, with the findings and controls in it."""

    article: Article
    start: int
    end: int
    findings: tuple[Finding, ...]
    sound: tuple[SoundPassage, ...]

    @property
    def where(self) -> Spec:
        """Where it stands, as an author writes it. Raises PhraseError if no short phrase stands at its edge alone."""
        if (self.start, self.end) == (0, len(self.article.passage.words) - 1):
            return {"article": self.article.id}
        first, last = _unique(self.article, self.start, 1), _unique(self.article, self.end, -1)
        return {"article": self.article.id, "from": first, "to": last}

    def holds(self, one: Judged | None) -> bool:
        """Whether it has a place in it."""
        if one is None or one.article != self.article.id:
            return False
        return self.article.passage.span(one.start, one.end)[0] in range(self.start, self.end + 1)


def best_stretch(given: DraftMaterial, wanted: Sequence[Finding]) -> MarkedStretch | None:
    """Return the stretch with most of what is wanted, two at least, and a control for every two; None without any."""
    best: tuple[int, MarkedStretch] | None = None
    for article in given.case.articles.values():
        findings = [one for one in wanted if one.article == article.id]
        sound = [one for one in given.sound if one.article == article.id]
        if len(findings) < 2 or not sound:
            continue
        for start, end in _stretches(article, [*findings, *sound]):
            first, last = article.passage.words[start].start, article.passage.words[end].end
            one = MarkedStretch(article, start, end, _inside(findings, first, last), _inside(sound, first, last))
            worth = _worth(one)
            if worth and (best is None or worth > best[0]):
                best = worth, one
    return best[1] if best else None


def _stretches(article: Article, ones: Sequence[Judged]) -> Iterator[tuple[int, int]]:
    """Yield runs of paragraphs that are not too long and begin with a place, by their first and last word."""
    words = article.passage.words
    edges = [*(one.first for one in article.passage.paragraphs), len(words)]
    spans = [(start, after - 1) for start, after in pairwise(edges) if after > start]
    begun = {article.passage.span(one.start, one.end)[0] for one in ones}
    for at, (start, end) in enumerate(spans):
        if any(start <= number <= end for number in begun):
            yield from ((start, end) for _, end in spans[at : at + _MOST_PARAGRAPHS] if end - start < _LONGEST)


def _worth(one: MarkedStretch) -> int:
    # A third of what is marked or left alone is sound, and nobody looks for more than six faults at once.
    # In a few words one mark over everything would find them all.
    fewest = _WORDS_FOR_EACH * len(one.findings)
    if not 2 <= len(one.findings) <= min(_MOST_FAULTS, 2 * len(one.sound)) or one.end - one.start < fewest:
        return 0
    # Of two with the same in them the longer one: there is more to read past.
    return len(one.findings) * 1000 + min(len(one.sound), 3) * 100 + min((one.end - one.start) // 3, 99)


def _inside(ones: Iterable[_J], first: int, last: int) -> tuple[_J, ...]:
    return tuple(one for one in ones if first <= one.start and one.end <= last)


def _unique(article: Article, number: int, step: int) -> str:
    """Return the shortest phrase of three words or more that begins (or ends) at a word and stands there only."""
    size = len(article.passage.words)
    for more in range(2, _MOST_WORDS_OF_PHRASE):
        other = number + step * more
        if not 0 <= other < size:
            break
        phrase = article.passage.cut(min(number, other), max(number, other))
        if len(article.passage.places(phrase)) == 1:
            return " ".join(phrase.split())
    raise PhraseError("no short phrase stands in this passage only once")
