"""What a person has not looked at yet, which is to do and no fault: fields of `case.yml`, and drafts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.case.lines import KeyPath, Sheet, named, read

NOT_LOOKED_AT = "not looked at"
# What to put there, with an example, by the field's own name.
_EXAMPLES = {
    "title": "what the case is called, such as “The night of the gate”",
    "about": "one sentence on what these texts tell",
    "licence": "under which terms the texts are here, such as “CC BY 4.0”, or “short quotation”",
    "what": "one sentence on what happened",
    "outlet": "who published it, such as “Harbour Post”",
    "address": "where it stands, such as “https://example.org/gate”",
    "date": "the day, such as 2026-03-03",
    "dated": "the day as a reader sees it, and how it is known, such as “3 March 2026, from the page”",
    "byline": "who signed it, as printed; null if nobody did",
    "credit": "whom it credits, such as “Reuters”; null if nobody",
    "shows": "what the page shows besides, such as “outlet, day, one photograph”",
    "says": "what its words go back to, such as “an agency’s report, so far as it credits one”",
}
# What to do with a draft.
_DRAFT = "{} is a draft: read it, change what is wrong, then take its line “draft: true” away"


@dataclass(frozen=True, slots=True)
class ToDo:
    """A field that waits for a person; `line` counts from 1."""

    file: str
    line: int
    field: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} [{self.field}] {self.wanted}"


def looked_at(value: str | None) -> str | None:
    """Return a value; None where nobody has looked yet."""
    return None if value == NOT_LOOKED_AT else value


def to_do(folder: Path) -> list[ToDo]:
    """Return what nobody has looked at in the case in `folder`, in the order of its lines."""
    sheet = read(folder / "case.yml", "case.yml")
    fields = list(_waiting(sheet, sheet.data, ())) if isinstance(sheet, Sheet) else []
    return [*fields, *_drafts(folder)]


def _drafts(folder: Path) -> Iterator[ToDo]:
    """Yield the findings, controls and exercises that are drafts still."""
    for name, groups in (("findings", ("findings", "controls")), ("exercises", ("exercises",))):
        for path in sorted((folder / name).glob("*.yml")):
            if b"draft" not in path.read_bytes():
                continue
            sheet = read(path, f"{name}/{path.name}")
            places = [(group, at, one) for group in groups for at, one in _entries_of(sheet, group)]
            for group, at, one in places:
                if isinstance(sheet, Sheet) and isinstance(one, dict) and one.get("draft") is True:
                    yield ToDo(sheet.file, sheet.line((group, at)), f"{group}[{at}]", _DRAFT.format(one.get("id")))


def _entries_of(sheet: object, group: str) -> list[tuple[int, Any]]:
    return list(sheet.entries(group)) if isinstance(sheet, Sheet) else []


def _waiting(sheet: Sheet, value: Any, place: KeyPath) -> Iterator[ToDo]:
    if value == NOT_LOOKED_AT:
        wanted = _EXAMPLES.get(str(place[-1]), "what belongs there") if place else ""
        yield ToDo(sheet.file, sheet.line(place), named(place), wanted)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _waiting(sheet, inner, (*place, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _waiting(sheet, inner, (*place, at))
