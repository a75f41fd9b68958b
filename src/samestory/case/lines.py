"""Read YAML and remember the line on which every value stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from samestory.case.problem import Problem

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A YAML file's plain values, and the line (from 1) of each by its place in them."""

    file: str
    data: Any
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of `place`, or of the nearest place around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)

    def problem(self, place: Place, found: str, expected: str, do: str) -> Problem:
        """Return a problem that names this file, the line and the field of `place`."""
        return Problem(self.file, self.line(place), field(place), found, expected, do)


class _Loader(yaml.SafeLoader):
    """Plain YAML whose dates stay text, as they are typed."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def field(place: Place) -> str:
    """Return a place as a person writes it: findings[3].core."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")


def read(path: Path, name: str) -> Sheet | Problem:
    """Read a YAML file; a file that is missing, not UTF-8 or not YAML gives a `Problem`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Problem(name, 0, "", "no such file", "a YAML file", f"write {name}, or remove what names it")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(name, 0, "", str(error), "a readable UTF-8 file", "save the file as UTF-8 text")
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Place, int] = {}
        twice = _walk(node, (), lines) if node is not None else None
        if twice is not None:
            return twice_problem(name, twice, lines)
        data = loader.construct_document(node) if node is not None else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or str(error)
        return Problem(
            name,
            mark.line + 1 if mark else 0,
            "",
            str(found),
            "YAML",
            "mend the line; quote texts that hold “: ” or “#”",
        )
    finally:
        loader.dispose()
    return Sheet(name, data, lines)


def twice_problem(name: str, place: Place, lines: Mapping[Place, int]) -> Problem:
    """Return the problem of a key that stands twice in one mapping."""
    return Problem(name, lines[place], field(place), "the key stands twice", "each key once", "remove one of them")


def _walk(node: yaml.Node, place: Place, lines: dict[Place, int]) -> Place | None:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*place, str(key.value))
            if inner in lines:
                return inner
            twice = _walk(value, inner, lines)
            if twice is not None:
                return twice
            lines[inner] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            twice = _walk(value, (*place, at), lines)
            if twice is not None:
                return twice
    return None
