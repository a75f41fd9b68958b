"""The exercise in a notebook: a few traits beside the front end, and the grading of what it sends."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from samestory.answer import MIME, Record, now
from samestory.exercise import Exercise, Verdict
from samestory.widget.bundle import bundle, styles
from samestory.widget.element import element

Keep = Callable[[Record, Verdict], None]


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise, drawn by the same module that draws it on the page.

    The front end never receives the key: it sends an answer and gets a verdict back. `keep` is called
    with the record of every answer that could be read.
    """

    _esm = bundle()
    _css = styles()
    view = traitlets.Dict().tag(sync=True)
    number = traitlets.Int(1).tag(sync=True)
    record = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    verdict = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)

    def __init__(self, exercise: Exercise, number: int, record: Record | None, keep: Keep) -> None:
        self._exercise = exercise
        self._keep = keep
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
        if message.get("type") == "check":
            self.send({"type": "verdict", "n": message.get("n"), **self._check(message)})
        elif message.get("type") == "solution" and self._exercise.card.mode == "practice":
            solution = self._exercise.solution().to_json()
            text = self._exercise.card.solution
            self.send({"type": "solution", "n": message.get("n"), "text": text, "verdict": solution})

    def _check(self, message: dict[str, Any]) -> dict[str, Any]:
        answer = self._exercise.parse(message.get("answer"))
        verdict = judged(self._exercise, message.get("answer"))
        if verdict.state in ("not attempted", "unreadable"):
            return {"verdict": verdict.to_json(), "record": self.record}
        record = record_of(self._exercise, answer, message.get("hints"))
        self._keep(record, verdict)
        self.record, self.verdict = record.to_json(), verdict.to_json()
        return {"verdict": self.verdict, "record": self.record}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget's own bundle, and the page's element for hosts without a kernel."""
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        return {**data, "text/html": element(self._exercise, self.number)}, metadata


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


def kept_bundle(record: Record | None, verdict: Verdict | None) -> dict[str, Any]:
    """Return the output that holds the record in a notebook, with a line that says so."""
    if record is None or verdict is None:
        return {"text/html": '<span class="ss-kept">No answer kept yet.</span>', "text/plain": "No answer kept yet."}
    line = f"Answer kept in this notebook ({record.when.replace('T', ' ').rstrip('Z')} UTC)."
    return {MIME: record.to_json(), "text/html": f'<span class="ss-kept">{line}</span>', "text/plain": line}
