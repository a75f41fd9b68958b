"""Find what tests are made of where it must not stand: seven words in a row of a case that is for tests alone.

On the tests' own pages the items stand, and must; what is said about them must stand in the open on no page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from samestory.case import Case
from samestory.text import fold, words

KEPT_RUN = 7  # words in a row that nobody writes by chance
_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that stand in a text, `words` in a row (the first seven), and where they are from."""

    words: str
    source: str


@dataclass(frozen=True)
class KeptWords:
    """All that the cases for tests alone are made of: articles, record, items, and what is said about them."""

    cases: tuple[Case, ...]

    @cached_property
    def runs(self) -> dict[_Row, str]:
        """Every seven words in a row, with where they are from."""
        return self.said | _sources(text for case in self.cases for text in _texts(case))

    @cached_property
    def said(self) -> dict[_Row, str]:
        """Those of them that say what is right, but for what an item shows itself."""
        shown = _sources(text for case in self.cases for text in _shown(case))
        told = _sources(text for case in self.cases for text in _said(case))
        return {run: source for run, source in told.items() if run not in shown}

    def found_in(self, pieces: Iterable[str], on_test_page: bool = False) -> list[Leak]:
        """Return what of it stands in a text that is given in pieces, each place once.

        Words that go on from one piece to the next count as well: a page may set one of them apart. On a test's own
        page, what is said of the items is looked for alone.
        """
        kept = self.said if on_test_page else self.runs
        found, until = [], 0
        for at, run in enumerate(_runs(row(" ".join(pieces)))):
            if run in kept and at >= until:
                found.append(Leak(" ".join(run), kept[run]))
                until = at + KEPT_RUN
        return found


def words_kept(cases: Iterable[Case]) -> KeptWords:
    """Return what may stand on no page but those of the tests."""
    return KeptWords(tuple(case for case in cases if case.tests_only))


def row(text: str) -> _Row:
    """Return the words of a text as they are compared: in small letters, without marks.

    >>> row("The Bridge, “today”")
    ('the', 'bridge', 'today')
    """
    return tuple(word.text for word in words(fold(text)))


def _runs(of: Sequence[str]) -> Iterator[_Row]:
    return (tuple(of[at : at + KEPT_RUN]) for at in range(len(of) - KEPT_RUN + 1))


def _sources(texts: Iterable[tuple[str, str]]) -> dict[_Row, str]:
    return {run: source for source, text in texts for run in _runs(row(text))}


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """What a case is made of, each text with its place in the case."""
    yield from ((f"{case.id}/{one.id}", one.text) for one in case.articles.values())
    for entry in case.record.values():
        yield from ((f"{case.id}/{entry.id}", text) for text in (entry.words, entry.what) if text)
    yield from _shown(case)


def _shown(case: Case) -> Iterator[tuple[str, str]]:
    """What the items show, line by line; not the prompts, which tell no more than the plan of the tests."""
    for one in case.exercises.values():
        lines = (line for item in one.view().get("items", ()) for line in item["text"].split("\n"))
        yield from ((f"{case.id}/{one.card.id}", line) for line in lines)


def _said(case: Case) -> Iterator[tuple[str, str]]:
    """What is said of the items when they are graded."""
    for one in case.exercises.values():
        yield from ((f"{case.id}/{one.card.id}", part.said) for part in one.solution().parts)
