"""A text prepared for comparing: its words with their keys, its sentences, and what stands in quotation marks."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from samestory.text.sentence import sentences
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS
from samestory.words.key import key
from samestory.words.lists import words_in
from samestory.words.word import Word, words
from samestory.words.wording import is_content, is_number

TITLES = words_in("sources", "formal")
# What news says all the time proves little when two sentences share it.
EVERYDAY = words_in("everyday", "news") | WEEKDAY_KEYS | (MONTH_KEYS - {"may"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Words `first` to `last` (both included) of one sentence that are compared together."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """`keys[n]` is what word n is compared by, `evidence[n]` whether it is more than a small word, name or title."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    evidence: tuple[bool, ...]
    segments: tuple[Segment, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of words `first` to `last`, with the closing marks and stops that belong to the last."""
        end = self.words[last].end
        while end < len(self.text) and self.text[end] in ".!?…,;:)]”’\"'":
            end += 1
        return self.words[first].start, end


@lru_cache(maxsize=65536)
def weight(key_: str) -> float:
    """How much it proves that two sentences share a word: 0 for a small one, 0.35 for an everyday one, 1 for most."""
    if not is_content(key_):
        return 0.0
    if key_ in EVERYDAY:
        return 0.35
    if key_ in TITLES:
        return 0.4
    return 1.3 if is_number(key_) else 1.0


def reading(text: str, without: Iterable[tuple[int, int]] = ()) -> Reading:
    """Prepare `text`; its `segments` are its sentences, cut where the spans `without` stand."""
    cut = words(text)
    keys = tuple(key(word.text) for word in cut)
    evidence = tuple(_is_evidence(word.text) for word in cut)
    starts = [word.start for word in cut]
    holes = sorted((bisect_left(starts, start), bisect_left(starts, end)) for start, end in without)
    segments: list[Segment] = []
    at_hole = 0
    for sentence in sentences(text):
        first, after = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        while at_hole < len(holes) and holes[at_hole][0] < after:
            hole = holes[at_hole]
            _add(segments, first, hole[0])
            first = max(first, hole[1])
            if hole[1] > after:
                break
            at_hole += 1
        _add(segments, first, after)
    return Reading(text, cut, keys, evidence, tuple(segments))


def _add(segments: list[Segment], first: int, after: int) -> None:
    if after > first:
        segments.append(Segment(first, after - 1))


@lru_cache(maxsize=65536)
def _is_evidence(shown: str) -> bool:
    key_ = key(shown)
    return is_content(key_) and key_ not in TITLES and not shown[:1].isupper() and not shown[:1].isdigit()
