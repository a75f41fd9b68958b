"""Fixed expressions that go wrong when they are heard and not read: “wreck havoc”, “an even worse-case scenario”."""

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

# As it is sometimes written -> as it is fixed. Common knowledge of the language; a teacher may add a line.
WRONG_FORMS = pairs_in("odd_shapes", "wrong forms")
_FIRST_WORDS = frozenset(wrong.split()[0] for wrong in WRONG_FORMS)
_LONGEST_FIXED = max(len(wrong.split()) for wrong in WRONG_FORMS)
BEFORE_ADJECTIVES = listed("even far much still more most very so too rather quite")


def fixed(row: WordRow, at: int) -> OddPhrase | None:
    """An expression of the list, the longest that begins here."""
    if row.lows[at] not in _FIRST_WORDS:
        return None
    for size in range(_LONGEST_FIXED, 0, -1):
        right = WRONG_FORMS.get(" ".join(row.lows[at : at + size]))
        if right and row.in_one_breath(at, at + size):
            what = "expression" if " " in right else "word"
            return in_row(row, _with_degree(row, at), at + size - 1, "shape", f"the fixed {what} is “{right}”", right)
    return None


def _with_degree(row: WordRow, at: int) -> int:
    # The “even” of “even worse-case” belongs to it: it shows that the writer heard a comparative.
    return at - 1 if row.low(at - 1) in BEFORE_ADJECTIVES and not row.breaks(at) else at
