"""What a verdict waits for: the exercises that it is kept back until, as far as they have no answer yet.

Answers count that are kept beside the notebook or saved in it, and those given since this kernel started. An exercise
that measures once is done when no item is left empty, and the first such answer is the one that counts.
"""

from samestory.answer import Record
from samestory.answer.newest import rank
from samestory.exercise import Exercise
from samestory.lesson.finding import find
from samestory.lesson.restoring import records_of, restored
from samestory.widget.element import Wait, wait_for

_checked_here: dict[str, Record] = {}  # where the folder can't be written, nobody else knows of these


def checked(record: Record) -> None:
    """Remember, as long as this kernel runs, that an exercise has this checked answer."""
    _checked_here[record.exercise] = record


def waits(one: Exercise) -> list[Wait]:
    """Return what must still be done before the verdict on `one` shows; an assigned exercise waits for nothing."""
    if one.card.mode == "assigned":
        return []
    return [wait_for(other) for other in map(find, one.card.until) if not _is_done(other)]


def first(one: Exercise) -> Record | None:
    """Return the record that counts of an exercise that measures once: the earliest with no item left empty."""
    if not one.card.once:
        return None
    whole = [record for record in _known(one.card.id) if is_whole(one, record)]
    # A record without a readable time comes last: it must not pass for the first.
    return min(whole, key=lambda record: (-rank(record)[0], rank(record)[1])) if whole else None


def before(one: Exercise) -> Record | None:
    """Return the record of the check before this one, or None: the first look is in it."""
    return restored(one.card.id) or _checked_here.get(one.card.id)


def is_whole(one: Exercise, record: Record) -> bool:
    """True if the record answers this version of the exercise and leaves no item empty."""
    # Another edition had other items, and none of them left empty says nothing of this one.
    return record.spec in ("", one.fingerprint()) and one.left(record.answer) == 0


def _is_done(other: Exercise) -> bool:
    if other.card.once:
        return first(other) is not None
    return bool(_known(other.card.id))


def _known(name: str) -> list[Record]:
    here = _checked_here.get(name)
    return [*([here] if here else []), *records_of(name)]
