"""Engine and peers answer the same questions and have one judge."""

from collections import Counter
from collections.abc import Iterable

import pytest
from beside_peers import OURS, PAIRED, TASKS, TOOK, Answers, Cell, Texts, copies, counted, table, texts
from fresh_events import fresh
from interval import Share
from unseen import CASES

from samestory.case import Case
from samestory.scanning import Scan

# One worker scans the events once for all that ask.
pytestmark = pytest.mark.xdist_group("fresh events")
RECALL = next(one for one in fresh("fresh2") if one.name == "recall")


def taken(pairs: Iterable[Texts]) -> Counter[bool]:
    return Counter(one.taken for one in pairs)


def test_who_took_from_who_took_is_kin_and_another_event_is_not() -> None:
    # The trade paper from the agency and the blog from the trade paper; and each of the three beside the strollers.
    assert taken(texts(RECALL)) == {True: 3, False: 3}


def test_articles_are_laid_beside_the_copy_that_findings_name(scanned_cases: list[tuple[Case, Scan]]) -> None:
    assert taken(pair for case, _ in scanned_cases for pair in copies(case))[True] == 3


def test_counts_are_of_what_is_so_and_of_what_is_said() -> None:
    assert counted([(True, True), (True, False), (False, True), (False, False)]) == Answers(Share(1, 2), Share(1, 2))


def test_findings_have_no_numbers_apart_so_the_cases_have_no_such_row(
    peer_columns: dict[str, dict[Cell, Answers]],
) -> None:
    tasks = {task for task, _ in peer_columns[CASES]}
    assert tasks == {TOOK, *TASKS} - {"other numbers"}
    assert len(peer_columns["fresh2"]) == 3 * (1 + len(TASKS) + len(PAIRED))


def test_a_set_without_a_task_has_dashes_in_its_row() -> None:
    cell = (PAIRED["telling"], OURS)
    rows = table({"old": {}, "new": {cell: Answers(Share(1, 2), Share(1, 1))}}).splitlines()
    assert rows[2:] == ["| the same in other words | samestory | – | – | 1 of 2 (.09–.91) | 1 of 1 (.21–1.00) |"]
