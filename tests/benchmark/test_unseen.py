"""The README prints what a run gives, and counts add up."""

from pathlib import Path

import pytest
from fresh_events import events
from measured import measured, scanned
from printed import README, read, write
from unseen import shipped, tables, wrong


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    """The tables of a run."""
    return tables(events(), shipped())


@pytest.mark.parametrize("name", ["recorded", "bare", "alike"])
def test_the_readme_prints_what_a_run_gives(parts: dict[str, str], name: str) -> None:
    assert read(name, README) == parts[name], "Run: python benchmarks/engine/unseen.py --write"


def test_an_event_counts_what_its_file_plants() -> None:
    ferry = [one for one in events() if one.name == "ferry"]
    result = measured(scanned(ferry, recorded=False))
    labels = ferry[0].labels
    planted = {kind: sum(one.is_fault and one.kind == kind for one in labels) for kind in result.rows}
    assert {kind: row.found.of for kind, row in result.rows.items()} == planted
    assert result.left_alone.of == sum(not one.is_fault for one in labels)
    total = result.total.proposals
    assert len(list(wrong(result))) == sum(row.proposals.of - row.proposals.hit for row in result.rows.values())
    assert total.hit <= total.of
    assert result.to_json()["kinds"]["number"]["found"]["of"] == planted["number"]


def test_two_runs_give_the_same() -> None:
    whale = [one for one in events() if one.name in ("whale", "flood")]
    assert measured(scanned(whale, recorded=True)).to_json() == measured(scanned(whale, recorded=True)).to_json()


def test_a_table_goes_between_its_marks_and_nothing_else_moves(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- a -->\nold\n<!-- /a -->\nAfter.\n", "utf-8")
    write({"a": "new"}, page)
    assert page.read_text("utf-8") == "Before.\n<!-- a -->\nnew\n<!-- /a -->\nAfter.\n"
    assert read("a", page) == "new"
    with pytest.raises(ValueError, match=r"page\.md has no place for 'b'"):
        write({"b": "new"}, page)
