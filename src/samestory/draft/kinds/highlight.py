"""Draft a passage of one article, in which the faults are to be marked and the controls left alone."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from samestory.case.model import Article
from samestory.draft.material import DraftMaterial, Judged, Spec
from samestory.exercise.labels import LABELS
from samestory.text import PhraseError

_LONGEST = 280  # words that are read with care in five minutes
_MOST_PARAGRAPHS = 12
_MOST_FAULTS = 6
_MOST_WORDS_OF_PHRASE = 14


def draft_highlight(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise, of the passage in which most stands; none where no passage has two faults and a control."""
    best: tuple[int, Article, int, int] | None = None
    for article in given.case.articles.values():
        for start, end in _stretches(article):
            worth = _worth(given, article, start, end)
            if worth and (best is None or worth > best[0]):
                best = worth, article, start, end
    if best:
        yield _spec(given, *best[1:])


def _stretches(article: Article) -> Iterator[tuple[int, int]]:
    """Yield runs of paragraphs that are not too long, as numbers of their first and last word."""
    words = article.passage.words
    edges = [*(one.first for one in article.passage.paragraphs), len(words)]
    spans = [(start, after - 1) for start, after in pairwise(edges) if after > start]
    for at, (start, _) in enumerate(spans):
        yield from ((start, end) for _, end in spans[at : at + _MOST_PARAGRAPHS] if end - start < _LONGEST)


def _worth(given: DraftMaterial, article: Article, start: int, end: int) -> int:
    faults, sound = _inside(given, article, start, end)
    # A third of what is marked or left alone is sound, and nobody looks for more than six faults at once.
    if not 2 <= len(faults) <= min(_MOST_FAULTS, 2 * len(sound)):
        return 0
    return len(faults) * 100 + min(len(sound), 3) * 10


def _inside(given: DraftMaterial, article: Article, start: int, end: int) -> tuple[list[str], list[str]]:
    first, last = article.passage.words[start].start, article.passage.words[end].end

    def inside(ones: Iterable[Judged]) -> list[str]:
        return [one.id for one in ones if one.article == article.id and first <= one.start and one.end <= last]

    return inside(given.faults), inside(given.sound)


def _spec(given: DraftMaterial, article: Article, start: int, end: int) -> Spec:
    faults, sound = _inside(given, article, start, end)
    chosen = [given.case.findings[name] for name in faults]
    labels = sorted({one.label for one in chosen})
    outlet = given.outlet(article.id)
    worked = given.worked
    known = ""
    if (
        worked
        and worked.article == article.id
        and article.passage.span(worked.start, worked.end)[0] in range(start, end)
    ):
        known = f" “{worked.quote}” was worked out before, and is not asked for."
    where: Spec = {"article": article.id}
    if (start, end) != (0, len(article.passage.words) - 1):
        where |= {"from": _unique(article, start, 1), "to": _unique(article, end, -1)}
    kinds = " Choose a label for each." if len(labels) > 1 else ""
    spec: Spec = {
        "id": given.name("mark"),
        "kind": "highlight",
        "title": f"What went wrong at {outlet}?",
        "prompt": (
            f"This is what {outlet} printed. Something went wrong in {_places(len(faults))}. Which words are "
            f"wrong? Mark them, and as few others as you can.{kinds}{known}\n\n"
            f"{_look(len(sound))} odd and {'is' if len(sound) == 1 else 'are'} right. To mark one of "
            "those costs half of what a find earns."
        ),
        "minutes": 6,
        "passage": where,
    }
    if len(labels) > 1:
        spec["labels"] = labels
    first = min(chosen, key=lambda one: one.start)
    return spec | {
        "findings": faults,
        "controls": sound,
        "hints": [
            "Read it beside the other accounts and the record. Where do they part?",
            f"The first place is of the kind “{LABELS[first.label].name}”: {LABELS[first.label].means}.",
        ],
        "solution": "Wrong are: " + "; ".join(f"“{one.quote}”" for one in chosen) + ".",
    }


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


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def _look(count: int) -> str:
    return "One more place looks" if count == 1 else f"{count} more places look"
