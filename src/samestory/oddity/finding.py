"""An odd phrase: where it stands, what speaks for it, and the reading that it suggests."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.sureness import Sureness
from samestory.oddity.row import WordRow

OddKind = Literal["other account", "shape", "typing", "unusual"]
Witness = Literal["rule", "same sentence", "printed twice"]


def certainty(witnesses: Iterable[Witness]) -> Sureness:
    """How much these witnesses prove together: the one place that decides when an odd phrase is *sure*.

    A word printed twice proves itself. A *rule* is a list or a pattern of ours: it only proposes, and two rules are one
    witness. Beside it a second text must have the same sentence with the usual words.

    >>> certainty(["rule"]), certainty(["rule", "same sentence"]), certainty(["printed twice"])
    ('possible', 'sure', 'sure')
    """
    given = set(witnesses)
    return "sure" if "printed twice" in given or {"rule", "same sentence"} <= given else "possible"


@dataclass(frozen=True, slots=True)
class OddPhrase:
    """A phrase that stands where English has another: `text` is `text[start:end]`, counted in code points.

    `kind` says what shows it: another account, the sentence's own shape, *typing*, for a letter or a small word too
    many or too few, or *unusual*, for runs of words that hardly stand in written English. `suggests` is the reading
    that it suggests, None where there is none to offer. `where` is (number of the other account from 0, start, end) of
    the words that stand there. It is a candidate: a person decides.
    """

    start: int
    end: int
    text: str
    kind: OddKind
    suggests: str | None
    reason: str
    witnesses: frozenset[Witness] = frozenset({"rule"})
    where: tuple[int, int, int] | None = None

    @property
    def certainty(self) -> Sureness:
        """*sure* or *possible*, by what speaks for it."""
        return certainty(self.witnesses)


def in_row(
    row: WordRow,
    first: int,
    last: int,
    kind: OddKind,
    reason: str,
    suggests: str | None = None,
    where: tuple[int, int, int] | None = None,
    witness: Witness = "rule",
) -> OddPhrase:
    """The odd phrase of words `first` to `last` (both included) of a row."""
    start, end = row.words[first].start, row.words[last].end
    return OddPhrase(start, end, row.text[start:end], kind, suggests, reason, frozenset({witness}), where)
