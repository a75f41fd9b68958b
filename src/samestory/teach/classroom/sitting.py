"""What one student did in one lesson, read back from `results.json`: shares of the points, outcomes, answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.errors import SameStoryError
from samestory.teach.report.gradebook import MADE_BY, RESULTS_SCHEMA


class ResultsError(SameStoryError):
    """A file that is no `results.json` of ours, or is not whole."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An exercise that was answered: the `share` of its points from 0 to 1, and the outcome of each part by its id.

    `counts` is false where the points are in no sum. `when` is the time of the answer by the learner's clock,
    `hints` how many were open.
    `found` are the measures, each a count out of a whole, by name.
    """

    exercise: str
    share: float
    counts: bool
    outcomes: Mapping[str, str]
    answer: Any
    when: str
    hints: int
    found: Mapping[str, tuple[int, int]]


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
        """Return how many were caught (noticed, rightly trusted), of how many that were looked at."""
        counts = [one.found[name] for one in self.tried if one.counts and name in one.found]
        return sum(count for count, _ in counts), sum(of for _, of in counts)


def sittings(results: Path) -> Iterator[Sitting]:
    """Yield every line in which something was answered and graded, in the file's order.

    Raises ResultsError for a file that `samestory grade` did not write, or that ends too early.
    """
    counts: dict[str, bool] = {}
    for part, one in elements(results):
        if part == "exercises":
            counts[one["exercise"]] = bool(one["counts"])
        if part != "submissions":
            continue
        tried = tuple(_tried(each, counts) for each in one["graded"] if each["state"] == "graded" and each["record"])
        if tried:
            yield Sitting(one["student"], one.get("section", ""), one["lesson"], tried)


def _tried(one: dict[str, Any], counts: Mapping[str, bool]) -> Tried:
    record, name = one["record"], one["exercise"]
    outcomes = {part["id"]: part["outcome"] for part in one["parts"]}
    found = {each["name"]: (each["count"], each["of"]) for each in one["measures"]}
    share = one["points"] / one["of"] if one["of"] else 0.0
    counted = counts.get(name, True) and not one.get("excused")
    return Tried(name, share, counted, outcomes, record["answer"], record["when"], record["hints"], found)


def elements(results: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every exercise and every submission, with the name of the list that it stands in.

    The file has an element a line, so a class of any size is read line by line; one that a program has laid out in
    another way is read whole.
    """
    try:
        with results.open(encoding="utf-8") as file:
            if not next(file, "").startswith('{"schema": '):
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
    except (OSError, UnicodeDecodeError) as error:
        raise ResultsError(f"{results} can’t be read: {error}. Name the results.json that grading wrote.") from None
    except (ValueError, KeyError, TypeError):
        raise ResultsError(f"{results} is no results.json of {MADE_BY!r}: name the one that grading wrote.") from None


def _laid_out(whole: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(whole, dict) or whole.get("schema") != RESULTS_SCHEMA or whole.get("made_by") != MADE_BY:
        raise ValueError
    for part in ("exercises", "submissions"):
        for one in whole[part]:
            yield part, one
