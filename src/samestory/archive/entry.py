"""What a corpus holds: articles, and rows that are none, each with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_ARTICLE = 1_000_000  # characters: a longer text is a book, or a file that holds many articles
LONGEST_NAME = 1_000  # characters of an id or an outlet
# JSON can hold halves of a character, which no file can.
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a corpus. `place` is its file and row, from 1; `published` is as the corpus gives it."""

    place: str
    id: str
    text: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not compared, and why."""

    place: str
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Fields:
    """What the corpus calls an article's id, text, outlet and day or time of publication."""

    id: str = "id"
    text: str = "text"
    outlet: str = "outlet"
    published: str = "published"


def article_of(row: Mapping[str, Any], fields: Fields, place: str) -> Entry | LeftOut:
    """Return the article that a row holds, or why it holds none."""
    id_ = _plain(row.get(fields.id))
    text = row.get(fields.text)
    if not id_:
        return LeftOut(place, "", _without(fields.id, row))
    if len(id_) > LONGEST_NAME:
        return LeftOut(place, id_[:60], f"its id has {len(id_):,} characters; {LONGEST_NAME:,} are the most")
    if text is None:
        return LeftOut(place, id_, _without(fields.text, row))
    if not isinstance(text, str):
        return LeftOut(place, id_, f"“{fields.text}” is no text but {type(text).__name__}")
    if not any(one.isalnum() for one in text):
        return LeftOut(place, id_, "it has no words")
    if len(text) > LONGEST_ARTICLE:
        return LeftOut(place, id_, f"it has {len(text):,} characters; {LONGEST_ARTICLE:,} are the most")
    outlet, published = _plain(row.get(fields.outlet))[:LONGEST_NAME], _plain(row.get(fields.published))
    return Entry(place, id_, savable(text), outlet, published[:LONGEST_NAME])


def _plain(value: Any) -> str:
    """A number, a day or a name as text; nothing for a missing one."""
    # A list or an object is no name; a bool is a mistake.
    if value is None or isinstance(value, bool | list | dict):
        return ""
    return savable(str(value)).strip()


def savable(text: str) -> str:
    """A text that UTF-8 can hold, every character in its place."""
    return _HALF.sub("\ufffd", text)


def _without(name: str, row: Mapping[str, Any]) -> str:
    known = ", ".join(list(map(str, row))[:8])
    return f"it has no “{name}”" + ("" if name in row else f" (its fields: {known[:200]})")
