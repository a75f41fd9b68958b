"""What grading says: a verdict with its points, its measures and a part for each thing it speaks of."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

State = Literal["graded", "not attempted", "unreadable", "recorded"]
Certainty = Literal["proved", "likely", "open"]
Outcome = Literal[
    "caught",
    "noticed",
    "found",
    "partly",
    "missed",
    "trusted",
    "doubted",
    "stray",
    "right",
    "near",
    "wrong",
    "unanswered",
]

OUTCOME_WORDS: Mapping[Outcome, str] = {
    "caught": "Caught",
    "noticed": "Noticed under another label",
    "found": "Found",
    "partly": "Found in part",
    "missed": "Missed",
    "trusted": "Rightly trusted",
    "doubted": "Doubted without cause",
    "stray": "Neither fault nor control",
    "right": "Right",
    "near": "Close",
    "wrong": "Not so",
    "unanswered": "Not answered yet",
}


def rounded(points: float) -> float:
    """Round to two decimals, halves up, in the one way that JavaScript can repeat exactly."""
    # Python's own round() goes to the even digit, JavaScript's Math.round up: the same answer must earn the same.
    return math.floor(points * 100 + 0.5) / 100


def total(numbers: Iterable[float]) -> float:
    """Add up from left to right, as JavaScript does; from Python 3.12 on, `sum` rounds in another way."""
    added = 0.0
    for number in numbers:
        added += number
    return added


def brief(given: object) -> str:
    """Return what a learner gave as a message can hold it: short, and printable whatever it is."""
    if isinstance(given, str):
        return well_formed(given[:80])
    # A whole number may have thousands of digits, and JavaScript prints a large one in another way.
    if isinstance(given, (int, float)) and abs(given) < 1e15:
        return str(given)
    return type(given).__name__


def well_formed(text: str) -> str:
    """Return the text with every lone half of a surrogate pair replaced, so that it can be written as UTF-8."""
    # UTF-16 takes lone halves and reads two that meet as one character; UTF-8 refuses both.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a learner can look at: words from a source, and where they stand.

    `ours` is set where `quote` holds no words of others but our own: what was done, or what anyone can check.
    `lang` is the tag of its language, where that is not English.
    """

    quote: str
    source: str
    article: str | None = None
    ours: bool = False
    lang: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return plain values without those that say nothing, which a verdict has and a key need not hold."""
        plain: dict[str, Any] = {"quote": self.quote, "source": self.source}
        plain |= {"lang": self.lang} if self.lang else {}
        return plain | ({"article": self.article} if self.article else {}) | ({"ours": True} if self.ours else {})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a verdict speaks of; `words` number its first and last word, if it has a place.

    `heading` is the outcome in words, a colon and a space, then `about`; or the outcome alone, where `about` is empty.
    Only a kind with words of its own for an outcome gives `about`; of a `part_heading` it is taken. `solved` is what a
    solution says in the place of `about`, where the page itself shows what the part is about.
    """

    id: str
    outcome: Outcome
    heading: str
    said: str
    earned: float
    possible: float
    words: tuple[int, int] | None = None
    certainty: Certainty | None = None
    evidence: tuple[Evidence, ...] = ()
    about: str = ""
    solved: str = ""

    def __post_init__(self) -> None:
        outcome = part_heading(self.outcome, "") + ": "
        # Cut from the heading, so that the kinds need not give the same words twice.
        if not self.about and self.heading.startswith(outcome):
            object.__setattr__(self, "about", self.heading[len(outcome) :])


@dataclass(frozen=True, slots=True)
class Measure:
    """A count out of a whole, which is what was answered: an item left empty is in neither.

    `caught` (faults found, and their kind), `noticed` (faults found and taken for another kind: those beside the
    `caught` ones) and `trusted` (sound passages left alone) count faults and sound passages of a text, nothing else.
    `spoken` and `silent` are what articles say, and where they say nothing, read as it is.
    """

    name: Literal["caught", "noticed", "trusted", "spoken", "silent"]
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of grading: points from 0 to `of`, rounded to two decimals, and why.

    `state` keeps apart an answer that was graded, one that is not there, one that cannot be read
    (`headline` says what to do), and one that was kept for a teacher to grade. `rest` is what of the headline the
    measures do not say already; None where they say nothing of it.
    """

    state: State
    points: float
    of: float
    headline: str
    measures: tuple[Measure, ...] = ()
    parts: tuple[Part, ...] = ()
    rest: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain values, the form that the front end draws; no `rest` where it is None."""
        plain: dict[str, Any] = {name: value for name, value in asdict(self).items() if value is not None}
        plain["measures"] = list(plain["measures"])
        plain["parts"] = [_plain_part(part) for part in plain["parts"]]
        return plain

    def without_key(self) -> "Verdict":
        """Return the verdict with its counts only, for an assigned exercise whose key must stay hidden."""
        return replace(self, parts=())


@dataclass(frozen=True, slots=True)
class Malformed:
    """An answer that cannot be read; `message` tells the learner what to write instead."""

    message: str


def not_attempted(points: float) -> Verdict:
    """Return the verdict on an answer that is not there."""
    return Verdict("not attempted", 0.0, points, "Not answered yet.")


def part_heading(outcome: Outcome, text: str) -> str:
    """Return the first line of a part: the outcome in words, then what it is about."""
    return f"{OUTCOME_WORDS[outcome]}: {text}" if text else OUTCOME_WORDS[outcome]


def _plain_part(part: dict[str, Any]) -> dict[str, Any]:
    part["words"] = None if part["words"] is None else list(part["words"])
    part["evidence"] = list(part["evidence"])
    return part
