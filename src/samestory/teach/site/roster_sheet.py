"""Hold a class list, as a course site exports it, against those who handed something in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from samestory.teach.site.match import SITE_NUMBER, GradedStudent, match_students, student_rows
from samestory.teach.site.sheet import TableSheet

# It takes `Lee, Ana` and `Müller`; it leaves `Participant 9001`, `ana@x.example` and an empty cell.
_NAME = re.compile(r"[^\W\d_][^\d@_]*")


@dataclass(frozen=True, slots=True)
class ClassList:
    """Who of the list is `missing`, and who handed in and is `not_listed` or fits several of its lines (`unclear`)."""

    missing: tuple[GradedStudent, ...]
    not_listed: tuple[GradedStudent, ...]
    unclear: tuple[GradedStudent, ...]


def against_list(sheet: TableSheet, students: Iterable[GradedStudent]) -> ClassList:
    """Compare a class list with the students of a gradebook."""
    matched = match_students(sheet, students)
    missing = tuple(_listed(sheet, row) for row in matched.nobody)
    # A line that somebody may stand for is not called missing, and neither is one without a name.
    names = tuple(one for one in missing if one.student)
    return ClassList(names, matched.unknown, matched.unclear)


def on_the_list(sheet: TableSheet) -> tuple[GradedStudent, ...]:
    """Return everybody on a class list."""
    return tuple(one for row in student_rows(sheet) if (one := _listed(sheet, row)).student)


def _listed(sheet: TableSheet, row: int) -> GradedStudent:
    texts = [cell.text.strip() for cell in sheet.rows[row]]
    names = [text for text in texts if _NAME.fullmatch(text)]
    first = next((at for at, text in enumerate(texts) if _NAME.fullmatch(text)), 0)
    name = names[0] if names else ""
    # First and last name may stand in two columns: then neither of them has a blank or a comma.
    beside = texts[first + 1] if first + 1 < len(texts) else ""
    if name and not re.search(r"[\s,]", name) and _NAME.fullmatch(beside) and len(beside) > 1:
        name = f"{name} {beside}"
    number = next((found["number"] for text in texts if (found := SITE_NUMBER.fullmatch(text))), "")
    return GradedStudent(name, number)
