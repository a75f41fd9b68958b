"""Comparisons take texts or documents: both give the same, and a document is read once for all that is asked of it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from samestory.comparison import (
    Comparison,
    derivation,
    drift,
    events,
    exchanges,
    numbers,
    overlap,
    passages,
    quotations,
    recalled,
)
from samestory.text import Document
from samestory.text import words as words_of
from samestory.text.document import as_document

ONE = (
    "Ferry stops\n\nMayor Ida Lind signed a law on Monday. “We will not sell the old ferry this year,” Lind told the "
    "council. The ferry to Nordo stopped after a storm tore its landing stage away.\nRead more: storms"
)
OTHER = (
    "After a storm tore its landing stage away, the ferry to Nordo stopped. “We will sell the old ferry this year,” "
    "said the mayor, Ida Lind, on Tuesday. Lind was signing two decrees."
)
EMPTY = ""
COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "passages": passages,
    "quotations": quotations,
    "derivation": derivation,
    "exchanges": exchanges,
    "numbers": numbers,
    "drift": drift,
    "overlap": lambda a, b: overlap([a, b]),
    "events": lambda a, b: events([a, b]),
    "recalled": lambda a, b: recalled(a, [b]),
}


@pytest.mark.parametrize("name", COMPARED)
@pytest.mark.parametrize(("a", "b"), [(ONE, OTHER), (ONE, ONE), (ONE, EMPTY), (EMPTY, EMPTY)])
def test_texts_and_documents_are_compared_alike(name: str, a: str, b: str) -> None:
    compare = COMPARED[name]
    one, other = Document(a), Document(b)
    assert compare(a, b) == compare(one, other) == compare(one, b)
    assert compare(one, other) == compare(one, other), "what is kept with a document must not change"
    assert as_document(one) is one


def test_a_comparison_finds_what_its_parts_find_in_the_texts_without_furniture() -> None:
    both = Comparison(Document(ONE), Document(OTHER))
    assert both.passages == passages(both.a.body, both.b.body)
    assert both.quotations == quotations(both.a.body, both.b.body)
    assert both.derivation == derivation(both.a.body, both.b.body)
    assert both.exchanges == exchanges(both.a.prose, both.b.prose)
    assert both.numbers == numbers(both.a.prose, both.b.prose)


def test_a_document_is_cut_into_words_once_for_all_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: Counter[str] = Counter()

    def counted(text: str) -> Any:
        cut[text] += 1
        return words_of(text)

    monkeypatch.setattr("samestory.text.cut.words", counted)
    one, others = Document(ONE).without_furniture, [Document(f"{OTHER} {n}") for n in range(3)]
    for other in others:
        for compare in COMPARED.values():
            compare(one, other)
    assert {text: cut[text] for text in (one.text, *(other.text for other in others))} == dict.fromkeys(
        (one.text, *(other.text for other in others)), 1
    )
