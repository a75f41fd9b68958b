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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Integral
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.grading import RIGHT_OR_NOT, Fill, Reply, Scheme, Slot
from samestory.exercise.parts.numeral import LONGEST_NUMERAL, Numeral, Unread, read_number
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Malformed, Verdict, brief, well_formed


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

    def reply(self) -> Reply:
        """What is said to a value that lies in the range; only the right one comes with evidence."""
        ends = (str(float(self.low)), str(float(self.high)))
        return Reply(self.said, ends, self.credit, bare=self.credit < 1)


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
    is_question: ClassVar[bool] = True
    is_typed: ClassVar[bool] = True
    placeholder: str
    units: tuple[str, ...]
    ranges: tuple[Range, ...]
    scheme: Scheme

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `value`, `tolerance`, `unit` (name, forms), `say`, `near` (value, tolerance, say, credit)."""
        ranges = [_range({**spec, "credit": 1})]
        for at, one in enumerate(spec.get("near", ())):
            near = _range(one)
            # A value within an earlier range would never be told: the first that holds it replies.
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
        replies = (*(one.reply() for one in ranges), Reply(spec["otherwise"], bare=True))
        slot = Slot("number", replies, evidence=sources.evidence(spec.get("evidence", ())))
        return cls(spec.get("placeholder", ""), units, tuple(ranges), Scheme((slot,), RIGHT_OR_NOT))

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return what stands in the empty field, the forms of the unit, and the most characters that fit."""
        return {"placeholder": self.placeholder, "units": list(self.units), "max": LONGEST_NUMERAL}

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    def right(self) -> Written:
        """Return the value itself, with its unit."""
        return Written(" ".join([plainly(self.ranges[0].value), *self.units[:1]]), self.units)

    def parse(self, raw: object) -> Written | Malformed:
        """Read a number, a text with one, or {"text": "1,234 words"}."""
        if isinstance(raw, Mapping):
            raw = raw.get("text")
        if raw is None:
            return Written("", self.units)
        # A learner's notebook may hand over a whole number of numpy's, which is no int.
        if isinstance(raw, Integral) and not isinstance(raw, bool):
            raw = int(raw)
        if isinstance(raw, (int, float)) and not isinstance(raw, bool) and abs(raw) < 1e15:
            # By its shortest spelling: 0.1 itself has fifty digits behind the point.
            raw = plainly(Decimal(raw if isinstance(raw, int) else repr(float(raw))))
        if not isinstance(raw, str):
            return Malformed('Give a number below 1e15, such as 40, or a text with one, such as "1,234".')
        # One character too many is kept, so that it is still refused as too long.
        answer = Written(well_formed(raw) if len(raw) <= LONGEST_NUMERAL else raw[: LONGEST_NUMERAL + 1], self.units)
        if isinstance(answer.read, Unread) and answer.read.question:
            return Malformed(answer.read.question)
        return answer

    def grade(self, answer: Written, points: float) -> Verdict:
        """Find the first range that holds the value."""
        read = answer.read
        assert isinstance(read, Numeral), "parse refuses what can't be read"
        shown = " ".join([read.shown, *self.units[:1]])
        return self.scheme.grade([Fill(str(read.value), shown)], points, _between)

    def chosen(self, answer: Written) -> dict[str, str]:
        """Return what was typed, as far as a line can hold it."""
        return {"number": brief(answer.text.strip())}

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

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return a value in or about a range, in one of many spellings."""
        near = [float(end) for each in self.ranges for end in (each.low, each.value, each.high)]
        value = dice.choice([*near, 0.0, 12345.5]) + dice.choice([0, 0, 0.001, -0.001, 0.5, 1000])
        digits = dice.choice([f"{value:,.3f}", f"{value:.2f}", f"{value:,.0f}".replace(",", "\u202f"), f"{value:f}"])
        return {"text": f"{digits.replace('-', dice.choice('-−'))} {dice.choice([*self.units, ''])}"}


def plainly(value: Decimal) -> str:
    """Return a number written out, without a power of ten.

    >>> plainly(Decimal("1.50e3"))
    '1500'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _between(ends: Sequence[str], value: str) -> bool:
    low, high = map(float, ends)
    return low <= float(value) <= high


def _range(one: Mapping[str, Any]) -> Range:
    """Return the range of a value with a tolerance, an amount or a text such as `5 %`; exact in decimals."""
    value, given = Decimal(str(one["value"])), one.get("tolerance", 0)
    off = abs(value) * Decimal(given.rstrip(" %")) / 100 if isinstance(given, str) else Decimal(str(given))
    # Half of what fits leaves room for commas, a sign and a unit.
    if not (value + off).is_finite() or len(plainly(value)) > LONGEST_NUMERAL // 2:
        raise SpecError(f"{one['value']} is no number that could be typed", "value")
    return Range(value, value - off, value + off, float(one.get("credit", 0)), one["say"])
