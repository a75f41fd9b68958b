"""Sentences whose words hardly stand together in written English: “Have to do it possible”, “his the majority of”."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from samestory.oddity.alike import OtherAccounts, telling_words
from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import LONGEST_SENTENCE, SMALL_WORDS, WordRow, sentence_rows
from samestory.oddity.unusual import WordRun, chances, log_odds, run_weights, weighed_runs
from samestory.text.cut import CutText
from samestory.thresholds import threshold

LEAST_CHANCE = threshold(__name__, "LEAST_CHANCE")
FEWEST_JUDGED = 8  # of a sentence; a shorter one has too few runs to be judged by them
LONGEST_SPAN = 6  # words that are shown of it
_Where = tuple[int, int, int]


def unusual(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield the words that speak most in each sentence that is likelier a translation's there and back than not.

    What is found is only ever possible, and the reason never says how the words came to be.
    """
    rows = sentence_rows(document)
    judged = [at for at, row in enumerate(rows) if FEWEST_JUDGED <= len(row.words) <= LONGEST_SENTENCE]
    chance = chances([log_odds(rows[at], run_weights()) for at in judged])
    found = [at for at, one in zip(judged, chance, strict=True) if one >= LEAST_CHANCE]
    accounts = OtherAccounts.of(others) if found else OtherAccounts((), {})
    for at in found:
        first, after, told = _span(rows[at])
        theirs = _beside(rows[at], first, after, accounts.like(telling_words(document)[at]))
        usual, where = theirs or (None, None)
        yield in_row(rows[at], first, after - 1, "unusual", _reason(told, len(found), usual), usual, where)


def _span(row: WordRow) -> tuple[int, int, str]:
    """The few words in a row whose runs speak most, and those among them that say it best."""
    last = len(row.words)
    runs = [
        (weight, (name, max(0, first), min(last, after)))
        for weight, (name, first, after) in weighed_runs(row, run_weights())
    ]
    spans = [(first, first + size) for size in range(2, LONGEST_SPAN + 1) for first in range(last - size + 1)]
    first, after = max(spans, key=lambda span: (_within(runs, span), -span[1]))
    inside = [(weight, start, end) for weight, (_, start, end) in runs if first <= start and end <= after]
    # “Of the” alone shows nobody what is strange.
    telling = [one for one in inside if not SMALL_WORDS.issuperset(row.lows[one[1] : one[2]]) and one[2] - one[1] > 1]
    _, start, end = max(telling, key=lambda one: (one[0], one[2] - one[1]), default=(0.0, first, after))
    return first, after, " ".join(row.printed(start, end - 1).split())


def _within(runs: Sequence[tuple[float, WordRun]], span: tuple[int, int]) -> float:
    return sum(weight for weight, (_, first, after) in runs if span[0] <= first and after <= span[1])


def _beside(row: WordRow, first: int, after: int, alike: Sequence[tuple[int, WordRow]]) -> tuple[str, _Where] | None:
    """What another account prints at the place of the words `first` to `after`, if it is something else."""
    for number, their in alike:
        ends = _places(row, their, first, after)
        if ends and their.lows[ends[0] : ends[1]] != row.lows[first:after]:
            start, end = their.words[ends[0]].start, their.words[ends[1] - 1].end
            return " ".join(their.text[start:end].split()), (number, start, end)
    return None


def _places(row: WordRow, their: WordRow, first: int, after: int) -> tuple[int, int] | None:
    """The words of theirs between those that both have around the words `first` to `after`."""
    same = SequenceMatcher(None, row.lows, their.lows, autojunk=False).get_matching_blocks()[:-1]
    before = max((block.b + min(block.size, first - block.a) for block in same if block.a < first), default=0)
    behind = [block.b + max(0, after - block.a) for block in same if block.a + block.size > after]
    end = min(behind, default=len(their.lows))
    return (before, end) if 0 < end - before <= 2 * LONGEST_SPAN else None


def _reason(told: str, count: int, usual: str | None) -> str:
    parts = [f"Written English hardly puts words together like this, most of all “{told}”"]
    if count > 1:
        parts.append(f"so it is in {count - 1} more {'sentence' if count == 2 else 'sentences'} of this text")
    if usual:
        parts.append(f"another account has “{usual}” there")
    return "; ".join(parts) + "."
