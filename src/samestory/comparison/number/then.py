"""Last year's figure told as this year's: one text gives both, the other only the earlier one, as if it were new."""

from collections.abc import Iterator

from samestory.comparison.number.alike import counts_the_same, times_named, told_of_one
from samestory.comparison.number.amount import Amount, amounts, by_sentence
from samestory.comparison.number.around import PAUSE, gap_before
from samestory.comparison.number.rivals import both_fit, differ, rivals
from samestory.text.document import Document
from samestory.text.once import once
from samestory.words.lists import words_in

FARTHEST_THEN = 8  # words behind a number, up to a pause, in which “a year earlier” stands


def then_for_now(a: Document, b: Document) -> Iterator[tuple[Amount, Amount, float]]:
    """Return today's number in one text beside the earlier one, which the other tells as today's; with their likeness.

    The amounts come in the order of the texts. A text that tells the earlier one as such, or today's as well, is right.
    """
    yield from _told_as_new(a, b)
    yield from ((one, other, likeness) for other, one, likeness in _told_as_new(b, a))


def _told_as_new(a: Document, b: Document) -> Iterator[tuple[Amount, Amount, float]]:
    for earlier in _earlier(a):
        for now in by_sentence(a)[earlier.home.first]:
            if is_then(now) or now.unit != earlier.unit or not differ(now, earlier):
                continue
            for told in rivals(earlier, b) + rivals(now, b):
                if _is_as_new(told, earlier, now) and (likeness := told_of_one(now, told)):
                    yield now, told, likeness
                    break


def _is_as_new(told: Amount, earlier: Amount, now: Amount) -> bool:
    """Whether a text has the earlier number in the place of the new one, which it never gives."""
    if told.unit != now.unit or differ(told, earlier) or not differ(told, now) or is_then(told):
        return False
    # In one year with “last year” the number may well be meant so.
    if times_named(told.home) - times_named(now.home) or _tells_then(told):
        return False
    return counts_the_same(told, now) and not any(both_fit(now, each) for each in rivals(now, told.home.document))


@once
def _earlier(text: Document) -> tuple[Amount, ...]:
    return tuple(one for one in amounts(text) if is_then(one))


def is_then(one: Amount) -> bool:
    """Whether an amount is set against another as an earlier one: “up from 380,000”, “355 in the previous year”."""
    words = one.home.document.folded
    before = words[max(one.home.first, one.first - 2) : one.first]
    if before[-1:] in (("from",), ("against",), ("versus",)) or before == ("compared", "with"):
        return True
    return _has_then(one, one.after, min(one.home.last + 1, one.after + FARTHEST_THEN))


def _has_then(one: Amount, first: int, after: int) -> bool:
    text = one.home.document
    for n in range(first, after):
        if PAUSE.search(gap_before(text, n)):
            return False
        if text.folded[n] in words_in("amounts", "then"):
            return True
    return False


def _tells_then(one: Amount) -> bool:
    """Whether anything in its sentence is of an earlier time."""
    row = one.home.document.folded[one.home.first : one.home.last + 1]
    return not words_in("amounts", "then").isdisjoint(row)
