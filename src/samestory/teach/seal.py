"""Tell a result that is still as we wrote it from one that somebody has changed: each holds a checksum of the rest.

A page with a teacher's remark is recognised without a list of all that was ever written. An editor that changes line
ends or adds a byte order mark breaks the checksum too: then the file is kept, which costs nobody anything.
"""

import hashlib
import re
from pathlib import Path

from samestory.teach.report.gradebook import MADE_BY

GENERATOR = f'<meta name="generator" content="{MADE_BY}">'
_SUM = re.compile(rb'\n<meta name="samestory-sum" content="([0-9a-f]{64})">')
# It takes the last line of results.json, of 0.1.0 too, which told only the table's sum; it leaves any other ending.
_SUMS = re.compile(rb'"files": \{"grades\.csv": "([0-9a-f]{64})"(?:, "results\.json": "([0-9a-f]{64})")?\}\}\n\Z')
_HEAD = 1000  # bytes in which a page's sum stands
_TAIL = 300  # bytes in which the sums stand at the end of results.json
_PIECE = 1024 * 1024


def sealed(page: bytes) -> bytes:
    """The page with its sum behind the name of what made it; as it is, if it doesn't name us.

    >>> page = sealed(f"<!doctype html>{GENERATOR}<p>Good.".encode())
    >>> is_as_sealed(page), is_as_sealed(page + b" But see me.")
    (True, False)
    """
    above, ours, below = page.partition(GENERATOR.encode())
    mark = f'\n<meta name="samestory-sum" content="{hashlib.sha256(page).hexdigest()}">'
    return above + ours + mark.encode() + below if ours else page


def is_as_sealed(page: bytes) -> bool:
    """True for a page that nobody has changed since it was sealed."""
    told = _SUM.search(page, 0, _HEAD)
    return bool(told and hashlib.sha256(page[: told.start()] + page[told.end() :]).hexdigest() == told[1].decode())


def is_as_written(results: Path) -> bool:
    """True for a `results.json` that nobody has changed; 0.1.0 wrote no sum of it. Raises OSError."""
    told, at = _sums(results)
    return bool(told and told[2] and _sum_of(results, at) == told[2].decode())


def sum_of_table(results: Path) -> str:
    """The SHA-256 of the table that was written beside these results; empty if they tell none."""
    try:
        told, _ = _sums(results)
    except OSError:
        return ""
    return told[1].decode() if told else ""


def _sums(results: Path) -> tuple[re.Match[bytes] | None, int]:
    """The sums at the end of the results, and where in the file they begin."""
    with results.open("rb") as file:
        # From the end: the results of a large class need not be read whole to find their last line.
        start = max(results.stat().st_size - _TAIL, 0)
        file.seek(start)
        told = _SUMS.search(file.read(_TAIL))
    return told, start + told.start() if told else 0


def _sum_of(path: Path, end: int) -> str:
    """The SHA-256 of a file's first bytes, up to `end`."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(min(end - file.tell(), _PIECE)):
            digest.update(piece)
    return digest.hexdigest()
