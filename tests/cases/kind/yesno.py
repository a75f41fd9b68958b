"""Yes or no: does the page bear a statement out?"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources
from samestory.exercise.verdict import Malformed, Part, Verdict, part_heading, rounded


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: yes, no, or nothing yet."""

    yes: bool | None

    @property
    def empty(self) -> bool:
        """True if nothing was said."""
        return self.yes is None

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"yes": self.yes}


@kind
@dataclass(frozen=True)
class YesNo:
    """The task of an exercise of the kind `yesno`."""

    name: ClassVar[str] = "yesno"
    statement: str
    right_answer: bool
    said: str

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `statement`, `answer` and `say`."""
        return cls(spec["statement"], spec["answer"], spec["say"])

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return the statement."""
        return {"statement": self.statement}

    def key(self) -> dict[str, Any]:
        """Return the answer and what is said about it."""
        return {"yes": self.right_answer, "said": self.said}

    def right(self) -> Said:
        """Return the right answer."""
        return Said(self.right_answer)

    def parse(self, raw: object) -> Said | Malformed:
        """Read True or False, or {"yes": true}."""
        value = raw.get("yes") if isinstance(raw, Mapping) else raw
        if value is None or isinstance(value, bool):
            return Said(value)
        return Malformed("Answer with True or False.")

    def grade(self, answer: Said, points: float) -> Verdict:
        """Compare with the key."""
        right = answer.yes == self.right_answer
        outcome, share = ("right", 1.0) if right else ("wrong", 0.0)
        heading = part_heading(outcome, self.statement)  # type: ignore[arg-type]
        part = Part("statement", outcome, heading, self.said, share, 1.0)  # type: ignore[arg-type]
        headline = "Right." if right else "Not so."
        return Verdict("graded", rounded(share * points), points, headline, (), (part,))

    def told(self, answer: Said) -> list[Told]:
        """Return what was said of the statement."""
        return [(self.statement, "yes" if answer.yes else "no", False)]

    def samples(self) -> list[Sample]:
        """Return the key, its opposite and nothing."""
        return [
            Sample("key", self.right().to_json(), 1, 1),
            Sample("the opposite", {"yes": not self.right_answer}, 0, 0),
            Sample("nothing", {"yes": None}, 0, 0),
        ]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return an answer by chance."""
        return {"yes": dice.choice([True, False, None])}
