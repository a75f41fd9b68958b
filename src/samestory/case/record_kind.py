"""What sort of thing an entry of the record is: words at a briefing, an agency's copy, a table, a rendering."""

import re
from typing import Literal, get_args

from samestory.words.agency import is_agency

RecordKind = Literal["statement", "briefing", "rendering", "agency-copy", "document", "table", "event"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)

_RENDERED = "renderings differ"
# It takes `at a press conference` and `Daily Briefing`; it leaves `briefings` and `the press`.
TO_THE_PRESS = re.compile(r"\b(?:press|news) (?:conference|briefing|availability)\b|\bbriefing\b", re.IGNORECASE)


def kinds_in(who: str, is_said: bool) -> tuple[RecordKind, ...]:
    """Return what an entry is by the words of `who`, as records told it before they had the field `kind`.

    `is_said` tells whether the entry holds words that were said.

    >>> kinds_in("Ada Lind, at a press conference, in Danish (renderings differ)", True)
    ('rendering', 'briefing')
    >>> kinds_in("The town council", False)
    ('event',)
    """
    found: list[RecordKind] = []
    # The first found is the kind, the others are its `also`: where words come from before where they were said.
    if is_agency(who):
        found.append("agency-copy")
    if _RENDERED in who:
        found.append("rendering")
    if TO_THE_PRESS.search(who):
        found.append("briefing")
    return tuple(found) or ("statement" if is_said else "event",)
