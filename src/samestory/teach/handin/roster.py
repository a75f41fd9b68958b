"""Whose is each file? From the paths of a whole class to its students, with their section.

A folder may stand for a section, a lesson, a student, or nothing; its name alone seldom tells. What tells is what lies
beside what: **students are found where siblings hold the same lesson**. `A/ana/07` and `A/bo/07` make `A` a section;
`ana/week1/07` and `ana/week2/08` leave `ana` a student. Lessons are read from the paths where these name them, and
from the files only where a decision hangs on it.

Two students are never made one. Where a path can be read in two ways, what it names is kept apart, and `doubt` says so.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

from samestory.teach.handin.label import Labels
from samestory.teach.handin.leaves import SAMPLE, ClassFile, Holds, clash, leaves_of, sign_of, signs_of_people
from samestory.teach.handin.levels import DEEP, find_level
from samestory.teach.handin.names import stem_of, tidy_name

_Places = dict[tuple[str, ...], list[ClassFile]]  # a student's files, by section


@dataclass(frozen=True)
class Owner:
    """A student as paths name them, and where a person has to look (`doubt`, empty for nowhere)."""

    student: str
    section: str = ""
    doubt: str = ""


def owners(
    paths: Sequence[tuple[str, ...]], labels: Labels, holds: Holds, real: Callable[[int], bool], root: str = ""
) -> list[Owner]:
    """The owner of each file, in order.

    `real` is False for what can't tell siblings apart: pictures, links, empty folders. `root` is the name of the folder
    or archive that holds everything, for files that name nobody.
    """
    leaves = leaves_of(paths, labels, holds, real)
    named = [leaf for leaf in leaves if leaf.chain]
    find_level(named, 0, holds, root)
    found = _owned(named, holds) | _nameless([leaf for leaf in leaves if not leaf.chain], holds, root, bool(named))
    return [found[at] for at in range(len(paths))]


def _owned(leaves: Sequence[ClassFile], holds: Holds) -> dict[int, Owner]:
    sections = {leaf.number: leaf.names(leaf.level) for leaf in leaves}
    # A folder that holds everybody says nothing, and would stand before every name.
    wrappers = _wrappers(leaves)
    for number, parts in sections.items():
        sections[number] = tuple(part for level, part in enumerate(parts) if level not in wrappers)
    by_student: dict[str, _Places] = {}
    spelled = _spellings(leaves, holds)
    for leaf in leaves:
        name = leaf.name(leaf.level)
        by_student.setdefault(spelled.get(name, name), {}).setdefault(sections[leaf.number], []).append(leaf)
    several = {name: places for name, places in by_student.items() if len(places) > 1}
    lessons = _are_lessons(several, by_student, holds)
    found: dict[int, Owner] = {}
    signs, common = signs_of_people(leaves, holds), _common_signs(by_student)
    for name, places in by_student.items():
        together = [[leaf for own in places.values() for leaf in own]] if lessons else list(places.values())
        for own in together:
            section = "" if lessons else " / ".join(sections[own[0].number])
            doubt = "" if lessons or name not in several else _one_or_two(name, places, holds)
            found |= _by_signs(name, section, own, signs, common, holds) or _rounds(name, section, doubt, own, holds)
    return found


def _common_signs(by_student: dict[str, _Places]) -> set[str]:
    """Numbers and letters in several students' folders: titles, and no names."""
    folders = ({sign_of(leaf) for own in places.values() for leaf in own} for places in by_student.values())
    return {sign for sign, count in Counter(sign for signs in folders for sign in signs).items() if count > 1}


def _by_signs(
    name: str, section: str, own: Sequence[ClassFile], signs: set[str], common: set[str], holds: Holds
) -> dict[int, Owner]:
    """The files of what seems to be a student, kept apart where they look like several students' without names."""
    # Only files without a further name in their path: such a name tells whose they are.
    bare = [leaf for leaf in own if leaf.real and leaf.chain[-1] == leaf.chain[leaf.level] < len(leaf.parts) - 1]
    signed: dict[str, list[ClassFile]] = {}
    for leaf in bare:
        signed.setdefault(sign_of(leaf), []).append(leaf)
    signed.pop("", None)
    told = signed.keys() & signs
    alike = len(signed) > 1 and bool(told) and clash(signed.values(), holds)
    if alike or len(told - common) > 1 or (_numbers_a_class(own[0]) and _differ(bare, holds)):
        return {leaf.number: Owner(_apart_by_file(name, leaf), section, leaf.doubt or _no_names(name)) for leaf in own}
    return {}


def _numbers_a_class(leaf: ClassFile) -> bool:
    """True for `9a` and `Gruppe 1`; not for `A`, `s1` and `07`, as people are called who are to stay unknown."""
    label = leaf.labels[leaf.chain[leaf.level]]
    return label.section and not label.name.isdecimal() and not (label.name[1:].isdecimal() or len(label.name) == 1)


def _differ(files: Sequence[ClassFile], holds: Holds) -> bool:
    """True if two files answer the same lesson differently."""
    # Who handed in again is expected to have changed the answer.
    again = any(label.again for leaf in files for label in leaf.labels)
    return not again and clash([[f] for f in files], holds) and len({holds(f.number).digest for f in files}) > 1


def _apart_by_file(name: str, leaf: ClassFile) -> str:
    return f"{name} / {tidy_name(stem_of(leaf.parts[-1] or leaf.parts[-2]))}"


def _no_names(name: str) -> str:
    return (
        f"The files in “{name}” name nobody, and may be several students’: put each student’s into a folder of that "
        "name, or, if they are one student’s, name them by their lessons."
    )


def _spellings(leaves: Sequence[ClassFile], holds: Holds) -> dict[str, str]:
    """One spelling for names that look alike, as `Ana` and `ana`.

    If both handed in the same lesson, they stay as they are: then they may be two.
    """
    known: dict[str, dict[str, list[ClassFile]]] = {}
    for leaf in leaves:
        name = leaf.name(leaf.level)
        known.setdefault(_as_seen(name), {}).setdefault(name, []).append(leaf)
    several = [names for names in known.values() if len(names) > 1 and not clash(names.values(), holds)]
    return {name: min(names) for names in several for name in names}


def _as_seen(name: str) -> str:
    """Without capitals, wide letters, and the characters that steer direction, as names in Arabic may hold."""
    return "".join(sign for sign in normalize("NFKC", name) if category(sign) != "Cf").casefold()


def _wrappers(leaves: Sequence[ClassFile]) -> set[int]:
    """The levels at which one folder holds everybody, and does not look like a section."""
    found = set()
    for level in range(DEEP):
        names = {leaf.name(level) if leaf.level > level else None for leaf in leaves}
        if len(names) == 1 and None not in names and not leaves[0].labels[leaves[0].chain[level]].section:
            found.add(level)
    return found


def _are_lessons(
    several: dict[str, _Places],
    everybody: dict[str, _Places],
    holds: Holds,
) -> bool:
    """True if what seemed to be sections are lessons: most students are in several, each time with another lesson."""
    # With one name alone, such as a folder that each of two students calls “Pair”, nothing shows what the folders are.
    if not several or len(everybody) == 1:
        return False
    counts: dict[tuple[str, ...], int] = {}
    for places in everybody.values():
        for place in places:
            counts[place] = counts.get(place, 0) + 1
    met = {place for places in several.values() for place in places}
    # A few names in several sections are namesakes; if half of a section's are, the folders are lessons.
    if 2 * len(several) < min(counts[place] for place in met):
        return False
    return not any(clash(several[name].values(), holds) for name in sorted(several)[:SAMPLE])


def _one_or_two(name: str, places: _Places, holds: Holds) -> str:
    """What to say of a name in several sections: nothing, if all of them did the same lesson."""
    if clash(places.values(), holds):
        return ""
    where = ", ".join(sorted(" / ".join(place) or "no section" for place in places))
    return f"“{name}” is in several sections with different lessons ({where}): if it is one student, use one folder."


def _rounds(name: str, section: str, doubt: str, own: Sequence[ClassFile], holds: Holds) -> dict[int, Owner]:
    """A student's files; those of one lesson in folders that nothing tells apart are kept apart."""
    around: dict[tuple[str, ...], list[ClassFile]] = {}
    for leaf in own:
        around.setdefault(_silent_folders(leaf), []).append(leaf)
    real = [[leaf for leaf in group if leaf.real] for group in around.values()]
    # Twice the very same answers are a copy, not the work of two.
    if len(real) < 2 or not clash(real, holds) or len({holds(leaf.number).digest for g in real for leaf in g}) == 1:
        return {leaf.number: Owner(name, section, doubt or leaf.doubt) for leaf in own}
    where = ", ".join(sorted("/".join(folders) or "no folder" for folders in around))
    said = f"“{name}” handed in one lesson in several folders ({where}): is it one student? Each has a row of its own."
    return {
        leaf.number: Owner(f"{name} ({'/'.join(map(stem_of, folders))})" if folders else name, section, said)
        for folders, group in around.items()
        for leaf in group
    }


def _silent_folders(leaf: ClassFile) -> tuple[str, ...]:
    """The folders around a file that tell neither whose it is, nor its lesson, nor that it came again."""
    named = zip(leaf.parts[:-1], leaf.labels, strict=False)
    # `answers` lies beside every notebook: it holds what `check` keeps.
    return tuple(part for part, label in named if not (label.name or label.lesson or label.again or part == "answers"))


def _nameless(leaves: Sequence[ClassFile], holds: Holds, root: str, others: bool) -> dict[int, Owner]:
    """Files whose paths name nobody: one student's if they are of different lessons, else each somebody's."""
    units: dict[tuple[str, ...], list[ClassFile]] = {}
    for leaf in leaves:
        units.setdefault(_unit(leaf), []).append(leaf)
    found: dict[int, Owner] = {}
    for unit, own in units.items():
        real = [[leaf] for leaf in own if leaf.real and not leaf.labels[-1].again]
        signs = signs_of_people(own, holds)
        # A unit that ends in a file's own name holds that file alone: nothing in it can clash.
        same = not (unit and unit[-1] == own[0].parts[-1]) and clash(real, holds)
        alike = len(real) > 1 and (same or len(signs) > 1)
        for leaf in own:
            student = _called(leaf, unit, alike, root, len(leaves) > 1 and len(units) == 1)
            alone = len(units) == 1 and not alike and not others
            # Who is called by a number alone did so on purpose: nobody need look for a name.
            found[leaf.number] = Owner(student, "", "" if alone or _is_number(student) else _NOBODY)
    return found


_NOBODY = "Nothing in its path names a student: find out whose it is, and put it into a folder of that name."


def _unit(leaf: ClassFile) -> tuple[str, ...]:
    """The path without what names a lesson."""
    return tuple(part for part, label in zip(leaf.parts, leaf.labels, strict=False) if part and not label.lesson)


def _called(leaf: ClassFile, unit: tuple[str, ...], alike: bool, root: str, together: bool) -> str:
    if alike:
        return tidy_name(stem_of(leaf.parts[-1] or leaf.parts[0]))
    if together and root:
        return tidy_name(root)
    return tidy_name(stem_of(unit[0] if unit else leaf.parts[-1] or leaf.parts[0]))


def _is_number(student: str) -> bool:
    """True for `x` and `17`, as people are called who are to stay unknown."""
    return len(student) == 1 or student.isdecimal()
