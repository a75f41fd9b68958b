"""Adds up a class, sitting by sitting: the shares of its exercises, and who chose what at each part of them.

Shares are those of the answers that count; scores and choices are those of first looks, before any feedback.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import fmean
from typing import Literal

from samestory.teach.classroom.sitting import Sitting, Tried
from samestory.teach.classroom.statistic import ENOUGH, Estimate, alpha, correlation
from samestory.teach.keys import Keyed, Keys

WRONG = frozenset({"wrong", "missed", "doubted", "noticed"})
IN_WORDS = {
    "missed": "left unmarked",
    "doubted": "marked as a fault",
    "noticed": "marked, under another label",
    "caught": "marked, with the right label",
    "found": "marked",
    "trusted": "left alone",
    "partly": "marked in part",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen at a part of an exercise, in words, and the outcome that it had."""

    words: str
    outcome: str

    @property
    def is_plain(self) -> bool:
        """Whether the outcome says all: nothing was chosen but to mark the words or to leave them."""
        return self.words == IN_WORDS.get(self.outcome)

    @property
    def is_wrong(self) -> bool:
        """Whether it misreads something."""
        return self.outcome in WRONG


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many of the class made a choice, and how many of the upper and lower third; None in too small a class."""

    choice: Choice
    count: int
    upper: int | None
    lower: int | None


@dataclass(slots=True)
class ExerciseTally:
    """An exercise in a class: the `shares` of its points, and by part who (a student's number) chose what.

    `examples` holds an answer for each choice, and `left` how often a part was left empty.
    """

    keyed: Keyed
    shares: dict[int, float] = field(default_factory=dict)
    parts: dict[str, list[tuple[int, Choice]]] = field(default_factory=lambda: defaultdict(list))
    examples: dict[tuple[str, Choice], object] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)

    def looked_at(self, part: str) -> int:
        """How many of those who answered the exercise did not leave this part empty."""
        return len(self.shares) - self.left[part]

    @property
    def facility(self) -> float:
        """The mean share of the points among those who answered, 0 to 1 (the facility index of Moodle's statistics)."""
        return fmean(self.shares.values())


class RowTally:
    """A lesson, or a form of a test, in a class."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.students: list[tuple[str, str]] = []
        self.exercises: dict[str, ExerciseTally] = {}
        self.scores: list[dict[str, tuple[int, int]]] = []
        self.after: list[dict[str, tuple[int, int]]] = []
        self.when: list[str] = []
        # Every choice of every part asks for the thirds, and they stay until somebody is added.
        self._thirds: tuple[frozenset[int], frozenset[int]] | Literal["not yet"] | None = "not yet"

    def add(self, sitting: Sitting, keys: Keys, same: dict[Choice, Choice]) -> None:
        """Add what one student did."""
        number, self._thirds = len(self.students), "not yet"
        self.students.append(sitting.who)
        self.scores.append({name: sitting.found(name) for name in ("caught", "noticed", "trusted")})
        self.after.append({name: sitting.found_after(name) for name in ("caught", "trusted")})
        self.when.append(max(one.when for one in sitting.tried))
        for one in sitting.tried:
            if one.exercise in keys.by_id:
                tally = self.exercises.setdefault(one.exercise, ExerciseTally(keys.by_id[one.exercise]))
                tally.shares[number] = one.share
                tally.left.update(part for part, outcome in one.look.outcomes.items() if outcome == "unanswered")
                for part, choice in _choices(one, tally.keyed):
                    # One object for all who chose alike: a class of thousands would hold millions otherwise.
                    choice = same.setdefault(choice, choice)
                    tally.parts[part].append((number, choice))
                    tally.examples.setdefault((part, choice), one.look.answer)

    @property
    def counted(self) -> list[ExerciseTally]:
        """The exercises whose points are in the lesson's sum."""
        return [one for one in self.exercises.values() if one.keyed.exercise.counts]

    def discrimination(self, one: ExerciseTally) -> float | None:
        """How the share of an exercise goes with the mean share of the others; `statistic.correlation` says more."""
        others = [other for other in self.counted if other is not one]
        pairs = []
        for student, share in one.shares.items():
            rest = [other.shares[student] for other in others if student in other.shares]
            if rest:
                pairs.append((share, fmean(rest)))
        return correlation(pairs)

    def reliability(self) -> tuple[Estimate | None, int]:
        """Cronbach's alpha over those who answered every exercise that counts, and how many they are."""
        counted = self.counted
        whole = [student for student in range(len(self.students)) if all(student in one.shares for one in counted)]
        return alpha([[one.shares[student] for one in counted] for student in whole]), len(whole)

    def thirds(self) -> tuple[frozenset[int], frozenset[int]] | None:
        """The upper and the lower third of the class by mean share; None below `ENOUGH` students."""
        if self._thirds == "not yet":
            self._thirds = self._parted()
        return self._thirds

    def _parted(self) -> tuple[frozenset[int], frozenset[int]] | None:
        counted = self.counted
        means = {
            student: fmean(shares)
            for student in range(len(self.students))
            if (shares := [one.shares[student] for one in counted if student in one.shares])
        }
        if len(means) < ENOUGH:
            return None
        # Ties at the border are parted by the order of the hand-ins, which no score decides.
        ranked = sorted(means, key=lambda student: -means[student])
        size = len(ranked) // 3
        return frozenset(ranked[:size]), frozenset(ranked[-size:])

    def chosen(self, one: ExerciseTally, part: str) -> list[Chosen]:
        """What was chosen at a part, the most frequent first."""
        thirds = self.thirds()
        by_choice: dict[Choice, set[int]] = defaultdict(set)
        for student, choice in one.parts[part]:
            by_choice[choice].add(student)
        found = [
            Chosen(choice, len(who), *((len(who & third) for third in thirds) if thirds else (None, None)))
            for choice, who in by_choice.items()
        ]
        return sorted(found, key=lambda each: (-each.count, each.choice.words))


class ClassTally:
    """All lessons of a class. `add` takes sittings in any order."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.rows: dict[str, RowTally] = {}
        self._same: dict[Choice, Choice] = {}

    def add(self, sitting: Sitting) -> None:
        """Add what one student did in one lesson."""
        self.rows.setdefault(sitting.row, RowTally(sitting.row)).add(sitting, self.keys, self._same)

    def sums(self) -> dict[str, dict[str, tuple[int, int]]]:
        """Caught and rightly trusted by section, all lessons together; `caught after` and so on as last checked."""
        counts: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
        for row in self.rows.values():
            for (section, _), scores, after in zip(row.students, row.scores, row.after, strict=True):
                both = {**scores, **{f"{name} after": pair for name, pair in after.items()}}
                for name, pair in both.items():
                    for at, count in enumerate(pair):
                        counts[section][name, at] += count
        names = ("caught", "trusted", "caught after", "trusted after")
        return {
            section: {name: (found[name, 0], found[name, 1]) for name in names}
            for section, found in sorted(counts.items())
        }


def tally_of(found: Iterable[Sitting], keys: Keys) -> ClassTally:
    """Add up all sittings of a class."""
    tally = ClassTally(keys)
    for one in found:
        tally.add(one)
    return tally


def _choices(one: Tried, keyed: Keyed) -> Iterator[tuple[str, Choice]]:
    words: Mapping[str, str] = keyed.exercise.chosen(one.look.answer)
    for part, outcome in one.look.outcomes.items():
        if "" in words:  # one choice as a whole, which the first part judges
            yield "", Choice(words[""], outcome)
            return
        # A stray mark or an empty item is no reading of anything, nor is a word of one's own that earns nothing.
        is_aside = keyed.exercise.is_typed and part not in keyed.worth
        if outcome not in ("stray", "unanswered") and not is_aside:
            yield part, Choice(words.get(part, IN_WORDS.get(outcome, outcome)), outcome)
