"""An exercise as a question that any quiz knows: choices with their share of the points and what is said to them.

Six forms fit: one choice, several, a choice for each of several items, an order, a short text, a number. Marking words
in a passage, a table of accounts, writing and code have no counterpart, and the tests are kept out of question banks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from samestory.exercise import Evidence, Exercise
from samestory.exercise.grading import Slot

QuizForm = Literal["one", "several", "each", "order", "text", "number"]
NO_COUNTERPART: Mapping[str, str] = {
    "highlight": "words are marked in a passage",
    "matrix": "accounts are compared in a table",
    "rewrite": "a sentence is written and checked for words",
    "brief": "a text is written and checked for its parts",
    "code": "an answer is Python",
}
NO_SURENESS = "how sure one can be is not asked"
EACH_THE_SAME = "each item earns the same"
AS_TYPED = "an answer must be typed as foreseen, but for capitals"
NOTHING_SAID = ""


@dataclass(frozen=True, slots=True)
class QuizChoice:
    """A choice, or an answer that is foreseen (an empty text: any other).

    `share` is what it earns of its item, from -1 to 1; of a number, whatever lies `within` is taken.
    """

    id: str
    text: str
    share: float
    said: str
    within: float = 0.0


@dataclass(frozen=True, slots=True)
class QuizItem:
    """What is asked for one by one, with its choices; items to be ordered have none."""

    id: str
    text: str
    choices: tuple[QuizChoice, ...] = ()

    @property
    def best(self) -> tuple[QuizChoice, ...]:
        """The choices that earn all; the first of them is the one that a solution shows."""
        return tuple(one for one in self.choices if one.share == 1)


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question with its items, in the right order where they are to be ordered; `lost` is what could not go along."""

    id: str
    form: QuizForm
    title: str
    prompt: tuple[str, ...]
    show: tuple[Evidence, ...]
    points: float
    solution: str
    items: tuple[QuizItem, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """An exercise that is no question of a quiz, and why."""

    exercise: Exercise
    why: str


def quiz_of(exercises: Sequence[Exercise]) -> tuple[list[QuizQuestion], list[Unfit]]:
    """Return the exercises that can be questions, and the others."""
    made = [question_of(one) for one in exercises]
    return [one for one in made if isinstance(one, QuizQuestion)], [one for one in made if isinstance(one, Unfit)]


def question_of(exercise: Exercise) -> QuizQuestion | Unfit:
    """Return the exercise as a question, or why it is none."""
    card = exercise.card
    if card.once:
        return Unfit(exercise, "it is a test, whose items are kept")
    if card.kind not in _MAKERS:
        return Unfit(exercise, NO_COUNTERPART.get(card.kind, "its kind is not known"))
    form, items, lost = _MAKERS[card.kind](exercise.task)
    return QuizQuestion(card.id, form, card.title, card.prompt, card.show, card.points, card.solution, items, lost)


_Made = tuple[QuizForm, tuple[QuizItem, ...], tuple[str, ...]]


def _choose(task: Any) -> _Made:
    options, lost = task.options, (NO_SURENESS,) if task.confidence else ()
    if not task.many:
        choices = tuple(QuizChoice(one.id, one.text, one.credit, one.said) for one in options)
        return "one", (QuizItem("answer", "", choices),), lost
    # As the exercise has it: every right one earns its part of the whole, and every wrong one costs its part.
    most, wrongs = sum(one.credit for one in options), sum(not one.credit for one in options)
    choices = tuple(
        QuizChoice(one.id, one.text, one.credit / most if one.credit else -1 / wrongs, one.said) for one in options
    )
    return "several", (QuizItem("answer", "", choices),), lost


def _classify(task: Any) -> _Made:
    options = [(group.id, group.text) for group in task.groups]
    lost = (NO_SURENESS,) if task.sure else ()
    return "each", _each(task.scheme.slots, {one.id: _told(one.wording) for one in task.items}, options), lost


def _match(task: Any) -> _Made:
    options = [*((one.id, f"{one.mark}. {one.wording.text}") for one in task.others), ("none", "No partner")]
    texts = {one.id: f"{one.mark}. {_told(one.wording)}" for one in task.items}
    return "each", _each(task.scheme.slots, texts, options), (EACH_THE_SAME,)


def _each(slots: Sequence[Slot], texts: Mapping[str, str], options: Sequence[tuple[str, str]]) -> tuple[QuizItem, ...]:
    # A slot without a text is one of the other side, which no quiz asks for.
    return tuple(
        QuizItem(slot.id, texts[slot.id], tuple(_answered(slot, name, text) for name, text in options))
        for slot in slots
        if slot.id in texts
    )


def _answered(slot: Slot, value: str, text: str) -> QuizChoice:
    reply = next((one for one in slot.replies if not one.to or value in one.to), None)
    if reply is None:
        return QuizChoice(value, text, 0.0, NOTHING_SAID)
    # What is rightly left alone earns nothing by itself in our scheme, and is right all the same.
    share = 1.0 if reply.found == "trusted" else reply.credit
    return QuizChoice(value, text, share, " ".join(filter(None, (reply.first, "" if reply.bare else slot.said))))


def _order(task: Any) -> _Made:
    items = tuple(QuizItem(one.id, _told(one.wording)) for one in task.items)
    tied = len({one.rank for one in task.items}) < len(task.items)
    return "order", items, ("items that may change places have one order",) if tied else ()


def _short(task: Any) -> _Made:
    (slot,) = task.scheme.slots
    choices = []
    for at, reply in enumerate(slot.replies):
        # The forms as their author wrote them: the scheme has them without capitals and marks.
        forms = task.accept if at == 0 else reply.to or ("",)
        choices += [QuizChoice(f"a{at}-{n}", form, reply.credit, reply.first) for n, form in enumerate(forms)]
    return "text", (QuizItem("answer", "", tuple(choices)),), (AS_TYPED,)


def _number(task: Any) -> _Made:
    (slot,) = task.scheme.slots
    choices = [
        QuizChoice(f"a{at}", f"{float(one.value):g}", one.credit, one.said, float(one.high - one.low) / 2)
        for at, one in enumerate(task.ranges)
    ]
    item = QuizItem("answer", "", (*choices, QuizChoice("other", "", 0.0, slot.replies[-1].first)))
    return "number", (item,), ("the unit is not typed",) if task.units else ()


def _told(wording: Any) -> str:
    return f"{wording.text} ({wording.source})" if wording.source else str(wording.text)


_MAKERS: Mapping[str, Callable[[Any], _Made]] = {
    "choose": _choose,
    "classify": _classify,
    "match": _match,
    "order": _order,
    "short": _short,
    "number": _number,
}
