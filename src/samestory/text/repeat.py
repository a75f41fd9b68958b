"""Paragraphs that a text prints twice, as pages do that were pasted together or edited in a hurry."""

from collections import defaultdict
from dataclasses import dataclass

from samestory.text.cut import CutText
from samestory.text.once import once

SHORTEST_REPEATED = 15  # words; a shorter line may be a refrain, a button or a subheading


@dataclass(frozen=True, slots=True)
class Repeat:
    """A paragraph at `text[start:end]` and where it stands again, each place in code points."""

    start: int
    end: int
    again: tuple[tuple[int, int], ...]


def repeats(text: str | CutText) -> tuple[Repeat, ...]:
    """Return the paragraphs of fifteen words or more that stand in `text` more than once, word for word.

    >>> [one.again for one in repeats("The ferry stops. " * 5 + "\\n" + "The ferry stops! " * 5)]
    [((86, 170),)]
    """
    return _repeats(CutText.of(text))


@once
def _repeats(cut: CutText) -> tuple[Repeat, ...]:
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for first, last in cut.lines:
        inside = cut.numbers(first, last)
        if len(inside) >= SHORTEST_REPEATED:
            shown = cut.text[first:last]
            start = first + len(shown) - len(shown.lstrip())
            places[cut.folded[inside.start : inside.stop]].append((start, first + len(shown.rstrip())))
    return tuple(Repeat(*at[0], tuple(at[1:])) for at in places.values() if len(at) > 1)
