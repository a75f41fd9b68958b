"""The teacher's desk: grade everything that was found, student by student, and write it down as it goes."""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.teach.crew import Crew, crew
from samestory.teach.decisions import Decisions
from samestory.teach.errand import GradingErrand, GradingTask
from samestory.teach.handin.merge import LAST, AttemptPolicy
from samestory.teach.handin.submissions import HandedIn
from samestory.teach.keys import Keys
from samestory.teach.report.gradebook import GradesTable, closing, opening
from samestory.teach.report.outbox import Outbox
from samestory.teach.report.plain import harmless
from samestory.teach.report.scores import Scores
from samestory.teach.result import StudentResult, shown_name, student_result
from samestory.teach.row import Row
from samestory.teach.site.match import GradedStudent
from samestory.teach.site.roster_sheet import against_list
from samestory.teach.site.sheet import TableSheet
from samestory.teach.unfinished import UnfinishedResults

if TYPE_CHECKING:
    from tqdm import tqdm


def grade_all(
    found: HandedIn,
    keys: Keys,
    outbox: Outbox,
    now: float | None = None,
    bar: bool = False,
    policy: AttemptPolicy = LAST,
    roster: TableSheet | None = None,
    decisions: Decisions | None = None,
    *,
    workers: int = 1,
    scheduler: str = "",
    keys_folder: Path | None = None,
    about: str = "",
) -> tuple[Counter[str], list[str]]:
    """Write `grades.csv`, `results.json` and a page for each student.

    Returns how many rows have which status, and a line for each that a person should look at. Results are kept as they
    come: after a stop the same call goes on with who is left. Memory holds one student's files at a time for each of
    the `workers` (or of a cluster's, by its `scheduler`), which load the keys themselves, from `keys_folder` too. Who
    of the `roster` handed nothing in has a row too. `about` tells what was found from what was found another time.
    """
    decided = decisions or Decisions()
    lines = tuple(decided.lines)
    errand = GradingErrand(outbox.folder, keys_folder, now, policy, lines, (keys, outbox, Decisions(lines)))
    results = UnfinishedResults(errand, keys, about)
    done = False
    try:
        tasks = list(_tasks(found, outbox))
        with tqdm_bar(len(found.submissions), bar) as progress, crew(workers, scheduler) as graded:
            lessons = _grade(tasks, results, graded, replace(errand, now=results.now), progress)
        told = _write(tasks, results, lessons, found, keys, outbox, roster, decided)
        done = True
    finally:
        results.close(done)
    return told


def _tasks(found: HandedIn, outbox: Outbox) -> Iterator[GradingTask]:
    """Every student's files, which come sorted by student, with the name of the student's page."""
    for _, handed_in in groupby(found.submissions, key=lambda one: (one.section, one.student, one.id)):
        mine = tuple(handed_in)
        yield GradingTask(outbox.page_name(shown_name(mine[0].student, mine[0].section)), mine)


def _grade(
    tasks: Iterable[GradingTask],
    results: UnfinishedResults,
    graded: Crew,
    errand: GradingErrand,
    progress: "tqdm[Any]",
) -> set[str]:
    """Grade whoever is not graded yet; returns the lessons that turned up."""
    lessons: set[str] = set()
    going: deque[GradingTask] = deque()

    def waiting() -> Iterator[GradingTask]:
        for task in tasks:
            known = results.find(task)
            # A page that is gone has to be written again.
            if known and (errand.out / task.page).is_file():
                lessons.update(known.lessons)
                progress.update(known.files)
            else:
                going.append(task)
                yield task

    for result in graded(errand, waiting()):
        results.add(going.popleft(), result)
        lessons.update(result.lessons)
        progress.update(result.files)
    return lessons


def _write(
    tasks: Iterable[GradingTask],
    results: UnfinishedResults,
    lessons: set[str],
    found: HandedIn,
    keys: Keys,
    outbox: Outbox,
    roster: TableSheet | None,
    decisions: Decisions,
) -> tuple[Counter[str], list[str]]:
    """Write the tables from the results that were kept, in the order of the students."""
    counts: Counter[str] = Counter()
    looks: list[str] = []
    classes: dict[str, Scores] = {}
    seen: dict[GradedStudent, None] = {}
    table = GradesTable(lessons, keys)  # its columns are the exercises of the lessons that turned up
    with outbox.stream("results.json") as file:
        # The results end with a checksum of all that stands above it, so it is reckoned while they are written.
        above = hashlib.sha256()

        def tell(text: str) -> None:
            above.update(text.encode())
            file.write(text.encode())

        def tell_result(one: StudentResult) -> None:
            for each in one.entries:
                tell(",\n" * bool(counts) + each)
                counts[""] += 1  # so that a comma stands before the next
            counts.update(one.statuses)
            for each_line in one.lines:
                table.add(each_line)

        tell(opening(keys))
        for task in tasks:
            result = results.find(task)
            assert result, "every task was graded before"
            tell_result(result)
            seen[result.who] = None
            looks += result.looks
            outbox.note_set_aside(result.set_aside)
            decisions.add_used(result.used or {})
            for lesson, scores in result.scores.items():
                classes[lesson] = classes.get(lesson, Scores()).together(scores)
        for row in _missing(roster, seen, looks):
            tell_result(student_result([row], ""))
        content = table.content()
        tell(closing(found.ignored, hashlib.sha256(content).hexdigest(), classes, above))
    outbox.write("grades.csv", content)
    del counts[""]
    return counts, looks


def tqdm_bar(files: int, shown: bool) -> "tqdm[Any]":
    """A bar that shows how far it is, where it is to be shown."""
    from tqdm import tqdm

    return tqdm(total=files, disable=not shown)


def _missing(roster: TableSheet | None, seen: Iterable[GradedStudent], looks: list[str]) -> list[Row]:
    """A row for each of the class list who handed nothing in; who is not on it, or twice, is worth a look."""
    if roster is None:
        return []
    found = against_list(roster, seen)
    for some, what in ((found.not_listed, "not on the class list"), (found.unclear, "fits several of the class list")):
        looks += [harmless(f"{one.student}: {what}.") for one in some]
    return [Row(one.student, one.id, (), "", "nothing handed in", (), ()) for one in found.missing]
