"""The first look: the first check of an exercise, before any feedback. Scores come from it, whatever is checked later.

In a record, `"first": true` says that its own answer is the first look; an object holds an earlier one:

    "first": {"answer": {...}, "when": "2026-11-21T16:58:00Z", "hints": 0}

Editions before 0.1.1 kept the last check alone and wrote no `first`. Such a record counts as a first look, and is
marked: `sure` is false, and is written where a later check has followed it.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FirstLook:
    """A check: what was answered, when, and how many `hints` had been opened before it.

    `sure` is False where nobody knows whether it was the first, since only the last was kept.
    """

    answer: Any
    when: str
    hints: int = 0
    sure: bool = True

    def to_json(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"answer": self.answer, "when": self.when, "hints": self.hints}
        return plain if self.sure else plain | {"sure": False}
