"""The exercise in a notebook: a few traits beside the front end, and the grading of what it sends."""

from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import traitlets

from samestory.answer import Record, now
from samestory.exercise import Exercise, Verdict
from samestory.exercise.parts.first_look import first_look_in_words
from samestory.exercise.parts.withheld import withheld
from samestory.widget.bundle import bundle, styles
from samestory.widget.element import Wait, placeholder


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, drawn by the same module that draws it on the page.

    The front end never receives the key: it sends an answer and gets a verdict back. `keep` is called with the
    record of every answer that could be read; `redraw` when the front end asks whether the output under the
    exercise still follows us, with the number that should appear there. `waits` says what has to be done before the
    verdict shows; `first` is what is said of the first look beside it; `place` is what hosts that draw no widgets
    show, if not the exercise's own place.
    """

    _esm = bundle()
    _css = styles()
    view = traitlets.Dict().tag(sync=True)
    number = traitlets.Int(1).tag(sync=True)
    record = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    verdict = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    waits: traitlets.List[Any] = traitlets.List().tag(sync=True)
    first = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        exercise: Exercise,
        number: int,
        record: Record | None,
        keep: Callable[[Record], None],
        redraw: Callable[[int], None],
        waits: Callable[[], list[Wait]] = list,
        place: str = "",
    ) -> None:
        self.exercise, self._keep, self._redraw, self._waiting = exercise, keep, redraw, waits
        self._place = place or placeholder(exercise, number)
        super().__init__(view=exercise.view(), number=number, record=record.to_json() if record else None)
        self.look()
        self.on_msg(self._received)

    def _received(self, _: Any, message: Any, __: Any) -> None:
        """Answer the front end's question; a message that is none of ours is passed over."""
        if not isinstance(message, dict):
            return
        kind, n = message.get("type"), message.get("n")
        if kind == "check":
            self.send({"type": "verdict", "n": n, **self._check(message)})
        elif kind == "solution" and self._may_show_the_solution():
            solution = self.exercise.solution().to_json()
            self.send({"type": "solution", "n": n, "text": self.exercise.card.solution, "verdict": solution})
        elif kind == "drawn" and isinstance(n, int):
            # The line first: once it has the reply, the front end looks whether this drawing has arrived.
            self._redraw(n)
            self.send({"type": "drawn", "n": n})
        elif kind == "look":
            self.look()
            self.send({"type": "looked", "n": n})

    def _may_show_the_solution(self) -> bool:
        card = self.exercise.card
        return card.mode == "practice" and not self._waiting() and (not card.once or self._counted())

    def _counted(self) -> bool:
        """True if the exercise measures once and the kept record, with no item left empty, is the one that counts."""
        record: Any = self.record
        return self.exercise.card.once and record is not None and self.exercise.left(record["answer"]) == 0

    def _is_practice(self, answer: Any) -> bool:
        """True if another answer than this one is the one that counts."""
        record: Any = self.record
        return self._counted() and answer != self.exercise.parse(record["answer"])

    def take(self, record: Record) -> None:
        """Show an answer that was checked elsewhere, such as in a cell of the learner's own, and keep it."""
        self._keep(record)
        self.record = record.to_json()
        self.look()

    def look(self) -> None:
        """Judge the kept answer anew: what it waits for may have been done elsewhere."""
        waits = self._waiting()
        record: Any = self.record
        shown: Any = judged(self.exercise, record["answer"], waits).to_json() if record else None
        with self.hold_sync():
            self.waits, self.verdict = waits, shown
            self.first = said_of_first(self.exercise, Record.from_json(record), waits)

    def _check(self, message: dict[str, Any]) -> dict[str, Any]:
        answer = self.exercise.parse(message.get("answer"))
        waits = self._waiting()
        verdict = judged(self.exercise, message.get("answer"), waits, self._is_practice(answer))
        # Neither an empty answer nor practice may take the place of the one that is kept.
        if verdict.state in ("not attempted", "unreadable") or self._counted():
            return {"verdict": verdict.to_json(), "record": self.record}
        before = Record.from_json(self.record)
        record = record_of(self.exercise, answer, message.get("hints"), before)
        self._keep(record)
        with self.hold_sync():
            self.waits, self.record, self.verdict = waits, record.to_json(), verdict.to_json()
            self.first = said_of_first(self.exercise, record, waits)
        return {"verdict": self.verdict, "record": self.record}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget's own bundle, with words and a place to fill for hosts that draw no widgets."""
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        text = f"Exercise {self.number}: {self.exercise.card.title}"
        return {**data, "text/plain": text, "text/html": self._place}, metadata


def judged(exercise: Exercise, raw: object, waits: Sequence[Wait] = (), practice: bool = False) -> Verdict:
    """Return the verdict that the learner sees: an assigned exercise is kept, and graded by the teacher.

    Of an exercise that measures once, what was right shows when no item is left empty, or when it was so before and
    this is `practice`.
    """
    verdict = exercise.verdict(raw)
    left = exercise.left(raw) if exercise.card.once and not practice else 0
    if exercise.card.mode == "practice" or verdict.state != "graded":
        return withheld(verdict, [one["title"] for one in waits], ", in a notebook of this folder", left, practice)
    return Verdict("recorded", 0.0, verdict.of, "Your answer is kept in this notebook. Your teacher grades it.")


def said_of_first(exercise: Exercise, record: Record | None, waits: Sequence[Wait] = ()) -> str:
    """Return what there is to say of the first look, beside a verdict that shows."""
    card = exercise.card
    # Where the first complete check counts, the card says so itself; an assigned exercise shows nothing of its key.
    if record is None or card.once or card.mode == "assigned" or waits:
        return ""
    look = record.first
    return first_look_in_words(exercise.verdict(look.answer).measures, look.hints, look.sure, record.earlier is None)


def record_of(exercise: Exercise, answer: Any, hints: object, before: Record | None = None) -> Record:
    """Return the record of an answer given now, which keeps the first look of the one `before`."""
    # It comes from the browser: anything but a small number is somebody’s invention.
    opened = hints if isinstance(hints, int) and 0 <= hints <= 99 else 0
    record = Record(exercise.card.id, exercise.fingerprint(), answer.to_json(), now(), opened)
    # Where no feedback was given, no check is after feedback.
    shows = exercise.card.mode == "practice" and not exercise.card.once
    return record.after(before if shows else None)
