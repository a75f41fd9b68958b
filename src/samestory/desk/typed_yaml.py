"""Plain values as YAML that a person can read, a field a line: quickly, since it is written at every decision."""

import json
import re
from collections.abc import Iterator
from typing import Any

# What JSON may leave as it is and YAML doesn't take, or reads as the end of a line.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BARE = re.compile(r"[a-z][a-z-]*[0-9a-f]*\Z")
_TAKEN = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # words that YAML takes for something else


def typed_yaml(value: object) -> str:
    """Return fields and lists of them as YAML.

    >>> print(typed_yaml({"id": "a", "at": [1, 2], "all": [{"why": "It’s “no”."}]}), end="")
    id: a
    at: [1, 2]
    all:
      - why: "It’s “no”."
    """
    return "".join(f"{line}\n" for line in _lines(value))


def typed_scalar(value: object) -> str:
    """Return a value as it stands behind its field."""
    if isinstance(value, str) and _BARE.match(value) and value not in _TAKEN:
        return value
    return _ODD.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for name, one in value.items():
            if _is_flat(one):
                yield f"{name}: {typed_scalar(one)}"
            else:
                yield f"{name}:"
                yield from (f"  {line}" for line in _lines(one))
    elif isinstance(value, list) and value:
        for one in value:
            first, *rest = _lines(one)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield typed_scalar(value)


def _is_flat(value: object) -> bool:
    """Whether a value stands on the line of its field: not fields of its own, nor a list of some."""
    if isinstance(value, dict):
        return not value
    return not isinstance(value, list) or not any(isinstance(one, dict | list) for one in value)
