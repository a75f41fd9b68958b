"""Sentences that tell the same with another sense. Each row of `tests/cases/told` is a pair of two accounts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.comparison.sense.alike import alike_sentences
from samestory.comparison.sense.lost_hedge import lost_hedges
from samestory.comparison.sense.turned import turned_senses
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


def turned_pairs(*texts: str) -> int:
    """How many pairs of the accounts turn a sentence round."""
    read = [Document(text) for text in texts]
    return len(turned_senses(read, alike_sentences(read)))


@pytest.mark.parametrize("row", rows("turned", "faulty"))
def test_a_sentence_that_is_denied_or_reversed_is_turned(row: dict[str, str]) -> None:
    assert turned_pairs(row["a"], row["b"]) == turned_pairs(row["b"], row["a"]) == 1


@pytest.mark.parametrize("row", rows("turned", "sound"))
def test_two_turns_undo_each_other(row: dict[str, str]) -> None:
    assert turned_pairs(row["a"], row["b"]) == 0


KINDS = yaml.safe_load((CASES / "turned_kinds.yml").read_text("utf-8"))


@pytest.mark.parametrize("half", ["made", "held"])
@pytest.mark.parametrize("kind", ["denied", "order", "plan", "sound"])
def test_what_is_dropped_exchanged_or_only_planned_turns_the_sense(half: str, kind: str) -> None:
    """At its first run it found all 18 that were held back, and called none of 12 sound pairs turned."""
    counts = [(turned_pairs(row["a"], row["b"]), turned_pairs(row["b"], row["a"])) for row in KINDS[half][kind]]
    expected = (0, 0) if kind == "sound" else (1, 1)
    assert [row["a"] for row, count in zip(KINDS[half][kind], counts, strict=True) if count != expected] == []


LEAK = "A small amount of oil may have leaked into the harbour at Vell, the company said."
FLAT = LEAK.replace("may have leaked", "leaked")
NEWER = "Oil leaked out overnight and blackened half the harbour at Vell."


def test_a_hedge_in_the_next_sentence_is_not_lost() -> None:
    assert flat_accounts(LEAK, f"{FLAT} That is what divers suspect.") == []
    assert flat_accounts(LEAK, f"{FLAT} Ships sailed on time.") == [1]


def test_a_text_that_says_it_both_ways_has_lost_nothing() -> None:
    assert flat_accounts(LEAK, f"{FLAT}\n\n{LEAK}") == []


@pytest.mark.parametrize(("flat", "found"), [(FLAT, [1]), (NEWER, [])])
def test_what_a_later_text_knows_is_no_lost_hedge_unless_it_is_made_from_the_earlier(
    flat: str, found: list[int]
) -> None:
    days = Document(LEAK, "a", date(2031, 5, 6)), Document(flat, "b", date(2031, 5, 8))
    assert [one.flat for one in lost_hedges(days, alike_sentences(days))] == found


def test_copies_of_a_sentence_are_laid_beside_others_once() -> None:
    texts = [Document(LEAK)] * 30 + [Document(FLAT)] * 30
    assert len(alike_sentences(texts).homes) == 2
    assert [one.flat for one in lost_hedges(texts, alike_sentences(texts))] == list(range(30, 60))


@pytest.mark.parametrize("text", ["", "“”", "may", "not not not", "May. May? may!", "n't " * 300, "ﬁnal: né, été — 12"])
def test_texts_without_a_sentence_have_no_sense_to_turn(text: str) -> None:
    assert flat_accounts(text, text, LEAK) == []
    assert turned_pairs(text, text, FLAT) == 0
