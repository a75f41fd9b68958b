"""What grading one student came to, as plain values: from one process to another, and to a file that outlives both."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from samestory.teach.report.gradebook import GradeLine, entry, line
from samestory.teach.report.plain import harmless
from samestory.teach.report.scores import Scores
from samestory.teach.row import Row, Status
from samestory.teach.site.match import GradedStudent


@dataclass(frozen=True, slots=True)
class StudentResult:
    """The lines that one student adds to the tables, and what there is to tell of them.

    `entries` belong into `results.json`, `lines` into `grades.csv`, `lessons` and `statuses` are those of the rows.
    `scores` are by lesson, `looks` what a person should see, `used` which decisions changed something. `files` were
    read, and `set_aside` names what was kept of an earlier run.
    """

    who: GradedStudent
    entries: tuple[str, ...]
    lines: tuple[GradeLine, ...]
    lessons: tuple[str, ...]
    statuses: tuple[Status, ...]
    scores: Mapping[str, Scores]
    looks: tuple[str, ...]
    files: int
    set_aside: tuple[str, ...] = ()
    used: Mapping[int, Sequence[str]] | None = None

    def to_json(self) -> str:
        """On one line, in ASCII."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "StudentResult":
        """Read what `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        plain = json.loads(text)
        return cls(
            who=GradedStudent(**plain["who"]),
            entries=tuple(plain["entries"]),
            lines=tuple((fixed, points) for fixed, points in plain["lines"]),
            lessons=tuple(plain["lessons"]),
            statuses=tuple(plain["statuses"]),
            scores={name: Scores(**counts) for name, counts in plain["scores"].items()},
            looks=tuple(plain["looks"]),
            files=plain["files"],
            set_aside=tuple(plain["set_aside"]),
            used={int(number): names for number, names in (plain["used"] or {}).items()},
        )


def student_result(rows: Sequence[Row], page: str) -> StudentResult:
    """Return what the rows of one student, whose feedback is in `page` (empty: in none), add to the tables."""
    first = rows[0]
    scores: dict[str, Scores] = {}
    for row in rows:
        if any(one.chosen for one in row.graded):
            scores[row.lesson] = scores.get(row.lesson, Scores()).plus(row)
    return StudentResult(
        who=GradedStudent(first.student, first.id, first.section),
        entries=tuple(entry(row, page) for row in rows),
        lines=tuple(line(row) for row in rows),
        lessons=tuple(row.lesson for row in rows),
        statuses=tuple(row.status for row in rows),
        scores=scores,
        looks=tuple(_look(row) for row in rows if row.status in ("needs a look", "unreadable")),
        # A file that holds several lessons is in several rows, and counts once.
        files=len({file.name for row in rows for file in row.files}),
    )


def _look(row: Row) -> str:
    why = next((note.text for note in row.notes if note.look), "")
    return harmless(f"{shown_name(row.student, row.section)}: {row.status}. {why}").replace("\n", " ")


def shown_name(student: str, section: str) -> str:
    """The student, with the section where there is one: one name may be in two."""
    return f"{student} ({section})" if section else student
