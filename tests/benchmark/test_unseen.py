"""The README prints what a run gives, and counts add up."""

import json
from pathlib import Path

import beside_peers
import measures
import pytest
from beside_peers import Answers, Cell
from fresh_events import SETS
from measured import measured, scanned
from printed import README, read, write
from unseen import MODES, Modes, beside, labelled, missed, on_the_page, plainly, tables, wrong

from samestory.case import Case
from samestory.scanning import Scan

# One worker scans the events once for all that ask.
pytestmark = pytest.mark.xdist_group("fresh events")
Cases = list[tuple[Case, Scan]]
RUN = "Run: python benchmarks/engine/unseen.py --write"


def test_the_readme_prints_what_a_run_gives(fresh_sets: dict[str, Modes], scanned_cases: Cases) -> None:
    parts = tables(fresh_sets, scanned_cases)
    assert set(parts) == {"alike", *(f"{name}-{mode}" for name in SETS for mode in MODES)}
    for name, part in parts.items():
        assert read(name, README) == part, RUN


def test_the_readme_prints_the_peers_as_a_run_gives_them(peer_columns: dict[str, dict[Cell, Answers]]) -> None:
    ran = beside_peers.table(peer_columns).splitlines()
    # datasketch runs in an environment of its own, which a test doesn't make.
    printed = [one for one in read("peers", README).splitlines() if f"| {beside_peers.DATASKETCH} |" not in one]
    assert printed == ran, RUN


def test_the_page_on_evidence_has_the_figures_of_a_run(
    fresh_sets: dict[str, Modes], scanned_cases: Cases, peer_columns: dict[str, dict[Cell, Answers]]
) -> None:
    held = json.loads(measures.FILE.read_text("utf-8"))
    assert held["fresh"] == on_the_page(fresh_sets), RUN
    assert held["peers"] == plainly(peer_columns), RUN
    assert held["alike"] == beside(labelled(fresh_sets, scanned_cases)), RUN


def test_an_event_counts_what_its_file_plants(fresh_sets: dict[str, Modes]) -> None:
    ferry = [one for one in fresh_sets["fresh"]["bare"] if one.event.name == "ferry"]
    result = measured(ferry)
    labels = ferry[0].event.labels
    planted = {kind: sum(one.is_fault and one.kind == kind for one in labels) for kind in result.rows}
    assert {kind: row.found.of for kind, row in result.rows.items()} == planted
    assert result.left_alone.of == sum(not one.is_fault for one in labels)
    total, every = result.total.proposals, result.rows.values()
    assert len(list(wrong(result))) == sum(row.proposals.of - row.proposals.hit for row in every)
    assert len(list(missed(ferry))) == sum(row.found.of - row.found.hit for row in every)
    assert total.hit <= total.of
    assert result.to_json()["kinds"]["number"]["found"]["of"] == planted["number"]


def test_two_runs_give_the_same(fresh_sets: dict[str, Modes]) -> None:
    some = fresh_sets["fresh2"]["recorded"][:2]
    again = scanned([one.event for one in some], recorded=True)
    assert measured(some).to_json() == measured(again).to_json()


def test_a_table_goes_between_its_marks_and_nothing_else_moves(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- a -->\nold\n<!-- /a -->\nAfter.\n", "utf-8")
    write({"a": "new"}, page)
    assert page.read_text("utf-8") == "Before.\n<!-- a -->\nnew\n<!-- /a -->\nAfter.\n"
    assert read("a", page) == "new"
    with pytest.raises(ValueError, match=r"page\.md has no place for 'b'"):
        write({"b": "new"}, page)
