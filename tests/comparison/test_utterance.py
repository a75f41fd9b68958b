"""Which quotations of two accounts are one utterance, what became of it, and in which order they are shown."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.comparison import drift, quotations
from samestory.comparison.quotation.became import gravity
from samestory.comparison.quotation.utterance import one_speaker
from samestory.text import Document

CASES = Path(__file__).parents[1] / "cases"


def told(event: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each pair that a person listed: what it is, what the engine calls it, and the words by which it is known."""
    a, b = event["a"], event["b"]
    found = quotations(Document(a), Document(b))
    for one, other, is_really in event["pairs"]:
        at, to = a.index(one), b.index(other)
        held = [pair for pair in found if pair.a.start - 2 <= at < pair.a.end and pair.b.start - 2 <= to < pair.b.end]
        yield is_really, held[0].became if held else "apart", f"{event['event']}: {one} / {other}"


def counted(name: str) -> tuple[Counter[tuple[str, str]], int]:
    """How often a listed kind got which name, in all events of a file, and how many got their own."""
    events = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    found = Counter((really, called) for event in events for really, called, _ in told(event))
    return found, sum(count for (really, called), count in found.items() if really == called)


def test_listed_pairs_get_their_name_on_the_events_that_the_rules_were_tuned_on() -> None:
    found, right = counted("utterances")
    assert right >= 0.85 * found.total()
    assert not [one for one in found if one == ("apart", "altered")]


def test_listed_pairs_get_their_name_on_events_that_no_rule_has_seen() -> None:
    found, right = counted("utterances_unseen")
    assert found.total() >= 40
    assert right >= 0.75 * found.total()
    assert not [one for one in found if one == ("apart", "altered")]


@pytest.mark.parametrize(
    ("a", "b", "called"),
    [
        ("“We won’t sell,” Lind said.", "“We will not sell,” Lind said.", "same"),
        ("“We won’t sell the mill now,” Lind said.", "“We won’t sell the mill,” Lind said.", "cut"),
        ("“I asked Sen. Dahl for ten boats,” Lind said.", "“I asked Senator Dahl for 10 boats,” Lind said.", "styled"),
        ("“The docks & the mill are shut,” Lind said.", "“The docks and the mill are shut,” Lind said.", "same"),
        ("“The bloody mill is shut for good,” Lind said.", "“The b****y mill is shut for good,” Lind said.", "masked"),
        ("“The f***ing mill is shut for good,” Lind said.", "“The f–ing mill is shut for good,” Lind said.", "masked"),
        ("“The old mill is shut 👍,” Lind wrote.", "“The old mill is shut 👎,” Lind wrote.", "altered"),
        ("“We shut the old mill for good,” Lind said.", "“We sold the old mill for good,” Lind said.", "altered"),
        (
            "“We shall search every house until the last child is found,” Turkish minister Hakan Demir said.",
            "“No house goes unsearched before the last of our children has been found,” Hakan Demir said in Turkish.",
            "translated",
        ),
    ],
)  # fmt: skip
def test_what_became_of_an_utterance_has_a_name(a: str, b: str, called: str) -> None:
    assert [pair.became for pair in quotations(a, b)] == [called]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # One speaker twice, two speakers, a stock phrase.
        ("“I will vote for the harbour bill,” Ida Lind said.", "“The harbour bill is dead to me,” Ida Lind said."),
        ("“I don’t think I can promise a bridge,” he said.", "“I don’t think I can do that,” she said."),
        ("“The whole island deserves the truth,” Ida Lind said.", "“The island deserves a new pier,” Erik Dahl said."),
    ],
)
def test_two_utterances_are_no_pair_whatever_words_they_share(a: str, b: str) -> None:
    assert quotations(a, b) == ()


def test_two_speakers_may_quote_one_sentence_word_for_word() -> None:
    a = "“Whoever closed the northern flood gate saved this harbour,” Ida Lind said."
    b = "“Whoever closed the northern flood gate saved the harbour,” Erik Dahl said."
    assert [pair.became for pair in quotations(a, b)] == ["altered"]


def test_sentences_at_an_edge_that_only_one_account_quotes_are_cut_and_not_altered() -> None:
    a = "“It rained for a week. Whatever they call it, we owe these crews our thanks,” Lind said."
    b = "“And you are one of them. Whatever they call it, we owe these crews our thanks,” Lind said."
    assert [pair.became for pair in quotations(a, b)] == ["cut"]


def test_words_that_repeat_themselves_are_cut_in_front_and_not_left_out_in_the_midst() -> None:
    found = drift("We do not like him. We do not want him here.", "We do not want him here.")
    assert (found.kind, [change.kind for change in found.changes]) == ("truncated", ["cut"])


def test_a_pair_has_more_proof_the_more_rare_words_it_keeps_in_a_row() -> None:
    long = (
        "“The sluice at Corrie held all night, praise the welders,” he said.",
        "“The sluice at Corrie held all night, thank the welders,” he said.",
    )
    short = ("“We held all night,” he said.", "“It held all night,” he said.")
    (one,), (other,) = quotations(*long), quotations(*short)
    assert one.proof > other.proof


def test_a_not_is_graver_than_a_word_and_a_word_than_an_article() -> None:
    said = "We sell the mill"
    grave = [gravity(drift(said, other)) for other in ("We do not sell the mill", "We keep the mill", "We sell a mill")]
    assert grave == sorted(grave, reverse=True)
    assert grave[-1] < grave[0]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mayor Ida Lind", "Lind", True),
        ("Sheriff Tom Oakes", "Tom Oakes", True),
        ("Security Adviser Susan Rice", "Susan E. Rice", True),
        ("Antony Blinken", "Antony Blinkin", True),
        ("Niamh Costello", "Niamh Costelo", True),
        ("Ana Silva", "Ana Salva", False),
        ("Ida Lind", "Erik Dahl", False),
        ("Ida Lind", "Mia Lind", False),
        ("Ida Lind", "the ministry", None),
        ("", "", None),
    ],
)
def test_one_speaker_has_many_names(a: str, b: str, same: bool | None) -> None:
    assert one_speaker(a, b) is same
    assert one_speaker(b, a) is same
