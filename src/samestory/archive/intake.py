"""Take a corpus in: shards of some thousand articles, their texts in one file, all else in columns."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import blake2b
from math import nan
from pathlib import Path
from typing import Any

from samestory.archive.corpus import Corpus, Cursor
from samestory.archive.entry import Entry, LeftOut
from samestory.archive.fingerprint import WORD
from samestory.archive.published import time_of
from samestory.archive.store import Store, columns, connect

ROWS, BYTES = 2_000, 16_000_000  # of a shard at most: what a worker holds at a time
NUMBERED = 1 << 20  # an article's number is that of its shard times this, and its row in the shard
_NAMES = (
    "number",
    "id",
    "outlet",
    "published",
    "place",
    "shard",
    "start",
    "size",
    "digest",
    "words",
    "earliest",
    "latest",
)
_TYPES = dict.fromkeys(("number", "shard", "start", "size", "words"), "int64")
_TYPES |= {"digest": "uint64", "earliest": "float64", "latest": "float64"}


def take_in(store: Store, corpus: Corpus, told: Callable[[int], None]) -> None:
    """Write the shards that are not there yet; `told` hears how many rows each has."""
    number, place, is_end = 0, (0, 0), False
    while (done := store.shard("taken", number, "json")).exists():
        note = json.loads(done.read_text("utf-8"))
        place, is_end, number = (note["next"][0], note["next"][1]), note["end"], number + 1
        told(note["rows"])
    if is_end:
        return
    for one, at, is_last in _batches(corpus, place):
        _write(store, number, one, at, is_last)
        told(len(one))
        number += 1


def _batches(corpus: Corpus, place: Cursor) -> Iterator[tuple[list[Entry | LeftOut], Cursor, bool]]:
    """The rows of each shard, the place behind it, and whether it is the last."""
    batch: list[Entry | LeftOut] = []
    size = 0
    for after, one in corpus.rows(place):
        batch.append(one)
        size += len(one.text) if isinstance(one, Entry) else 0
        place = after
        if len(batch) >= ROWS or size >= BYTES:
            yield batch, place, False
            batch, size = [], 0
    yield batch, place, True


def _write(store: Store, number: int, rows: list[Entry | LeftOut], after: Cursor, is_last: bool) -> None:
    """Write a shard; the note about it comes last, so that what has one is whole."""
    articles = [one for one in rows if isinstance(one, Entry)]
    lines: list[tuple[Any, ...]] = []
    start = 0
    with store.written(_texts(store, number)) as part, open(part, "wb") as file:
        for row, one in enumerate(articles):
            text = one.text.encode()
            digest = int.from_bytes(blake2b(text, digest_size=8).digest(), "little")
            known = (one.id, one.outlet, one.published, one.place)
            # A time that is not known is no number, which columns of whole numbers have no sign for.
            when = time_of(one.published) or (nan, nan)
            place = (number, start, len(text), digest, len(WORD.findall(one.text)))
            lines.append((number * NUMBERED + row, *known, *place, *when))
            file.write(text)
            start += len(text)
    store.write_columns(columns(_NAMES, lines, _TYPES), store.shard("articles", number))
    left_out = [asdict(one) for one in rows if isinstance(one, LeftOut)]
    note = {"next": after, "end": is_last, "rows": len(rows), "taken": len(articles), "left_out": left_out}
    with store.written(store.shard("taken", number, "json")) as part:
        part.write_text(json.dumps(note), "utf-8")


def _texts(store: Store, number: int) -> Path:
    return store.shard("texts", number, "bin")


def stored_text(store: Store, shard: int, start: int, size: int) -> str:
    """Return the text of an article by where it stands."""
    with open(_texts(store, shard), "rb") as file:
        file.seek(start)
        return file.read(size).decode()


def texts_of(store: Store, shard: int) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each article of a shard."""
    with connect() as base, open(_texts(store, shard), "rb") as file:
        where = f"select number, size from {store.one(store.shard('articles', shard))} order by number"
        for number, size in base.execute(where).fetchall():
            yield number, file.read(size).decode()
