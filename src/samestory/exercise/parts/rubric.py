"""A rubric: what a learner, and then a teacher, judges about work that no program can. It never earns points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from samestory.exercise.sources import each_once
from samestory.exercise.verdict import Malformed, brief

LEVELS: Mapping[str, str] = {"no": "not yet", "partly": "partly", "yes": "yes"}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of a rubric."""

    id: str
    text: str


Ratings = tuple[tuple[str, str], ...]


def criteria_of(entries: Sequence[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """Return the criteria of a spec's `rubric`; SpecError if two have one id."""
    each_once(entries, "rubric")
    return tuple(Criterion(one["id"], one["text"]) for one in entries)


def rubric_view(criteria: Sequence[Criterion]) -> list[dict[str, str]]:
    """Return the criteria as plain values."""
    return [{"id": one.id, "text": one.text} for one in criteria]


def read_ratings(raw: object, criteria: Sequence[Criterion]) -> Ratings | Malformed:
    """Read {criterion: level}, in the order of the criteria; None is no rating; never raises."""
    if raw is None:
        return ()
    known = [one.id for one in criteria]
    if not isinstance(raw, Mapping) or len(raw) > 100:
        return Malformed(f"Rate yourself with one of {', '.join(LEVELS)} for each question of the rubric.")
    for name, level in raw.items():
        if not isinstance(name, str) or name not in known:
            return Malformed(f"The rubric has no question {brief(name)!r}; it has {', '.join(known) or 'none'}.")
        if level is not None and (not isinstance(level, str) or level not in LEVELS):
            return Malformed(f"Rate yourself with one of {', '.join(LEVELS)}, not {brief(level)!r}.")
    return tuple((name, raw[name]) for name in known if raw.get(name) is not None)


def told_ratings(ratings: Ratings, criteria: Sequence[Criterion]) -> list[tuple[str, str, bool]]:
    """Return what the learner said of each criterion as lines to read."""
    given = dict(ratings)
    return [
        (one.text, f"the learner says: {LEVELS[given[one.id]]}" if one.id in given else "not rated", False)
        for one in criteria
    ]


def random_ratings(dice: Random, criteria: Sequence[Criterion]) -> dict[str, str]:
    """Return levels by chance, for some of the criteria."""
    return {one.id: dice.choice(list(LEVELS)) for one in criteria if dice.random() < 0.5}
