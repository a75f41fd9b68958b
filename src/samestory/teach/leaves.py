"""The files of a class by what their paths say, and which of them hold the same lesson."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from samestory.teach.label import Label, Labels, original_of
from samestory.teach.names import CHECKPOINTS, tidy
from samestory.teach.nbgrader import STAMP

SAMPLE = 25  # names, or files, that a question about many is answered from
_EDGE = re.compile(
    r"0?(?P<before>\d{1,2})[ _.-]+(?P<name>.*[^\W\d_].*)|(?P<rest>.*[^\W\d_].*?)[ _.-]+0?(?P<after>\d{1,2})"
)
_NAMING = (".ipynb", ".json", ".zip", ".ipynb.txt")


@dataclass(frozen=True)
class Held:
    """What is in a file: the lessons that its answers are of, or that it asks for, and a digest of its answers."""

    lessons: frozenset[str] = frozenset()
    digest: str = ""


Holds = Callable[[int], Held]


@dataclass
class Leaf:
    """A file by its number. `chain` are the places in `parts` that name somebody or something, from the outside in."""

    number: int
    parts: tuple[str, ...]
    labels: tuple[Label, ...]
    chain: tuple[int, ...]
    real: bool
    level: int = 0
    doubt: str = ""

    def name(self, level: int) -> str:
        return self.labels[self.chain[level]].name

    def names(self, upto: int) -> tuple[str, ...]:
        return tuple(self.name(level) for level in range(upto))

    @property
    def lesson(self) -> Label | None:
        return next((label for label in reversed(self.labels) if label.lesson), None)


def leaves_of(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool]
) -> list[Leaf]:
    """The files of a class, in order.

    `real` is False for what can't tell siblings apart: pictures, links, empty folders.
    """
    numbers = _sections_named_by_number(paths, labels, holds, real)
    leaves = [_leaf(at, parts, labels, numbers, real(at)) for at, parts in enumerate(paths)]
    _take_off_numbers(leaves, holds)
    _join_copies(leaves)
    return leaves


def clash(siblings: Iterable[Sequence[Leaf]], holds: Holds) -> bool:
    """True if two siblings hold the same lesson. Files are read only where the paths don't tell."""
    groups = list(siblings)
    named: dict[str, int] = {}
    sorts: set[str] = set()
    for at, group in enumerate(groups):
        for leaf in group:
            lesson = leaf.lesson
            if lesson and named.setdefault(lesson.lesson, at) != at:
                return True
            sorts.add(_sort(lesson))
    if len(sorts) == 1 and "" not in sorts:
        return False
    read: dict[str, int] = {}
    return any(
        read.setdefault(lesson, at) != at for at, group in enumerate(groups) for lesson in _lessons(group, holds)
    )


def _sort(lesson: Label | None) -> str:
    """How a lesson is named, `homework 7` or by its whole name: two names of one sort are two lessons. Else empty."""
    if lesson is None or not lesson.sure:
        return ""
    word, _, number = lesson.lesson.rpartition("-")
    return word if number.isdecimal() else "its name"


def _lessons(group: Sequence[Leaf], holds: Holds) -> Iterable[str]:
    for leaf in group[:SAMPLE]:
        yield from holds(leaf.number).lessons


def _sections_named_by_number(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool]
) -> set[str]:
    """Folders with a mere number (`1`, `07`) that hold another lesson than that one: they number sections."""
    below: dict[str, list[int]] = {}
    for at, parts in enumerate(paths):
        for part in parts[:-1]:
            if labels.of(part, False).lesson.startswith("#") and real(at):
                below.setdefault(part, []).append(at)
    found = set()
    for part, inside in below.items():
        number = int(labels.of(part, False).lesson[1:])
        held = {_number(lesson) for at in inside[:3] for lesson in holds(at).lessons} - {None}
        if held and number not in held:
            found.add(part)
    return found


def _number(lesson: str) -> int | None:
    start = lesson.partition("-")[0]
    return int(start) if start.isdecimal() and len(start) < 9 else None


def _leaf(at: int, parts: tuple[str, ...], labels: Labels, numbers: set[str], real: bool) -> Leaf:
    parts = tuple(part for part in parts if part != CHECKPOINTS)
    *folders, file = parts or ("unnamed",)
    read = [_numbered(part, labels.of(part, False), numbers) for part in folders]
    last = labels.of(file, True) if file and not _lies_in(folders, file) else Label("")
    chain: list[int] = []
    for place, label in enumerate((*read, last)):
        if label.name and not (chain and _same(label, read[chain[-1]])):
            chain.append(place)
    naming = not file or file.lower().endswith(_NAMING) or "." not in file
    return Leaf(at, parts, (*read, last), tuple(chain), real and naming)


def _take_off_numbers(leaves: Sequence[Leaf], holds: Holds) -> None:
    """Read `07_ana` as Ana's lesson 7, where all such numbers are those of the lessons in the files."""
    edged = [(leaf, told) for leaf in leaves if leaf.chain and (told := _EDGE.fullmatch(leaf.name(-1)))]
    numbers = {int(told["before"] or told["after"]): leaf for leaf, told in edged if leaf.real}
    if not numbers or len(numbers) > SAMPLE:
        return
    for number, leaf in numbers.items():
        if number not in {_number(lesson) for lesson in holds(leaf.number).lessons}:
            return
    for leaf, told in edged:
        rename(leaf, -1, Label(told["name"] or told["rest"], f"#{int(told['before'] or told['after'])}", True))


def rename(leaf: Leaf, level: int, label: Label) -> None:
    place = leaf.chain[level]
    leaf.labels = (*leaf.labels[:place], label, *leaf.labels[place + 1 :])


def _numbered(part: str, label: Label, numbers: set[str]) -> Label:
    return Label(tidy(part), section=True) if part in numbers else label


def _lies_in(folders: Sequence[str], file: str) -> bool:
    """True for files whose names are never a person's: what is kept beside a notebook, and nbgrader's stamp."""
    return file == STAMP or (folders[-1:] == ["answers"] and file.endswith(".json"))


def _same(label: Label, above: Label) -> bool:
    """True if a name only repeats the one above it: `ana/ana`, `ana/ana lee`."""
    if above.section:
        return label.name == above.name
    inner, outer = (set(_words(name)) for name in (label.name, above.name))
    return bool(inner and outer) and (inner <= outer or outer <= inner)


def _words(name: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()


def _join_copies(leaves: Iterable[Leaf]) -> None:
    """Give `anna (1)` to Anna, where there is an `anna`."""
    known = {leaf.name(level) for leaf in leaves for level in range(len(leaf.chain))}
    for leaf in leaves:
        if leaf.chain:
            original = original_of(leaf.name(-1))
            if original in known:
                rename(leaf, -1, replace(leaf.labels[leaf.chain[-1]], name=original))
