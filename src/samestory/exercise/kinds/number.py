"""Number: a value within a tolerance, with a unit; common wrong values are named with their cause.

A value within `tolerance` of the right one (2: at most 2 away; 5 %: at most 5 % of it away, both ends included) earns
the points. A foreseen wrong value earns its `credit`, mostly nothing, and its own sentence. What can't be read, or can
be read in two ways, is asked about and costs nothing (see `numeral`).

With all that it can have:

    value: 36
    tolerance: 1
    unit: {name: words, forms: [word]}
    say: The third paragraph has 36 words.
    near: [{value: 28, tolerance: 1, say: You left out the quotation.}, {value: 205, say: Those are the letters.}]
    otherwise: Count the words between its first and its last mark.

The smallest spec, beside what every exercise has:

    value: 36
    say: The third paragraph has 36 words.
    otherwise: Count the words between its first and its last mark.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from numbers import Integral
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.parts.numeral import LONGEST, Numeral, Unread, read_number
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Evidence, Malformed, Outcome, Part, Verdict, part_heading, rounded, whole

_HEADLINES: Mapping[str, str] = {"right": "Right.", "near": "Close.", "wrong": "Not so."}


@dataclass(frozen=True, slots=True)
class Range:
    """The values from `low` to `high`, both included, with their credit from 0 to 1 and what is said to them."""

    value: Decimal
    low: Decimal
    high: Decimal
    credit: float
    said: str

    def holds(self, value: float) -> bool:
        """Whether a value lies in the range; as the ends are rounded as the value was, none is lost at an end."""
        return float(self.low) <= value <= float(self.high)


@dataclass(frozen=True, slots=True)
class Written:
    """An answer: a number as it was typed."""

    text: str
    units: tuple[str, ...]

    @property
    def read(self) -> Numeral | Unread:
        """What it means."""
        return read_number(self.text, self.units)

    @property
    def empty(self) -> bool:
        """True if nothing was typed."""
        return self.read == Unread("")

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"text": self.text}


@kind
@dataclass(frozen=True)
class Number:
    """The task of an exercise of the kind `number`; `units` are the unit's forms, its name first."""

    name: ClassVar[str] = "number"
    placeholder: str
    units: tuple[str, ...]
    ranges: tuple[Range, ...]
    otherwise: str
    evidence: tuple[Evidence, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `value`, `tolerance`, `unit` (name, forms), `say`, `near` (value, tolerance, say, credit)."""
        ranges = [_range({**spec, "credit": 1})]
        for at, one in enumerate(spec.get("near", ())):
            near = _range(one)
            taken = next((other for other in ranges if other.holds(float(near.value))), None)
            if taken:
                found = f"{one['value']} lies within the tolerance of {plainly(taken.value)}, which comes first"
                raise SpecError(found, "near", at)
            ranges.append(near)
        unit = spec.get("unit")
        units = (unit["name"], *unit.get("forms", ())) if unit else ()
        for form in units:
            if isinstance(read_number(f"1 {form}", units), Unread):
                raise SpecError(f"{form!r} can't be told from the number: take a unit without digits", "unit")
        return cls(
            spec.get("placeholder", ""),
            units,
            tuple(ranges),
            spec["otherwise"],
            sources.evidence(spec.get("evidence", ())),
        )

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return what stands in the empty field, the forms of the unit, and the most characters that fit."""
        return {"placeholder": self.placeholder, "units": list(self.units), "max": LONGEST}

    def key(self) -> dict[str, Any]:
        """Return the ranges, the right one first, and every message."""
        ranges = [
            {"low": float(one.low), "high": float(one.high), "credit": one.credit, "said": one.said}
            for one in self.ranges
        ]
        return {"ranges": ranges, "otherwise": self.otherwise, "evidence": [asdict(one) for one in self.evidence]}

    def right(self) -> Written:
        """Return the value itself, with its unit."""
        return Written(" ".join([plainly(self.ranges[0].value), *self.units[:1]]), self.units)

    def parse(self, raw: object) -> Written | Malformed:
        """Read a number, a text with one, or {"text": "1,234 words"}."""
        if isinstance(raw, Mapping):
            raw = raw.get("text")
        if raw is None:
            return Written("", self.units)
        if isinstance(raw, Integral) and not isinstance(raw, bool):
            raw = int(raw)
        if isinstance(raw, (int, float)) and not isinstance(raw, bool) and abs(raw) < 1e15:
            raw = plainly(Decimal(raw if isinstance(raw, int) else repr(float(raw))))
        if not isinstance(raw, str):
            return Malformed('Give a number below 1e15, such as 40, or a text with one, such as "1,234".')
        answer = Written(whole(raw) if len(raw) <= LONGEST else raw[: LONGEST + 1], self.units)
        if isinstance(answer.read, Unread) and answer.read.question:
            return Malformed(answer.read.question)
        return answer

    def grade(self, answer: Written, points: float) -> Verdict:
        """Find the first range that holds the value."""
        read = answer.read
        assert isinstance(read, Numeral), "parse refuses what can't be read"
        shown = " ".join([read.shown, *self.units[:1]])
        found = next((one for one in self.ranges if one.holds(read.value)), None)
        credit, said = (found.credit, found.said) if found else (0.0, self.otherwise)
        outcome: Outcome = "right" if credit == 1 else "near" if credit else "wrong"
        evidence = self.evidence if credit == 1 else ()
        part = Part("number", outcome, part_heading(outcome, shown), said, credit, 1.0, None, None, evidence)
        return Verdict("graded", rounded(credit * points), points, _HEADLINES[outcome], (), (part,))

    def told(self, answer: Written) -> list[Told]:
        """Return what was typed."""
        return [(answer.text, "", False)]

    def samples(self) -> list[Sample]:
        """Return the key in several spellings, both ends of its range, every foreseen value, and what is far off."""
        right = self.ranges[0]
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"text": " "}, 0, 0)]
        found += [Sample(f"the value with “{unit}”", f"{plainly(right.value)} {unit}.", 1, 1) for unit in self.units]
        found += [Sample(f"the {end} end", plainly(getattr(right, end)), 1, 1) for end in ("low", "high")]
        found += [Sample(f"named: {one.value}", plainly(one.value), one.credit, one.credit) for one in self.ranges[1:]]
        far = [
            value for value in (Decimal(0), Decimal(10**12)) if not any(one.holds(float(value)) for one in self.ranges)
        ]
        return found + [Sample(f"{value}", plainly(value), 0, 0) for value in far]


def plainly(value: Decimal) -> str:
    """Return a number written out, without a power of ten.

    >>> plainly(Decimal("1.50e3"))
    '1500'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _range(one: Mapping[str, Any]) -> Range:
    """Return the range of a value with a tolerance, an amount or a text such as `5 %`; exact in decimals."""
    value, given = Decimal(str(one["value"])), one.get("tolerance", 0)
    off = abs(value) * Decimal(given.rstrip(" %")) / 100 if isinstance(given, str) else Decimal(str(given))
    if not (value + off).is_finite() or len(plainly(value)) > LONGEST // 2:
        raise SpecError(f"{one['value']} is no number that could be typed", "value")
    return Range(value, value - off, value + off, float(one.get("credit", 0)), one["say"])
