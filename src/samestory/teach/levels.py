"""At which level of the folders are the students? Where siblings hold the same lesson."""

from collections.abc import Sequence
from dataclasses import replace

from samestory.teach.leaves import Holds, Leaf, clash, rename
from samestory.teach.names import tidy

DEEP = 6  # levels of sections above a student that are looked at
_Nodes = dict[tuple[str, ...], list[Leaf]]
_Children = dict[tuple[str, ...], dict[str, list[Leaf]]]


def find_level(leaves: Sequence[Leaf], level: int, holds: Holds, root: str) -> None:
    """Decide whether the names at this level are students or sections; if sections, go on with those within."""
    nodes: _Nodes = {}
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
    find_level(deeper, level + 1, holds, root)


def _may_be_one(nodes: _Nodes, children: _Children, root: str) -> bool:
    """True if the only folder, with two or three names in it, may be a student's who worked more than once."""
    if any(len(leaf.chain) > len(name) + 1 for name, inside in nodes.items() for leaf in inside):
        return False  # two more levels of names: a section and its students
    return len(nodes) == 1 and all(len(own) < 4 and name[-1] != tidy(root) for name, own in children.items())


def _children(inside: Sequence[Leaf], level: int) -> dict[str, list[Leaf]]:
    children: dict[str, list[Leaf]] = {}
    for leaf in inside:
        if len(leaf.chain) > level + 1 and leaf.real:
            children.setdefault(leaf.name(level + 1), []).append(leaf)
    return children


def _clash_within(children: dict[str, list[Leaf]], level: int, holds: Holds) -> bool:
    """True if siblings hold the same lesson, here or in a folder further in."""
    if len(children) > 1 and clash(children.values(), holds):
        return True
    deeper = (_children(inside, level) for inside in children.values())
    return level < DEEP and any(_clash_within(own, level + 1, holds) for own in deeper if own)


def _has_own(inside: Sequence[Leaf], level: int) -> bool:
    return any(len(leaf.chain) == level + 1 and leaf.real for leaf in inside)


def _apart(clashing: Sequence[tuple[str, ...]], nodes: _Nodes, level: int) -> None:
    """Keep apart what lies under one name as if it were several students' work."""
    for node in clashing:
        for leaf in nodes[node]:
            leaf.doubt = _two_ways(leaf.name(level))
            name = " / ".join(leaf.names(len(leaf.chain))[level:])
            leaf.chain = (*leaf.chain[:level], leaf.chain[-1])
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
            is_folder = len(leaf.chain) > level + 1 and leaf.chain[level + 1] < len(leaf.parts) - 1
            if is_folder and leaf.real and not leaf.parts[leaf.chain[level]].lower().endswith(".zip"):
                outer, within = leaf.name(level), leaf.name(level + 1)
                leaf.doubt = (
                    f"Two names stand in its path, “{outer}” and “{within}”: it was taken as the work of {outer}. "
                    f"If {within} is the student and {outer} the section, call that folder “section {outer}”."
                )
