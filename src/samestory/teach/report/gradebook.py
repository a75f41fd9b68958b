"""The two tables of results: `grades.csv` for people and spreadsheets, `results.json` for programs.

`results.json` holds one object; the lists that can be long have an element a line:

    {"schema": 1, "made_by": "samestory grade", "samestory": "0.1.0",
     "exercises": [{"exercise", "lesson", "kind", "points", "extra", "counts", "assigned", "fingerprint", "key"}],
     "submissions": [
       {"student", "section" ("" where there are none), "id",
        "lesson" (a form of a test has a row of its own: "tests: test-a"),
        "handed_in": the site's time of the latest file, "2026-03-01T10:00:00Z", or "",
        "late": true where the site says that a file was, or its time is after `--due`,
        "status": "graded" | "nothing answered" | "needs a look" | "unreadable",
        "points", "of", "percent" (null where nothing is to be had),
        "caught", "caught_of", "trusted", "trusted_of",
        "d_prime", "bias" (over what was answered; null without both faults and sound passages),
        "noticed" (faults taken for a fault of another kind, beside those caught),
        "after": {"caught", "trusted", "noticed"} as last checked, and "hints": open before the first looks,
        "files": [{"file", "sha256" ("" if it could not be opened), "bytes", "problem"}],
        "feedback": "feedback/<student>.html",
        "notes": [{"text", "look"}],
        "remarks": [a teacher's own, from the decisions],
        "graded": [{"exercise", "state", "points", "of", "excused" (why, or ""), "headline",
                    "measures": [{"name", "count", "of"}],
                    "parts": [{"id", "outcome", "earned", "possible"}],
                    "first": null, or {"when", "hints", "sure"} of the first look; where that was another answer than
                             the record's, its {"answer", "points", "measures", "parts"} too,
                    "file", "origin": "output" | "call" | "kept" | "saved" (on a page of the book) | null,
                    "record": the record as it was read, or null}],
        "unknown": [records of exercises that there was no key to]}],
     "lessons": [{"lesson", "students", "caught", "caught_of", "trusted", "trusted_of", "noticed", "d_prime", "bias"}],
     "ignored": [files that systems leave lying about],
     "files": {"grades.csv": its SHA-256, "results.json": the SHA-256 of all that stands before "files"}}

All scores of submissions and lessons, `d_prime` and `bias` are those of first looks, before any feedback; points are
those of the answer that counts. `sure` is false where an edition before 0.1.1 kept the last check alone.
A submission's `caught_of` and `trusted_of` are all that there is in the lesson; the `of` of a measure, and those of
`lessons`, are what was answered. `caught`, `noticed` (where there is one) and `trusted` count faults and sound passages
alone; a matrix has `spoken` and `silent`. For d' and c a fault that was noticed is found, whatever it was taken for.
Where `counts` is false, for an extra exercise or a check of words, the points are in no sum. `fingerprint` names the
version of what learners were shown, `key` that of the key; the parts' explanations are in the key and not repeated. The
same submissions and keys give the same bytes.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from samestory import __version__
from samestory.exercise import Verdict
from samestory.exercise.parts.discernment import Discernment
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.plain import cell, first_few
from samestory.teach.report.scores import Scores
from samestory.teach.row import Graded, Row

RESULTS_SCHEMA = 1
MADE_BY = "samestory grade"
GRADE_COLUMNS = (
    *("student", "id", "files", "lesson", "points", "of", "percent"),
    *("caught", "caught_of", "trusted", "trusted_of", "status", "notes", "section", "handed_in", "late"),
    *("caught_after", "trusted_after", "hints_first"),
)
GradeLine = tuple[list[str], dict[str, str]]


def percent(row: Row) -> float | None:
    """The share of the points, from 0 to 100 with one decimal; None where there are none to be had."""
    return round(100 * row.points / row.of, 1) if row.of else None


def line(row: Row) -> GradeLine:
    """A row as the cells of its columns, and the points for each exercise that was answered."""
    share = percent(row)
    fixed = [
        *(row.student, row.id, first_few([file.name for file in row.files], "; "), row.lesson),
        *(f"{row.points:g}", f"{row.of:g}", "" if share is None else f"{share:g}"),
        *(str(count) for name in ("caught", "trusted") for count in row.measured(name)),
        *(row.status, " ".join(note.text for note in row.notes), row.section, row.handed_in),
        "yes" if row.late else "",
        *(str(row.found_after(name)[0]) for name in ("caught", "trusted")),
        str(row.hints_first),
    ]
    # No 0 for what is missing: an empty cell tells it from an answer that earned nothing.
    points = {
        one.keyed.exercise.card.id: f"{one.verdict.points:g}"
        for one in row.graded
        if one.verdict.state != "not attempted"
    }
    return [cell(text) for text in fixed], points


class GradesTable:
    """The table as RFC 4180 has it, in UTF-8 with the mark that makes Excel read it so, a row at a time.

    A column for each exercise of the lessons; an empty cell: not answered, or of another lesson.
    """

    def __init__(self, lessons: Iterable[str], keys: Keys) -> None:
        self._exercises = [one.exercise.card.id for lesson in sorted(lessons) for one in keys.rows.get(lesson, ())]
        self._text = io.StringIO(newline="")
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._writer.writerow([*GRADE_COLUMNS, *self._exercises])

    def add(self, one: GradeLine) -> None:
        """Add a row."""
        fixed, points = one
        self._writer.writerow([*fixed, *(points.get(name, "") for name in self._exercises)])

    def content(self) -> bytes:
        """The whole of it."""
        return self._text.getvalue().encode("utf-8-sig")


def opening(keys: Keys) -> str:
    """The beginning of `results.json`, up to the first submission."""
    head = {"schema": RESULTS_SCHEMA, "made_by": MADE_BY, "samestory": __version__}
    exercises = ",\n".join(_json(_exercise(one)) for one in keys.by_id.values())
    # The object stays open: what was handed in is added line by line.
    return f'{_json(head)[:-1]},\n"exercises": [\n{exercises}],\n"submissions": [\n'


def entry(row: Row, feedback: str) -> str:
    """A row as an element of `submissions`, on one line."""
    (caught, caught_of), (trusted, trusted_of) = row.measured("caught"), row.measured("trusted")
    return _json(
        {
            "student": row.student,
            "section": row.section,
            "id": row.id,
            "lesson": row.lesson,
            "handed_in": row.handed_in,
            "late": row.late,
            "status": row.status,
            "points": row.points,
            "of": row.of,
            "percent": percent(row),
            "caught": caught,
            "caught_of": caught_of,
            "trusted": trusted,
            "trusted_of": trusted_of,
            **_discerned(row.discerned),
            "noticed": row.found("noticed")[0],
            "after": {name: row.found_after(name)[0] for name in ("caught", "trusted", "noticed")},
            "hints": row.hints_first,
            "files": [
                {"file": one.name, "sha256": one.sha256, "bytes": one.size, "problem": one.problem} for one in row.files
            ],
            "feedback": feedback,
            "notes": [asdict(note) for note in row.notes],
            "remarks": list(row.remarks),
            "graded": [_graded(one) for one in row.graded],
            "unknown": [record.to_json() for record in row.unknown],
        }
    )


def closing(
    ignored: Sequence[str],
    table_sha256: str,
    classes: Mapping[str, Scores] | None = None,
    above: "hashlib._Hash | None" = None,
) -> str:
    """The end of `results.json`, after the last submission; `classes` are the scores of everybody, by lesson.

    `above` is the SHA-256 of what was written so far: by the sums the next run sees what a person has changed.
    """
    lessons = ",\n".join(_json(_class(name, scores)) for name, scores in sorted((classes or {}).items()))
    text = f'],\n"lessons": [\n{lessons}],\n"ignored": {_json(list(ignored))},\n'
    whole = above.copy() if above else hashlib.sha256()
    whole.update(text.encode())
    return f'{text}"files": {_json({"grades.csv": table_sha256, "results.json": whole.hexdigest()})}}}\n'


def _class(lesson: str, scores: Scores) -> dict[str, Any]:
    counts = asdict(scores)
    return {"lesson": lesson, **counts, **_discerned(scores.discerned)}


def _discerned(found: Discernment | None) -> dict[str, float | None]:
    """d' and c to four decimals, which is far more than so few items can tell."""
    if found is None:
        return {"d_prime": None, "bias": None}
    return {"d_prime": round(found.d_prime, 4), "bias": round(found.bias, 4)}


def _exercise(one: Keyed) -> dict[str, Any]:
    card = one.exercise.card
    return {
        "exercise": card.id,
        "lesson": card.lesson,
        "kind": card.kind,
        "points": card.points,
        "extra": card.extra,
        "counts": one.exercise.counts,
        "assigned": one.assigned,
        "fingerprint": one.fingerprint,
        "key": one.key_version,
    }


def _graded(one: Graded) -> dict[str, Any]:
    verdict, chosen = one.verdict, one.chosen
    return {
        "exercise": one.keyed.exercise.card.id,
        "state": verdict.state,
        "points": verdict.points,
        "of": verdict.of,
        "excused": one.excused,
        "headline": verdict.headline,
        **_counts(verdict),
        "first": _first(one),
        "file": chosen.file if chosen else None,
        "origin": chosen.found.origin if chosen else None,
        "record": chosen.found.record.to_json() if chosen else None,
    }


def _counts(verdict: Verdict) -> dict[str, Any]:
    return {
        "measures": [{"name": m.name, "count": m.count, "of": m.of} for m in verdict.measures],
        "parts": [
            {"id": p.id, "outcome": p.outcome, "earned": p.earned, "possible": p.possible} for p in verdict.parts
        ],
    }


def _first(one: Graded) -> dict[str, Any] | None:
    if one.chosen is None or one.verdict.state != "graded":
        return None
    look = one.chosen.first
    found = {"when": look.when, "hints": look.hints, "sure": look.sure}
    return found | ({"answer": look.answer, "points": one.first.points, **_counts(one.first)} if one.first else {})


def _json(value: Any) -> str:
    # Escaped, for half of a surrogate pair in a file's name can't be written as UTF-8.
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(", ", ": "))
