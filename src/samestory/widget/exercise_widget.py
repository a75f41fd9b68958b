"""The exercise in a notebook: a few traits beside the front end, and the grading of what it sends."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from samestory.answer import Record, now
from samestory.exercise import Exercise, Verdict
from samestory.widget.bundle import bundle, styles
from samestory.widget.element import placeholder


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, drawn by the same module that draws it on the page.

    The front end never receives the key: it sends an answer and gets a verdict back. `keep` is called with the
    record of every answer that could be read; `redraw` when the front end asks whether the output under the
    exercise still follows us, with the number that should appear there.
    """

    _esm = bundle()
    _css = styles()
    view = traitlets.Dict().tag(sync=True)
    number = traitlets.Int(1).tag(sync=True)
    record = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    verdict = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)

    def __init__(
        self,
        exercise: Exercise,
        number: int,
        record: Record | None,
        keep: Callable[[Record], None],
        redraw: Callable[[int], None],
    ) -> None:
        self._exercise, self._keep, self._redraw = exercise, keep, redraw
        super().__init__(
            view=exercise.view(),
            number=number,
            record=record.to_json() if record else None,
            verdict=judged(exercise, record.answer).to_json() if record else None,
        )
        self.on_msg(self._received)

    def _received(self, _: Any, message: Any, __: Any) -> None:
        """Answer the front end's question; a message that is none of ours is passed over."""
        if not isinstance(message, dict):
            return
        kind, n = message.get("type"), message.get("n")
        if kind == "check":
            self.send({"type": "verdict", "n": n, **self._check(message)})
        elif kind == "solution" and self._exercise.card.mode == "practice":
            solution = self._exercise.solution().to_json()
            self.send({"type": "solution", "n": n, "text": self._exercise.card.solution, "verdict": solution})
        elif kind == "drawn" and isinstance(n, int):
            self._redraw(n)
            self.send({"type": "drawn", "n": n})

    def _check(self, message: dict[str, Any]) -> dict[str, Any]:
        answer = self._exercise.parse(message.get("answer"))
        verdict = judged(self._exercise, message.get("answer"))
        if verdict.state in ("not attempted", "unreadable"):
            return {"verdict": verdict.to_json(), "record": self.record}
        record = record_of(self._exercise, answer, message.get("hints"))
        self._keep(record)
        self.record, self.verdict = record.to_json(), verdict.to_json()
        return {"verdict": self.verdict, "record": self.record}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget's own bundle, with words and a place to fill for hosts that draw no widgets."""
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        text = f"Exercise {self.number}: {self._exercise.card.title}"
        return {**data, "text/plain": text, "text/html": placeholder(self._exercise, self.number)}, metadata


def judged(exercise: Exercise, raw: object) -> Verdict:
    """Return the verdict that the learner sees: an assigned exercise is kept, and graded by the teacher."""
    verdict = exercise.verdict(raw)
    if exercise.card.mode == "practice" or verdict.state != "graded":
        return verdict
    return Verdict("recorded", 0.0, verdict.of, "Your answer is kept in this notebook. Your teacher grades it.")


def record_of(exercise: Exercise, answer: Any, hints: object) -> Record:
    """Return the record of an answer given now."""
    opened = hints if isinstance(hints, int) and 0 <= hints <= 99 else 0
    return Record(exercise.card.id, exercise.fingerprint(), answer.to_json(), now(), opened)
