"""How far an entry of the record can be trusted: an agency's copy stands there too, and is one more account."""

from samestory.case.model import Statement


def standing(entry: Statement) -> str:
    """Name what an entry is, for a sentence about what it has.

    >>> standing(Statement("first-copy", "2031-05-01", "Skerry Wire", "Lind left.", None, "", None, "agency-copy"))
    'the agency’s copy'
    """
    return "the agency’s copy" if entry.is_a("agency-copy") else "the record"


def doubt(entry: Statement) -> str:
    """Say what speaks against trusting an entry more than a page that quotes other words; empty if nothing does."""
    if entry.is_a("agency-copy"):
        return "that is an account too, and doesn’t settle what was said"
    return "it is rendered from another language" if entry.is_a("rendering") else ""


def capital(text: str) -> str:
    """A sentence with a capital."""
    return text[:1].upper() + text[1:]
