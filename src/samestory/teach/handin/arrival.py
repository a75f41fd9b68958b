"""Which of two files of a student came later? What a site says, or the file's name, before any clock of the learner.

In this order: the site's time (nbgrader's timestamp.txt, a time in the name), the number that Canvas counts up, a mark
of a resubmission in the name (`07-resubmitted`, `07 (1)`, `07-2`), the time at which the file was last written.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from samestory.teach.handin.names import CANVAS, stem_of

A_MINUTE = 60.0  # between times of writing: files that are copied together are written at nearly one time
# Hours from UTC of short names that mean one zone everywhere: nbgrader writes that of its own setting.
_ZONES = {1: "WEST CET", 2: "CEST EET", 3: "EEST MSK", 9: "JST KST", -4: "EDT", -5: "EST CDT", -6: "MDT", -7: "MST PDT"}
_HOURS = {zone: hours for hours, zones in {**_ZONES, -8: "PST"}.items() for zone in zones.split()}
# It takes `2026-03-01 10-00-00 UTC` and `2026-03-01T10:00+01:00`; it leaves `2026-03-01` without a time of day.
_TIME = re.compile(
    r"(?P<day>(?:19|20)\d\d-[01]\d-[0-3]\d)[ T_-](?P<time>[0-2]\d[-:.][0-5]\d(?:[-:.][0-5]\d)?)(?:\.\d{1,9})?"
    rf"(?: ?(?P<zone>Z|UTC|[A-Z][A-Za-z_+-]+/[A-Za-z0-9_+/-]+|GMT|(?:{'|'.join(_HOURS)})(?![A-Za-z]))"
    r"|(?P<offset> ?[+-](?:0\d|1[0-4]):?[0-5]\d)(?!\d))?"
)
# A count at the end of a name: it takes `07 (1)`, `ana-v2` and `resubmitted_3`; it leaves `07` and `ana 2026`.
_NUMBERED = re.compile(
    r"(?:\((\d{1,2})\)|(?:[-_ ]|\b)v(\d{1,2})|[-_ ](\d{1,2})"
    r"|(?:attempt|try|version|versuch|submission|resubmission|resubmitted|revision)[-_ ]*(\d{1,2}))$",
    re.IGNORECASE,
)
# It takes `07 - Copy`, `07 copy 2` and `kopie (3)`; it leaves `photocopy`.
_COPIED = re.compile(r"(?<![^\W_])(?:copy|kopie|copia|copie) ?(?:\d{1,3}|\(\d{1,3}\))?$", re.IGNORECASE)
# A plain name counts 0: words below that name what came before it, words above what came after.
_WORDS = {
    -1: "old older draft backup original first",
    1: "resubmitted resubmission resubmit revised revision corrected correction again retry redo new newer final",
    2: "second",
    3: "third",
}
_MARKS = {word: mark for mark, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class Arrival:
    """What is known of how a file came: its path, the site's time (ISO 8601, or empty), and when it was last written.

    `modified` is in seconds since 1970; 0 where nothing tells.
    """

    file: str
    when: str = ""
    modified: float = 0.0


def later(one: Arrival, other: Arrival) -> int | None:
    """1 if `one` came after `other`, -1 if before it, None where nothing tells.

    >>> later(Arrival("bo/07-resubmitted.ipynb"), Arrival("bo/07.ipynb"))
    1
    """
    if one.when and other.when and one.when != other.when:
        return 1 if one.when > other.when else -1
    first, second = _own_parts(one.file, other.file)
    for ours, theirs in ((_counted(first), _counted(second)), _marks(first, second)):
        if ours is not None and theirs is not None and ours != theirs:
            return 1 if ours > theirs else -1
    apart = one.modified - other.modified
    if one.modified and other.modified and abs(apart) > A_MINUTE:
        return 1 if apart > 0 else -1
    return None


def time_in(text: str) -> str:
    """The first time in a text, in UTC as ISO 8601, or an empty text.

    A zone that is not known, or a short name that means several (`CST`, `IST`), counts as UTC.

    >>> time_in("ana+07-odd-phrases+2026-03-01 10-00-00 UTC")
    '2026-03-01T10:00:00Z'
    """
    told = _TIME.search(text)
    if not told:
        return ""
    clock = re.sub("[-.]", ":", told["time"])
    try:
        offset = told["offset"] or ""
        # Where hyphens part the time, a hyphen behind it is no sign of an offset.
        if ":" not in told["time"] and offset.startswith("-"):
            offset = ""  # 10-00-00-1234: a number behind the time in a name
        moment = datetime.fromisoformat(f"{told['day']}T{clock}{offset.strip()}")
        moment = moment if moment.tzinfo else moment.replace(tzinfo=_zone(told["zone"]))
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def exact_time(text: str) -> str:
    """The time that a text is, in UTC as ISO 8601; an empty text where it names no time zone, or one that is not known.

    A teacher's due time is not guessed at: some hours decide who is late.

    >>> exact_time("2026-03-01 23:59 Europe/Berlin"), exact_time("2026-03-01 23:59")
    ('2026-03-01T22:59:00Z', '')
    """
    told = _TIME.fullmatch(text.strip())
    if not told or not (told["zone"] or told["offset"]):
        return ""
    is_unknown = "/" in (told["zone"] or "") and _zone(told["zone"]) is UTC
    return "" if is_unknown else time_in(text)


def without_time(text: str) -> str:
    """The text without the first time in it."""
    return _TIME.sub("", text, count=1)


def _zone(name: str | None) -> tzinfo:
    if not name or "/" not in name:
        return timezone(timedelta(hours=_HOURS.get(name or "", 0)))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _own_parts(one: str, other: str) -> tuple[list[str], list[str]]:
    """The parts of two paths without the folders that they share: those tell nothing about which came later."""
    first, second = one.split("/"), other.split("/")
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    return first[shared:], second[shared:]


def _counted(parts: list[str]) -> int | None:
    """The number that Canvas gave the file, which grows from one upload to the next."""
    named = CANVAS.fullmatch(parts[-1]) if parts else None
    return int(named["upload"]) if named else None


def _marks(one: list[str], other: list[str]) -> tuple[int | None, int | None]:
    """The marks of resubmissions in two paths; where one goes on from the other, only what it adds counts."""
    # Only between two files in one folder: names further out may differ for other reasons.
    if len(one) == len(other) == 1:
        first, second = (stem_of(part).casefold() for part in (one[0], other[0]))
        if second.startswith(first):
            return 0, _mark_of(second[len(first) :])
        if first.startswith(second):
            return _mark_of(first[len(second) :]), 0
    return _greatest(one), _greatest(other)


def _greatest(parts: list[str]) -> int | None:
    """The greatest mark in a path: 0 for none, None where there is a copy, which may be older or newer."""
    marks = [_mark_of(stem_of(part)) for part in parts]
    known = [mark for mark in marks if mark is not None]
    # Of several marks the strongest counts: `revised/07 (3)` is the third.
    return max(known, key=abs, default=0) if len(known) == len(marks) else None


def _mark_of(stem: str) -> int | None:
    stem = without_time(stem).strip()
    if _COPIED.search(stem):
        return None
    numbered = _NUMBERED.search(stem)
    # A number says more than a word: `resubmitted_3` came after `resubmitted_2`.
    if numbered:
        return int(next(number for number in numbered.groups() if number))
    words = re.findall(r"[^\W\d_]+", stem.casefold())
    return next((_MARKS[word] for word in words if word in _MARKS), 0)
