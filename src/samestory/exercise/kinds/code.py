"""Code: a short function or expression, graded by the values that it returned for given inputs.

The learner's code runs where the learner is: in the kernel of the notebook, or in the page's own Python. The answer
is the source text, for a teacher to read, and for each call the returned value or the error, written down as text.
Grading compares these texts and runs nothing. The inputs are shown to the learner, the right values are not.

Values are compared by type and content, to the last entry; 2 equals 2.0, True does not equal 1, and the order of
dicts and sets does not count. One and the same value for every call earns nothing. Who writes a table of the values
asked for gets the points: what the code does is for a teacher to read.

The smallest spec, beside what every exercise has:

    function: doubled
    takes: [number]
    calls: [{with: [2], returns: 4}, {with: [-1], returns: -2}]
    otherwise: Multiply by two.
    model: "def doubled(number): return 2 * number"

Without `function` an expression that uses `takes` is asked for. More that it can have: `starter` (the code to begin
with), `tolerance` (how far numbers may be off), and for a call `say` and `near: [{returns: 3, say: ..., credit: 0}]`,
wrong values with their cause. Inputs and values are YAML, and `{tuple: [1, 2]}`, `{set: [1, 2]}`,
`{dict: [[1, a], [2, b]]}`; an input may be `{passage: {article: ...}}`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.code.call import CodeCall, calls_of
from samestory.exercise.code.cause import cause
from samestory.exercise.code.value import same_value, value_tokens, written
from samestory.exercise.grading import Fill, Reply, Scheme, Slot
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources
from samestory.exercise.verdict import Malformed, Part, Verdict, brief, part_heading, well_formed

# Characters of the source text: with the most calls and the longest values a record stays below 64 KiB.
LONGEST_CODE = 3000
LONGEST_ERROR = 400
_SHOWN = 160  # characters of a returned value in a sentence
CONSTANT = "It returns the same for every input, and that earns nothing."
NOTHING = "No value came back that could be graded."
NOT_RUN = "This code was not run on every input yet: run it, then check."
# Small changes that make a value's text wrong, equal in another spelling, or unreadable.
_BENDS = [("(", "["), (")", "]"), ("1", "1.0"), (", ", ",  "), ("2", "inf"), ('"', ""), ("[", "{"), ("]", "}")]
UNREADABLE = "The values that this code returned can't be read: run it again, then check."


@dataclass(frozen=True, slots=True)
class Returned:
    """What one call gave: the text of a value, or an error in a sentence."""

    value: str | None
    error: str


@dataclass(frozen=True, slots=True)
class Ran:
    """An answer: the source text, and what each call gave when it ran."""

    source: str
    results: tuple[Returned, ...]

    @property
    def empty(self) -> bool:
        """True if nothing was run, and nothing written."""
        return not self.results

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        results = [{"error": one.error} if one.value is None else {"value": one.value} for one in self.results]
        return {"source": self.source, "results": results}


@kind
@dataclass(frozen=True)
class Code:
    """The task of an exercise of the kind `code`; `function` is None where an expression is asked for."""

    name: ClassVar[str] = "code"
    is_typed: ClassVar[bool] = True
    needs_python: ClassVar[bool] = True
    function: str | None
    takes: tuple[str, ...]
    starter: str
    calls: tuple[CodeCall, ...]
    tolerance: float
    otherwise: str
    model: str

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `function`, `takes`, `starter`, `calls`, `tolerance`, `otherwise` and `model`."""
        takes, function = tuple(spec["takes"]), spec.get("function")
        empty = f"def {function}({', '.join(takes)}):\n    return ...\n" if function else ""
        return cls(
            function,
            takes,
            spec.get("starter", empty),
            calls_of(spec, sources),
            float(spec.get("tolerance", 0)),
            spec["otherwise"],
            spec["model"],
        )

    @property
    def worth(self) -> float:
        """A point for each call."""
        return len(self.calls)

    def view(self) -> dict[str, Any]:
        """Return the function's name and inputs, the code to begin with, the calls, and the most characters."""
        calls = [{"call": one.call, "short": one.short, "args": one.args} for one in self.calls]
        return {
            "function": self.function,
            "takes": list(self.takes),
            "starter": self.starter,
            "calls": calls,
            "max": LONGEST_CODE,
        }

    def key(self) -> dict[str, Any]:
        """Return the scheme, and how far numbers may be off."""
        return {**self.scheme.to_json(), "tolerance": self.tolerance}

    @cached_property
    def scheme(self) -> Scheme:
        """A slot for each call, whose replies take values as they are written down; the right one comes first."""
        of, otherwise = len(self.calls), Reply(self.otherwise)
        slots = []
        for at, one in enumerate(self.calls):
            near = [Reply(each.said, (each.value,), each.credit) for each in one.near]
            slots.append(Slot(f"call-{at + 1}", (Reply(one.said, (one.expect,), 1.0), *near, otherwise)))
        headline = (("Right.", "all"), (f"{{right}} of {of} right.", "amiss"), (f" {CONSTANT}", "constant"))
        return Scheme(tuple(slots), headline, Reply(), of=of, varied=True)

    def right(self) -> Ran:
        """Return the model with the right values."""
        return Ran(self.model, tuple(Returned(one.expect, "") for one in self.calls))

    def parse(self, raw: object) -> Ran | Malformed:
        """Read {"source": "...", "results": [{"value": "3"} or {"error": "..."}, ...]}; nothing in it is run."""
        if raw is None:
            return Ran("", ())
        if callable(raw):
            return Malformed("The function was not run. Call check(...) with the function, in your own notebook.")
        if not isinstance(raw, Mapping):
            return Malformed(f"Give the function itself: check(..., {self.function or 'lambda ' + self.takes[0]}).")
        source, given = raw.get("source", ""), raw.get("results", ())
        if not isinstance(source, str) or not isinstance(given, (list, tuple)):
            return Malformed(UNREADABLE)
        if len(source) > LONGEST_CODE:
            return Malformed(f"That is {len(source)} characters of code; at most {LONGEST_CODE} are kept.")
        source = well_formed(source)
        if not given and not source.strip():
            return Ran("", ())
        if len(given) != len(self.calls):
            return Malformed(NOT_RUN)
        results = [_returned(one) for one in given]
        read = tuple(one for one in results if one)
        return Ran(source, read) if len(read) == len(results) else Malformed(UNREADABLE)

    def grade(self, answer: Ran, points: float) -> Verdict:
        """Compare each returned value with the right one, then with those foreseen."""
        first = answer.results[0]
        # One error in every call is a fault of the code as a whole, and is told once.
        if first.value is None and all(one == first for one in answer.results):
            part = Part("code", "wrong", part_heading("wrong", "the code"), first.error, 0.0, 1.0)
            return Verdict("graded", 0.0, points, NOTHING, (), (part,))
        return self.scheme.grade(list(map(self._fill, self.calls, answer.results)), points, self._takes)

    def _fill(self, call: CodeCall, result: Returned) -> Fill:
        if result.value is None:
            return Fill(None, call.short, result.error)
        why = cause(value_tokens(result.value) or [], value_tokens(call.expect) or [], self.tolerance)
        return Fill(result.value, call.short, f"It returned {cut_value(result.value)}.", why)

    def _takes(self, values: Sequence[str], given: str) -> bool:
        return same_value(value_tokens(values[0]) or [], value_tokens(given) or [], self.tolerance)

    def chosen(self, answer: Ran) -> dict[str, str]:
        """Return what each call gave, as far as a line can hold it."""
        given = (f"stopped: {one.error}" if one.value is None else f"returned {one.value}" for one in answer.results)
        return {f"call-{at}": brief(words) for at, words in enumerate(given, 1)}

    def told(self, answer: Ran) -> list[Told]:
        """Return the code as the learner wrote it, then each call with what it gave."""
        results = zip(self.calls, answer.results, strict=False)
        lines = [
            (one.short, f"stopped: {each.error}" if each.value is None else f"returned {each.value}", False)
            for one, each in results
        ]
        return ([(answer.source, "", False)] if answer.source.strip() else []) + lines

    def in_full(self) -> tuple[str, str]:
        """Return the model."""
        return "One way", self.model

    def samples(self) -> list[Sample]:
        """Return the key, nothing, values for the next call, one value for all, foreseen values, texts, errors."""
        right = [one.expect for one in self.calls]
        of = len(right)
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"source": " \n"}, 0, 0)]
        found.append(_sample("another call's values", [*right[1:], right[0]], 0, 1 - 1 / of))
        found += [_sample(f"always {value}", [value] * of, 0, 0) for value in dict.fromkeys([*right, "None", "0"])]
        for at, one in enumerate(self.calls):
            for each in one.near:
                share = (of - 1 + each.credit) / of
                given = [*right[:at], each.value, *right[at + 1 :]]
                # One value for every call earns nothing, however near it is.
                if len(set(given)) > 1:
                    found.append(_sample(f"foreseen in call {at + 1}: {each.value}", given, share, share))
        texts = [written(str(at)) if value == written(value) else written(value) for at, value in enumerate(right)]
        found.append(_sample("texts of the right values", texts, 0, 1 - 1 / of))
        failed = {"source": "def", "results": [{"error": "Line 1: Python can't read this line."}] * of}
        return [*found, Sample("an error", failed, 0, 0)]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return values of this and other calls, with numbers, brackets and marks exchanged, and errors."""
        texts = [text for call in self.calls for text in (call.expect, *(each.value for each in call.near))]
        results = []
        for call in self.calls:
            text = dice.choice([call.expect, call.expect, *texts, f'"{call.expect}"', "None", "-1e-07", "nan", "[]"])
            value = text.replace(*dice.choice([("", ""), ("", ""), ("", ""), *_BENDS]))
            results.append({"value": value} if dice.random() < 0.9 else {"error": dice.choice("ab")})
        return {"source": dice.choice(["", "x"]), "results": dice.choice([results, results[:1] * len(results)])}


def _sample(name: str, values: list[str], low: float, high: float) -> Sample:
    return Sample(name, {"source": "", "results": [{"value": value} for value in values]}, low, high)


def _returned(raw: object) -> Returned | None:
    """Read what one call gave, or None if that can't be read."""
    if not isinstance(raw, Mapping) or len(raw) != 1:
        return None
    value, error = raw.get("value"), raw.get("error")
    if isinstance(value, str):
        return Returned(value, "") if value_tokens(value) is not None else None
    return Returned(None, well_formed(error[:LONGEST_ERROR])) if isinstance(error, str) and error.strip() else None


def cut_value(value: str) -> str:
    """Return the text of a value as a sentence can hold it.

    >>> cut_value("[1, 2]")
    '[1, 2]'
    """
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]} …"
