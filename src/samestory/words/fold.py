"""The form in which words and texts are compared."""

import unicodedata

_ALIKE: dict[str, str | None] = {
    "’": "'",
    "‘": "'",
    "‛": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‐": "-",
    "‑": "-",
    # Soft hyphens and zero-width spaces are for the page's layout; nobody sees them in a word.
    "\u00ad": None,
    "\u200b": None,
    # The signs of Arabic print for a fraction and for thousands, and its digits, with those of Persian.
    "٫": ".",
    "٬": ",",
    **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
}
_SAME = str.maketrans(_ALIKE)


def fold(text: str) -> str:
    """Return `text` as it is compared: compatibility forms, straight quotes, lower case.

    >>> fold("People’s")
    "people's"
    """
    return unicodedata.normalize("NFKC", text).translate(_SAME).lower()
