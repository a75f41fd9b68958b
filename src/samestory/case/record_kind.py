"""What sort of thing an entry of the record is: words at a briefing, an agency's copy, a table, a rendering."""

import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from samestory.text.agency import is_agency

RecordKind = Literal["statement", "briefing", "rendering", "agency-copy", "document", "table", "event"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)

_RENDERED = "renderings differ"
TO_THE_PRESS = re.compile(r"\b(?:press|news) (?:conference|briefing|availability)\b|\bbriefing\b", re.IGNORECASE)


def kinds_of(entry: Mapping[str, Any]) -> tuple[RecordKind, ...]:
    """Return what an entry is, the first kind before all others; `entry` has the fields of `record.yml`.

    Cases from before the field `kind` say it in words, in `who`: those are read as they were meant then.

    >>> kinds_of({"who": "Ada Lind", "words": "We will be back.", "kind": "rendering"})
    ('rendering',)
    >>> kinds_of({"who": "Ada Lind, at a press conference, in Danish (renderings differ)", "words": "We are off."})
    ('rendering', 'briefing')
    """
    if entry.get("kind"):
        return (entry["kind"], *entry.get("also", ()))
    who: str = entry["who"]
    found: list[RecordKind] = []
    if is_agency(who):
        found.append("agency-copy")
    if _RENDERED in who:
        found.append("rendering")
    if TO_THE_PRESS.search(who):
        found.append("briefing")
    return tuple(found) or ("statement" if entry.get("words") else "event",)
