"""Put the points of a lesson into the empty column of a course site's table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from samestory.exercise.verdict import rounded
from samestory.teach.site.match import (
    SITE_NUMBER,
    GradedStudent,
    Matched,
    is_heading,
    match_students,
    student_rows,
    text_at,
)
from samestory.teach.site.sheet import SheetError, TableSheet

# It takes `20`, `20.00` and `20,00`; it leaves `20 %`, an empty cell, and `1,000`, which may be one or a thousand.
_MAXIMUM = re.compile(r"\d{1,6}(?:[.,](?:\d{1,2}|\d{4,5}))?")
# Canvas puts its own number behind the name of an assignment: it takes ` (991)`; it leaves ` (draft)`.
_CANVAS_NUMBER = re.compile(r" \(\d+\)$")


_NOTHING = ("", "-")


@dataclass(frozen=True, slots=True)
class Score:
    """What a student earned: points out of `of`."""

    points: float
    of: float


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """The table with its column filled, the column's name, its maximum where it says one, and who was found."""

    content: bytes
    column: str
    maximum: float | None
    matched: Matched
    kept: tuple[GradedStudent, ...]


def fill_sheet(sheet: TableSheet, scores: Mapping[GradedStudent, Score], column: str = "") -> FilledSheet:
    """Fill the column named `column`, or the only one that is empty for every student.

    Where the site names a maximum (Canvas in a row of its own, Moodle in a column beside the grade) and it is not
    ours, the share of the points is taken of it. A cell in which something stands already is left, and its student is
    among the `kept`. Raises SheetError where no column can be told, naming those to choose from.
    """
    maxima = _maxima(sheet)
    at = _column(sheet, column, maxima)
    matched = match_students(sheet, scores)
    cells, kept = {}, []
    maximum, comma = maxima.get(at), _has_commas(sheet)
    for student, row in matched.rows.items():
        if text_at(sheet, row, at).strip() not in _NOTHING:
            kept.append(student)
            continue
        text = f"{_scaled(scores[student], maximum):.10g}"
        cells[row, at] = text.replace(".", ",") if comma else text
    return FilledSheet(sheet.filled(cells), sheet.rows[0][at].text, maximum, matched, tuple(kept))


def _scaled(score: Score, maximum: float | None) -> float:
    if maximum is None or maximum == score.of or not score.of:
        return score.points
    return rounded(score.points / score.of * maximum)


def _column(sheet: TableSheet, name: str, maxima: Mapping[int, float]) -> int:
    heads = [cell.text for cell in sheet.rows[0]]
    if name:
        found = [at for at, head in enumerate(heads) if name in (head, _CANVAS_NUMBER.sub("", head))]
        if len(found) != 1:
            many = "no column" if not found else f"{len(found)} columns"
            raise SheetError(f"The table has {many} called {name!r}. Its columns: {', '.join(heads)}.")
        return found[0]
    students = student_rows(sheet)
    # Where a site says the most that can be given, a column without it is none for grades, such as one for remarks.
    open_to = [at for at, head in enumerate(heads) if head.strip() and (at in maxima or not maxima)]
    empty = [at for at in open_to if all(text_at(sheet, row, at).strip() in _NOTHING for row in students)]
    if len(empty) == 1:
        return empty[0]
    if not students:
        raise SheetError("No row of the table is a student’s and as long as the first line: export it anew.")
    if not empty:
        raise SheetError("No column for grades is empty: name the one to fill with --column.")
    raise SheetError(f"Several columns are empty: name one with --column: {', '.join(heads[at] for at in empty)}.")


def _maxima(sheet: TableSheet) -> dict[int, float]:
    """The most that each column takes: in a row of the heading, as Canvas has it, or right of it, as Moodle has it."""
    found: dict[int, float] = {}
    for row in sheet.rows[1:]:
        if is_heading(row):
            found |= {at: most for at, cell in enumerate(row) if (most := _most(cell.text))}
    students = student_rows(sheet)
    # Only in Moodle's own sheet, which begins with `Participant 9001`: elsewhere the column to the right is of grades.
    labels = (SITE_NUMBER.fullmatch(text_at(sheet, row, 0).strip()) for row in students)
    if students and all(one and one["label"] for one in labels):
        for at in range(len(sheet.rows[0]) - 1):
            beside = {text_at(sheet, row, at + 1) for row in students}
            if len(beside) == 1 and (most := _most(*beside)):
                found.setdefault(at, most)
    return found


def _most(text: str) -> float:
    """The number that a maximum is; 0 for what is none."""
    return float(text.strip().replace(",", ".")) if _MAXIMUM.fullmatch(text.strip()) else 0.0


def _has_commas(sheet: TableSheet) -> bool:
    """Whether numbers have a decimal comma here: only where cells are not parted by commas, and one shows it."""
    if sheet.separator == ",":
        return any("," in cell.text and _MAXIMUM.fullmatch(cell.text.strip()) for row in sheet.rows for cell in row)
    texts = [cell.text.strip() for row in sheet.rows for cell in row]
    numbers = [text for text in texts if _MAXIMUM.fullmatch(text)]
    return any("," in text for text in numbers) or (sheet.separator == ";" and not any("." in text for text in numbers))
