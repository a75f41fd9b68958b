"""A case while it is being built, and everything that has been found wrong with it so far."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from samestory.case.desk import Desk, LostError, reference
from samestory.case.lines import KeyPath, Sheet
from samestory.case.model import Article, Event, Finding, Held, Reference, SoundPassage, Statement
from samestory.case.problem import Problem
from samestory.exercise import Exercise, SpecError


@dataclass
class Work:
    """A case half built, what has been found wrong with it so far, and the ids `lost` to that (see Desk)."""

    problems: list[Problem]
    lost: set[str] = field(default_factory=set)
    events: dict[str, Event] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    record: dict[str, Statement] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    controls: dict[str, SoundPassage] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)

    @cached_property
    def desk(self) -> Desk:
        """The case as far as it is built."""
        return Desk(self.articles, self.record, self.findings, self.controls, self.lost, self.held)

    def wrong(self, sheet: Sheet, place: KeyPath, found: str, expected: str, do: str) -> None:
        """Note a problem."""
        self.problems.append(sheet.problem(place, found, expected, do))

    def new(self, sheet: Sheet, place: KeyPath, name: str, known: Iterable[str]) -> bool:
        """Note a problem if an id is taken."""
        if name in known:
            self.wrong(sheet, (*place, "id"), f"a second {name!r}", "an id that is not taken", "choose another id")
            return False
        return True


def cited(work: Work, sheet: Sheet, value: Any, place: KeyPath, desk: Desk | None = None) -> tuple[Reference, ...]:
    """Return the evidence anywhere in `value` that the case bears out, and note what it does not."""
    sound: list[Reference] = []
    for inner, typed in _references(value, place):
        one = reference(typed)
        try:
            (desk or work.desk).cite(one)
        except LostError:
            continue
        except SpecError as error:
            do = "copy the phrase as printed, or name an entry that is there"
            work.wrong(sheet, inner, str(error), "evidence that the case holds", do)
        else:
            sound.append(one)
    return tuple(sound)


def _references(value: Any, place: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield every reference to the case in a finding or an exercise, with its place."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            # Only a quote with fields points at the case; that of a finding is a text, checked where it is anchored.
            if name == "quote" and isinstance(inner, Mapping):
                yield (*place, name), inner
            elif name in ("evidence", "show") and isinstance(inner, list):
                yield from (((*place, name, at), one) for at, one in enumerate(inner))
            else:
                yield from _references(inner, (*place, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _references(inner, (*place, at))
