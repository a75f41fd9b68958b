"""At which level of the folders are the students? Where siblings hold the same lesson."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from samestory.teach.handin.leaves import SAMPLE, ClassFile, Holds, clash, rename
from samestory.teach.handin.names import tidy_name

DEEP = 6  # levels of sections above a student that are looked at
_Nodes = dict[tuple[str, ...], list[ClassFile]]
_Children = dict[tuple[str, ...], dict[str, list[ClassFile]]]


def find_level(leaves: Sequence[ClassFile], level: int, holds: Holds, root: str) -> None:
    """Decide whether the names at this level are students or sections; if sections, go on with those within."""
    nodes: _Nodes = {}
    for leaf in leaves:
        leaf.level = level
        nodes.setdefault(leaf.names(level + 1), []).append(leaf)
    children = {name: _children(inside, level) for name, inside in nodes.items()}
    if level >= DEEP or not any(children.values()):
        return
    clashing = [name for name, own in children.items() if _clash_within(own, level + 1, holds)]
    plain = [name for name, inside in nodes.items() if name not in clashing and _own(inside, level)]
    mixed = _mixed(nodes, children, clashing, level, holds)
    cued = [name for name, inside in nodes.items() if inside[0].labels[inside[0].chain[level]].section]
    # Sure: what clashes is called a section, or, where nothing clashes, all that holds names is.
    if set(clashing) <= set(cued) if clashing else not plain and all(name in cued for name in nodes if children[name]):
        unsure = False
    # Likely: half of the names or more can't be one student's, so the others here are sections as well.
    elif clashing and 2 * len([*clashing, *mixed]) >= len(nodes):
        unsure = bool(plain) or _may_be_one(nodes, children, root)
    else:
        # Few clash among many: these are students with odd folders, and no reason to split up the others.
        _apart(clashing, nodes, level)
        _apart_as_mixed(mixed, nodes, level)
        if not clashing and not plain:
            _ask_about_only_children(nodes, children, level)
        if not clashing:
            _ask_about_shared_names(nodes, children, level, holds)
        return
    deeper = [leaf for leaf in leaves if len(leaf.chain) > level + 1]
    for leaf in leaves:
        node = leaf.names(level + 1)
        if len(leaf.chain) == level + 1 and children[node]:
            leaf.doubt = f"It lies beside the students in “{leaf.name(level)}”: put it into the folder of its student."
        elif unsure and node in clashing:
            leaf.doubt = _two_ways(leaf.name(level))
    find_level(deeper, level + 1, holds, root)


def _may_be_one(nodes: _Nodes, children: _Children, root: str) -> bool:
    """True if the only folder, with two or three names in it, may be a student's who worked more than once."""
    if any(len(leaf.chain) > len(name) + 1 for name, inside in nodes.items() for leaf in inside):
        return False  # two more levels of names: a section and its students
    # Four names are a class; so are any in the folder that the whole download is named after.
    return len(nodes) == 1 and all(len(own) < 4 and name[-1] != tidy_name(root) for name, own in children.items())


def _children(inside: Sequence[ClassFile], level: int) -> dict[str, list[ClassFile]]:
    children: dict[str, list[ClassFile]] = {}
    for leaf in inside:
        if len(leaf.chain) > level + 1 and leaf.real:
            children.setdefault(leaf.name(level + 1), []).append(leaf)
    return children


def _clash_within(children: dict[str, list[ClassFile]], level: int, holds: Holds) -> bool:
    """True if siblings hold the same lesson, here or in a folder further in."""
    if len(children) > 1 and clash(children.values(), holds):
        return True
    deeper = (_children(inside, level) for inside in children.values())
    return level < DEEP and any(_clash_within(own, level + 1, holds) for own in deeper if own)


def _own(inside: Sequence[ClassFile], level: int) -> list[ClassFile]:
    return [leaf for leaf in inside if len(leaf.chain) == level + 1 and leaf.real]


def _apart(clashing: Sequence[tuple[str, ...]], nodes: _Nodes, level: int) -> None:
    """Keep apart what lies under one name as if it were several students' work."""
    for node in clashing:
        for leaf in nodes[node]:
            # Before the chain is changed, for the sentence names the folder as it was.
            leaf.doubt = _two_ways(leaf.name(level))
            name = " / ".join(leaf.names(len(leaf.chain))[level:])
            leaf.chain = (*leaf.chain[:level], leaf.chain[-1])
            rename(leaf, level, replace(leaf.labels[leaf.chain[level]], name=name))


def _mixed(
    nodes: _Nodes, children: _Children, clashing: Sequence[tuple[str, ...]], level: int, holds: Holds
) -> list[tuple[str, ...]]:
    """The folders in which different lessons lie under different names: one student's titles, or several students?"""
    counts = Counter(name for own in children.values() for name in own)
    return [
        node
        for node, own in children.items()
        if node not in clashing
        # A name that stands in several folders is a title, not one of the students in them.
        and len([name for name in own if counts[name] == 1 and _holds_a_lesson(own[name], holds)]) > 1
        and _none_or_alike(_own(nodes[node], level), own, holds)
    ]


def _none_or_alike(beside: Sequence[ClassFile], children: dict[str, list[ClassFile]], holds: Holds) -> bool:
    """True unless there are files of other lessons beside the names: then the folder is a student's."""
    return not beside or clash([beside, [leaf for own in children.values() for leaf in own]], holds)


def _holds_a_lesson(inside: Sequence[ClassFile], holds: Holds) -> bool:
    return any(leaf.lesson or holds(leaf.number).lessons for leaf in inside[:SAMPLE])


def _apart_as_mixed(mixed: Sequence[tuple[str, ...]], nodes: _Nodes, level: int) -> None:
    """Keep apart whoever may be a student; what lies within each of them stays together."""
    for node in mixed:
        for leaf in nodes[node]:
            outer = leaf.name(level)
            leaf.doubt = (
                f"“{outer}” holds different lessons under different names: they were kept apart. If they are one "
                f"student’s, name the files by their lessons; if “{outer}” is no student, call its folder "
                f"“section {outer}”."
            )
            if len(leaf.chain) > level + 1:
                name = f"{outer} / {leaf.name(level + 1)}"
                leaf.chain = (*leaf.chain[:level], *leaf.chain[level + 1 :])
                rename(leaf, level, replace(leaf.labels[leaf.chain[level]], name=name))


def _two_ways(name: str) -> str:
    return (
        f"“{name}” holds one lesson more than once, under different names: they were kept apart. If they are one "
        f"student’s, leave the one that counts; if “{name}” is no student, call its folder “section {name}”."
    )


def _ask_about_only_children(nodes: _Nodes, children: _Children, level: int) -> None:
    """Each folder holds one other folder: its students', or is it a section with one student?"""
    inner = [name for own in children.values() for name in own]
    if len(set(inner)) < len(inner) or any(len(own) > 1 for own in children.values()):
        return  # the same name in several is nobody's; several without a clash are one student's lessons
    for inside in nodes.values():
        for leaf in inside:
            # Only folders: a file's name beside a student's is mostly a title.
            is_folder = len(leaf.chain) > level + 1 and leaf.chain[level + 1] < len(leaf.parts) - 1
            if is_folder and leaf.real and not leaf.parts[leaf.chain[level]].lower().endswith(".zip"):
                outer, within = leaf.name(level), leaf.name(level + 1)
                leaf.doubt = (
                    f"Two names stand in its path, “{outer}” and “{within}”: it was taken as the work of {outer}. "
                    f"If {within} is the student and {outer} the section, call that folder “section {outer}”."
                )


def _ask_about_shared_names(nodes: _Nodes, children: _Children, level: int, holds: Holds) -> None:
    """One name in several folders, each time with another lesson: a title, or a student whose lessons these are?"""
    places: dict[str, list[tuple[str, ...]]] = {}
    for node, own in children.items():
        for name in own:
            places.setdefault(name, []).append(node)
    for name, shared in places.items():
        inside = [children[node][name] for node in shared]
        if len(shared) < 2 or clash(inside, holds) or not all(_holds_a_lesson(own, holds) for own in inside):
            continue
        where = ", ".join(f"“{node[-1]}”" for node in shared[:4])
        for leaf in (leaf for node in shared for leaf in nodes[node]):
            leaf.doubt = leaf.doubt or (
                f"“{name}” is in several folders with different lessons ({where}): it was taken as the work of "
                f"{leaf.name(level)}. If {name} is the student, put these files into one folder called “{name}”."
            )
