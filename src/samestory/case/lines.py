"""Read YAML and remember the line on which every value stands."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from samestory.case.problem import Problem

KeyPath = tuple[str | int, ...]
FLAT = 600  # brackets in a file, and marks of nesting in one line of it
_LARGEST_NUMBER = 2**53 - 1  # beyond it JavaScript no longer tells a whole number from the next


@dataclass(frozen=True, slots=True)
class Sheet:
    """A YAML file's content, its plain values, and the line (from 1) of each by its place in them.

    `twice` holds the keys that stand twice, with the line of the second; of each, `data` holds the last value.
    `broken` holds the places that are known not to have the right shape.
    """

    file: str
    content: bytes
    data: Any
    lines: Mapping[KeyPath, int]
    twice: list[tuple[KeyPath, int]] = field(default_factory=list)
    broken: set[KeyPath] = field(default_factory=set)

    def get(self, name: str) -> Any:
        """Return a field of the whole file; None if it is not there, or broken."""
        whole = isinstance(self.data, dict) and (name,) not in self.broken
        return self.data.get(name) if whole else None

    def entries(self, name: str) -> Iterator[tuple[int, Any]]:
        """Yield the entries of a list that are not broken, with their numbers."""
        listed = self.get(name)
        for at, one in enumerate(listed if isinstance(listed, list) else ()):
            if (name, at) not in self.broken:
                yield at, one

    def line(self, place: KeyPath) -> int:
        """Return the line of `place`, or of the nearest place around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)

    def problems_twice(self) -> Iterator[tuple[KeyPath, Problem]]:
        """Yield a problem for each key that stands twice."""
        for place, line in self.twice:
            found = f"the key again; it stands on line {self.lines[place]} too"
            yield place, Problem(self.file, line, named(place), found, "each key once", "remove one of them")

    def problem(self, place: KeyPath, found: str, expected: str, do: str) -> Problem:
        """Return a problem that names this file, the line and the field of `place`."""
        return Problem(self.file, self.line(place), named(place), found, expected, do)


class _Loader(yaml.SafeLoader):
    """Plain YAML whose dates stay text, as they are typed."""


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # not every build has the C one
    """The same in C, several times as fast; what it can't read is read again, for the better message."""


# YAML would make a date of 2022-02-22, which is then no text that a schema can check, or a page print as typed.
_Loader.yaml_implicit_resolvers = _FastLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _UnfitError(Exception):
    """A text that no case is written in; the arguments are a line, what was found there, and what to do."""


def named(place: KeyPath) -> str:
    """Return a place as a person writes it: findings[3].core."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")


def read(path: Path, name: str) -> Sheet | Problem:
    """Read a YAML file; a file that is missing, not UTF-8 or not YAML gives a `Problem`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, 0, "", "no such file", "a YAML file", f"write {name}, or remove what names it")
    except OSError as error:
        return Problem(name, 0, "", str(error.strerror), "a file that can be read", "mend the file or its rights")
    try:
        return _sheet(name, content)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"the byte {error.object[error.start]:#04x}, which is not UTF-8"
        return Problem(name, line, "", found, "a readable UTF-8 file", "save the file as UTF-8 text")
    except _UnfitError as error:
        line, found, do = error.args
        return Problem(name, line, "", found, "plain YAML", do)


def _sheet(name: str, content: bytes) -> Sheet:
    lines: dict[KeyPath, int] = {}
    twice: list[tuple[KeyPath, int]] = []
    # With or without the mark that some editors on Windows put in front.
    node, data = _parsed(content.decode("utf-8-sig"))
    if node is not None:
        # Lines are noted from the nodes, for plain values no longer know where they stood.
        _note_lines(node, (), lines, twice)
    sheet = Sheet(name, content, data, lines, twice)
    for place, found in _unwritable(data, ()):
        raise _UnfitError(sheet.line(place), found, "write the value in another way")
    return sheet


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    """Return the nodes of a YAML text and its plain values; _UnfitError if it has none."""
    # A file of strange depth goes to the slow reader, whose own stack Python guards.
    try:
        if _is_flat(text):
            return _composed(_FastLoader(text))
    except (yaml.YAMLError, RecursionError):
        pass
    return _parsed_with_care(text)


def _is_flat(text: str) -> bool:
    """Tell whether nothing can be nested so deep that reading it in C would run out of the stack."""
    brackets = text.count("[") + text.count("{")
    deepest = max(len(line) - len(line.lstrip()) + line.count("-") + line.count("?") for line in text.split("\n"))
    return brackets + deepest < FLAT


def _composed(loader: Any) -> tuple[yaml.Node | None, Any]:
    node = loader.get_single_node()
    if node is None:
        return None, None
    # Before values are made: an alias can stand for millions of them.
    _refuse_unusual(loader, node, node.start_mark.line + 1, set())
    return node, loader.construct_document(node)


def _parsed_with_care(text: str) -> tuple[yaml.Node | None, Any]:
    try:
        return _composed(_Loader(text))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        do = "remove the character, which can't be seen"
        raise _UnfitError(line, f"the character {error.character:#06x}", do) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        do = "mend the line; quote texts that hold “: ” or “#”"
        raise _UnfitError(mark.line + 1 if mark else 0, error.problem or str(error), do) from error
    except RecursionError as error:
        raise _UnfitError(0, "values nested too deeply to read", "write them flat") from error


def _refuse_unusual(loader: Any, node: yaml.Node, line: int, seen: set[int]) -> None:
    """Raise _UnfitError for an alias, which can multiply a file without end, and for odd keys and values."""
    # The parser hands on the same node for an alias, so a node seen twice is one.
    if id(node) in seen:
        raise _UnfitError(line, "an alias (*name)", "write the value out in both places")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag != "tag:yaml.org,2002:str":
                found = f"the key {key.value}" if isinstance(key, yaml.ScalarNode) else "a key made of several values"
                raise _UnfitError(key.start_mark.line + 1, found, "let the key be a word; quote it if it is one")
            _refuse_unusual(loader, value, key.start_mark.line + 1, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_unusual(loader, value, line, seen)
    else:
        try:
            loader.construct_object(node)
        except (ValueError, LookupError, TypeError, AttributeError) as error:  # `!!int ""`, or 5000 digits
            line = node.start_mark.line + 1
            raise _UnfitError(line, "a value that does not fit its type", "quote the value") from error


def _note_lines(node: yaml.Node, place: KeyPath, lines: dict[KeyPath, int], twice: list[tuple[KeyPath, int]]) -> None:
    """Note the line of every value (of a key, where it has one), and the keys that stand twice."""
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*place, key.value)
            line = key.start_mark.line + 1
            # YAML itself takes the last of two keys in silence, and the author would wonder.
            if inner in lines:
                twice.append((inner, line))
                continue
            lines[inner] = line
            _note_lines(value, inner, lines, twice)
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            _note_lines(value, (*place, at), lines, twice)


def _unwritable(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield what JSON, JavaScript or UTF-8 can't carry: numbers without end, and halves of a character."""
    if isinstance(value, float) and not math.isfinite(value):
        yield place, str(value)
    elif isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        yield place, "a number too large to count anything"
    elif isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        yield place, "half of a character (\\ud800 to \\udfff)"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unwritable(key, place)
            yield from _unwritable(inner, (*place, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _unwritable(inner, (*place, at))
