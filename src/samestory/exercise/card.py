"""An exercise: its card (what every kind has) and its task (what its kind adds)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from random import Random
from typing import Any, ClassVar, Literal, Protocol, Self, TypeVar

from samestory.exercise.sources import Sources
from samestory.exercise.verdict import Evidence, Malformed, Verdict, not_attempted

Mode = Literal["practice", "assigned"]
Numbered = Literal["nowhere", "on paper", "everywhere"]
Told = tuple[str, str, bool]  # words, what the learner said of them, and whether they are quoted from a source
VIEW_SCHEMA = 1
LONGEST_PLAIN = 1000  # characters of an answer that is told as JSON
# What may change while an answer given before means what it meant: a better hint makes no new exercise.
_MEANINGLESS = {"title", "prompt", "hints", "minutes", "points", "show", "mode", "lesson", "schema"}
_MEANINGLESS |= {"extra", "until", "once"}


@dataclass(frozen=True, slots=True)
class Card:
    """What every exercise has, whatever its kind. `minutes` is a reader's time, `points` are above 0.

    An `extra` exercise counts in no sum. The verdict is kept back until the exercises `until` have a checked answer.
    Of one that measures `once`, the first complete check counts, and a later one is practice.
    """

    id: str
    kind: str
    lesson: str
    title: str
    prompt: tuple[str, ...]
    minutes: int
    points: float
    hints: tuple[str, ...]
    solution: str
    mode: Mode = "practice"
    show: tuple[Evidence, ...] = ()
    extra: bool = False
    until: tuple[str, ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """An answer with the share of the points, from `low` to `high`, that it must get."""

    name: str
    raw: Any
    low: float
    high: float


class Answer(Protocol):
    """What a learner answered, read and checked."""

    @property
    def empty(self) -> bool:
        """True if nothing was answered."""

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form, which `parse` reads back as the same answer."""


A = TypeVar("A", bound=Answer)


class Task(Protocol[A]):
    """What a kind of exercise adds; one file in `kinds/` each.

    What a kind may say besides has a default in `Exercise`: `counts`, `numbered`, `needs_python`, `gaps`, `told`,
    `chosen`, `is_question`, `is_typed`, `places`, `texts` and `in_full`.
    """

    name: ClassVar[str]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build the task from its part of the spec; SpecError says what to mend."""

    @property
    def worth(self) -> float:
        """The points that the task is worth where the spec does not say."""

    def view(self) -> dict[str, Any]:
        """Return what a learner is shown, without the key."""

    def key(self) -> dict[str, Any]:
        """Return what grading needs, as plain values."""

    def right(self) -> A:
        """Return the answer of the key."""

    def parse(self, raw: object) -> A | Malformed:
        """Read an answer in any of the forms that the kind documents; never raises."""

    def grade(self, answer: A, points: float) -> Verdict:
        """Grade an answer that is not empty, out of `points`."""

    def samples(self) -> list[Sample]:
        """Return answers with the scores they must get, attempts to game the score among them."""

    def guess(self, dice: Random) -> Any:
        """Return an answer by chance, such that over many every outcome comes up."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, whatever its kind: shown by `view`, graded by `verdict`."""

    card: Card
    task: Task[Any]

    @property
    def counts(self) -> bool:
        """False if the points enter no sum: of an extra exercise, or of a kind that says so itself (`counts`)."""
        return not self.card.extra and self.has_points

    @property
    def has_points(self) -> bool:
        """False for a kind whose points say so little that nobody is shown them: one that checks words alone."""
        return bool(getattr(self.task, "counts", True))

    @property
    def is_question(self) -> bool:
        """True if it asks one question that a prompt can put in so many words."""
        return bool(getattr(self.task, "is_question", False))

    @property
    def is_typed(self) -> bool:
        """True for a kind whose answers are words or code of the learner's own."""
        return bool(getattr(self.task, "is_typed", False))

    @property
    def needs_python(self) -> bool:
        """True for a kind whose answers run as Python, for which a page without a kernel needs one of its own."""
        return bool(getattr(self.task, "needs_python", False))

    def view(self) -> dict[str, Any]:
        """Return what a learner is shown; it never holds the key."""
        card = asdict(self.card)
        # The view goes to the learner's machine, and the solution tells the answer.
        del card["solution"]
        for name in ("prompt", "hints", "show", "until"):
            card[name] = list(card[name])
        shown = {"schema": VIEW_SCHEMA, **card, **self.task.view()}
        return {**shown, "spec": _fingerprint(shown)}

    def key(self) -> dict[str, Any]:
        """Return the key as plain values: for the static page (practice only) and the teacher's folder."""
        return {**self.task.key(), "answer": self.task.right().to_json(), "solution": self.card.solution}

    def parse(self, raw: object) -> Any:
        """Read an answer: the kind's own answer, or `Malformed`; never raises."""
        return self.task.parse(raw)

    def grade(self, answer: Any) -> Verdict:
        """Grade an answer that `parse` returned."""
        # Asked here, so that no kind meets what it can't read, or nothing at all.
        if isinstance(answer, Malformed):
            return Verdict("unreadable", 0.0, self.card.points, answer.message)
        if answer.empty:
            return not_attempted(self.card.points)
        return self.task.grade(answer, self.card.points)

    def verdict(self, raw: object) -> Verdict:
        """Read and grade an answer in any form that its kind knows; never raises."""
        return self.grade(self.parse(raw))

    def left(self, raw: object) -> int:
        """Return how many items an answer leaves empty, where the kind has items: 0 for a complete one.

        An answer that can't be read leaves everything empty.
        """
        # Without items, an exercise is one itself: empty or not.
        return len(self.gaps(raw)) if hasattr(self.task, "gaps") else int(self._readable(raw).empty)

    def gaps(self, raw: object) -> tuple[str, ...]:
        """Return the ids of the items that an answer leaves empty, where the kind has items.

        An answer that can't be read leaves everything empty.
        """
        return tuple(self._asked("gaps", self._readable(raw), otherwise=()))

    def _readable(self, raw: object) -> Any:
        """The answer, or none where it can't be read."""
        answer = self.parse(raw)
        return self.task.parse(None) if isinstance(answer, Malformed) else answer

    def told(self, raw: object) -> list[Told]:
        """Return an answer as lines to read, which tell nothing of the key.

        They are plain JSON where the answer can't be read, or where its kind doesn't put answers into words.
        """
        answer = self.parse(raw)
        if isinstance(answer, Malformed):
            return _as_json(raw)
        lines: list[Told] | None = self._asked("told", answer, otherwise=None)
        return _as_json(answer.to_json()) if lines is None else lines

    def chosen(self, raw: object) -> Mapping[str, str]:
        """Return in words what an answer chose for each part of its verdict, by the part's id, where it chose.

        Where it is one choice as a whole, that has an empty id.
        """
        # Reading thousands of answers takes time: only where there is something to tell.
        return dict(self.task.chosen(self._readable(raw))) if hasattr(self.task, "chosen") else {}

    def places(self) -> Mapping[str, str]:
        """Return where things go in the whole answer by the ids of its parts, where the kind puts things somewhere."""
        return dict(self._asked("places", otherwise={}))

    def texts(self) -> Mapping[str, str]:
        """Return the whole text of what a part is about by its id, where the kind shortens it in headings."""
        return dict(self._asked("texts", otherwise={}))

    def in_full(self) -> tuple[str, str]:
        """Return an answer that is a text, behind the words that introduce it; both are empty in most kinds."""
        introduced, text = self._asked("in_full", otherwise=("", ""))
        return (introduced, text) if text else ("", "")

    def is_numbered(self, on_paper: bool = False) -> bool:
        """True if the parts of the whole answer have numbers: they stand in an order, or a printed page gives them."""
        where = getattr(self.task, "numbered", "nowhere")
        return where == "everywhere" or (on_paper and where == "on paper")

    def _asked(self, name: str, *given: Any, otherwise: Any) -> Any:
        """What the kind says, if it has a method of this name."""
        ask = getattr(self.task, name, None)
        return ask(*given) if ask else otherwise

    def solution(self) -> Verdict:
        """Return the verdict on the key itself, whose parts explain the whole solution."""
        return self.grade(self.task.right())

    def samples(self) -> list[Sample]:
        """Return answers with the scores they must get."""
        return self.task.samples()

    def fingerprint(self) -> str:
        """Return 12 hex digits that change when an answer given before may mean something else now."""
        return str(self.view()["spec"])


def _as_json(plain: Any) -> list[Told]:
    return [(json.dumps(plain, ensure_ascii=False)[:LONGEST_PLAIN], "", False)]


def _fingerprint(shown: Mapping[str, Any]) -> str:
    # All fields but those, so that a new field of a kind makes a new edition until somebody says otherwise.
    meaning = {name: value for name, value in shown.items() if name not in _MEANINGLESS}
    text = json.dumps(meaning, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
