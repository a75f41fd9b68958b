"""A course of five small exercises, one of each kind and one that is assigned, in two lessons."""

from collections.abc import Mapping, Sequence
from typing import Any

from samestory.exercise import Card, Control, Evidence, Exercise, Fault, Shown
from samestory.exercise.kinds.choose import Choose
from samestory.exercise.kinds.classify import Classify
from samestory.exercise.kinds.highlight import Highlight
from samestory.exercise.kinds.short import Short
from samestory.teach.keys import Keyed, Keys
from samestory.text import passage

TEXT = "The Founding of the Republic was odd. They will keep the peace there. All was well on that day."
FIRST, SECOND = "01-first-steps", "02-second-look"
SECRET = "the secret explanation"


class NoSources:
    def evidence(self, references: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
        return ()


def _exercise(name: str, lesson: str, task: Any, points: float) -> Exercise:
    card = Card(name, task.name, lesson, f"What about {name}?", ("Say.",), 2, points, ("A hint.",), SECRET)
    return Exercise(card, task)


def _short() -> Short:
    spec = {"accept": ["hello"], "say": SECRET, "near": [], "otherwise": SECRET}
    return Short.build(spec, NoSources())  # type: ignore[arg-type]


def _choose() -> Choose:
    options = [
        {"id": "a", "text": "because", "right": True, "say": SECRET},
        {"id": "b", "text": "despite", "say": SECRET},
    ]
    return Choose.build({"options": options}, NoSources())  # type: ignore[arg-type]


def _classify() -> Classify:
    groups = [{"id": "odd", "text": "odd", "fault": True}, {"id": "fine", "text": "fine", "sound": True}]
    items = [
        {"id": "i1", "text": "Founding of the Republic", "group": "odd", "say": SECRET},
        {"id": "i2", "text": "keep the peace", "group": "fine", "say": SECRET},
    ]
    return Classify.build({"groups": groups, "items": items}, NoSources())  # type: ignore[arg-type]


def _highlight() -> Highlight:
    text = passage(TEXT)
    fault = Fault("founding", (1, 4), (1, 4), (0, 5), "artifact", (), "Founding", SECRET, "proved", ())
    control = Control("peace", (9, 11), "keep the peace", SECRET, ())
    return Highlight(Shown(text, "An Outlet", "today"), (), (fault,), (control,), ())


def exercises() -> list[Exercise]:
    return [
        _exercise("greeting", FIRST, _short(), 2),
        _exercise("reason", FIRST, _choose(), 1),
        _exercise("sorting", FIRST, _classify(), 2),
        _exercise("marking", FIRST, _highlight(), 1),
        _exercise("farewell", SECOND, _short(), 1),
    ]


RIGHT = {
    "greeting": {"text": "hello"},
    "reason": {"chosen": ["a"], "confidence": None},
    "sorting": {"placed": {"i1": "odd", "i2": "fine"}},
    "marking": {"marks": [{"from": 1, "to": 4, "label": None}]},
}


def keys(assigned: Sequence[str] = ()) -> Keys:
    return Keys([Keyed(one, one.card.id in assigned) for one in exercises()])
