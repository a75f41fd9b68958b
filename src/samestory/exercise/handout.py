"""An assigned exercise as it is handed out: what a learner is shown, and nothing of the key.

The teacher keeps the file with the key. The learner's copy is made from the view alone, so it cannot grade: it
keeps the answer, in whatever form the kind knows, for the teacher's copy to read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import VIEW_SCHEMA, Card, Exercise, Sample
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Evidence, Malformed, Verdict

LARGEST_GIVEN = 64 * 1024
KEPT_FOR_TEACHER = "Your answer is kept. Your teacher grades it."
_ON_CARD = {"schema", "id", "kind", "lesson", "title", "prompt", "minutes", "points", "hints", "mode", "show", "spec"}
_SINCE = {"extra", "until", "once"}  # copies handed out by earlier versions lack them


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given; the teacher's copy of the exercise reads it."""

    raw: Any

    @property
    def empty(self) -> bool:
        """True if nothing was given."""
        return self.raw in (None, "", [], {})

    def to_json(self) -> Any:
        """Return the answer as it was given."""
        return self.raw


@dataclass(frozen=True)
class Keyless:
    """The task of an exercise whose key is elsewhere; it belongs to no kind, so the registry does not know it."""

    name: ClassVar[str] = "keyless"
    fields: Mapping[str, Any]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from a view; the case is not asked for anything."""
        return cls({name: value for name, value in spec.items() if name not in _ON_CARD | _SINCE})

    @property
    def worth(self) -> float:
        """Nothing: the points stand on the card."""
        return 0

    def view(self) -> dict[str, Any]:
        """Return what the kind shows."""
        return dict(self.fields)

    def key(self) -> dict[str, Any]:
        """Return nothing: the key is with the teacher."""
        return {}

    def right(self) -> Given:
        """Return nothing: the answer is with the teacher."""
        return Given(None)

    def parse(self, raw: object) -> Given | Malformed:
        """Take any answer that can be kept as JSON."""
        try:
            # Through JSON and back: what is kept is then what the notebook's file holds.
            text = json.dumps(raw, allow_nan=False, ensure_ascii=False)
        except (TypeError, ValueError, RecursionError):
            return Malformed("Give the answer as text, numbers, lists or a dict of these.")
        if len(text.encode(errors="replace")) > LARGEST_GIVEN:
            return Malformed("This answer is too long to be kept.")
        return Given(json.loads(text))

    def grade(self, answer: Given, points: float) -> Verdict:
        """Say that the answer is kept."""
        return Verdict("recorded", 0.0, points, KEPT_FOR_TEACHER)

    def samples(self) -> list[Sample]:
        """Return none: nothing is graded here."""
        return []

    def guess(self, dice: Random) -> None:
        """Return no answer: it is not known here what one looks like."""


def hand_out(exercise: Exercise) -> dict[str, Any]:
    """Return the learner's copy of an exercise as plain values, marked as assigned."""
    return {**exercise.view(), "mode": "assigned"}


def handed_out(view: object) -> Exercise:
    """Return the exercise of a learner's copy. Raises SpecError if it is none, or of a newer schema."""
    # All fields of the first version must be there; what later ones added may not.
    if not isinstance(view, Mapping) or not set(view) >= _ON_CARD:
        raise SpecError("This is no handed-out exercise: ask your teacher for the folder `assigned` again.")
    if not isinstance(view["schema"], int) or view["schema"] > VIEW_SCHEMA:
        raise SpecError("This exercise was handed out by a newer Same Story: install the newest version.")
    card = Card(
        id=str(view["id"]),
        kind=str(view["kind"]),
        lesson=str(view["lesson"]),
        title=str(view["title"]),
        prompt=tuple(view["prompt"]),
        minutes=view["minutes"],
        points=view["points"],
        hints=tuple(view["hints"]),
        solution="Your teacher has the solution.",
        mode="assigned",
        show=tuple(Evidence(**one) for one in view["show"]),
        extra=view.get("extra", False),
        until=tuple(view.get("until", ())),
        once=view.get("once", False),
    )
    fields = {name: value for name, value in view.items() if name not in _ON_CARD | _SINCE}
    return Exercise(card, Keyless(fields))
