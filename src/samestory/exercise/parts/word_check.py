"""What a text in a learner's own words must hold, or must not: forms that are looked for, each with its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from samestory.exercise.parts.plain_words import GAP, fits, pattern_of, places_of
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Evidence

# A gap is tried at seven widths, so each one more takes seven times as long.
MOST_GAPS = 2


@dataclass(frozen=True, slots=True)
class WordCheck:
    """A thing to look for, and the forms in which it is recognised (see `plain_words` for stars and gaps)."""

    id: str
    text: str
    patterns: tuple[tuple[str, ...], ...]
    said: str
    evidence: tuple[Evidence, ...]

    def places(self, words: Sequence[str]) -> set[int]:
        """Return the numbers of the words that belong to any of the forms; those in a gap belong to none."""
        return {
            at
            for pattern in self.patterns
            for start, end in places_of(words, pattern)
            for at in range(start, end)
            if any(fits(words[at], one) for one in pattern)
        }

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the key."""
        return {
            **asdict(self),
            "patterns": list(map(list, self.patterns)),
            "evidence": [one.to_json() for one in self.evidence],
        }


def checks_of(spec: Mapping[str, Any], name: str, sources: Sources) -> tuple[WordCheck, ...]:
    """Return the checks listed under `name`; SpecError for a form that could never be found."""
    found = []
    for at, one in enumerate(spec.get(name, ())):
        patterns = tuple(pattern_of(form) for form in one["forms"])
        for form, pattern in zip(one["forms"], patterns, strict=True):
            # A gap at an end asks for nothing: whatever stands there would fit.
            if not pattern or GAP in (pattern[0], pattern[-1]) or pattern.count(GAP) > MOST_GAPS:
                raise SpecError(f"the form {form!r} needs a word at each end, and at most {MOST_GAPS} gaps", name, at)
        evidence = sources.evidence(one.get("evidence", ()))
        found.append(WordCheck(one["id"], one["text"], patterns, one["say"], evidence))
    return tuple(found)
