"""The stretches of two texts in which their shared fingerprints stand close together, and the passages in them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samestory.archive.fingerprint import RUN, WORD
from samestory.comparison.passage.pairs import passages
from samestory.comparison.passage.shared import SharedPassage

NEAR = 100  # words between two fingerprints of one stretch
LEAST_MEETS = 2  # fingerprints of a stretch: one may be a saying of all newspapers
LEAST_SPREAD = 6  # words from the first to the last, so that these share no word: else one long saying is two of them
LONGEST_STRETCH = 2_000  # words of a stretch, so that no pair takes long
MARGIN, INNER = 80, 25  # words around a stretch in which it may begin with a line, and those that it always has
MOST_STRETCHES = 200  # of two texts
_OPEN = 8  # stretches that may go on at a time

Meeting = tuple[int, int]  # the number of the word at which a shared fingerprint begins, in either text
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Near:
    """Words `a_first` to `a_last` of one text may be words `b_first` to `b_last` of the other.

    A stretch that `goes_on` was cut there, and one that `follows` begins where another was cut.
    """

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    meets: int
    follows: bool = False
    goes_on: bool = False


def stretches(meetings: Iterable[Meeting]) -> list[Near]:
    """Return where two fingerprints or more follow each other alike in both texts, within 100 words of the next.

    Of more than 200 stretches those of most fingerprints are returned, so that two books don't take hours.
    """
    found: list[Near] = []
    going: list[Near] = []
    for a, b in sorted(set(meetings)):
        on = next((one for one in reversed(going) if _is_near(one, a, b)), None)
        if on:
            going.remove(on)
        if on and max(a - on.a_first, b - on.b_first) <= LONGEST_STRETCH:
            going.append(replace(on, a_last=a, b_last=b, meets=on.meets + 1))
        else:
            found += [replace(on, goes_on=True)] if on else []
            going.append(Near(a, a, b, b, 1, bool(on)))
        # What is left behind can't go on any more, or is one of too many.
        while going[0].a_last < a - NEAR or len(going) > _OPEN:
            found.append(going.pop(0))
    kept = [one for one in found + going if one.meets >= LEAST_MEETS and _spread(one) >= LEAST_SPREAD]
    return sorted(kept, key=lambda one: (-one.meets, one.a_first, one.b_first))[:MOST_STRETCHES]


def _spread(one: Near) -> int:
    return min(one.a_last - one.a_first, one.b_last - one.b_first)


def _is_near(one: Near, a: int, b: int) -> bool:
    return 0 <= b - one.b_last <= NEAR and a - one.a_last <= NEAR


def word_spans(text: str) -> Spans:
    """Return the place of each word that fingerprints count."""
    return [found.span() for found in WORD.finditer(text)]


def passages_near(
    a: str, b: str, meetings: Iterable[Meeting], spans_a: Spans | None = None, spans_b: Spans | None = None
) -> list[SharedPassage]:
    """Return the copied passages around shared fingerprints, in the order of `a`; offsets count its code points.

    What is told in other words is left out: at this scale too much of it is chance. So is a passage without a shared
    fingerprint of its own: it may be boilerplate that stands beside one.
    """
    spans_a, spans_b, meetings = spans_a or word_spans(a), spans_b or word_spans(b), sorted(set(meetings))
    begins = [spans_a[word][0] for word, _ in meetings]
    found: list[SharedPassage] = []
    for one in stretches(meetings):
        start_a, end_a = _around(a, spans_a, one.a_first, one.a_last, one)
        start_b, end_b = _around(b, spans_b, one.b_first, one.b_last, one)
        found += [
            _moved(each, start_a, start_b)
            for each in passages(*_in_one_case(a[start_a:end_a], b[start_b:end_b]))
            if each.level != "reworded"
        ]
    return _apart(one for one in found if _between(begins, one.a_start, one.a_end))


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, which are sorted, lies in a span."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _around(text: str, spans: Spans, first: int, last: int, one: Near) -> tuple[int, int]:
    """The place of a stretch with a margin, but none where it was cut; it begins with a line if there is one."""
    start = spans[first if one.follows else max(0, first - MARGIN)][0]
    end = spans[min(len(spans) - 1, last + RUN + (0 if one.goes_on else MARGIN))][1]
    # A window that begins inside a quotation would read its end as a beginning.
    line = text.find("\n", start, spans[max(0, first - INNER)][0])
    return (line + 1 if line >= 0 and first > MARGIN else start), _closed(text, end)


def _in_one_case(a: str, b: str) -> tuple[str, str]:
    """Two texts as they are, or both in small letters if one is all capitals, as copy on old wires is."""
    if not (_is_shouted(a) or _is_shouted(b)):
        return a, b
    # Sign by sign, since one such as "İ" becomes two, which would shift all places behind it.
    small = ["".join(low if len(low := one.lower()) == 1 else one for one in text) for text in (a, b)]
    return small[0], small[1]


def _is_shouted(text: str) -> bool:
    """Whether nine of ten letters that have a case are capitals."""
    large = sum(one.isupper() for one in text)
    return large > 9 * sum(one.islower() for one in text)


def _closed(text: str, end: int) -> int:
    """Where the sentence's stop and closing marks end."""
    while end < len(text) and text[end] in ".!?…,;:)]”’\"'":
        end += 1
    return end


def _moved(one: SharedPassage, a: int, b: int) -> SharedPassage:
    return replace(one, a_start=one.a_start + a, a_end=one.a_end + a, b_start=one.b_start + b, b_end=one.b_end + b)


def _apart(found: Iterable[SharedPassage]) -> list[SharedPassage]:
    """The passages without those that a longer one holds in either text, as where two stretches share a margin."""
    kept: list[SharedPassage] = []
    for one in sorted(found, key=lambda each: (each.a_start - each.a_end, each.a_start, each.b_start)):
        if not any(_holds(other, one) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: (each.a_start, each.b_start))


def _holds(long: SharedPassage, short: SharedPassage) -> bool:
    """Whether a passage holds half of another's characters, or more, in one of the texts."""
    in_a = min(long.a_end, short.a_end) - max(long.a_start, short.a_start)
    in_b = min(long.b_end, short.b_end) - max(long.b_start, short.b_start)
    return 2 * in_a >= short.a_end - short.a_start or 2 * in_b >= short.b_end - short.b_start
