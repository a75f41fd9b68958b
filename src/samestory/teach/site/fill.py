"""Put the points of a lesson into the empty column of a course site's table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samestory.exercise.verdict import rounded
from samestory.teach.site.match import GradedStudent, Matched, is_heading, match_students, student_rows
from samestory.teach.site.sheet import SheetError, TableSheet

# It takes `20`, `20.00` and `20,00`; it leaves `20 %` and an empty cell.
_MAXIMUM = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?")


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
    at = _column(sheet, column)
    matched = match_students(sheet, scores)
    cells, kept = {}, []
    maximum, comma = _maximum(sheet, at), _has_commas(sheet)
    for student, row in matched.rows.items():
        if at >= len(sheet.rows[row]) or sheet.rows[row][at].text.strip() not in ("", "-"):
            kept.append(student)
            continue
        text = f"{_scaled(scores[student], maximum):g}"
        cells[row, at] = text.replace(".", ",") if comma else text
    return FilledSheet(sheet.filled(cells), sheet.rows[0][at].text, maximum, matched, tuple(kept))


def _scaled(score: Score, maximum: float | None) -> float:
    if maximum is None or maximum == score.of or not score.of:
        return score.points
    return rounded(score.points / score.of * maximum)


def _column(sheet: TableSheet, name: str) -> int:
    heads = [cell.text for cell in sheet.rows[0]]
    if name:
        # Canvas puts its own number behind the name of an assignment: `Lesson 7 (12345)`.
        found = [at for at, head in enumerate(heads) if head == name or head.partition(" (")[0] == name]
        if len(found) != 1:
            many = "no column" if not found else f"{len(found)} columns"
            raise SheetError(f"The table has {many} called {name!r}. Its columns: {', '.join(heads)}.")
        return found[0]
    empty = [at for at, head in enumerate(heads) if head.strip() and _is_empty(sheet, at)]
    # Moodle's sheet has empty columns for remarks too, and says the most that can be given beside the grade alone.
    graded = [at for at in empty if _maximum(sheet, at)]
    if len(empty) == 1 or len(graded) == 1:
        return (graded if len(graded) == 1 else empty)[0]
    if not empty:
        raise SheetError("No column of the table is empty: name the one to fill with --column.")
    raise SheetError(f"Several columns are empty: name one with --column: {', '.join(heads[at] for at in empty)}.")


def _is_empty(sheet: TableSheet, column: int) -> bool:
    rows: Sequence[int] = student_rows(sheet)
    return bool(rows) and all(
        column < len(sheet.rows[at]) and sheet.rows[at][column].text.strip() in ("", "-") for at in rows
    )


def _maximum(sheet: TableSheet, column: int) -> float | None:
    """The most that the column takes: in a row of the heading, as Canvas has it, or right of it, as Moodle has it."""
    above = [cells[column].text for cells in sheet.rows[1:] if column < len(cells) and is_heading(cells[0].text)]
    beside = {_right_of(sheet, at, column) for at in student_rows(sheet)}
    # A maximum is the same for all; a column of grades is not.
    for text in [*above, *(beside if len(beside) == 1 else [])]:
        if _MAXIMUM.fullmatch(text.strip()) and (found := float(text.strip().replace(",", "."))):
            return found
    return None


def _right_of(sheet: TableSheet, row: int, column: int) -> str:
    cells = sheet.rows[row]
    return cells[column + 1].text if column + 1 < len(cells) else ""


def _has_commas(sheet: TableSheet) -> bool:
    """Whether numbers have a decimal comma here: only where cells are not parted by commas, and one shows it."""
    if sheet.separator == ",":
        return any("," in cell.text and _MAXIMUM.fullmatch(cell.text.strip()) for row in sheet.rows for cell in row)
    texts = [cell.text.strip() for row in sheet.rows for cell in row]
    numbers = [text for text in texts if _MAXIMUM.fullmatch(text)]
    return any("," in text for text in numbers) or (sheet.separator == ";" and not any("." in text for text in numbers))
