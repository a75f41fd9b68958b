"""“Told to reporters that”, “explained the jury that”: verbs of saying, and how they take their hearer."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import words_in

TELL = listed("told tells informed informs reminded reminds assured assures notified notifies")
_EXPLAIN = listed("explained explains explain")
_PASSIVE = listed("was were is are be been being got")
_WHOSE = listed("the a an his her their its my our some")
_ME, _THEM = listed("me us"), listed("him her them you")
HEARERS = words_in("odd_shapes", "hearers")
_WHAT = listed("that how why what where when who which")


def told_to(row: WordRow) -> Iterator[OddPhrase]:
    """“told to reporters that”: this verb takes its hearer without “to”."""
    for at in row.each(TELL):
        last = _hearer(row, at + 2, HEARERS | _ME | _THEM)
        # “The story was told to reporters” is right, and so is “the story that he told to reporters”.
        is_told = row.low(at + 1) == "to" and last is not None and row.low(last + 1) == "that"
        if is_told and row.low(at - 1) not in _PASSIVE and row.joined(at, last or at):
            verb, hearer = row.words[at].text, row.printed(at + 2, last or at)
            yield in_row(row, at, last or at, "shape", f"“{verb}” takes its hearer without “to”.", f"{verb} {hearer}")


def explained_hearer(row: WordRow) -> Iterator[OddPhrase]:
    """“explained reporters that”: this verb takes its hearer with “to”."""
    for at in row.each(_EXPLAIN):
        # “Explained them” may speak of things.
        last = _hearer(row, at + 1, HEARERS | _ME)
        if last is not None and row.low(last + 1) in _WHAT and row.joined(at, last):
            verb, hearer = row.words[at].text, row.printed(at + 1, last)
            yield in_row(row, at, last, "shape", f"“{verb}” takes its hearer with “to”.", f"{verb} to {hearer}")


def _hearer(row: WordRow, at: int, known: frozenset[str]) -> int | None:
    """The last word of a hearer that begins here: “reporters”, “the jury”."""
    last = at + 1 if row.low(at) in _WHOSE else at
    return last if row.low(last) in known else None
