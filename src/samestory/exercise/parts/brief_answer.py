"""An evidence brief as a learner gives it: read, bounded, and turned back into plain values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from samestory.exercise.parts.plain_words import plain_words
from samestory.exercise.parts.rubric import Criterion, Ratings, read_ratings
from samestory.exercise.verdict import Certainty, Malformed, brief, well_formed

BRIEF_LIMITS = {"text": 12_000, "claim": 600, "quote": 1200, "source": 200, "rival": 600, "change": 600}  # characters
BRIEF_LIMITS |= {"exhibits": 6, "rivals": 4}  # how many
LARGEST_BRIEF = 48 * 1024  # bytes of the whole brief; a notebook keeps no answer of more than 64 KiB
_FIELDS = "text, claim, evidence, rivals, confidence, change, rubric"


class _RefusedError(Exception):
    """A field that is no part of a brief; the message is for the learner."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A quotation given as evidence, and where it stands."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Brief:
    """An answer: the parts of a brief. Rows with nothing in them are left out."""

    text: str
    claim: str
    evidence: tuple[Exhibit, ...]
    rivals: tuple[str, ...]
    confidence: str | None
    change: str
    ratings: Ratings

    @property
    def empty(self) -> bool:
        """True if nothing was written and no confidence chosen; a rating of nothing is no brief."""
        # A mark alone is not written: `…` is how some leave a field empty.
        written = (self.text, self.claim, self.change, *self.rivals, *(one.source + one.quote for one in self.evidence))
        return self.confidence is None and not any(map(plain_words, written))

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {
            "text": self.text,
            "claim": self.claim,
            "evidence": [{"source": one.source, "quote": one.quote} for one in self.evidence],
            "rivals": list(self.rivals),
            "confidence": self.confidence,
            "change": self.change,
            "rubric": dict(self.ratings),
        }


def read_brief(raw: object, rubric: Sequence[Criterion]) -> Brief | Malformed:
    """Read a brief from its fields; what is not given is empty; never raises."""
    if raw is None:
        raw = {}
    if not isinstance(raw, Mapping):
        return Malformed(f"Give the brief as fields: {_FIELDS}.")
    ratings = read_ratings(raw.get("rubric"), rubric)
    if isinstance(ratings, Malformed):
        return ratings
    try:
        texts = {name: _text(raw.get(name), name) for name in ("text", "claim", "change")}
        evidence = tuple(_exhibit(one) for one in _list(raw.get("evidence"), "quotations", BRIEF_LIMITS["exhibits"]))
        rivals = [_text(one, "rival") for one in _list(raw.get("rivals"), "rivals", BRIEF_LIMITS["rivals"])]
        confidence = _confidence(raw.get("confidence"))
    except _RefusedError as refused:
        return Malformed(str(refused))
    found = Brief(
        **texts,
        evidence=tuple(one for one in evidence if one.source.strip() or one.quote.strip()),
        rivals=tuple(one for one in rivals if one.strip()),
        confidence=confidence,
        ratings=ratings,
    )
    # In bytes, for letters of other alphabets take two or three each.
    size = len(json.dumps(found.to_json(), ensure_ascii=False).encode())
    if size > LARGEST_BRIEF:
        return Malformed(f"The brief takes {size} bytes, and {LARGEST_BRIEF} can be kept: paste less of the text.")
    return found


def _text(given: object, name: str) -> str:
    if given is None:
        return ""
    if not isinstance(given, str):
        raise _RefusedError(f"Give the {name} as text, in quotation marks.")
    if len(given) > BRIEF_LIMITS[name]:
        raise _RefusedError(f"The {name} has {len(given)} characters; at most {BRIEF_LIMITS[name]} can be kept.")
    return well_formed(given)


def _list(given: object, name: str, most: int) -> Sequence[object]:
    if given is None:
        return ()
    if not isinstance(given, (list, tuple)):
        raise _RefusedError(f"Give the {name} as a list.")
    if len(given) > most:
        raise _RefusedError(f"There are {len(given)} {name}; at most {most} can be kept: choose the strongest.")
    return given


def _exhibit(given: object) -> Exhibit:
    if given is None:
        return Exhibit("", "")
    if not isinstance(given, Mapping):
        raise _RefusedError('Give each quotation as {"source": "...", "quote": "..."}.')
    return Exhibit(_text(given.get("source"), "source"), _text(given.get("quote"), "quote"))


def _confidence(given: object) -> str | None:
    levels: tuple[str, ...] = get_args(Certainty)
    if given is None or (isinstance(given, str) and given in levels):
        return given
    raise _RefusedError(f"Say how sure one can be with one of {', '.join(levels)}, not {brief(given)!r}.")
