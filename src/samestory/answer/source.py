"""Read the plain call `check("odd-phrases", ...)` out of a code cell whose output is gone. Nothing is run.

Only literals are read: `check("luhansk-name", name)` says nothing that can be known without running the cell.
"""

import ast
import re
import warnings
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from samestory.answer.clean import value_at

CALL = re.compile(rb"""(?:check|exercise)\((?:\\[nrt]|",\s{0,99}"|\s){0,9}\\?["']([A-Za-z0-9_-]{1,100})\\?["']""")
KEY = re.compile(rb'"(?:source|input)"\s{0,99}:\s{0,99}')
TYPE = re.compile(rb'"cell_type"\s{0,99}:\s{0,99}"code"')
LONGEST = 256 * 1024  # characters of one cell
MOST = 500
_unreadable = (SyntaxError, ValueError, TypeError, MemoryError, RecursionError)


@dataclass(frozen=True)
class Call:
    """`readable` is False where the answer is no literal."""

    exercise: str
    answer: Any
    readable: bool


def exercises_named(data: bytes) -> tuple[str, ...]:
    """The ids that the notebook's calls of `exercise` and `check` name, each once."""
    return tuple(dict.fromkeys(name for word in (b"exercise(", b"check(") for _, name in _named(data, word)))


def plain_calls(data: bytes, but: Container[str]) -> list[Call]:
    """The calls in code cells, in order, leaving out those for the exercises in `but`."""
    starts = dict.fromkeys(_cell_start(data, at) for at, name in _named(data, b"check(") if name not in but)
    calls = [call for start in starts if start >= 0 for call in _calls(_cell_text(data, start))]
    return [call for call in calls if call.exercise not in but]


def _named(data: bytes, word: bytes) -> list[tuple[int, str]]:
    """Where `word` stands before the id of an exercise, and the id. (A search for plain bytes is ten times faster
    than one for a pattern.)"""
    found: list[tuple[int, str]] = []
    at = data.find(word)
    while at >= 0 and len(found) < MOST:
        call = CALL.match(data, at)
        if call:
            found.append((at, call[1].decode()))
        at = data.find(word, at + len(word))
    return found


def _cell_start(data: bytes, inside: int) -> int:
    """Where the source begins that stands last before `inside`; -1 if there is none, or it is not code."""
    at = max(data.rfind(b'"source"', 0, inside), data.rfind(b'"input"', 0, inside))
    key = KEY.match(data, at) if at >= 0 else None
    if key is None:
        return -1
    kind = data.rfind(b'"cell_type"', 0, at)
    return key.end() if kind < 0 or TYPE.match(data, kind) else -1


def _cell_text(data: bytes, start: int) -> str:
    try:
        value, _ = value_at(data[start : start + LONGEST].decode("utf-8", "replace"))
    except ValueError:
        return ""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _calls(text: str) -> Iterator[Call]:
    # what IPython alone understands is left out: %magics, !commands, help?
    text = "\n".join("" if line.lstrip()[:1] in ("%", "!", "?") else line for line in text.splitlines())
    try:
        yield from _calls_in(_parsed(text))
    except _unreadable:
        for line in text.splitlines():
            if line.startswith("check("):
                try:
                    yield from _calls_in(_parsed(line))
                except _unreadable:
                    continue


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a learner's odd backslash is not the teacher's business
        return ast.parse(text)


def _calls_in(tree: ast.Module) -> list[Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_check(node)]
    return [_call(node) for node in calls]


def _is_check(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    return name == "check" and isinstance(first, ast.Constant) and isinstance(first.value, str)


def _call(node: ast.Call) -> Call:
    exercise = ast.literal_eval(node.args[0])
    given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "answer")]
    try:
        return Call(exercise, _plain(ast.literal_eval(given[0])), True) if given else Call(exercise, None, True)
    except _unreadable:
        return Call(exercise, None, False)


def _plain(value: Any) -> Any:
    """The literal as JSON has it: a tuple or a set becomes a list, `...` nothing."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return None if value is ... else value
