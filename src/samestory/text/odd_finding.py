"""An odd phrase: where it stands, what shows it, and the reading that it suggests."""

from dataclasses import dataclass
from typing import Literal

from samestory.text.odd_word import Line

Kind = Literal["lexicon", "other account", "shape", "typing"]
Certainty = Literal["sure", "possible"]


@dataclass(frozen=True, slots=True)
class OddPhrase:
    """A phrase that stands where English has another: `text` is `text[start:end]`, counted in code points.

    `kind` says what shows it: the lexicon of fixed terms, another account, the sentence's own shape, or *typing*, for a
    letter or a small word too many or too few. `suggests` is the reading that it suggests, None where there is
    none to offer. `where` is (number of the other account from 0, start, end) of the words that stand there. It is a
    candidate: a person decides.
    """

    start: int
    end: int
    text: str
    kind: Kind
    suggests: str | None
    certainty: Certainty
    reason: str
    where: tuple[int, int, int] | None = None


def in_line(
    line: Line,
    first: int,
    last: int,
    kind: Kind,
    reason: str,
    suggests: str | None = None,
    certainty: Certainty = "possible",
    where: tuple[int, int, int] | None = None,
) -> OddPhrase:
    """The odd phrase of words `first` to `last` (both included) of `line`."""
    start, end = line.parts[first].start, line.parts[last].end
    shown = line.text[start - line.start : end - line.start]
    return OddPhrase(start, end, shown, kind, suggests, certainty, reason, where)
