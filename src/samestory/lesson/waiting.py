"""What a verdict waits for: the exercises that it is kept back until, as far as they have no answer yet.

Answers count that are kept beside the notebook or saved in it, and those given since this kernel started.
"""

from samestory.exercise import Exercise
from samestory.lesson.finding import find
from samestory.lesson.restoring import restored
from samestory.widget.element import Wait

_checked_here: set[str] = set()  # where the folder can't be written, nobody else knows of these


def checked(name: str) -> None:
    """Remember, as long as this kernel runs, that the exercise `name` has a checked answer."""
    _checked_here.add(name)


def waits(one: Exercise) -> list[Wait]:
    """Return what must still be done before the verdict on `one` shows; an assigned exercise waits for nothing."""
    if one.card.mode == "assigned":
        return []
    return [
        Wait(id=name, title=find(name).card.title)
        for name in one.card.until
        if name not in _checked_here and restored(name) is None
    ]
