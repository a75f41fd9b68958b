"""Why a returned value is not the one asked for, where its form alone tells: no `return`, a text for a number, ..."""

from collections.abc import Sequence

from samestory.exercise.code.value import same_value

_OPENING = {"(": "[", "{": "["}
_CLOSING = {")": "]", "}": "]"}
_TYPES = {"[": "list", "(": "tuple", "{": "dict or set", "set()": "set"}


def cause(given: Sequence[str], expected: Sequence[str], tolerance: float) -> str:
    """Return a sentence on a wrong value, from its tokens and those of the right one; empty where none fits.

    >>> cause(["None"], ["3"], 0)
    'A function gives back only what stands after “return”.'
    >>> cause(["4"], ["3"], 0)
    'It is one more than it should be.'
    """
    # First: nothing came back that could be compared.
    if list(given) == ["None"]:
        return "A function gives back only what stands after “return”."
    if len(given) == len(expected) == 1:
        return _of_scalars(given[0], expected[0])
    if same_value(_bare(given), _bare(expected), tolerance):
        here, there = (_TYPES.get(one[0], "value") for one in (given, expected))
        if here == there:
            return "It holds the right values, but something inside it is of another type."
        return f"It holds the right values in a {here}; a {there} is asked for."
    if sorted(given) == sorted(expected):
        return "It holds the right values in another order."
    return ""


def _of_scalars(given: str, expected: str) -> str:
    if given == f'"{expected}"':
        return "It is a text that reads like the right value: return the value itself, not a text."
    if expected == f'"{given}"':
        return "It reads like the right value: return it as a text."
    if _is_whole(given) and _is_whole(expected) and abs(int(given) - int(expected)) == 1:
        return f"It is one {'more' if int(given) > int(expected) else 'less'} than it should be."
    return ""


def _is_whole(text: str) -> bool:
    """Whether it is a whole number that every language can count with."""
    return text.lstrip("-").isdigit() and len(text) <= 15


def _bare(tokens: Sequence[str]) -> list[str]:
    """Return the tokens with every bracket square, and without the comma that makes a tuple of one."""
    found: list[str] = []
    for token in tokens:
        if token == "set()":
            found += ["[", "]"]
            continue
        # `(1,)` has a comma that `[1]` has not.
        if token in (")", "]", "}") and found and found[-1] == ",":
            found.pop()
        found.append(_OPENING.get(token, _CLOSING.get(token, token)))
    return found
