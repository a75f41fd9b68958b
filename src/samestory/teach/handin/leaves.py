"""The files of a class by what their paths say, and which of them hold the same lesson."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from samestory.teach.handin.label import Labels, PathLabel, original_of
from samestory.teach.handin.names import CHECKPOINTS, tidy_name
from samestory.teach.handin.nbgrader import STAMP

SAMPLE = 25  # names, or files, that a question about many is answered from
# It takes `07_ana` and `ana - 7`; it leaves `07` and `7a`, in which no name stands beside the number.
_EDGE = re.compile(
    r"0?(?P<before>\d{1,2})[ _.-]+(?P<name>.*[^\W\d_].*)|(?P<rest>.*[^\W\d_].*?)[ _.-]+0?(?P<after>\d{1,2})"
)
# Words that are counted, so that the number is part of the name: it takes `group` and `Pairs`, and leaves `grouper`.
_COUNTED = re.compile(
    r"(?:students?|pupils?|learners?|participants?|users?|teams?|tables?|pairs?|groups?|schüler(?:in)?|gruppe|élève"
    r"|étudiante?|groupe|équipe|alumn[oa]|estudiante|grupo|equipo|aluno|aluna|ученик|группа|学生|小组)",
    re.IGNORECASE,
)
_NAMING = (".ipynb", ".json", ".zip", ".ipynb.txt")


@dataclass(frozen=True)
class Contents:
    """What is in a file: the lessons that its answers are of, or that it asks for, and a digest of its answers."""

    lessons: frozenset[str] = frozenset()
    digest: str = ""


Holds = Callable[[int], Contents]


@dataclass
class ClassFile:
    """A file by its number. `chain` are the places in `parts` that name somebody or something, from the outside in."""

    number: int
    parts: tuple[str, ...]
    labels: tuple[PathLabel, ...]
    chain: tuple[int, ...]
    real: bool
    level: int = 0
    doubt: str = ""

    def name(self, level: int) -> str:
        return self.labels[self.chain[level]].name

    def names(self, upto: int) -> tuple[str, ...]:
        return tuple(self.name(level) for level in range(upto))

    @property
    def lesson(self) -> PathLabel | None:
        return next((label for label in reversed(self.labels) if label.lesson), None)


def leaves_of(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool]
) -> list[ClassFile]:
    """The files of a class, in order.

    `real` is False for what can't tell siblings apart: pictures, links, empty folders.
    """
    numbers = _names_that_are_numbers(paths, labels, holds, real)
    leaves = [_leaf(at, parts, labels, numbers, real(at)) for at, parts in enumerate(paths)]
    # In this order: whose copy `07_anna (1)` is shows when the number is off its name.
    _take_off_numbers(leaves, holds)
    _join_copies(leaves)
    return leaves


def clash(siblings: Iterable[Sequence[ClassFile]], holds: Holds) -> bool:
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
    # All named in one way, and none twice: these are different lessons, and no file need be opened.
    if len(sorts) == 1 and "" not in sorts:
        return False
    read: dict[str, int] = {}
    return any(
        read.setdefault(lesson, at) != at for at, group in enumerate(groups) for lesson in _lessons(group, holds)
    )


def sign_of(leaf: ClassFile) -> str:
    """The number or letter in the name of a file that names nobody: `17`, `A`, and `07`, which may be its lesson's."""
    return leaf.labels[-1].rest if leaf.real and not any(label.again for label in leaf.labels) else ""


def signs_of_people(leaves: Iterable[ClassFile], holds: Holds) -> set[str]:
    """The numbers and letters by which files may be somebody's: no numbers of the lessons in them."""
    inside: dict[str, list[ClassFile]] = {}
    for leaf in leaves:
        inside.setdefault(sign_of(leaf), []).append(leaf)
    inside.pop("", None)
    # Three files of a sort tell as much as all of them, and each takes time to read.
    return {sign for sign, own in inside.items() if _names_somebody(sign, own[:3], holds)}


def _names_somebody(sign: str, files: Sequence[ClassFile], holds: Holds) -> bool:
    lessons = {lesson for leaf in files for lesson in holds(leaf.number).lessons}
    # `07` on a file of lesson 7 is the lesson's number; on one of lesson 3 it is a person's.
    return bool(lessons) and not (sign.isdecimal() and int(sign) in map(_number, lessons))


def _sort(lesson: PathLabel | None) -> str:
    """How a lesson is named, `homework 7` or by its whole name: two names of one sort are two lessons. Else empty."""
    if lesson is None or not lesson.sure:
        return ""
    word, _, number = lesson.lesson.rpartition("-")
    return word if number.isdecimal() else "its name"


def _lessons(group: Sequence[ClassFile], holds: Holds) -> Iterable[str]:
    for leaf in group[:SAMPLE]:
        yield from holds(leaf.number).lessons


def _names_that_are_numbers(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool]
) -> set[tuple[int, str]]:
    """Folders with a mere number (`1`, `07`), by their depth, where most files hold other lessons than these.

    They number sections, or students. One that holds its lesson by chance is read as those beside it.
    """
    below: dict[tuple[int, str], list[int]] = {}
    for at, parts in enumerate(paths):
        for depth, part in enumerate(parts[:-1]):
            if labels.of(part, False).lesson.startswith("#") and real(at):
                below.setdefault((depth, part), []).append(at)
    right: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for (depth, part), inside in below.items():
        number = int(labels.of(part, False).lesson[1:])
        for at in inside[:3]:
            held = {_number(lesson) for lesson in holds(at).lessons} - {None}
            right[depth] += number in held
            wrong[depth] += bool(held) and number not in held
    return {(depth, part) for depth, part in below if wrong[depth] and wrong[depth] >= right[depth]}


def _number(lesson: str) -> int | None:
    start = lesson.partition("-")[0]
    return int(start) if start.isdecimal() and len(start) < 9 else None


def _leaf(at: int, parts: tuple[str, ...], labels: Labels, numbers: set[tuple[int, str]], real: bool) -> ClassFile:
    parts = tuple(part for part in parts if part != CHECKPOINTS)
    *folders, file = parts or ("unnamed",)
    read = [
        PathLabel(tidy_name(part), section=True) if (depth, part) in numbers else labels.of(part, False)
        for depth, part in enumerate(folders)
    ]
    last = labels.of(file, True) if file and not _lies_in(folders, file) else PathLabel("")
    chain: list[int] = []
    for place, label in enumerate((*read, last)):
        if label.name and not (chain and _same(label, read[chain[-1]])):
            chain.append(place)
    naming = not file or file.lower().endswith(_NAMING) or "." not in file
    return ClassFile(at, parts, (*read, last), tuple(chain), real and naming)


def _take_off_numbers(leaves: Sequence[ClassFile], holds: Holds) -> None:
    """Read `07_ana` as Ana's lesson 7, where all such numbers are those of the lessons in the files."""
    edged = [(leaf, told) for leaf in leaves if leaf.chain and (told := _edge(leaf.labels[leaf.chain[-1]]))]
    numbers: dict[int, list[ClassFile]] = {}
    for leaf, told in edged:
        if leaf.real:
            numbers.setdefault(int(told["before"] or told["after"]), []).append(leaf)
    # No course has so many lessons: these are numbers of people.
    if not numbers or len(numbers) > SAMPLE:
        return
    for number, inside in numbers.items():
        if any(number not in {_number(one) for one in holds(leaf.number).lessons} for leaf in inside[:3]):
            return
    for leaf, told in edged:
        rename(leaf, -1, PathLabel(told["name"] or told["rest"], f"#{int(told['before'] or told['after'])}", True))


def _edge(label: PathLabel) -> re.Match[str] | None:
    """The number at the edge of a name, unless the part names its lesson already or counts people: `group 2`."""
    told = _EDGE.fullmatch(label.name) if not (label.lesson or label.section) else None
    return told if told and not _COUNTED.fullmatch(told["name"] or told["rest"]) else None


def rename(leaf: ClassFile, level: int, label: PathLabel) -> None:
    place = leaf.chain[level]
    leaf.labels = (*leaf.labels[:place], label, *leaf.labels[place + 1 :])


def _lies_in(folders: Sequence[str], file: str) -> bool:
    """True for files whose names are never a person's: what is kept beside a notebook, and nbgrader's stamp."""
    return file == STAMP or (folders[-1:] == ["answers"] and file.endswith(".json"))


def _same(label: PathLabel, above: PathLabel) -> bool:
    """True if a name only repeats the one above it: `ana/ana`, `ana/ana lee`."""
    # Part of a section's name may be a student's, as in `group ana/ana`: only the very same name repeats it.
    if above.section:
        return label.name == above.name
    inner, outer = (set(_words(name)) for name in (label.name, above.name))
    return bool(inner and outer) and (inner <= outer or outer <= inner)


def _words(name: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()


def _join_copies(leaves: Iterable[ClassFile]) -> None:
    """Give `anna (1)` to Anna, where there is an `anna`."""
    known = {leaf.name(level) for leaf in leaves for level in range(len(leaf.chain))}
    for leaf in leaves:
        if leaf.chain:
            original = original_of(leaf.name(-1))
            if original in known:
                rename(leaf, -1, replace(leaf.labels[leaf.chain[-1]], name=original))
