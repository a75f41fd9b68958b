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
    }
)


def fold(text: str) -> str:
    """Return `text` as it is compared: compatibility forms, straight quotes, lower case.

    >>> fold("People’s")
    "people's"
    """
    return unicodedata.normalize("NFKC", text).translate(_SAME).lower()
