"""Short: a word or a phrase, with several accepted forms and near misses that are named."""

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Evidence, Malformed, Outcome, Part, Verdict, part_heading, rounded, whole

LONGEST = 200
_SPACES = " \t\n\r\f\v\u00a0\u1680\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
_EDGES = ".,;:!?…\"'()[]" + "“”„‘’«»"
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": None})
_ARTICLES = ("the ", "a ", "an ")
_HEADLINES: Mapping[Outcome, str] = {"right": "Right.", "near": "Close.", "wrong": "Not so."}


def normal(text: str) -> str:
    """Return a short answer as it is compared.

    Compatibility forms, small letters, straight marks, single spaces; without marks at its edges and
    without an article at its start.

    >>> normal(" the “Luhansk People’s  Republic”. ")
    "luhansk people's republic"
    """
    text = unicodedata.normalize("NFKC", text).translate(_SAME).lower()
    for space in _SPACES:
        text = text.replace(space, " ")
    text = " ".join(part for part in text.split(" ") if part).strip(_EDGES + " ")
    for article in _ARTICLES:
        if text.startswith(article):
            return text[len(article) :].lstrip(_EDGES + " ")
    return text


@dataclass(frozen=True, slots=True)
class Near:
    """Near misses: answers that deserve their own message, with a credit from 0 to under 1."""

    forms: tuple[str, ...]
    said: str
    credit: float


@dataclass(frozen=True, slots=True)
class Text:
    """An answer: what was typed."""

    text: str

    @property
    def empty(self) -> bool:
        """True if nothing was typed that can be compared."""
        return not normal(self.text)

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        return {"text": self.text}


@kind
@dataclass(frozen=True)
class Short:
    """The task of an exercise of the kind `short`."""

    name: ClassVar[str] = "short"
    placeholder: str
    accept: tuple[str, ...]
    said: str
    near: tuple[Near, ...]
    otherwise: str
    evidence: tuple[Evidence, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `accept`, `say`, `near` (forms, say, credit) and `otherwise`."""
        near = tuple(
            Near(tuple(normal(form) for form in one["forms"]), one["say"], float(one.get("credit", 0)))
            for one in spec.get("near", ())
        )
        accept = tuple(spec["accept"])
        _check_forms([("accept", at, form) for at, form in enumerate(accept)])
        _check_forms([("near", at, form) for at, one in enumerate(spec.get("near", ())) for form in one["forms"]])
        right = {normal(form) for form in accept}
        for at, one in enumerate(near):
            both = right.intersection(one.forms)
            if both:
                raise SpecError(f"{min(both)!r} is both right and a near miss", "near", at)
        return cls(
            spec.get("placeholder", ""),
            accept,
            spec["say"],
            near,
            spec["otherwise"],
            sources.evidence(spec.get("evidence", ())),
        )

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return what stands in the empty field, and the most characters it takes."""
        return {"placeholder": self.placeholder, "max": LONGEST}

    def key(self) -> dict[str, Any]:
        """Return the accepted forms as they are compared, and every message."""
        return {
            "accept": [normal(form) for form in self.accept],
            "said": self.said,
            "near": [{"forms": list(one.forms), "said": one.said, "credit": one.credit} for one in self.near],
            "otherwise": self.otherwise,
            "evidence": [asdict(one) for one in self.evidence],
        }

    def right(self) -> Text:
        """Return the first accepted form."""
        return Text(self.accept[0])

    def parse(self, raw: object) -> Text | Malformed:
        """Read a text, or {"text": "..."}."""
        if isinstance(raw, Mapping):
            raw = raw.get("text")
        if raw is None:
            return Text("")
        if not isinstance(raw, str):
            return Malformed('Give a word or a phrase in quotation marks, such as "peace".')
        if len(raw) > LONGEST:
            return Malformed(f"That is {len(raw)} characters; a word or a phrase of at most {LONGEST} is asked for.")
        return Text(whole(raw))

    @cached_property
    def _accepted(self) -> frozenset[str]:
        return frozenset(normal(form) for form in self.accept)

    def grade(self, answer: Text, points: float) -> Verdict:
        """Compare with the accepted forms, then with the near misses."""
        given = normal(answer.text)
        if given in self._accepted:
            return self._verdict("right", answer, self.said, 1.0, points, self.evidence)
        for near in self.near:
            if given in near.forms:
                return self._verdict("near", answer, near.said, near.credit, points, ())
        return self._verdict("wrong", answer, self.otherwise, 0.0, points, ())

    def _verdict(
        self,
        outcome: Outcome,
        answer: Text,
        said: str,
        share: float,
        points: float,
        evidence: tuple[Evidence, ...],
    ) -> Verdict:
        headline = _HEADLINES[outcome]
        heading = part_heading(outcome, answer.text)
        part = Part("text", outcome, heading, said, share, 1.0, None, None, evidence)
        return Verdict("graded", rounded(share * points), points, headline, (), (part,))

    def told(self, answer: Text) -> list[Told]:
        """Return what was typed."""
        return [(answer.text, "", False)]

    def samples(self) -> list[Sample]:
        """Return every accepted form and near miss, and answers that are none."""
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"text": "  “” "}, 0, 0)]
        found += [Sample(f"accepted: {form}", {"text": f" {form.upper()}. "}, 1, 1) for form in self.accept]
        for near in self.near:
            found += [Sample(f"near: {form}", {"text": form}, near.credit, near.credit) for form in near.forms]
        return [*found, Sample("something else", {"text": "qwertyuiop"}, 0, 0)]


def _check_forms(forms: list[tuple[str, int, str]]) -> None:
    """Raise SpecError for a form that nobody's answer could ever equal."""
    for name, at, form in forms:
        if not normal(form):
            raise SpecError(f"the form {form!r} holds nothing that is compared", name, at)
        if len(form) > LONGEST:
            raise SpecError(f"a form is longer than the {LONGEST} characters that an answer may have", name, at)
