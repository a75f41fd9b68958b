"""Blank out parts of a text by spaces, so that every place in it stays what it was."""

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with spaces in place of the spans, so that every offset stays; line ends stay too.

    >>> blanked("Menu\\nFerry stops", [(0, 4)])
    '    \\nFerry stops'
    """
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            parts.append(text[at : max(at, start)])
            parts.append("".join(mark if mark in "\r\n" else " " for mark in text[max(at, start) : end]))
            at = end
    return "".join([*parts, text[at:]])
