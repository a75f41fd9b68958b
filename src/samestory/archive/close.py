"""Look closely at the promising pairs: which passages they share, and whether that is enough."""

from bisect import bisect_left
from dataclasses import astuple, dataclass
from functools import lru_cache

from samestory.archive.intake import stored_text
from samestory.archive.pairing import Job
from samestory.archive.store import columns
from samestory.archive.stretch import Meeting, Spans, passages_near, word_spans

LEAST_WORDS = 20  # that two articles must share, in passages of which one at least is *sure*
_TEXT = 500  # characters of a passage that are kept beside its place


Batch = tuple[int, int, int]  # a part of the promising pairs, the first row of it and the one behind the last, from 0


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage of articles number `a` and `b`, with its length in words and its first 500 characters."""

    a: int
    b: int
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int
    level: str
    kind: str
    certainty: str
    likeness: float
    text: str


_NAMES = tuple(Copied.__dataclass_fields__)
_TEXTS = ("level", "kind", "certainty", "text")
_TYPES = {name: "int64" for name in _NAMES if name not in _TEXTS} | {"likeness": "float64"}


def batch_name(item: Batch) -> str:
    """What the shard of a batch is called."""
    return f"{item[0]:05}-{item[1]:09}"


def look_closely(job: Job, item: Batch) -> int:
    """Write the passages of some pairs, and return how many there are."""
    part, first, after = item
    rows: list[Copied] = []
    source = job.store.one(job.store.shard("promising", part), ", file_row_number = true")
    where = f"file_row_number >= {first} and file_row_number < {after}"
    with job.base as base:
        pairs = base.execute(f"select * exclude file_row_number from {source} where {where} order by a, b").fetchall()
    for a, b, *places, meetings in pairs:
        rows += _of_pair(job, a, b, places, meetings)
    made = columns(_NAMES, [astuple(one) for one in rows], _TYPES)
    job.store.write_columns(made, job.store.shard("found", batch_name(item)))
    return len(rows)


def _of_pair(job: Job, a: int, b: int, places: list[int], meetings: list[list[int]]) -> list[Copied]:
    (text_a, spans_a), (text_b, spans_b) = _article(job, *places[:3]), _article(job, *places[3:])
    near: list[Meeting] = [(one[0], one[1]) for one in meetings]
    rows = []
    for one in passages_near(text_a, text_b, near, spans_a, spans_b):
        words = _words(spans_a, one.a_start, one.a_end)
        shown = text_a[one.a_start : one.a_end][:_TEXT]
        place = (a, b, one.a_start, one.a_end, one.b_start, one.b_end, words)
        rows.append(Copied(*place, one.level, one.kind, one.certainty, one.likeness, shown))
    is_sure = any(one.certainty == "sure" for one in rows)
    return rows if is_sure and sum(one.words for one in rows) >= job.least_words else []


# Pairs come in the order of their first article, which is then read once.
@lru_cache(maxsize=32)
def _article(job: Job, shard: int, start: int, size: int) -> tuple[str, Spans]:
    text = stored_text(job.store, shard, start, size)
    return text, word_spans(text)


def _words(spans: Spans, start: int, end: int) -> int:
    return bisect_left(spans, (end, 0)) - bisect_left(spans, (start, 0))
