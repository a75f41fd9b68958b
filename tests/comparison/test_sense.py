"""Sentences that tell the same with another sense. Each row of `tests/cases/told` is a pair of two accounts."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.comparison.sense.alike import alike_sentences
from samestory.comparison.sense.lost_hedge import lost_hedges
from samestory.text.document import Document

CASES = Path(__file__).parents[1] / "cases" / "told"


def rows(name: str, kind: str) -> list[Any]:
    """The pairs of a kind of both halves, by the first words of the first."""
    read = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    return [
        pytest.param(row, id=" ".join(str(*list(row.values())[:1]).split()[:6]))
        for half in read.values()
        for row in half[kind]
    ]


def flat_accounts(*texts: str) -> list[int]:
    """The numbers of the accounts that say flatly what another hedges."""
    read = [Document(text) for text in texts]
    return [one.flat for one in lost_hedges(read, alike_sentences(read))]


@pytest.mark.parametrize("row", rows("hedges", "faulty"))
def test_a_lost_hedge_is_laid_to_the_account_that_says_it_flatly(row: dict[str, str]) -> None:
    assert set(flat_accounts(row["soft"], row["hard"])) == {1}


@pytest.mark.parametrize("row", rows("hedges", "sound"))
def test_a_hedge_in_other_words_is_not_lost(row: dict[str, str]) -> None:
    assert flat_accounts(row["soft"], row["hard"]) == []
