"""The record of one answer: what a cell's output and the small file beside the notebook hold.

    {"schema": 1, "exercise": "odd-phrases", "spec": "<12 hex digits>", "answer": {...},
     "when": "2026-11-21T17:00:00Z", "hints": 1, "first": true}

`first` says which check was the first (see `look.py`); `spec` is the fingerprint of the exercise that was answered. A
score is never written: who grades, grades anew. Records of an older `schema`, or of none, are read field by field; of a
newer one, what is known is read.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from samestory.answer.clean import RefusedError, cleaned, value_at, whole
from samestory.answer.look import FirstLook

MIME = "application/vnd.samestory.answer+json"
SCHEMA = 1
MAX_NAME = 100


@dataclass(frozen=True)
class Record:
    """One answer to one exercise. `answer` is plain JSON, not yet looked at by the exercise's kind.

    `earlier` is the first look where a later check followed it; `is_first` says that this answer is the first look.
    Where neither is there, the record is of an edition that kept the last check alone.
    """

    exercise: str
    spec: str
    answer: Any
    when: str
    hints: int = 0
    schema: int = SCHEMA
    earlier: FirstLook | None = None
    is_first: bool = False

    @property
    def first(self) -> FirstLook:
        """The first look, which is this answer where no `earlier` one is known."""
        return self.earlier or FirstLook(self.answer, self.when, self.hints, sure=self.is_first)

    def after(self, before: "Record | None") -> "Record":
        """Return this record as what came after another one of the same edition: the first look stays."""
        if before is None or before.spec != self.spec:
            return replace(self, earlier=None, is_first=True)
        return replace(self, earlier=before.first, is_first=False)

    def to_json(self) -> dict[str, Any]:
        plain = {
            "schema": self.schema,
            "exercise": self.exercise,
            "spec": self.spec,
            "answer": self.answer,
            "when": self.when,
            "hints": self.hints,
        }
        if self.earlier:
            return plain | {"first": self.earlier.to_json()}
        return plain | {"first": True} if self.is_first else plain

    @classmethod
    def from_json(cls, raw: object) -> "Record | None":
        """The record in `raw` (an object, its JSON text, or that text in lines), or None if there is none."""
        record = read_record(raw)
        return record if isinstance(record, Record) else None


@dataclass(frozen=True)
class Unusable:
    """Something stands where a record should be; `exercise` is empty where even that can't be told."""

    exercise: str
    why: str


def read_record(raw: object, plain: bool = False) -> Record | Unusable:
    """The record, or why there is none. Never raises. `plain`: its text was seen to need no cleaning."""
    raw = _unwrapped(raw)
    if not isinstance(raw, dict):
        return Unusable("", "it is no record")
    exercise = _text(raw.get("exercise"), MAX_NAME)
    if not exercise:
        return Unusable("", "it does not say which exercise it answers")
    if "answer" not in raw:
        return Unusable(exercise, "it holds no answer")
    try:
        # Cleaning writes the value out as JSON once more: with thousands of records that takes time.
        answer = raw["answer"] if plain else cleaned(raw["answer"])
        earlier = _earlier(raw.get("first"), plain)
    except RefusedError as refused:
        return Unusable(exercise, str(refused))
    return Record(
        exercise=exercise,
        spec=_text(raw.get("spec"), MAX_NAME),
        answer=answer,
        when=_text(raw.get("when"), MAX_NAME),
        hints=_count(raw.get("hints"), 99),
        schema=_count(raw.get("schema"), 10**6),
        earlier=earlier,
        is_first=raw.get("first") is True,
    )


def _earlier(raw: object, plain: bool) -> FirstLook | None:
    """The first look, if an earlier one is kept; what can't be read counts as not kept."""
    if not isinstance(raw, dict) or "answer" not in raw:
        return None
    try:
        answer = raw["answer"] if plain else cleaned(raw["answer"])
    except RefusedError:
        return None
    sure = raw.get("sure") is not False
    return FirstLook(answer, _text(raw.get("when"), MAX_NAME), _count(raw.get("hints"), 99), sure)


def instant(when: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 time (UTC where no zone is given), or None for anything else.

    >>> instant("1970-01-02T00:00:00Z")
    86400.0
    """
    try:
        moment = datetime.fromisoformat(when.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def now() -> str:
    """This moment, as records write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unwrapped(raw: object) -> object:
    """Some programs store a JSON output as text, or as a list of lines."""
    if isinstance(raw, list) and raw and all(isinstance(line, str) for line in raw):
        raw = "".join(raw)
    if isinstance(raw, str):
        try:
            return value_at(raw.strip())[0]
        except ValueError:
            return None
    return raw


def _text(value: object, longest: int) -> str:
    return whole(value[:longest]).strip() if isinstance(value, str) else ""


def _count(value: object, most: int) -> int:
    # `true` is a whole number to Python, and to nobody else.
    return min(max(value, 0), most) if isinstance(value, int) and not isinstance(value, bool) else 0
