"""Mends what Sphinx, docutils and myst-nb write so that everyone can read it; axe-core is the judge (tests/browser)."""

import itertools
import re
from collections.abc import Callable
from typing import NamedTuple


class Mend(NamedTuple):
    """One fault: what it is, the HTML as it comes, and as it should be."""

    fault: str
    theirs: re.Pattern[str]
    ours: str


MENDS = (
    Mend(
        "a fold is called something else than the words it shows",
        re.compile(r'(<summary\b[^>]*?) aria-label="Toggle hidden content"'),
        r"\1",
    ),
    Mend(
        "a list of notes inside the text claims to stand beside it",
        re.compile(r'<aside class="(footnote-list[^"]*)">'),
        r'<aside class="\1" role="note" aria-label="Notes">',
    ),
    Mend(
        "a caption in the list of pages claims to be a heading of no level",
        re.compile(r'(<p class="caption") role="heading">'),
        r"\1>",
    ),
    Mend(
        "a table that is wider than a phone can't be moved by keyboard",
        re.compile(r'(<table class="(?:docutils|table)\b[^>]*>.*?</table>)', re.DOTALL),
        r'<div class="ss-table" role="region" tabindex="0" aria-label="Table {number}">\1</div>',
    ),
    Mend(
        "the list of pages doesn't say which one is open",
        re.compile(r'(<a class="current reference internal" href="[^"]*")>'),
        r'\1 aria-current="page">',
    ),
)


def mend(page: str) -> str:
    """The same HTML without the faults listed above; `{number}` in a mend counts the places that it mended."""
    for fault in MENDS:
        page = fault.theirs.sub(_numbered(fault.ours), page)
    return page


def _numbered(ours: str) -> Callable[[re.Match[str]], str]:
    numbers = itertools.count(1)
    return lambda found: found.expand(ours.replace("{number}", str(next(numbers))))
