"""Quotations cut short: shown where what was left out bears on the rest, with that part; else left alone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.case.model import Statement
from samestory.scanning import Candidate, scan
from samestory.scanning.bare import bare_case
from samestory.text.document import Document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "told" / "cuts.yml").read_text("utf-8"))


def rows(kind: str) -> list[Any]:
    return [pytest.param(row, id=row["b"][:40]) for half in CASES.values() for row in half[kind]]


def cuts(a: str, b: str) -> list[Candidate]:
    """The quotations of two accounts that are shown as cut."""
    found = scan(bare_case([Document(a, "a"), Document(b, "b")])).candidates
    return [one for one in found if one.kind == "cut"]


@pytest.mark.parametrize("row", rows("faulty"))
def test_a_quotation_without_its_if_or_not_is_shown_as_cut(row: dict[str, str]) -> None:
    found = cuts(row["a"], row["b"])
    assert [(one.article, one.label, one.certainty) for one in found] == [("b", "altered-quotation", "possible")]
    left_out = found[0].reason.partition("“")[2].partition("”")[0]
    assert left_out in " ".join(row["a"].split())
    assert left_out not in row["b"]


@pytest.mark.parametrize("row", rows("sound"))
def test_sound_trimming_is_left_alone(row: dict[str, str]) -> None:
    assert cuts(row["a"], row["b"]) == []


def beside_record(said: str, article: str) -> list[Candidate]:
    entry = Statement("speech", "2031-05-01", "Ida Lind", said, None, "", None, "statement")
    case = replace(bare_case([Document(article, "a")]), record={"speech": entry})
    return [one for one in scan(case).candidates if one.kind == "cut"]


def test_the_record_shows_what_was_cut() -> None:
    said = "We met in the old hall. We will rebuild the pier if the island pays its share. Thank you."
    (found,) = beside_record(said, "“We will rebuild the pier,” Ida Lind said on Thursday in the old hall.")
    assert found.suggests == "We will rebuild the pier if the island pays its share"
    assert beside_record(said, "“We met in the old hall,” Ida Lind said.") == []


def test_an_agencys_words_around_a_quotation_are_not_what_was_cut() -> None:
    copy = "“We will rebuild the pier,” Ida Lind said, if reluctantly, who never liked the old one."
    assert beside_record(copy, "“We will rebuild the pier,” Ida Lind said on Thursday.") == []
