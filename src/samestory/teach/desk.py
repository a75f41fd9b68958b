"""The teacher's desk: grade everything that was found, student by student, and write it down as it goes."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from samestory.teach.decisions import Decisions
from samestory.teach.grade import grade
from samestory.teach.handin.merge import LAST, AttemptPolicy
from samestory.teach.handin.submissions import HandedIn
from samestory.teach.keys import Keys
from samestory.teach.report.feedback import page
from samestory.teach.report.gradebook import GradeLine, closing, entry, grades_table, line, opening
from samestory.teach.report.outbox import Outbox
from samestory.teach.report.plain import harmless
from samestory.teach.report.scores import Scores
from samestory.teach.row import Row
from samestory.teach.site.match import GradedStudent
from samestory.teach.site.roster_sheet import against_list
from samestory.teach.site.sheet import TableSheet


def grade_all(
    found: HandedIn,
    keys: Keys,
    outbox: Outbox,
    now: float | None = None,
    bar: bool = False,
    policy: AttemptPolicy = LAST,
    roster: TableSheet | None = None,
    decisions: Decisions | None = None,
) -> tuple[Counter[str], list[str]]:
    """Write `grades.csv`, `results.json` and a page for each student.

    Returns how many rows have which status, and a line for each that a person should look at. Memory holds one
    student's files at a time, and the cells of the table. Who of the `roster` handed nothing in has a row too.
    """
    from tqdm import tqdm

    counts: Counter[str] = Counter()
    looks: list[str] = []
    lines: list[GradeLine] = []
    lessons: set[str] = set()
    classes: dict[str, Scores] = {}
    seen: dict[GradedStudent, None] = {}
    with outbox.stream("results.json") as results, tqdm(total=len(found.submissions), disable=not bar) as progress:
        # The results end with a checksum of all that stands above it, so it is reckoned while they are written.
        above = hashlib.sha256()

        def tell(text: str) -> None:
            above.update(text.encode())
            results.write(text.encode())

        tell(opening(keys))
        for rows in grade(found.submissions, keys, now, policy, decisions):
            seen[GradedStudent(rows[0].student, rows[0].id, rows[0].section)] = None
            name = outbox.page_name(_named(rows[0]))
            outbox.write(name, page(rows).encode())
            # A file that holds several lessons is in several rows: the bar counts it once.
            progress.update(len({file.name for row in rows for file in row.files}))
            for row in rows:
                tell(",\n" * bool(lines) + entry(row, name))
                lines.append(line(row))
                lessons.add(row.lesson)
                if any(one.chosen for one in row.graded):
                    classes[row.lesson] = classes.get(row.lesson, Scores()).plus(row)
                counts[row.status] += 1
                if row.status in ("needs a look", "unreadable"):
                    why = next((note.text for note in row.notes if note.look), "")
                    looks.append(harmless(f"{_named(row)}: {row.status}. {why}").replace("\n", " "))
        for row in _missing(roster, seen, looks):
            tell(",\n" * bool(lines) + entry(row, ""))
            lines.append(line(row))
            counts[row.status] += 1
        # The table comes last: its columns are the exercises of the lessons that turned up.
        content = grades_table(lines, lessons, keys)
        tell(closing(found.ignored, hashlib.sha256(content).hexdigest(), classes, above))
    outbox.write("grades.csv", content)
    return counts, looks


def _missing(roster: TableSheet | None, seen: Iterable[GradedStudent], looks: list[str]) -> list[Row]:
    """A row for each of the class list who handed nothing in; who is not on it, or twice, is worth a look."""
    if roster is None:
        return []
    found = against_list(roster, seen)
    for some, what in ((found.not_listed, "not on the class list"), (found.unclear, "fits several of the class list")):
        looks += [harmless(f"{one.student}: {what}.") for one in some]
    return [Row(one.student, one.id, (), "", "nothing handed in", (), ()) for one in found.missing]


def _named(row: Row) -> str:
    """The student, with the section where there is one: one name may be in two."""
    return f"{row.student} ({row.section})" if row.section else row.student
