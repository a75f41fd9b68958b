"""The two tests side by side, as far as both are checked: counts, and how well faults were told from sound passages."""

from typing import TYPE_CHECKING

from samestory.answer import Record
from samestory.course import load_shipped
from samestory.exercise.parts.calibration import calibration
from samestory.exercise.parts.discernment import chance_range, discernment
from samestory.lesson.table import Table, table
from samestory.lesson.waiting import first

if TYPE_CHECKING:
    from samestory.exercise import Exercise

HEADS = ["When", "Form", "Caught", "Noticed", "Rightly trusted", "d′", "By guessing", "c"]
SURE_HEADS = ["Sure, in 100", "Right"]
NOTHING_YET = "There is nothing to lay side by side before both tests are checked with no item left empty."


def two_tests() -> Table | None:
    """Return the table of both forms out of the answers that this notebook knows; where one is missing, print that.

    Of a form the first check with no item left empty counts; d′ takes a fault that was noticed under another name as a
    hit. Beside it stands the range that guessing gives to nine in ten. Where both forms of today are not there and
    those of an earlier edition are, the table is of these.
    """
    import pandas as pd

    course = load_shipped()
    plan = course.syllabus
    # A row begins with the time of its answer, so this is the order in which the forms were taken.
    rows, earlier = (
        sorted(row for name in names if (row := _row(course.exercise(name))))
        for names in (plan.forms(), plan.earlier_forms())
    )
    if len(rows) < len(plan.forms()):
        rows = earlier if len(earlier) == len(plan.earlier_forms()) else []
    if not rows:
        print(NOTHING_YET)
        return None
    return table(pd.DataFrame(rows, columns=[*HEADS, *SURE_HEADS][: len(rows[0])]), "Your two tests")


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
    chance = chance_range(faults, trusted[1])
    told = (f"{found.d_prime:.1f}", f"{-chance:.1f} to {chance:.1f}", f"{found.bias:+.1f}")
    return (record.when, form.card.id[-1].upper(), *counts, *told, *_sureness(form, record))


def _sureness(form: "Exercise", record: Record) -> tuple[str, ...]:
    """How sure the learner was on the average, and how often that was right; nothing where it was not asked for."""
    sure = dict(form.parse(record.answer).sure.pairs)
    right = {part.id: part.outcome == "right" for part in form.verdict(record.answer).parts}
    found = calibration((step, right[name]) for name, step in sure.items())
    return (str(found.said), f"{found.right} of {found.of}") if found else ()
