"""Choose: pick one option, or several, and (where asked) say how sure anyone can be.

Of several, each right one earns its share and each wrong one costs its share, so choosing everything
earns nothing. The confidence is worth a quarter, and only beside a choice that earned something.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self, cast

from samestory.exercise.card import Sample, Told
from samestory.exercise.grading import RIGHT_OR_NOT, Fill, Reply, Scheme, Slot
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence, Malformed, Verdict, brief, total

CHOSEN, LEFT = "chosen", "left"
UNSURE = "Say how sure one can be: a good judgement holds as tightly as its evidence and no tighter."
NOT_SURE_YET = Reply(UNSURE, outcome="unanswered", more="how sure")
NOT_SURE = ("Right, but look at how sure one can be.", "unsure")
CONFIDENCE_SHARE = 0.25
CONFIDENCE = {
    "open": "open: readers may reasonably differ",
    "likely": "likely: the page points this way, but nothing proves it",
    "proved": "proved: a source that anyone can check settles it",
}


@dataclass(frozen=True, slots=True)
class Option:
    """An option with its credit from 0 to 1 and what is said to those who choose it."""

    id: str
    text: str
    credit: float
    said: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Confidence:
    """The confidences that the evidence bears, and what is said about each."""

    expect: tuple[str, ...]
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ChosenOptions:
    """An answer: the ids of the options chosen, in the exercise's order, and a confidence."""

    chosen: tuple[str, ...]
    confidence: str | None = None

    @property
    def empty(self) -> bool:
        """True if no option is chosen."""
        return not self.chosen

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"chosen": list(self.chosen), "confidence": self.confidence}


@kind
@dataclass(frozen=True)
class Choose:
    """The task of an exercise of the kind `choose`."""

    name: ClassVar[str] = "choose"
    is_question: ClassVar[bool] = True
    many: bool
    options: tuple[Option, ...]
    confidence: Confidence | None

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `options` (each with `right` or `credit`, and `say`), `many` and `confidence`."""
        each_once(spec["options"], "options")
        options = tuple(
            Option(
                one["id"],
                one["text"],
                float(one.get("credit", 1.0 if one.get("right") else 0.0)),
                one["say"],
                sources.evidence(one.get("evidence", ())),
            )
            for one in spec["options"]
        )
        many = bool(spec.get("many", False))
        if not any(option.credit == 1 for option in options):
            raise SpecError("no option is right: mark at least one with `right: true`", "options")
        if many and all(option.credit for option in options):
            found = "every option is right, so choosing all of them would need no reading: add a wrong one"
            raise SpecError(found, "options")
        given = spec.get("confidence")
        confidence = Confidence(tuple(given["expect"]), dict(given["say"])) if given else None
        return cls(many, options, confidence)

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return the options without their credit."""
        levels = [{"id": name, "text": text} for name, text in CONFIDENCE.items()] if self.confidence else []
        return {
            "many": self.many,
            "options": [{"id": option.id, "text": option.text} for option in self.options],
            "confidence": levels,
        }

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    @cached_property
    def scheme(self) -> Scheme:
        """A slot for each option, and one for the confidence."""
        slots = tuple(_slot(one, self.many) for one in self.options)
        sure = (_sure_slot(self.confidence),) if self.confidence else ()
        if not self.many:
            # “Right.” only with all of the points: beside a confidence that does not fit it would say too much.
            headline = (("Right.", "full"), NOT_SURE, *RIGHT_OR_NOT[1:]) if sure else RIGHT_OR_NOT
            return Scheme((*slots, *sure), headline, NOT_SURE_YET if sure else None)
        right = [one.credit for one in self.options if one.credit]
        told = f"{{hit}} of {len(right)} that belong are chosen, and {{wrong}} that do not."
        wrongs = len(slots) - len(right)
        return Scheme((*slots, *sure), ((told, ""),), NOT_SURE_YET if sure else None, of=total(right), wrongs=wrongs)

    def right(self) -> ChosenOptions:
        """Return the first option with full credit; where several are asked for, every one with any."""
        belong = tuple(option.id for option in self.options if option.credit)
        best = next(option.id for option in self.options if option.credit == 1)
        return ChosenOptions(belong if self.many else (best,), self.confidence.expect[0] if self.confidence else None)

    def parse(self, raw: object) -> ChosenOptions | Malformed:
        """Read an option's id, a list of ids, or {"chosen": [...], "confidence": "likely"}."""
        confidence: object = None
        given: object = raw
        if isinstance(raw, Mapping):
            given, confidence = raw.get("chosen"), raw.get("confidence")
        ids = [] if given is None else [given] if isinstance(given, str) else given
        known = [option.id for option in self.options]
        if not isinstance(ids, (list, tuple, set)) or len(ids) > 100 or not all(isinstance(i, str) for i in ids):
            return Malformed(f"Give the letter of an option: {', '.join(known)}.")
        unknown = [brief(one) for one in ids if one not in known]
        if unknown:
            return Malformed(f"There is no option {unknown[0]!r}; choose among {', '.join(known)}.")
        if len(set(ids)) > 1 and not self.many:
            return Malformed("Choose one option only.")
        if confidence is not None and (not isinstance(confidence, str) or confidence not in CONFIDENCE):
            return Malformed(f"Say how sure one can be with one of these words: {', '.join(CONFIDENCE)}.")
        # In the exercise's order, each once: the same choice is then the same record.
        chosen = tuple(one for one in known if one in ids)
        return ChosenOptions(chosen, confidence if self.confidence else None)

    def grade(self, answer: ChosenOptions, points: float) -> Verdict:
        """Grade the options chosen, then the confidence."""
        fills = [Fill(CHOSEN if one.id in answer.chosen else LEFT, one.text) for one in self.options]
        return self.scheme.grade(fills + ([Fill(answer.confidence)] if self.confidence else []), points)

    def told(self, answer: ChosenOptions) -> list[Told]:
        """Return the options chosen, and how sure the learner is."""
        lines = [(option.text, "", False) for option in self.options if option.id in answer.chosen]
        return lines + [(f"How sure one can be: {sure}", "", False) for sure in [answer.confidence] if sure]

    def chosen(self, answer: ChosenOptions) -> dict[str, str]:
        """Return the one option chosen; where several may be, each is a question of its own: chosen or left."""
        if self.many:
            return {option.id: "chosen" if option.id in answer.chosen else "left out" for option in self.options}
        (text,) = [option.text for option in self.options if option.id in answer.chosen] or [""]
        return {"": text} if text else {}

    def places(self) -> dict[str, str]:
        """Return how sure one can be, for each right option."""
        right = self.right()
        return dict.fromkeys(right.chosen, f"How sure: {right.confidence}") if right.confidence else {}

    def samples(self) -> list[Sample]:
        """Return the key, nothing, each option alone, and all of them where several may be chosen."""
        full = 1 - CONFIDENCE_SHARE if self.confidence else 1.0
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"chosen": []}, 0, 0)]
        for option in self.options:
            most = full if option.credit else 0.0
            found.append(Sample(f"only {option.id}", {"chosen": [option.id], "confidence": None}, 0, most))
        if self.many:
            everything = {"chosen": [option.id for option in self.options]}
            found.append(Sample("everything", everything, 0, 0.2))
        for level in CONFIDENCE if self.confidence else ():
            low = 1 if level in cast(Confidence, self.confidence).expect else full
            raw = {"chosen": list(self.right().chosen), "confidence": level}
            found.append(Sample(f"right, {level}", raw, low, low))
        return found

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return an answer by chance."""
        ids = [option.id for option in self.options]
        chosen = [name for name in ids if dice.random() < 0.5] if self.many else dice.sample(ids, dice.randint(0, 1))
        return {"chosen": chosen, "confidence": dice.choice([*CONFIDENCE, None])}


def _slot(option: Option, many: bool) -> Slot:
    chosen = Reply(to=(CHOSEN,), credit=option.credit)
    # Where one option is asked for, nothing is said of those that were left.
    missed = (Reply(to=(LEFT,), outcome="missed"),) if many and option.credit else ()
    return Slot(option.id, (chosen, *missed), option.said, option.evidence)


def _sure_slot(confidence: Confidence) -> Slot:
    levels = [
        Reply(said, (level,), float(level in confidence.expect), more=level) for level, said in confidence.said.items()
    ]
    return Slot("confidence", tuple(levels), aside=CONFIDENCE_SHARE)
