"""What stands around a number: the words up to a pause, what is counted, what was done to them, for which time."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from samestory.comparison.passage.segment import Segment
from samestory.text.document import Document
from samestory.words.key import root
from samestory.words.lists import groups_in, words_in
from samestory.words.wording import is_content, is_number

FARTHEST_HEAD, FARTHEST_RATE = 4, 7  # words behind a number in which stand what it counts, and “each day”
PAUSE = re.compile(r"[,;:.!?()–—-]")


def gap_before(text: Document, at: int) -> str:
    """What stands between a word and the one before it."""
    if not 0 < at < len(text.words):
        return ""
    return text.text[text.words[at - 1].end : text.words[at].start]


def chunk_around(text: Document, home: Segment, first: int, after: int) -> tuple[int, int]:
    """The words around a number up to a pause, an “and”, or another number."""
    begin, stop = first, after
    while begin > home.first and not _ends(text, begin, begin - 1):
        begin -= 1
    while stop <= home.last and not _ends(text, stop, stop):
        stop += 1
    return begin, stop


def _ends(text: Document, gap: int, at: int) -> bool:
    parted = text.folded[at] in {"and", "while", "but", "including", "or"} or is_number(text.keys[at])
    return parted or PAUSE.search(gap_before(text, gap)) is not None


def counted_behind(
    text: Document, words: tuple[str, ...], after: int, stop: int
) -> tuple[frozenset[str], frozenset[str], str]:
    """The families of words that may name what is counted, of those before the one that does, and of this: a plural."""
    at = after + (words[after : after + 1] == ("of",))
    at += words[at : at + 1] in (("the",), ("its",), ("their",))
    row = []
    for n in range(at, min(at + FARTHEST_HEAD, stop)):
        if not is_content(text.keys[n]):
            break
        row.append(n)
    head = next((n for n in row if _is_plural(words[n])), row[0] if row else None)
    # A number above one counts a plural; where none is seen, the first word has to do.
    kinds = [root(text.keys[n]) for n in row]
    said = frozenset(kinds[: row.index(head)]) if head is not None else frozenset()
    return frozenset(kinds), said, root(text.keys[head]) if head is not None else ""


def _is_plural(word: str) -> bool:
    return word in words_in("amounts", "plural") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def harm_near(words: tuple[str, ...], first: int, after: int, begin: int, stop: int) -> str:
    """What was done to those counted: the nearest word for it behind the number, else the nearest one before."""
    for n in (*range(after, stop), *reversed(range(begin, first))):
        if words[n] in harms():
            return harms()[words[n]]
    return ""


@cache
def harms() -> Mapping[str, str]:
    """What is done to people, by each word for it."""
    return {word: line.split()[0] for line in groups_in("amounts")["harm"] for word in line.split()}


def rate_behind(words: tuple[str, ...], after: int) -> str:
    """The time for which a number holds: “each day”, “a year”."""
    row = words[after : after + FARTHEST_RATE]
    times = {"day", "week", "month", "year", "hour"}
    return next(
        (time for before, time in pairwise(row) if before in {"each", "every", "per", "a"} and time in times), ""
    )


def side_of(words: tuple[str, ...], first: int, after: int) -> str:
    before, behind = set(words[max(0, first - 3) : first]), set(words[after : after + 3])
    if (before & words_in("amounts", "added")) or set(words[after : after + 1]) & {"more", "other", "others"}:
        # “More than 40” adds to nothing.
        return "" if "than" in before and "more" in before else "added"
    return "part" if before & words_in("amounts", "part") or {"of", "them"} <= behind else ""
