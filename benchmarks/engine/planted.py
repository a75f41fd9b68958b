"""Planted faults, a sentence each: read from `fresh/sentences.yml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

SENTENCES = Path(__file__).resolve().parent / "fresh" / "sentences.yml"
# Takes “[the the]” of “put off until [the the] autumn”; leaves a bracket that nothing closes.
_FAULT = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by itself. `faults` are the faulty words, `text[start:end]`; none in a sound one."""

    kind: str
    text: str
    faults: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What two accounts say of one thing, the first as it was. `days` are those on which they were written."""

    kind: str
    first: str
    second: str
    is_fault: bool
    days: tuple[date | None, date | None]


def single(file: Path = SENTENCES) -> tuple[Sentence, ...]:
    """Return the sentences that show a fault by themselves, and the sound ones of their kinds."""
    return tuple(one for kind, read in _kinds(file) for one in _singles(kind, read))


def pairs(file: Path = SENTENCES) -> tuple[Pair, ...]:
    """Return the pairs of which the second has a fault beside the first, and the sound ones of their kinds."""
    return tuple(one for kind, read in _kinds(file) if "pairs" in read for one in _pairs(kind, read))


def _kinds(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    read = yaml.safe_load(file.read_text("utf-8"))
    return ((kind, value) for kind, value in read.items() if kind != "schema")


def _singles(kind: str, read: Mapping[str, Any]) -> Iterator[Sentence]:
    yield from (_sentence(kind, marked) for marked in read.get("faulty", ()))
    yield from (Sentence(kind, text, ()) for text in read["sound"] if isinstance(text, str))


def _sentence(kind: str, marked: str) -> Sentence:
    # Each pair of brackets before a fault moves it by two.
    found = list(_FAULT.finditer(marked))
    spans = tuple((one.start() - 2 * n, one.end() - 2 * n - 2) for n, one in enumerate(found))
    return Sentence(kind, _FAULT.sub(r"\1", marked), spans)


def _pairs(kind: str, read: Mapping[str, Any]) -> Iterator[Pair]:
    for is_fault, group in ((True, read["pairs"]), (False, read["sound"])):
        for one in group:
            first, second = one.get("published", (None, None))
            yield Pair(kind, one["first"], one["second"], is_fault, (first, second))
