"""Whose is each file? From the paths of a whole class to its students, with their section.

A folder may stand for a section, a lesson, a student, or nothing; its name alone seldom tells. What tells is what lies
beside what: **students are found where siblings hold the same lesson**. `A/ana/07` and `A/bo/07` make `A` a section;
`ana/week1/07` and `ana/week2/08` leave `ana` a student. Lessons are read from the paths where these name them, and
from the files only where a decision hangs on it.

Two students are never made one. Where a path can be read in two ways, what it names is kept apart, and `doubt` says so.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from samestory.teach.label import Label, Labels, original_of
from samestory.teach.names import CHECKPOINTS, stem_of, tidy

DEEP = 6  # levels of sections above a student that are looked at
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


@dataclass(frozen=True)
class Owner:
    """A student as paths name them, and where a person has to look (`doubt`, empty for nowhere)."""

    student: str
    section: str = ""
    doubt: str = ""


@dataclass
class _Leaf:
    """A file by its number. `chain` are the places in `parts` that name somebody or something, from the outside in."""

    number: int
    parts: tuple[str, ...]
    labels: tuple[Label, ...]
    chain: tuple[int, ...]
    real: bool
    level: int = 0
    doubt: str = field(default="")

    def name(self, level: int) -> str:
        return self.labels[self.chain[level]].name

    def names(self, upto: int) -> tuple[str, ...]:
        return tuple(self.name(level) for level in range(upto))

    @property
    def lesson(self) -> Label | None:
        return next((label for label in reversed(self.labels) if label.lesson), None)


def owners(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool], root: str = ""
) -> list[Owner]:
    """The owner of each file, in order.

    `real` is False for what can't tell siblings apart: pictures, links, empty folders. `root` is the name of the folder
    or archive that holds everything, for files that name nobody.
    """
    numbers = _sections_named_by_number(paths, labels, holds, real)
    leaves = [_leaf(at, parts, labels, numbers, real(at)) for at, parts in enumerate(paths)]
    _take_off_numbers(leaves, holds)
    _join_copies(leaves)
    named = [leaf for leaf in leaves if leaf.chain]
    _find_level(named, 0, holds, root)
    found = _owned(named, holds) | _nameless([leaf for leaf in leaves if not leaf.chain], holds, root, bool(named))
    return [found[at] for at in range(len(paths))]


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


def _leaf(at: int, parts: tuple[str, ...], labels: Labels, numbers: set[str], real: bool) -> _Leaf:
    parts = tuple(part for part in parts if part != CHECKPOINTS)
    *folders, file = parts or ("unnamed",)
    read = [_numbered(part, labels.of(part, False), numbers) for part in folders]
    last = labels.of(file, True) if file and not _lies_in(folders, file) else Label("")
    chain: list[int] = []
    for place, label in enumerate((*read, last)):
        if label.name and not (chain and _same(label, read[chain[-1]])):
            chain.append(place)
    naming = not file or file.lower().endswith(_NAMING) or "." not in file
    return _Leaf(at, parts, (*read, last), tuple(chain), real and naming)


def _take_off_numbers(leaves: Sequence[_Leaf], holds: Holds) -> None:
    """Read `07_ana` as Ana's lesson 7, where all such numbers are those of the lessons in the files."""
    edged = [(leaf, told) for leaf in leaves if leaf.chain and (told := _EDGE.fullmatch(leaf.name(-1)))]
    numbers = {int(told["before"] or told["after"]): leaf for leaf, told in edged if leaf.real}
    if not numbers or len(numbers) > SAMPLE:
        return
    for number, leaf in numbers.items():
        if number not in {_number(lesson) for lesson in holds(leaf.number).lessons}:
            return
    for leaf, told in edged:
        _rename(leaf, -1, Label(told["name"] or told["rest"], f"#{int(told['before'] or told['after'])}", True))


def _rename(leaf: _Leaf, level: int, label: Label) -> None:
    place = leaf.chain[level]
    leaf.labels = (*leaf.labels[:place], label, *leaf.labels[place + 1 :])


def _numbered(part: str, label: Label, numbers: set[str]) -> Label:
    return Label(tidy(part), section=True) if part in numbers else label


def _lies_in(folders: Sequence[str], file: str) -> bool:
    """True for files whose names are never a person's: what is kept beside a notebook, and nbgrader's stamp."""
    return file == "timestamp.txt" or (folders[-1:] == ["answers"] and file.endswith(".json"))


def _same(label: Label, above: Label) -> bool:
    """True if a name only repeats the one above it: `ana/ana`, `ana/ana lee`."""
    if above.section:
        return label.name == above.name
    inner, outer = (set(_words(name)) for name in (label.name, above.name))
    return bool(inner and outer) and (inner <= outer or outer <= inner)


def _words(name: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()


def _join_copies(leaves: Iterable[_Leaf]) -> None:
    """Give `anna (1)` to Anna, where there is an `anna`."""
    known = {leaf.name(level) for leaf in leaves for level in range(len(leaf.chain))}
    for leaf in leaves:
        if leaf.chain:
            original = original_of(leaf.name(-1))
            if original in known:
                _rename(leaf, -1, replace(leaf.labels[leaf.chain[-1]], name=original))


def _find_level(leaves: Sequence[_Leaf], level: int, holds: Holds, root: str) -> None:
    """Decide whether the names at this level are students or sections; if sections, go on with those within."""
    nodes: dict[tuple[str, ...], list[_Leaf]] = {}
    for leaf in leaves:
        leaf.level = level
        nodes.setdefault(leaf.names(level + 1), []).append(leaf)
    children = {name: _children(inside, level) for name, inside in nodes.items()}
    if level >= DEEP or not any(children.values()):
        return
    clashing = [name for name, own in children.items() if _clash_within(own, level + 1, holds)]
    plain = [name for name, inside in nodes.items() if name not in clashing and _has_own(inside, level)]
    cued = [name for name, inside in nodes.items() if inside[0].labels[inside[0].chain[level]].section]
    if set(clashing) <= set(cued) if clashing else not plain and all(name in cued for name in nodes if children[name]):
        unsure = False
    elif clashing and 2 * len(clashing) >= len(nodes):
        unsure = bool(plain) or _may_be_one(nodes, children, root)
    else:
        _apart(clashing, nodes, level)
        if not clashing and not plain:
            _ask_about_only_children(nodes, children, level)
        return
    deeper = [leaf for leaf in leaves if len(leaf.chain) > level + 1]
    for leaf in leaves:
        node = leaf.names(level + 1)
        if len(leaf.chain) == level + 1 and children[node]:
            leaf.doubt = f"It lies beside the students in “{leaf.name(level)}”: put it into the folder of its student."
        elif unsure and node in clashing:
            leaf.doubt = _two_ways(leaf.name(level))
    _find_level(deeper, level + 1, holds, root)


def _may_be_one(
    nodes: dict[tuple[str, ...], list[_Leaf]], children: dict[tuple[str, ...], dict[str, list[_Leaf]]], root: str
) -> bool:
    """True if the only folder, with two or three names in it, may be a student's who worked more than once."""
    if any(len(leaf.chain) > len(name) + 1 for name, inside in nodes.items() for leaf in inside):
        return False  # two more levels of names: a section and its students
    return len(nodes) == 1 and all(len(own) < 4 and name[-1] != tidy(root) for name, own in children.items())


def _children(inside: Sequence[_Leaf], level: int) -> dict[str, list[_Leaf]]:
    children: dict[str, list[_Leaf]] = {}
    for leaf in inside:
        if len(leaf.chain) > level + 1 and leaf.real:
            children.setdefault(leaf.name(level + 1), []).append(leaf)
    return children


def _clash_within(children: dict[str, list[_Leaf]], level: int, holds: Holds) -> bool:
    """True if siblings hold the same lesson, here or in a folder further in."""
    if len(children) > 1 and _clash(children.values(), holds):
        return True
    deeper = (_children(inside, level) for inside in children.values())
    return level < DEEP and any(_clash_within(own, level + 1, holds) for own in deeper if own)


def _has_own(inside: Sequence[_Leaf], level: int) -> bool:
    return any(len(leaf.chain) == level + 1 and leaf.real for leaf in inside)


def _clash(siblings: Iterable[Sequence[_Leaf]], holds: Holds) -> bool:
    """True if two siblings hold the same lesson. Files are read only where the paths don't tell."""
    groups = list(siblings)
    named: dict[str, int] = {}
    unsure = False
    for at, group in enumerate(groups):
        for leaf in group:
            lesson = leaf.lesson
            if lesson and named.setdefault(lesson.lesson, at) != at:
                return True
            unsure = unsure or lesson is None or not lesson.sure
    if not unsure:
        return False
    read: dict[str, int] = {}
    return any(
        read.setdefault(lesson, at) != at for at, group in enumerate(groups) for lesson in _lessons(group, holds)
    )


def _lessons(group: Sequence[_Leaf], holds: Holds) -> Iterable[str]:
    for leaf in group[:SAMPLE]:
        yield from holds(leaf.number).lessons


def _apart(clashing: Sequence[tuple[str, ...]], nodes: dict[tuple[str, ...], list[_Leaf]], level: int) -> None:
    """Keep apart what lies under one name as if it were several students' work."""
    for node in clashing:
        for leaf in nodes[node]:
            leaf.doubt = _two_ways(leaf.name(level))
            name = " / ".join(leaf.names(len(leaf.chain))[level:])
            leaf.chain = (*leaf.chain[:level], leaf.chain[-1])
            _rename(leaf, level, replace(leaf.labels[leaf.chain[level]], name=name))


def _two_ways(name: str) -> str:
    return (
        f"“{name}” holds one lesson more than once, under different names: they were kept apart. If they are one "
        f"student’s, leave the one that counts; if “{name}” is no student, call its folder “section {name}”."
    )


def _ask_about_only_children(
    nodes: dict[tuple[str, ...], list[_Leaf]], children: dict[tuple[str, ...], dict[str, list[_Leaf]]], level: int
) -> None:
    """Each folder holds one other folder: its students', or is it a section with one student?"""
    inner = [name for own in children.values() for name in own]
    if len(set(inner)) < len(inner) or any(len(own) > 1 for own in children.values()):
        return  # the same name in several is nobody's; several without a clash are one student's lessons
    for inside in nodes.values():
        for leaf in inside:
            is_folder = len(leaf.chain) > level + 1 and leaf.chain[level + 1] < len(leaf.parts) - 1
            if is_folder and leaf.real and not leaf.parts[leaf.chain[level]].lower().endswith(".zip"):
                outer, within = leaf.name(level), leaf.name(level + 1)
                leaf.doubt = (
                    f"Two names stand in its path, “{outer}” and “{within}”: it was taken as the work of {outer}. "
                    f"If {within} is the student and {outer} the section, call that folder “section {outer}”."
                )


def _owned(leaves: Sequence[_Leaf], holds: Holds) -> dict[int, Owner]:
    sections = {leaf.number: _section_parts(leaf) for leaf in leaves}
    wrappers = _wrappers(leaves)
    for number, parts in sections.items():
        sections[number] = tuple(part for level, part in enumerate(parts) if level not in wrappers)
    by_student: dict[str, dict[tuple[str, ...], list[_Leaf]]] = {}
    spelled = _spellings(leaves, holds)
    for leaf in leaves:
        name = leaf.name(leaf.level)
        by_student.setdefault(spelled.get(name, name), {}).setdefault(sections[leaf.number], []).append(leaf)
    several = {name: places for name, places in by_student.items() if len(places) > 1}
    lessons = _are_lessons(several, by_student, holds)
    found: dict[int, Owner] = {}
    for name, places in by_student.items():
        together = [[leaf for own in places.values() for leaf in own]] if lessons else list(places.values())
        for own in together:
            section = "" if lessons else " / ".join(sections[own[0].number])
            doubt = "" if lessons or name not in several else _one_or_two(name, places, holds)
            found |= _rounds(name, section, doubt, own, holds)
    return found


def _spellings(leaves: Sequence[_Leaf], holds: Holds) -> dict[str, str]:
    """One spelling for `Ana` and `ana`, unless both handed in the same lesson: then they may be two."""
    known: dict[str, dict[str, list[_Leaf]]] = {}
    for leaf in leaves:
        name = leaf.name(leaf.level)
        known.setdefault(name.casefold(), {}).setdefault(name, []).append(leaf)
    several = [names for names in known.values() if len(names) > 1 and not _clash(names.values(), holds)]
    return {name: min(names) for names in several for name in names}


def _section_parts(leaf: _Leaf) -> tuple[str, ...]:
    return leaf.names(leaf.level)


def _wrappers(leaves: Sequence[_Leaf]) -> set[int]:
    """The levels at which one folder holds everybody, and does not look like a section."""
    found = set()
    for level in range(DEEP):
        names = {leaf.name(level) if leaf.level > level else None for leaf in leaves}
        if len(names) == 1 and None not in names and not leaves[0].labels[leaves[0].chain[level]].section:
            found.add(level)
    return found


def _are_lessons(
    several: dict[str, dict[tuple[str, ...], list[_Leaf]]],
    everybody: dict[str, dict[tuple[str, ...], list[_Leaf]]],
    holds: Holds,
) -> bool:
    """True if what seemed to be sections are lessons: most students are in several, each time with another lesson."""
    if not several:
        return False
    counts: dict[tuple[str, ...], int] = {}
    for places in everybody.values():
        for place in places:
            counts[place] = counts.get(place, 0) + 1
    met = {place for places in several.values() for place in places}
    if 2 * len(several) < min(counts[place] for place in met):
        return False
    return not any(_clash(several[name].values(), holds) for name in sorted(several)[:SAMPLE])


def _one_or_two(name: str, places: dict[tuple[str, ...], list[_Leaf]], holds: Holds) -> str:
    """What to say of a name in several sections: nothing, if all of them did the same lesson."""
    if _clash(places.values(), holds):
        return ""
    where = ", ".join(sorted(" / ".join(place) or "no section" for place in places))
    return f"“{name}” is in several sections with different lessons ({where}): if it is one student, use one folder."


def _rounds(name: str, section: str, doubt: str, own: Sequence[_Leaf], holds: Holds) -> dict[int, Owner]:
    """A student's files; those of one lesson in folders that nothing tells apart are kept apart."""
    above: dict[tuple[str, ...], list[_Leaf]] = {}
    for leaf in own:
        upto = leaf.chain[leaf.level]
        silent = zip(leaf.parts[:upto], leaf.labels[:upto], strict=False)
        above.setdefault(tuple(p for p, label in silent if not (label.name or label.lesson or label.again)), []).append(
            leaf
        )
    real = [[leaf for leaf in group if leaf.real] for group in above.values()]
    if len(real) < 2 or not _clash(real, holds) or len({holds(leaf.number).digest for g in real for leaf in g}) == 1:
        return {leaf.number: Owner(name, section, doubt or leaf.doubt) for leaf in own}
    where = ", ".join(sorted("/".join(folders) or "no folder" for folders in above))
    said = f"“{name}” handed in one lesson in several folders ({where}): is it one student? Each has a row of its own."
    return {
        leaf.number: Owner(f"{name} ({'/'.join(map(stem_of, folders))})" if folders else name, section, said)
        for folders, group in above.items()
        for leaf in group
    }


def _nameless(leaves: Sequence[_Leaf], holds: Holds, root: str, others: bool) -> dict[int, Owner]:
    """Files whose paths name nobody: one student's if they are of different lessons, else each somebody's."""
    units: dict[tuple[str, ...], list[_Leaf]] = {}
    for leaf in leaves:
        units.setdefault(_unit(leaf), []).append(leaf)
    found: dict[int, Owner] = {}
    for unit, own in units.items():
        real = [[leaf] for leaf in own if leaf.real and not leaf.labels[-1].again]
        clash = len(real) > 1 and not (unit and unit[-1] == own[0].parts[-1]) and _clash(real, holds)
        for leaf in own:
            student = _called(leaf, unit, clash, root, len(leaves) > 1 and len(units) == 1)
            alone = len(units) == 1 and not clash and not others
            found[leaf.number] = Owner(student, "", "" if alone or _is_number(student) else _NOBODY)
    return found


_NOBODY = "Nothing in its path names a student: find out whose it is, and put it into a folder of that name."


def _unit(leaf: _Leaf) -> tuple[str, ...]:
    """The path without what names a lesson."""
    return tuple(part for part, label in zip(leaf.parts, leaf.labels, strict=False) if part and not label.lesson)


def _called(leaf: _Leaf, unit: tuple[str, ...], clash: bool, root: str, together: bool) -> str:
    if clash:
        return tidy(stem_of(leaf.parts[-1] or leaf.parts[0]))
    if together and root:
        return tidy(root)
    return tidy(stem_of(unit[0] if unit else leaf.parts[-1] or leaf.parts[0]))


def _is_number(student: str) -> bool:
    """True for `x` and `17`, as people are called who are to stay unknown."""
    return len(student) == 1 or student.isdecimal()
