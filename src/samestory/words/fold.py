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
