"""JSON that came from anywhere: read without surprises, and bounded before anybody uses it."""

import json
import math
from typing import Any

MAX_BYTES = 64 * 1024  # an answer of a whole passage marked word by word takes a tenth of this
MAX_DEPTH = 64


class RefusedError(ValueError):
    """The value is too large or nested too deeply to be anybody's answer."""


def _integer(text: str) -> int | str:
    """A whole number, or its first digits as text: Python itself refuses to read more than 4300 digits."""
    # 18 digits fit into 64 bits everywhere.
    return int(text) if len(text) <= 18 else text[:40]


def _real(text: str) -> float | str:
    value = float(text)
    return value if math.isfinite(value) else text[:40]


def _constant(name: str) -> str:
    return name  # NaN, Infinity: no numbers that anybody can grade


_decoder = json.JSONDecoder(strict=False, parse_int=_integer, parse_float=_real, parse_constant=_constant)


def value_at(text: str, start: int = 0) -> tuple[Any, int]:
    """The JSON value that begins at `start`, and where it ends.

    Raises ValueError for text that is no JSON, or is nested beyond what Python can follow.
    """
    try:
        return _decoder.raw_decode(text, start)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def is_plain(text: str) -> bool:
    """True for JSON text so small, so flat and without surrogates that its value is clean as it stands."""
    # A character takes at most four bytes as UTF-8, and an escape may be half of a surrogate pair.
    return len(text) <= MAX_BYTES // 4 and "\\u" not in text and text.count("[") + text.count("{") <= MAX_DEPTH


def cleaned(value: Any) -> Any:
    """The value, safe to store and to write as UTF-8: lone surrogates replaced.

    Raises RefusedError for a value of more than 64 KiB as JSON, nested more than 64 deep, or that JSON can't hold.
    """
    try:
        text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    except (RecursionError, TypeError, ValueError):
        raise RefusedError("it is nested too deeply, or holds what no answer holds") from None
    # Escaped text is never shorter than UTF-8, so the slower count is needed only beyond the limit.
    if len(text) > MAX_BYTES and len(json.dumps(value, ensure_ascii=False).encode(errors="replace")) > MAX_BYTES:
        raise RefusedError(f"it is larger than {MAX_BYTES // 1024} KiB")
    # Brackets within texts are counted too: a false alarm costs only the walk.
    if "\\ud" in text or text.count("[") + text.count("{") > MAX_DEPTH:
        return _walked(value, 0)
    return value


def _walked(value: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise RefusedError("it is nested too deeply")
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [_walked(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {whole(name): _walked(item, depth + 1) for name, item in value.items()}
    return value


def whole(text: str) -> str:
    """The text with every half of a surrogate pair replaced, so that it can be written as UTF-8."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
