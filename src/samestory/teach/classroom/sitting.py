"""What one student did in one lesson, read back from `results.json`: shares of the points, outcomes, answers."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from samestory.errors import SameStoryError
from samestory.teach.report.gradebook import MADE_BY, RESULTS_SCHEMA


class ResultsError(SameStoryError):
    """A file that is no `results.json` of ours, or is not whole."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An exercise that was answered: the `share` of its points from 0 to 1, and the outcome of each part by its id.

    `counts` is false where the points are in no sum. `when` is the time of the answer by the learner's clock.
    `found` are the measures of the first look, each a count out of a whole, by name; `first` is that look's answer and
    outcomes where it was another answer, and `hints` how many were open before it.
    """

    exercise: str
    share: float
    counts: bool
    outcomes: Mapping[str, str]
    answer: Any
    when: str
    hints: int
    found: Mapping[str, tuple[int, int]]
    first: "FirstTry | None" = None
    after: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def look(self) -> "FirstTry":
        """The first look: what was answered before any feedback, and with what outcomes."""
        return self.first or FirstTry(self.answer, self.outcomes)


@dataclass(frozen=True, slots=True)
class FirstTry:
    """A first look: its answer, and the outcome of each part by its id."""

    answer: Any
    outcomes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A line of the gradebook with something answered. Its row may be a form of a test: `tests: test-a`."""

    student: str
    section: str
    row: str
    tried: tuple[Tried, ...]

    @property
    def who(self) -> tuple[str, str]:
        """The student; one name may be in two sections."""
        return self.section, self.student

    @property
    def lesson(self) -> str:
        """The lesson, of a form of a test too."""
        return self.row.partition(": ")[0]

    def found(self, name: str) -> tuple[int, int]:
        """Return how many were caught (noticed, trusted) at the first look, of how many that were looked at."""
        return _added([one.found[name] for one in self.tried if one.counts and name in one.found])

    def found_after(self, name: str) -> tuple[int, int]:
        """Return the same as last checked."""
        return _added([one.after[name] for one in self.tried if one.counts and name in one.after])


def _added(counts: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(count for count, _ in counts), sum(of for _, of in counts)


def sittings(results: Path) -> Iterator[Sitting]:
    """Yield every line in which something was answered and graded, in the file's order.

    Raises ResultsError for a file that `samestory grade` did not write, or that ends too early.
    """
    counts: dict[str, bool] = {}
    for part, one in elements(results):
        if part == "exercises":
            with as_graded(results):
                counts[text_of(one, "exercise")] = bool(one["counts"])
        if part != "submissions":
            continue
        with as_graded(results):
            answered = [each for each in one["graded"] if each["state"] == "graded" and each["record"]]
            found = Sitting(
                *(text_of(one, "student"), text_of({"section": "", **one}, "section"), text_of(one, "lesson")),
                tuple(_tried(each, counts) for each in answered),
            )
        if found.tried:
            yield found


def _tried(one: dict[str, Any], counts: Mapping[str, bool]) -> Tried:
    record, name = one["record"], text_of(one, "exercise")
    look = one.get("first") or {}  # none in results of 0.1.0
    first = FirstTry(look["answer"], _outcomes(look)) if "parts" in look else None
    found = _measures(look if first else one)
    share = amount_of(one, "points") / of if (of := amount_of(one, "of")) else 0.0
    counted = counts.get(name, True) and not one.get("excused")
    hints = int(look.get("hints", record["hints"]))
    when = text_of(record, "when")
    return Tried(name, share, counted, _outcomes(one), record["answer"], when, hints, found, first, _measures(one))


def _outcomes(one: Mapping[str, Any]) -> dict[str, str]:
    return {text_of(part, "id"): text_of(part, "outcome") for part in one["parts"]}


def _measures(one: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    return {text_of(each, "name"): (int(each["count"]), int(each["of"])) for each in one["measures"]}


def text_of(one: Mapping[str, Any], name: str) -> str:
    """Return an entry that is text; TypeError for any other, KeyError for none."""
    found = one[name]
    if not isinstance(found, str):
        raise TypeError(name)
    return found


def amount_of(one: Mapping[str, Any], name: str) -> float:
    """Return an entry that is a number, 0 or more; ValueError or TypeError for any other, KeyError for none."""
    found = float(one[name])
    # Somebody who mends a grade in the file may leave `NaN`, which JSON has not and Python's reader takes.
    if not (isfinite(found) and found >= 0):
        raise ValueError(name)
    return found


@contextmanager
def as_graded(results: Path) -> Iterator[None]:
    """Raise ResultsError for whatever is not as `samestory grade` wrote it."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ResultsError(f"{results} is no results.json of {MADE_BY!r}: name the one that grading wrote.") from None


def elements(results: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every exercise and every submission, with the name of the list that it stands in.

    The file has an element a line, so a class of any size is read line by line; one that a program has laid out in
    another way is read whole.
    """
    try:
        with as_graded(results), results.open(encoding="utf-8") as file:
            if not _begins(next(file, "")):
                yield from _laid_out(json.loads(results.read_text("utf-8")))
                return
            part = ""
            for line in file:
                text = line.rstrip().removesuffix(",")
                if text.startswith("{"):
                    # The last of a list has the list's end behind it.
                    yield part, json.loads(text.removesuffix("]"))
                elif text.startswith('"files"'):
                    return
                elif text.endswith("["):
                    part = text.split('"')[1]
        raise ResultsError(f"{results} ends too early: grade again.")
    except OSError as error:
        raise ResultsError(f"{results} can’t be read: {error}. Name the results.json that grading wrote.") from None


def _begins(line: str) -> bool:
    """Whether it is the first line as grading writes it. Raises ValueError for one of another program or version."""
    try:
        head = json.loads(f"{line.rstrip().removesuffix(',')}}}")
    except ValueError:
        return False
    return bool(head and _ours(head))


def _ours(whole: Any) -> dict[str, Any]:
    if not isinstance(whole, dict) or whole.get("schema") != RESULTS_SCHEMA or whole.get("made_by") != MADE_BY:
        raise ValueError
    return whole


def _laid_out(whole: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in ("exercises", "submissions"):
        for one in _ours(whole)[part]:
            if not isinstance(one, dict):
                raise TypeError(part)
            yield part, one
