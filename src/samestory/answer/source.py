"""Read the plain call `check("odd-phrases", ...)` out of a code cell whose output is gone. Nothing is run.

Only literals are read, in the call or assigned to a name in its cell: what else `check("luhansk-name", name)` was
given can't be known without running the notebook.
"""

import ast
import re
import warnings
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samestory.answer.clean import value_at

# It takes `check("a"` across escaped line ends and lines of a list; it leaves `check(name`.
CALL = re.compile(rb"""(?:check|exercise)\((?:\\[nrt]|",\s{0,99}"|\s){0,9}\\?["']([A-Za-z0-9_-]{1,100})\\?["']""")
_KEY = re.compile(rb'"(?:source|input)"\s{0,99}:\s{0,99}')
TYPE = re.compile(rb'"cell_type"\s{0,99}:\s{0,99}"code"')
LONGEST = 16 * 1024  # bytes of one cell
IN_ALL = 128 * 1024  # characters of all cells that are parsed: Python's own parser can be kept busy by little text
_MOST_CALLS = 500
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
    calls: list[Call] = []
    before = start = spent = 0
    for at, name in _named(data, b"check("):
        key = None if name in but else _cell_key(data, at)
        # A cell with several calls is parsed once, at its first.
        if key and key.end() != start and _is_code(data, before, key.start()):
            text = _cell_text(data, key.end())
            spent += len(text)
            calls += _calls(text) if text and spent <= IN_ALL else [Call(name, None, False)]
        if key:
            before, start = at, key.end()
    return [call for call in calls if call.exercise not in but]


def _named(data: bytes, word: bytes) -> list[tuple[int, str]]:
    """Where `word` stands before the id of an exercise, and the id. (A search for plain bytes is ten times faster
    than one for a pattern.)"""
    found: list[tuple[int, str]] = []
    at = data.find(word)
    while at >= 0 and len(found) < _MOST_CALLS:
        call = CALL.match(data, at)
        if call:
            found.append((at, call[1].decode()))
        at = data.find(word, at + len(word))
    return found


def _cell_key(data: bytes, inside: int) -> re.Match[bytes] | None:
    """The key of the source that `inside` may stand in."""
    since = max(0, inside - LONGEST)
    at = max(data.rfind(b'"source"', since, inside), data.rfind(b'"input"', since, inside))
    return _KEY.match(data, at) if at >= 0 else None


def _is_code(data: bytes, before: int, key: int) -> bool:
    """True unless the cell says otherwise. Its type stands before its source, and after the call found before."""
    kind = data.rfind(b'"cell_type"', min(before, key), key)
    return kind < 0 or TYPE.match(data, kind) is not None


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
            yield from _calls_in_line(line)


def _calls_in_line(line: str) -> Iterator[Call]:
    """The calls of a line that is Python, though its cell is not."""
    named = CALL.match(line.encode()) if line.startswith("check(") else None
    if named:
        try:
            yield from _calls_in(_parsed(line))
        except _unreadable:
            yield Call(named[1].decode(), None, False)


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a learner's odd backslash is not the teacher's business
        return ast.parse(text)


def _calls_in(tree: ast.Module) -> list[Call]:
    # Names assigned in the cell itself: a value made anywhere else can't be known.
    assigned = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_check(node)]
    return [_call(node, assigned) for node in calls[:_MOST_CALLS]]


def _is_check(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    return name == "check" and isinstance(first, ast.Constant) and isinstance(first.value, str)


def _call(node: ast.Call, assigned: Mapping[str, ast.expr]) -> Call:
    exercise = ast.literal_eval(node.args[0])
    given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "answer")]
    if not given:
        return Call(exercise, None, True)
    value = assigned.get(given[0].id, given[0]) if isinstance(given[0], ast.Name) else given[0]
    try:
        return Call(exercise, _plain(ast.literal_eval(value)), True)
    except _unreadable:
        return Call(exercise, None, False)


def _plain(value: Any) -> Any:
    """The literal as JSON has it: a tuple or a set becomes a list, `...` nothing."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        # A set has no order: sorted, the same cell gives the same answer each time.
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return None if value is ... else value
