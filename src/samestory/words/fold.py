"""The form in which words and texts are compared."""

import unicodedata

_SAME = str.maketrans(
    {
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
        # The digits of Arabic and Persian print, with their signs for a fraction and for thousands.
        **{zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
        "٫": ".",
        "٬": ",",
    }
)


def fold(text: str) -> str:
    """Return `text` as it is compared: compatibility forms, straight quotes, lower case.

    >>> fold("People’s")
    "people's"
    """
    return unicodedata.normalize("NFKC", text).translate(_SAME).lower()
