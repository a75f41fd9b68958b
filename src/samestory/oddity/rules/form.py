"""Forms that standard English does not have: “informations”, “more better than”, “did not went”, “was sank”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

MASS = pairs_in("odd_shapes", "no plural")
# The past of a verb, its plain form, and its participle where that is another word that “was” may stand before.
PASTS = {
    past: forms
    for past, *forms in map(
        str.split,
        """
        went go; took take taken; gave give given; wrote write written; knew know known; spoke speak spoken
        chose choose chosen; flew fly flown; threw throw thrown; grew grow; drew draw drawn; forgot forget forgotten
        sank sink sunk; began begin begun; drank drink drunk; sang sing sung; stole steal stolen
        """.strip()
        .replace("\n", ";")
        .split(";"),
    )
}
_MORE_BEFORE_THAN = listed("better worse easier bigger stronger faster cheaper happier safer clearer weaker")
BIGGER = listed(
    "better worse bigger smaller higher lower stronger weaker larger longer shorter easier harder faster later"
)
BIGGEST = listed(
    "best worst biggest smallest highest lowest strongest weakest largest longest shortest easiest hardest"
)


def counted_mass(row: WordRow) -> Iterator[OddPhrase]:
    """“informations”: what is not counted has no plural."""
    for at in row.each(MASS.keys()):
        right = MASS[row.lows[at]]
        yield in_row(row, at, at, "shape", f"English news writes “{right}”.", right)


def more_better(row: WordRow) -> Iterator[OddPhrase]:
    """“more better than”: compared twice."""
    for at in row.each({"more"}):
        word = row.low(at + 1)
        if word in _MORE_BEFORE_THAN and row.low(at + 2) == "than" and row.joined(at, at + 1):
            yield in_row(row, at, at + 1, "shape", f"“{word}” says “more” already.", word)


def compared_twice(row: WordRow, at: int) -> OddPhrase | None:
    """“more better”, “most best”, without “than” too: enough where two texts share it."""
    one, other = row.lows[at], row.low(at + 1)
    if not (one == "more" and other in BIGGER) and not (one == "most" and other in BIGGEST):
        return None
    return None if row.breaks(at + 1) else in_row(row, at, at + 1, "shape", f"“{other}” already says “{one}”")


def past_after_did(row: WordRow) -> Iterator[OddPhrase]:
    """“did not went”: after “did” the verb has its plain form."""
    for at in row.each(PASTS.keys()):
        before = row.low(at - 1)
        is_plain_due = before == "didn't" or (before == "not" and row.low(at - 2) == "did")
        if is_plain_due and row.joined(at - 1, at):
            first = at - 2 if before == "not" else at - 1
            plain = PASTS[row.lows[at]][0]
            why = f"After “did” the verb has no past form: “{plain}”."
            yield in_row(row, first, at, "shape", why, " ".join((*row.lows[first:at], plain)))


def past_after_was(row: WordRow) -> Iterator[OddPhrase]:
    """“was sank”: after “was” the verb has its participle."""
    for at in row.each(PASTS.keys()):
        before, participle = row.low(at - 1), PASTS[row.lows[at]][1:]
        if participle and before in ("was", "were", "been") and row.joined(at - 1, at):
            why = f"After “{before}” this verb has the form “{participle[0]}”."
            yield in_row(row, at - 1, at, "shape", why, f"{before} {participle[0]}")
