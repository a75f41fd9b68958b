"""Find the students of a class in a course site's table, by the site's number or by name, whatever its headers say."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samestory.teach.site.sheet import SheetCell, TableSheet
from samestory.words.fold import fold

# It takes `Participant 12345` of Moodle, in any language (`Teilnehmer/in12345`), and `12345`; it leaves `7b` and
# `ana1@x.example`.
SITE_NUMBER = re.compile(r"(?P<label>[^\W\d_][^\d@]{0,40})?(?P<number>\d{1,19})")
# Letters that no accent parts into two, and joiners, which one site keeps and another does not.
_SPELLED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "\u200c": None, "\u200d": None})


@dataclass(frozen=True, slots=True)
class GradedStudent:
    """A student of the gradebook: `id` is the site's number, or empty."""

    student: str
    id: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The row of each student who was found, those who weren't, those whom two rows fit, and rows of nobody."""

    rows: Mapping[GradedStudent, int]
    unknown: tuple[GradedStudent, ...]
    unclear: tuple[GradedStudent, ...]
    nobody: tuple[int, ...]


def match_students(sheet: TableSheet, students: Iterable[GradedStudent]) -> Matched:
    """Find each student's row: by number where a column holds the numbers, else by name.

    A name may stand in one column or in two (first and last name), in either order, with or without a comma. Two
    students or two rows of one name are never guessed at.
    """
    known = list(dict.fromkeys(students))
    by_number = _column_of_numbers(sheet, known)
    by_name = _names(sheet)
    claims: dict[int, list[GradedStudent]] = {}
    unknown: list[GradedStudent] = []
    unclear: list[GradedStudent] = []
    for one in known:
        rows = by_number.get(one.id, []) if one.id else []
        rows = rows or by_name.get(name_key(one.student), [])
        if len(rows) == 1:
            claims.setdefault(rows[0], []).append(one)
        else:
            (unclear if rows else unknown).append(one)
    found = {who[0]: row for row, who in claims.items() if len(who) == 1}
    unclear += [one for who in claims.values() if len(who) > 1 for one in who]
    taken = set(claims)
    nobody = tuple(at for at in student_rows(sheet) if at not in taken)
    return Matched(found, tuple(unknown), tuple(unclear), nobody)


def name_key(name: str) -> str:
    """A name as it is compared: its words in alphabetical order, without marks, accents and case.

    >>> name_key("Lee, Ana-María") == name_key("ana maria LEE")
    True
    """
    spelled = unicodedata.normalize("NFKD", fold(name).casefold().translate(_SPELLED))
    plain = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    return " ".join(sorted(re.findall(r"\w+", plain)))


def squeezed(name: str) -> str:
    """A name as Canvas puts it into a file's: letters alone, in their order."""
    return "".join(re.findall(r"[^\W_]", fold(name)))


def student_rows(sheet: TableSheet) -> list[int]:
    """The numbers of the rows that are students': not the header, and none without a name or a number.

    Canvas puts `Points Possible` and notes on a column into rows of their own, with no number in them.
    """
    return [at for at, row in enumerate(sheet.rows) if at and _is_students(row, len(sheet.rows[0]))]


def _is_students(row: Sequence[SheetCell], width: int) -> bool:
    # A cell too many may be half a name, with all cells behind it out of step.
    return 1 < len(row) <= width and not is_heading(row)


def is_heading(row: Sequence[SheetCell]) -> bool:
    """Whether a row is part of the heading: Canvas indents what it says of all, and leaves name and number empty."""
    # One empty cell is no sign: where first and last name are apart, some people have but one of them.
    return row[0].text.startswith("    ") or not any(cell.text.strip() for cell in row[:2])


def _column_of_numbers(sheet: TableSheet, known: Sequence[GradedStudent]) -> dict[str, list[int]]:
    """The rows by number, from the column that holds most of the class's numbers."""
    asked = {one.id for one in known if one.id}
    best: dict[str, list[int]] = {}
    students = student_rows(sheet)
    for column in range(len(sheet.rows[0])):
        found: dict[str, list[int]] = {}
        for at in students:
            number = SITE_NUMBER.fullmatch(text_at(sheet, at, column).strip())
            if number and number["number"] in asked:
                found.setdefault(number["number"], []).append(at)
        # A column of marks may hold a few of the numbers by chance, and some of them twice.
        if len(found) > len(best) and all(len(rows) == 1 for rows in found.values()):
            best = found
    return best if 2 * len(best) > len(asked) else {}


def _names(sheet: TableSheet) -> dict[str, list[int]]:
    """The rows by every name that they may bear: a cell of words, or two side by side."""
    rows: dict[str, list[int]] = {}
    for at in student_rows(sheet):
        cells = [cell.text for cell in sheet.rows[at][:6]]
        texts = [*cells, *(" ".join(pair) for pair in pairwise(cells))]
        keys = {name_key(text) for text in texts} | {squeezed(text) for text in texts}
        keys |= {squeezed(" ".join(reversed(text.split(", ")))) for text in cells}
        for key in keys - {""}:
            rows.setdefault(key, []).append(at)
    return rows


def text_at(sheet: TableSheet, row: int, column: int) -> str:
    """The text of a cell; empty where the row ends before it."""
    cells = sheet.rows[row]
    return cells[column].text if column < len(cells) else ""
