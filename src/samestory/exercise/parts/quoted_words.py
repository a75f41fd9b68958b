"""Whether a quotation stands in a text, word for word, as plain words are compared."""

from collections.abc import Sequence

from samestory.exercise.parts.plain_words import plain_words


def pieces_of(quotation: str) -> list[list[str]]:
    """Return the words of a quotation, piece by piece where an ellipsis says that something is left out.

    >>> pieces_of("“a pause … of two days”")
    [['a', 'pause'], ['of', 'two', 'days']]
    """
    pieces = map(plain_words, quotation.replace("...", "…").split("…"))
    return [piece for piece in pieces if piece]


def stands_in(pieces: Sequence[Sequence[str]], text: Sequence[str]) -> bool:
    """True if every piece stands in the words of a text, each after the one before.

    >>> stands_in(pieces_of("a pause … two days"), plain_words("It takes a pause of two days."))
    True
    """
    # Blanks at both ends, so that only whole words are found.
    words, at = f" {' '.join(text)} ", 0
    for piece in pieces:
        sought = f" {' '.join(piece)} "
        at = words.find(sought, at)
        if at < 0:
            return False
        # Less one: the blank behind a piece is the one before the next.
        at += len(sought) - 1
    return True
