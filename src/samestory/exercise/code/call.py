"""The calls of an exercise on code: their inputs, the value that each must return, and foreseen wrong values."""

import ast
import json
import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samestory.exercise.code.value import RefusedValueError, same_value, value_tokens, written
from samestory.exercise.sources import Sources, SpecError

SHORT = 96  # characters of a call in a heading
_MADE = {"tuple": tuple, "set": set, "dict": dict}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A wrong value, its credit from 0 to under 1, and its cause."""

    value: str
    said: str
    credit: float


@dataclass(frozen=True, slots=True)
class CodeCall:
    """One call: how it reads, its inputs as the text of a list, the right value's text, and what is said of it."""

    call: str
    args: str
    expect: str
    said: str
    near: tuple[Foreseen, ...]

    @property
    def short(self) -> str:
        """The call as a heading can hold it."""
        return self.call if len(self.call) <= SHORT else f"{self.call[: SHORT - 20]} … {self.call[-16:]}"


def calls_of(spec: Mapping[str, Any], sources: Sources) -> tuple[CodeCall, ...]:
    """Return the calls of a spec; SpecError for what is no name, no plain value, or can't be told apart."""
    for name in [*spec["takes"], *([spec["function"]] if "function" in spec else [])]:
        if keyword.iskeyword(name):
            raise SpecError(f"{name!r} means something else to Python: take another name", "takes")
    calls = [_call(spec, one, at, sources) for at, one in enumerate(spec["calls"])]
    for at, one in enumerate(calls):
        # Equal inputs have equal values: the second call would only count the first one double.
        if one.args in [other.args for other in calls[:at]]:
            raise SpecError("the same inputs stand in an earlier call", "calls", at, "with")
    if len({one.expect for one in calls}) == 1:
        raise SpecError("every call returns the same value: who writes that value down is right", "calls")
    return tuple(calls)


def _call(spec: Mapping[str, Any], one: Mapping[str, Any], at: int, sources: Sources) -> CodeCall:
    if len(one["with"]) != len(spec["takes"]):
        raise SpecError(f"{len(one['with'])} inputs for {', '.join(spec['takes'])}", "calls", at, "with")
    given = [_input(value, sources, at) for value in one["with"]]
    named = ", ".join(f"{name} = {text}" for name, text in zip(spec["takes"], given, strict=True))
    call = f"{spec['function']}({', '.join(given)})" if "function" in spec else named
    expect, tolerance = _text(one["returns"], "calls", at, "returns"), float(spec.get("tolerance", 0))
    near: list[Foreseen] = []
    for number, each in enumerate(one.get("near", ())):
        place = ("calls", at, "near", number)
        value = _text(each["returns"], *place, "returns")
        # The first that fits is told, so a second one of that value would never be.
        if any(_equal(value, other, tolerance) for other in (expect, *(before.value for before in near))):
            raise SpecError(f"{value} is the right value, or foreseen already", *place)
        near.append(Foreseen(value, each["say"], float(each.get("credit", 0))))
    return CodeCall(call, f"[{', '.join(given)}]", expect, one.get("say", ""), tuple(near))


def _input(value: object, sources: Sources, at: int) -> str:
    """Return an input's text; `{passage: ...}` stands for words of an article, as printed."""
    if isinstance(value, dict) and set(value) == {"passage"}:
        cut = sources.shown(value["passage"]).passage
        return json.dumps(cut.text[cut.start : cut.end], ensure_ascii=False)
    text = _text(value, "calls", at, "with")
    # What a learner's machine can't read back can't be given to the function.
    try:
        ast.literal_eval(text)
    except ValueError:
        raise SpecError(f"{text} can't be given as an input", "calls", at, "with") from None
    return text


def _text(value: object, *place: str | int) -> str:
    try:
        return written(value_in_yaml(value))
    except (RefusedValueError, TypeError, ValueError) as error:
        raise SpecError(f"this can't be an input or a returned value: {error}", *place) from None


def value_in_yaml(value: object) -> Any:
    """Return what a value in YAML stands for: `{tuple: [1, 2]}`, `{set: [1, 2]}`, `{dict: [[1, a], [2, b]]}`.

    >>> value_in_yaml([{"tuple": [1, {"set": [2]}]}])
    [(1, {2})]
    """
    if isinstance(value, list):
        return [value_in_yaml(one) for one in value]
    if isinstance(value, dict):
        # An empty dict has no first entry and is what it says.
        (name, inner), *more = value.items() or ((None, None),)
        if name in _MADE and not more and isinstance(inner, list):
            entries: Sequence[Any] = value_in_yaml(inner)
            return _MADE[name](entries)
        return {key: value_in_yaml(one) for key, one in value.items()}
    return value


def _equal(one: str, other: str, tolerance: float) -> bool:
    return same_value(value_tokens(one) or [], value_tokens(other) or [], tolerance)
