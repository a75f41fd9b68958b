"""What a kind of exercise asks of the case when it is built: passages, faults, controls and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from samestory.errors import SameStoryError
from samestory.exercise.verdict import Certainty, Evidence
from samestory.text import Passage

Span = tuple[int, int]


class SpecError(SameStoryError):
    """An exercise's spec asks for something that is not there; the message says what to mend, `place` where."""

    def __init__(self, message: str, *place: str | int) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as a learner sees it, with the outlet and date that stand above it; `lang` is its language's tag."""

    passage: Passage
    outlet: str
    date: str
    headings: frozenset[int] = frozenset()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding in a passage; spans are word numbers, both ends included.

    `core` holds the words that are wrong, `words` the phrase that a careful reader would mark, `reach`
    the words that a mark may take in without cost.
    """

    id: str
    words: Span
    core: Span
    reach: Span
    label: str
    also: tuple[str, ...]
    heading: str
    said: str
    certainty: Certainty
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """A sound place in a passage that may look odd; `words` are word numbers, both ends included."""

    id: str
    words: Span
    heading: str
    said: str
    evidence: tuple[Evidence, ...]


class Sources(Protocol):
    """The case, as far as an exercise needs it. Every method raises SpecError with what to mend."""

    def shown(self, where: Mapping[str, Any]) -> Shown:
        """Return the passage that `where` names: an article, and the phrases it runs from and to."""

    def faults(self, where: Mapping[str, Any], ids: Sequence[str] | None) -> tuple[Fault, ...]:
        """Return the findings `ids` (None: all) that stand in the passage, in its order."""

    def controls(self, where: Mapping[str, Any], ids: Sequence[str] | None) -> tuple[Control, ...]:
        """Return the controls `ids` (None: all) that stand in the passage, in its order."""

    def evidence(self, references: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
        """Return what the references point at, checked against the case."""


def each_once(entries: Sequence[Mapping[str, Any]], name: str) -> None:
    """Raise SpecError if two of a spec's entries (its `options`, say) have one id, or one has the browser's own."""
    ids = [one["id"] for one in entries]
    for at, one in enumerate(ids):
        # Every JavaScript object has a field `constructor`: a look-up by that id would always find something.
        if one == "constructor":
            raise SpecError("the id 'constructor' has a meaning of its own on the page: choose another", name, at, "id")
        if one in ids[:at]:
            raise SpecError(f"a second {one!r}: answers could not tell the two apart", name, at, "id")
