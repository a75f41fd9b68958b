"""Rude words that a house masks by asterisks or dashes, and another one prints in full."""

import re
from collections.abc import Callable, Sequence

# Takes “f***ing”, “b****y”, “d--n” and “f–ing”, leaves “well--we” and “two*”.
MASKED = re.compile(
    r"(?<!\w)(?:[A-Za-z]{1,3}\*{2,}[A-Za-z]{0,6}|[A-Za-z][-–—_]{2,6}(?:[a-z]|ing|ed|er)?|[A-Za-z][–—](?:ing|ed|er))(?!\w)"
)
_SIGNS = re.compile(r"[*–—_-]+")


def is_masked(word: str) -> bool:
    """Whether a token is a rude word behind asterisks or dashes."""
    return MASKED.fullmatch(word) is not None


def is_one_rude_word(one: str, other: str) -> bool:
    """Whether one word masks the other, or both mask one.

    >>> is_one_rude_word("f***ing", "fucking"), is_one_rude_word("f***ing", "f**king"), is_one_rude_word("d--n", "hell")
    (True, True, False)
    """
    if not (is_masked(one) or is_masked(other)):
        return False
    (head, tail), (other_head, other_tail) = _ends(one), _ends(other)
    return _is_either(str.startswith, head, other_head) and _is_either(str.endswith, tail, other_tail)


def _ends(word: str) -> tuple[str, str]:
    """What stands before the signs and what behind them; a word without them is both."""
    parts = _SIGNS.split(word, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (word, word)


def _is_either(fits: Callable[[str, str], bool], one: str, other: str) -> bool:
    return fits(one, other) or fits(other, one)


def unmasked(these: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """Return words with each masked one given as the first of the other words that it may stand for."""
    if not any(map(is_masked, these)):
        return these
    return [
        next((two for two in others if is_one_rude_word(one, two)), one) if is_masked(one) else one for one in these
    ]
