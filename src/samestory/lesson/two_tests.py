"""The two tests side by side, as far as both are checked: counts, and how well faults were told from sound passages."""

from typing import TYPE_CHECKING

from samestory.course import load_shipped
from samestory.exercise.parts.discernment import discernment
from samestory.lesson.table import Table, table
from samestory.lesson.waiting import first

if TYPE_CHECKING:
    from samestory.exercise import Exercise

HEADS = ["When", "Form", "Caught", "Noticed", "Rightly trusted", "d′", "c"]
NOTHING_YET = "There is nothing to lay side by side before both tests are checked with no item left empty."


def two_tests() -> Table | None:
    """Return the table of both forms out of the answers that this notebook knows; where one is missing, print that.

    Of a form the first check with no item left empty counts; d′ takes a fault that was noticed under another name as a
    hit.
    """
    import pandas as pd

    course = load_shipped()
    forms = [one for one in course.exercises.values() if one.card.once]
    # A row begins with the time of its answer, so this is the order in which the forms were taken.
    rows = sorted(row for row in map(_row, forms) if row)
    if not rows or len(rows) < len(forms):
        print(NOTHING_YET)
        return None
    return table(pd.DataFrame(rows, columns=HEADS), "Your two tests")


def _row(form: "Exercise") -> tuple[str, ...] | None:
    record = first(form)
    if record is None:
        return None
    scores = {one.name: (one.count, one.of) for one in form.verdict(record.answer).measures}
    noticed = scores.get("noticed", (0, 0))[0]
    (caught, faults), trusted = scores["caught"], scores["trusted"]
    found = discernment((caught + noticed, faults), trusted)
    if found is None:
        return None
    counts = (f"{caught} of {faults}", str(noticed), f"{trusted[0]} of {trusted[1]}")
    return (record.when, form.card.id[-1].upper(), *counts, f"{found.d_prime:.2f}", f"{found.bias:+.2f}")
