"""A value that a function returned, written down as text: exact, of built-in types only, and of bounded size.

The text is a Python literal in one spelling: entries of sets and dicts in a fixed order, texts between double
quotation marks as JSON escapes them. So equal values have equal texts, a teacher can read them, and whoever grades
compares texts and runs nothing. None, bool, int, float, str, and list, tuple, dict and set of these can be written.
"""

import json
import re
from collections.abc import Sequence

LONGEST_VALUE = 1500  # characters of a value's text
_DEEPEST = 8
_TOO_LONG = f"It returned a value that takes more than {LONGEST_VALUE} characters to write down."
_PLACEHOLDER = "It returned “...”, which holds the place of your own expression: put that there."
_PLAIN = "None, True, False, a number, a text, or a list, tuple, dict or set of these"
_UNROLLED = {"generator", "map", "filter", "zip", "enumerate", "range", "reversed", "dict_keys", "dict_values"}
_UNROLLED |= {"dict_items", "list_iterator", "frozenset", "deque"}
# It takes each token of {"a \" b": (-1.5e-07, None)} and leaves 'a text' between single marks, 0x10 and 1_000: nothing
# that is written here is spelled like these.
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\["\\/bfnrtu])*"'
    r"|-?(?:[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|inf|nan)"
    r"|None|True|False|set\(\)|[\[\](){},:]| "
)
# It takes `-1.5`, `inf` and `nan`; it leaves `"1"` and `None`.
_NUMBER = re.compile(r"-?(?:[0-9]|inf|nan)")
_CLOSING = {"[": "]", "(": ")", "{": "}"}


class RefusedValueError(ValueError):
    """The value can't be written down; the message tells the learner why, and what to return instead."""


def written(value: object) -> str:
    """Return the text of a value; RefusedValueError for another type, or what is too large or too deep.

    Only exact types are read and none of a value's own methods is called, so no class of a learner's can lie here.

    >>> written({"b": (1,), "a": {2.5, 10}})
    '{"a": {2.5, 10}, "b": (1,)}'
    """
    pieces: list[str] = []
    _write(value, pieces, [LONGEST_VALUE], 0)
    text = "".join(pieces)
    if len(text) > LONGEST_VALUE:
        raise RefusedValueError(_TOO_LONG)
    return text


def value_tokens(text: str) -> list[str] | None:
    """Return the tokens of a value's text without its blanks, or None if it is no such text.

    >>> value_tokens('["a", -1.5]')
    ['[', '"a"', ',', '-1.5', ']']
    """
    if not text or len(text) > LONGEST_VALUE:
        return None
    found, at, open_ = [], 0, list[str]()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        at = token.end()
        found.append(token[0])
        if token[0] in _CLOSING:
            open_.append(_CLOSING[token[0]])
        elif token[0] in ("]", ")", "}") and (not open_ or open_.pop() != token[0]):
            return None
        if len(open_) > _DEEPEST:
            return None
    return None if open_ else [token for token in found if token != " "]


def same_value(one: Sequence[str], other: Sequence[str], tolerance: float) -> bool:
    """Whether two values' tokens are equal, numbers at most `tolerance` apart; 2 equals 2.0 and nan equals nan.

    >>> same_value(["0.3"], ["0.30000000000000004"], 1e-9), same_value(["1"], ["True"], 0)
    (True, False)
    """
    return len(one) == len(other) and all(_alike(a, b, tolerance) for a, b in zip(one, other, strict=True))


def _alike(one: str, other: str, tolerance: float) -> bool:
    if one == other:
        return True
    if not (_NUMBER.match(one) and _NUMBER.match(other)):
        return False
    if not tolerance and one.lstrip("-").isdigit() and other.lstrip("-").isdigit():
        return False  # whole numbers of any size are told apart by their digits
    a, b = float(one), float(other)
    return a == b or abs(a - b) <= tolerance


def _write(value: object, pieces: list[str], left: list[int], depth: int) -> None:
    # The exact type: a subclass could print itself as whatever the key asks for.
    kind = type(value)
    if value is None or kind is bool:
        _add(str(value), pieces, left)
    elif kind is int or kind is float or kind is str:
        _add(_scalar(value), pieces, left)
    elif kind is list:
        _write_all("[]", value, pieces, left, depth)  # type: ignore[arg-type]
    elif kind is tuple:
        _write_all("()", value, pieces, left, depth)  # type: ignore[arg-type]
    elif kind is set or kind is dict:
        _write_sorted(value, pieces, left, depth)  # type: ignore[arg-type]
    else:
        raise RefusedValueError(_told(kind.__name__ if isinstance(kind.__name__, str) else "value"))


def _scalar(value: object) -> str:
    # 3 bits and a third make a digit; a longer number would take Python seconds to write, or be refused.
    if isinstance(value, int) and value.bit_length() > 3 * LONGEST_VALUE:
        raise RefusedValueError("It returned a number with more digits than can be kept.")
    if not isinstance(value, str):
        return repr(value)
    if len(value) > LONGEST_VALUE:
        raise RefusedValueError(f"It returned a text of {len(value)} characters; at most {LONGEST_VALUE} can be kept.")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise RefusedValueError("It returned a text with half a character in it (a lone surrogate).")
    return json.dumps(value, ensure_ascii=False)


def _write_all(
    ends: str, values: "list[object] | tuple[object, ...]", pieces: list[str], left: list[int], depth: int
) -> None:
    _bounded(len(values), depth)
    _add(ends[0], pieces, left)
    for at, one in enumerate(values):
        _add(", " if at else "", pieces, left)
        _write(one, pieces, left, depth + 1)
    # One thing in brackets is no tuple without its comma.
    _add(f",{ends[1]}" if ends == "()" and len(values) == 1 else ends[1], pieces, left)


def _write_sorted(values: "set[object] | dict[object, object]", pieces: list[str], left: list[int], depth: int) -> None:
    """Write a set or a dict, numbers by their size and the rest by their text."""
    _bounded(len(values), depth)
    entries: list[tuple[tuple[int, float, str], str]] = []
    for one in values.items() if isinstance(values, dict) else values:
        inner: list[str] = []
        key = one[0] if isinstance(values, dict) else one  # type: ignore[index]
        _write(key, inner, left, depth + 1)
        name = "".join(inner)
        if isinstance(values, dict):
            _add(": ", inner, left)
            _write(one[1], inner, left, depth + 1)  # type: ignore[index]
        # nan is neither before nor behind any number, so it stands with the texts.
        rank = (0, float(name), name) if _NUMBER.match(name) and name != "nan" else (1, 0.0, name)
        entries.append((rank, "".join(inner)))
    text = ", ".join(text for _, text in sorted(entries, key=lambda entry: entry[0]))
    pieces.append("set()" if not entries and isinstance(values, set) else f"{{{text}}}")


def _bounded(size: int, depth: int) -> None:
    # Asked at the way in: a list that holds itself has no end.
    if depth == _DEEPEST:
        raise RefusedValueError(f"It returned a value nested more than {_DEEPEST} deep, or one that holds itself.")
    # Every value takes at least two characters, its comma among them.
    if size > LONGEST_VALUE // 2:
        raise RefusedValueError(f"It returned {size} values at once, more than can be kept.")


def _add(text: str, pieces: list[str], left: list[int]) -> None:
    left[0] -= len(text)
    if left[0] < 0:
        raise RefusedValueError(_TOO_LONG)
    pieces.append(text)


def _told(kind: str) -> str:
    if kind == "ellipsis":
        return _PLACEHOLDER
    if kind in _UNROLLED:
        return f"It returned a {kind}, whose values can't be kept as they are: put list(...) around it."
    if kind in ("function", "builtin_function_or_method", "method", "type"):
        return "It returned a function itself: add (...) to call it."
    return f"It returned a value of the type {kind[:60]!r}, which can't be kept. Give {_PLAIN}."
