"""Show an exercise in a cell, check an answer given as a plain value, open a hint or the solution."""

from pathlib import Path
from typing import Any

from samestory.answer import MIME, Record, keep
from samestory.course import load_shipped
from samestory.exercise import Exercise, Verdict
from samestory.lesson.finding import find
from samestory.lesson.restoring import restored
from samestory.lesson.running import NO_LIMIT, has_limit, is_run, run_here, told
from samestory.lesson.waiting import before, checked, first, waits

PRACTICE = "Your first complete check is what counts. This one is practice, and is not kept."
# A check in another cell brings the widget up to date by this; an older one of the same exercise is not followed.
_shown: dict[str, Any] = {}  # the newest widget of each exercise that this kernel has shown


def exercise(name: str) -> None:
    """Show the exercise `name` with the answer given before, if there is one.

    Raises UnknownError, which names the nearest ids, if there is no such exercise.
    """
    one = find(name)
    show(one, number_in_lesson(one))


def show(one: Exercise, number: int, place: str = "") -> None:
    """Show an exercise under this number; `place` is what a host that draws no widgets shows instead of its own."""
    from IPython.display import display

    from samestory.widget.exercise_widget import ExerciseWidget
    from samestory.widget.kept_line import KeptLine

    # Of a test the first complete answer counts, so that one is shown even if a newer one is kept.
    record = first(one) or restored(one.card.id)
    readable = record is not None and _answers(record, one)
    line = KeptLine(number, record, readable)

    def keep_answer(record: Record) -> None:
        line.keep(record, _keep_beside(record))

    # The line below holds it all the same: a new edition of an exercise must not cost an answer to the old one.
    given = record if readable else None
    widget = ExerciseWidget(one, number, given, keep_answer, line.redraw, lambda: waits(one), place)
    _shown[one.card.id] = widget
    display(widget)
    line.handle = display(line.bundle(), raw=True, display_id=True)


def check(name: str, answer: object, incomplete: bool = False) -> "Report":
    """Grade `answer` to the exercise `name` and keep it, as the exercise's own Check does.

    The answer is a plain value: a text, an option's letter, a dict of items and groups, or a list of
    (phrase, label) pairs. A function that an exercise asks for is run here, on the exercise's inputs; the values
    that it returns are the answer. What comes back prints as feedback, and its cell's output holds the record.

    Of a test the first complete check counts: an answer with empty items is not checked, unless it is to be checked
    `incomplete`, and after a complete check a later one is practice.
    """
    from samestory.widget.exercise_widget import judged, record_of, said_of_first

    one = find(name)
    if is_run(one.view(), answer):
        if not has_limit():
            print(NO_LIMIT)  # before it runs: afterwards nobody would need it
        answer = run_here(one.view(), answer)  # type: ignore[arg-type]
        if one.card.mode == "assigned":
            print(told(one.view(), answer))  # nothing else says what went wrong
    counted = first(one)
    # The counted answer given once more is no practice: its verdict may have been kept back the first time.
    practice = counted is not None and one.parse(answer) != one.parse(counted.answer)
    verdict = judged(one, answer, waits(one), practice)
    if verdict.state in ("not attempted", "unreadable"):
        return Report(one, verdict, None)
    gaps = one.gaps(answer) if one.card.once and not incomplete else ()
    if gaps:
        return Report(one, _asking(one, gaps), None)
    if counted:
        return Report(one, verdict, counted, PRACTICE if practice else "")
    # No hints are counted here: `hint` is called by name, and nobody knows for which answer.
    record = record_of(one, one.parse(answer), 0, before(one))
    trouble = _keep_beside(record)
    if trouble:
        print(trouble)
    _show_anew(record)
    return Report(one, verdict, record, look=said_of_first(one, record, waits(one)))


def _asking(one: Exercise, gaps: tuple[str, ...]) -> Verdict:
    """Say which items are empty, and how to go on; nothing is checked."""
    every, are = len(one.gaps(None)), "is" if len(gaps) == 1 else "are"
    said = (
        f"{len(gaps)} of {every} items {are} still empty: {', '.join(gaps)}. This answer is not checked yet. Complete "
        f'it, or check all the same: check("{one.card.id}", answer, incomplete=True).'
    )
    if one.view().get("sure"):
        said += f' An item has a group and how sure you are: {{"placed": {{...}}, "sure": {{"{gaps[0]}": "75"}}}}.'
    return Verdict("not attempted", 0.0, one.card.points, said)


def _show_anew(record: Record) -> None:
    """Bring what stands in this notebook up to date: the exercise itself, and those whose verdict waits for it."""
    if record.exercise in _shown:
        _shown[record.exercise].take(record)
    for widget in _shown.values():
        # Both forms of a test wait for each other, and each may have been opened by this answer.
        if record.exercise in widget.exercise.card.until:
            widget.look()


def hint(name: str, step: int = 1) -> str:
    """Return hint number `step` (from 1) of the exercise `name`, or say how many there are."""
    hints = find(name).card.hints
    return hints[step - 1] if 1 <= step <= len(hints) else f"There are {len(hints)} hints, from 1 to {len(hints)}."


def solution(name: str) -> "Report":
    """Return the solution of the exercise `name` with its explanations; a teacher has that of an assigned one."""
    one = find(name)
    if one.card.mode == "assigned":
        return Report(one, Verdict("recorded", 0.0, one.card.points, "Your teacher has the solution."), None)
    # Else the solution of one form would teach what the other one is about to measure.
    titles = ", ".join(f"“{other['title']}”" for other in waits(one))
    if titles:
        said = f"The solution shows when you have done {titles}."
        return Report(one, Verdict("recorded", 0.0, one.card.points, said), None)
    if one.card.once and first(one) is None:
        said = "The solution shows when you have checked an answer with no item left empty."
        return Report(one, Verdict("recorded", 0.0, one.card.points, said), None)
    return Report(one, one.solution(), None)


def _answers(record: Record, one: Exercise) -> bool:
    """True if the record answers this version of the exercise, in a form that can be read."""
    # A record that names no edition of the exercise gets the benefit of the doubt.
    same = record.spec in ("", one.fingerprint())
    return same and one.verdict(record.answer).state != "unreadable"


def number_in_lesson(one: Exercise) -> int:
    """Return the number of an exercise in its lesson, from 1 (1 for one that no shipped lesson has)."""
    names = [each.card.id for each in load_shipped().lesson(one.card.lesson)]
    return names.index(one.card.id) + 1 if one.card.id in names else 1


class Report:
    """A verdict as a cell shows it: text to read, and the record of the answer for whoever grades.

    `note` is said above the verdict, `look`, about the first look, below its headline.
    """

    def __init__(
        self, exercise: Exercise, verdict: Verdict, record: Record | None, note: str = "", look: str = ""
    ) -> None:
        self.exercise, self.verdict, self.record, self.note, self.look = exercise, verdict, record, note, look

    def __repr__(self) -> str:
        verdict = self.verdict
        lines = [verdict.headline]
        if verdict.state == "graded":
            points = f"{verdict.points:g} of {verdict.of:g} points" if self.exercise.has_points else "In no sum"
            lines[0] = f"{points}. {verdict.headline}"
        if self.look:
            lines.append(self.look)
        if self.note:
            lines.insert(0, self.note)
        for part in verdict.parts:
            sure = f" ({part.certainty})" if part.certainty else ""
            lines += ["", f"{part.heading}{sure}", f"    {part.said}"]
            lines += [f"    | {one.quote}\n    | {one.source}" for one in part.evidence]
        return "\n".join(lines)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        shown: dict[str, Any] = {"text/plain": repr(self)}
        if self.record:
            shown[MIME] = self.record.to_json()
        return shown


def _keep_beside(record: Record) -> str:
    """Keep the record beside the notebook too; return what to tell the learner if the folder can't be written."""
    # In memory first: where the folder refuses, this is what a waiting exercise learns it from.
    checked(record)
    try:
        keep(record, Path.cwd())
    except OSError as error:
        return f"It is kept nowhere else ({error.strerror}): save the notebook before you close it."
    return ""
