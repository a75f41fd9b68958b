"""Exercises: what a learner is shown, how an answer is read and graded, and why."""

from samestory.exercise.card import Answer, Card, Exercise, Sample, Task
from samestory.exercise.labels import LABELS, Label
from samestory.exercise.registry import all_kinds, kind
from samestory.exercise.sources import Control, Fault, Shown, Sources, SpecError
from samestory.exercise.verdict import Evidence, Malformed, Measure, Part, Verdict

__all__ = [
    "LABELS",
    "Answer",
    "Card",
    "Control",
    "Evidence",
    "Exercise",
    "Fault",
    "Label",
    "Malformed",
    "Measure",
    "Part",
    "Sample",
    "Shown",
    "Sources",
    "SpecError",
    "Task",
    "Verdict",
    "all_kinds",
    "kind",
]
