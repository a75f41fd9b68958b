"""What a shown text says of its language: by it a screen reader chooses its voice, and a browser the direction."""

from samestory.language.tag import direction, primary


def shown_in(tag: str) -> dict[str, str]:
    """Return `lang` and `dir` of a text in a language; nothing for English, which the page around it is in.

    >>> shown_in("ar"), shown_in("de-AT"), shown_in("en-GB"), shown_in("")
    ({'lang': 'ar', 'dir': 'rtl'}, {'lang': 'de-AT', 'dir': 'ltr'}, {}, {})
    """
    return {"lang": tag, "dir": direction(tag)} if tag and primary(tag) != "en" else {}
