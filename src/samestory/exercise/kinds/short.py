"""Short: a word or a phrase, with several accepted forms and near misses that are named."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.grading import RIGHT_OR_NOT, Fill, Reply, Scheme, Slot
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Malformed, Verdict, brief, well_formed

LONGEST_SHORT = 200
_SPACES = " \t\n\r\f\v\u00a0\u1680\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
_EDGES = ".,;:!?…\"'()[]" + "“”„‘’«»"
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": None})
_ARTICLES = ("the ", "a ", "an ")


def normal(text: str) -> str:
    """Return a short answer as it is compared.

    Compatibility forms, small letters, straight marks, single spaces; without marks at its edges and
    without an article at its start.

    >>> normal(" the “Luhansk People’s  Republic”. ")
    "luhansk people's republic"
    """
    text = unicodedata.normalize("NFKC", text).translate(_SAME).lower()
    # One by one, for what Python takes for a blank is another list than JavaScript's.
    for space in _SPACES:
        text = text.replace(space, " ")
    text = " ".join(part for part in text.split(" ") if part).strip(_EDGES + " ")
    for article in _ARTICLES:
        if text.startswith(article):
            return text[len(article) :].lstrip(_EDGES + " ")
    return text


@dataclass(frozen=True, slots=True)
class ShortText:
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
    """The task of an exercise of the kind `short`; `near` are replies to near misses, which earn less than all."""

    name: ClassVar[str] = "short"
    is_question: ClassVar[bool] = True
    is_typed: ClassVar[bool] = True
    placeholder: str
    accept: tuple[str, ...]
    near: tuple[Reply, ...]
    scheme: Scheme

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `accept`, `say`, `near` (forms, say, credit) and `otherwise`."""
        near = tuple(
            Reply(one["say"], tuple(map(normal, one["forms"])), float(one.get("credit", 0)), "near", bare=True)
            for one in spec.get("near", ())
        )
        accept = tuple(spec["accept"])
        _check_forms([("accept", at, form) for at, form in enumerate(accept)])
        _check_forms([("near", at, form) for at, one in enumerate(spec.get("near", ())) for form in one["forms"]])
        right = Reply(spec["say"], tuple(map(normal, accept)), 1.0)
        # The first reply that takes a form is the one told: the near miss would never be.
        for at, one in enumerate(near):
            both = set(right.to).intersection(one.to)
            if both:
                raise SpecError(f"{min(both)!r} is both right and a near miss", "near", at)
        evidence = sources.evidence(spec.get("evidence", ()))
        slot = Slot("text", (right, *near, Reply(spec["otherwise"], bare=True)), evidence=evidence)
        return cls(spec.get("placeholder", ""), accept, near, Scheme((slot,), RIGHT_OR_NOT))

    @property
    def worth(self) -> float:
        """One point."""
        return 1

    def view(self) -> dict[str, Any]:
        """Return what stands in the empty field, and the most characters it takes."""
        return {"placeholder": self.placeholder, "max": LONGEST_SHORT}

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    def right(self) -> ShortText:
        """Return the first accepted form."""
        return ShortText(self.accept[0])

    def parse(self, raw: object) -> ShortText | Malformed:
        """Read a text, or {"text": "..."}."""
        if isinstance(raw, Mapping):
            raw = raw.get("text")
        if raw is None:
            return ShortText("")
        if not isinstance(raw, str):
            return Malformed('Give a word or a phrase in quotation marks, such as "peace".')
        if len(raw) > LONGEST_SHORT:
            return Malformed(
                f"That is {len(raw)} characters; a word or a phrase of at most {LONGEST_SHORT} is asked for."
            )
        return ShortText(well_formed(raw))

    def grade(self, answer: ShortText, points: float) -> Verdict:
        """Compare with the accepted forms, then with the near misses."""
        return self.scheme.grade([Fill(normal(answer.text), answer.text)], points)

    def chosen(self, answer: ShortText) -> dict[str, str]:
        """Return what was typed, as far as a line can hold it."""
        return {"text": brief(answer.text.strip())}

    def told(self, answer: ShortText) -> list[Told]:
        """Return what was typed."""
        return [(answer.text, "", False)]

    def samples(self) -> list[Sample]:
        """Return every accepted form and near miss, and answers that are none."""
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"text": "  “” "}, 0, 0)]
        found += [Sample(f"accepted: {form}", {"text": f" {form.upper()}. "}, 1, 1) for form in self.accept]
        for near in self.near:
            found += [Sample(f"near: {form}", {"text": form}, near.credit, near.credit) for form in near.to]
        return [*found, Sample("something else", {"text": "qwertyuiop"}, 0, 0)]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return known forms, one after the other, bent in small ways."""
        forms = [*self.accept, *(form for near in self.near for form in near.to), "the ", " "]
        text = "".join(dice.choice(forms) for _ in range(dice.randint(0, 3)))
        return {"text": dice.choice([text, text.upper(), text.title(), f" “{text}”. ", f"The {text}"])[:LONGEST_SHORT]}


def _check_forms(forms: list[tuple[str, int, str]]) -> None:
    """Raise SpecError for a form that nobody's answer could ever equal."""
    for name, at, form in forms:
        if not normal(form):
            raise SpecError(f"the form {form!r} holds nothing that is compared", name, at)
        if len(form) > LONGEST_SHORT:
            raise SpecError(f"a form is longer than the {LONGEST_SHORT} characters that an answer may have", name, at)
