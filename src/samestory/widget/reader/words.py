"""Two forms of a passage word by word: what changed in a quotation, what stayed in retold prose."""

from collections.abc import Iterable
from dataclasses import dataclass

from samestory.comparison import TooLongError, drift
from samestory.comparison.quotation.token import tokens_of
from samestory.words.key import root
from samestory.words.wording import is_content

ChangedSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two forms: `kind` is "" where they agree (then `a` is `b`), else the kind of change."""

    a: str
    b: str
    kind: str = ""
    substantive: bool = False


@dataclass(frozen=True, slots=True)
class WordByWord:
    """The pieces in the order of form a, and the spans to point out in each form; offsets count its code points.

    `shows` says what the spans are: *changed* words, or words *kept* where nearly all has changed.
    """

    shows: str
    pieces: tuple[Piece, ...]
    in_a: tuple[ChangedSpan, ...]
    in_b: tuple[ChangedSpan, ...]


def changed_words(a: str, b: str) -> WordByWord:
    """Return what changed between two forms of a quotation or of a copied run.

    >>> [(piece.a, piece.b) for piece in changed_words("We see the end.", "We see the start.").pieces]
    [('We see the ', 'We see the '), ('end', 'start'), ('.', '.')]
    """
    try:
        found = drift(a, b).changes
    except TooLongError:
        # The page still shows something: what both have kept can be told of texts of any length.
        return kept_words(a, b)
    pieces, at = [], 0
    for change in found:
        start, end = change.a_span
        if start > at:
            pieces.append(Piece(a[at:start], a[at:start]))
        shown_a, shown_b = a[start:end], b[change.b_span[0] : change.b_span[1]]
        pieces.append(Piece(shown_a, shown_b, change.kind, change.substantive))
        at = max(at, end)
    if at < len(a):
        pieces.append(Piece(a[at:], a[at:]))
    return WordByWord("changed", tuple(pieces), _filled(c.a_span for c in found), _filled(c.b_span for c in found))


def kept_words(a: str, b: str) -> WordByWord:
    """Return the words of weight that two tellings of one thing share, wherever they stand and however they end."""
    left, right = tokens_of(a).tokens, tokens_of(b).tokens
    families = {root(one.key) for one in left if is_content(one.key)} & {
        root(one.key) for one in right if is_content(one.key)
    }
    spans = [
        tuple(dict.fromkeys((one.start, one.end) for one in side if root(one.key) in families))
        for side in (left, right)
    ]
    return WordByWord("kept", (), spans[0], spans[1])


def _filled(spans: Iterable[ChangedSpan]) -> tuple[ChangedSpan, ...]:
    # What was only added has an empty place in the other form, and nothing to point out there.
    return tuple((start, end) for start, end in spans if end > start)
