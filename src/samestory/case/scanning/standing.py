"""How far an entry of the record can be trusted: an agency's copy stands there too, and is one more account."""

from samestory.case.model import Statement
from samestory.text.agency import is_agency


def standing(entry: Statement) -> str:
    """Name what an entry is, for a sentence about what it has.

    >>> standing(Statement("first-copy", "2031-05-01", "Skerry Wire, a news agency", "Lind left.", None, "", None))
    'the agency’s copy'
    """
    return "the agency’s copy" if is_agency(entry.who) else "the record"


def doubt(entry: Statement) -> str:
    """Say what speaks against trusting an entry more than a page that quotes other words; empty if nothing does."""
    if is_agency(entry.who):
        return "that is an account too, and doesn’t settle what was said"
    return "it is rendered from another language" if "renderings differ" in entry.who else ""


def capital(text: str) -> str:
    """A sentence with a capital."""
    return text[:1].upper() + text[1:]
