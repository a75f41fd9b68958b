"""The class page: what to do in tomorrow's first ten minutes, and how every exercise served; one file, no network."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from samestory.course import Course
from samestory.teach.classroom.gain import Gain, gains, trust_change
from samestory.teach.classroom.misreading import FEWEST, Misreading, lower_end, misreadings
from samestory.teach.classroom.sitting import sittings
from samestory.teach.classroom.statistic import ENOUGH, LEAST_IN_GROUP
from samestory.teach.classroom.tally import ClassTally, ExerciseTally, RowTally, tally_of
from samestory.teach.classroom.wall import (
    LEAST_TOGETHER,
    StudentNames,
    is_for_the_wall,
    shown_choices,
    shown_sums,
)
from samestory.teach.keys import Keys
from samestory.teach.report.feedback import COLOURS, lesson_title
from samestory.teach.report.outbox import Outbox
from samestory.teach.report.plain import harmless
from samestory.teach.seal import GENERATOR
from samestory.template import rendered

_STYLE = COLOURS + (resources.files("samestory.teach.classroom") / "class.css").read_text(encoding="utf-8")
MOST_LISTED = 5  # passages most doubted, and faults most missed


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an exercise that many got wrong in one way: `count` of `of` students."""

    words: str
    title: str
    count: int
    of: int


def write_class_page(folder: Path, keys: Keys, course: Course, outbox: Outbox, with_keys: bool = False) -> str:
    """Write `class.html` from the `results.json` of a folder, or `class-with-keys.html`; return its name.

    Raises ResultsError for results that are not ours, OSError where the folder can't be written to.
    """
    tally = tally_of(sittings(folder / "results.json"), keys)
    name = "class-with-keys.html" if with_keys else "class.html"
    outbox.write(name, class_page(tally, course, with_keys).encode())
    return name


def class_page(tally: ClassTally, course: Course, with_keys: bool = False) -> str:
    """Return the page on a class as HTML. It names no student.

    What is asked in tests and assigned exercises, and what is right there, is on it only `with_keys`.
    """
    order = sorted(tally.rows, key=lambda name: (course.syllabus.place(name.partition(": ")[0]), name))
    rows = [tally.rows[name] for name in order]
    misread = misreadings(tally, with_keys=with_keys)
    students = {who for row in rows for who in row.students}
    names = StudentNames(student for _, student in students)
    page = rendered(
        "teach/classroom/class.html.j2",
        generator=GENERATOR,
        style=_STYLE,
        hash=base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode(),
        students=len(students),
        with_keys=with_keys,
        few=len(students) < LEAST_TOGETHER,
        rows=rows,
        sums=shown_sums(tally, names),
        misread=misread,
        questions=_questions(misread, course),
        trust=trust_change(tally, [name for name in order if name in course.lessons]),
        gains=gains(tally),
        missed=_hardest(rows, "missed", with_keys),
        doubted=_hardest(rows, "doubted", with_keys),
        is_shown=lambda one: with_keys or is_for_the_wall(one),
        chosen=lambda row, one, part: shown_choices(row, one, part, names),
        title=row_title,
        inner=lambda name: row_title(name)[:1].lower() + row_title(name)[1:],
        about=_about,
        order_said=_order_said,
        enough=ENOUGH,
    )
    return f"{harmless(page)}\n"


def _questions(misread: Sequence[Misreading], course: Course) -> list[tuple[str, str]]:
    """The plan's question for each lesson in which something was misread, with the lesson's name."""
    lessons = dict.fromkeys(one.row.partition(": ")[0] for one in misread)
    return [(row_title(name), ask.replace("*", "")) for name in lessons if (ask := course.syllabus.ask(name))]


def row_title(row: str) -> str:
    """A row's name as people say it.

    >>> row_title("tests: test-a"), row_title("03-three-accounts")
    ('Test: form A', 'Lesson 3: three accounts')
    """
    lesson, _, form = row.partition(": ")
    return f"Test: form {form.removeprefix('test-').upper()}" if form else lesson_title(lesson)


def _about(one: ExerciseTally) -> dict[str, str]:
    """What each part of an exercise is about, as its own solution says it."""
    solution = {part.id: part.about or part.heading for part in one.keyed.exercise.solution().parts}
    return {part: solution.get(part, "") for part in one.parts}


def _hardest(rows: Sequence[RowTally], outcome: str, with_keys: bool) -> list[Passage]:
    """The passages that most of those who looked at them took wrongly, with this outcome."""
    found = []
    for row in rows:
        for one in row.exercises.values():
            if not (one.keyed.exercise.has_points and (with_keys or is_for_the_wall(one))):
                continue
            about = _about(one)
            for part, who in one.parts.items():
                count = sum(choice.outcome == outcome for _, choice in who)
                if count >= FEWEST:
                    found.append(Passage(about[part], one.keyed.exercise.card.title, count, one.looked_at(part)))
    return sorted(found, key=lambda each: (-lower_end(each.count, each.of), each.words))[:MOST_LISTED]


def _order_said(gain: Gain) -> str:
    """Why there is no figure for a gain."""
    both = sum(gain.orders)
    if not both:
        return "Nobody has taken both forms yet."
    if min(gain.orders) == 0:
        return (
            f"All {both} who took both began with the same form. What one form is harder than the other can’t be told "
            "from what was learned, so there is no figure."
        )
    return (
        f"{gain.orders[0]} began with one form and {gain.orders[1]} with the other: with fewer than {LEAST_IN_GROUP} "
        "in either order there is no figure that means anything."
    )
