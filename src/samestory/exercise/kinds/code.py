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

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.code.call import Call, calls_of
from samestory.exercise.code.cause import cause
from samestory.exercise.code.value import same, tokens, written
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources
from samestory.exercise.verdict import Malformed, Outcome, Part, Verdict, part_heading, rounded, total, whole

LONGEST = 3000  # characters of the source text; with the most calls and the longest values a record stays below 64 KiB
LONGEST_ERROR = 400
SHOWN = 160  # characters of a returned value in a sentence
CONSTANT = "It returns the same for every input, and that earns nothing."
NOTHING = "No value came back that could be graded."
NOT_RUN = "This code was not run on every input yet: run it, then check."
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
    function: str | None
    takes: tuple[str, ...]
    starter: str
    calls: tuple[Call, ...]
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
            "max": LONGEST,
        }

    def key(self) -> dict[str, Any]:
        """Return the right value of each call, the wrong ones that are foreseen, and every message."""
        calls = [
            {
                "expect": one.expect,
                "said": one.said,
                "near": [{"value": each.value, "said": each.said, "credit": each.credit} for each in one.near],
            }
            for one in self.calls
        ]
        return {"calls": calls, "tolerance": self.tolerance, "otherwise": self.otherwise}

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
        if len(source) > LONGEST:
            return Malformed(f"That is {len(source)} characters of code; at most {LONGEST} are kept.")
        source = whole(source)
        if not given and not source.strip():
            return Ran("", ())
        if len(given) != len(self.calls):
            return Malformed(NOT_RUN)
        results = [_returned(one) for one in given]
        read = tuple(one for one in results if one)
        return Ran(source, read) if len(read) == len(results) else Malformed(UNREADABLE)

    @cached_property
    def _keys(self) -> tuple[list[tuple[list[str], float, str]], ...]:
        """For each call the tokens of every value that is known, the right one first, with credit and message."""
        return tuple(
            [
                (tokens(one.expect) or [], 1.0, one.said),
                *((tokens(each.value) or [], each.credit, each.said) for each in one.near),
            ]
            for one in self.calls
        )

    def grade(self, answer: Ran, points: float) -> Verdict:
        """Compare each returned value with the right one, then with those foreseen."""
        first = answer.results[0]
        if first.value is None and all(one == first for one in answer.results):
            part = Part("code", "wrong", part_heading("wrong", "the code"), first.error, 0.0, 1.0)
            return Verdict("graded", 0.0, points, NOTHING, (), (part,))
        parts = tuple(self._part(at, one) for at, one in enumerate(answer.results))
        right, of = sum(1 for part in parts if part.outcome == "right"), len(parts)
        share, headline = total(part.earned for part in parts) / of, f"{right} of {of} right."
        if right == of:
            headline = "Right."
        elif first.value is not None and all(one.value == first.value for one in answer.results):
            share, headline = 0.0, f"{right} of {of} right. {CONSTANT}"
        return Verdict("graded", rounded(share * points), points, headline, (), parts)

    def _part(self, at: int, result: Returned) -> Part:
        credit, said = 0.0, result.error
        if result.value is not None:
            given = tokens(result.value) or []
            known = self._keys[at]
            found = next((one for one in known if same(given, one[0], self.tolerance)), None)
            credit = found[1] if found else 0.0
            why = found[2] if found else cause(given, known[0][0], self.tolerance) or self.otherwise
            said = f"It returned {cut(result.value)}. {why}".rstrip()
        outcome: Outcome = "right" if credit == 1 else "near" if credit else "wrong"
        return Part(f"call-{at + 1}", outcome, part_heading(outcome, self.calls[at].short), said, credit, 1.0)

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
                if len(set(given)) > 1:
                    found.append(_sample(f"foreseen in call {at + 1}: {each.value}", given, share, share))
        texts = [written(str(at)) if value == written(value) else written(value) for at, value in enumerate(right)]
        found.append(_sample("texts of the right values", texts, 0, 1 - 1 / of))
        failed = {"source": "def", "results": [{"error": "Line 1: Python can't read this line."}] * of}
        return [*found, Sample("an error", failed, 0, 0)]


def _sample(name: str, values: list[str], low: float, high: float) -> Sample:
    return Sample(name, {"source": "", "results": [{"value": value} for value in values]}, low, high)


def _returned(raw: object) -> Returned | None:
    """Read what one call gave, or None if that can't be read."""
    if not isinstance(raw, Mapping) or len(raw) != 1:
        return None
    value, error = raw.get("value"), raw.get("error")
    if isinstance(value, str):
        return Returned(value, "") if tokens(value) is not None else None
    return Returned(None, whole(error[:LONGEST_ERROR])) if isinstance(error, str) and error.strip() else None


def cut(value: str) -> str:
    """Return the text of a value as a sentence can hold it.

    >>> cut("[1, 2]")
    '[1, 2]'
    """
    return value if len(value) <= SHOWN else f"{value[:SHOWN]} …"
