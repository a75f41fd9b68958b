"""From fingerprints to pairs of articles that may share a passage: joins over columns, a range of hashes at a time."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samestory.archive.fingerprint import fingerprints
from samestory.archive.intake import NUMBERED, texts_of
from samestory.archive.store import Store, connect
from samestory.archive.stretch import LEAST_MEETS, LEAST_SPREAD

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

A_RANGE = 4_000_000  # fingerprints that are joined at a time, or meetings that are counted, about 150 MB
LARGE_PART = 1 / 3  # of an article's fingerprints: so many frequent ones are no footer, but what many papers printed
_EVERY = 1 << 64


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker is told: the folder, and the MiB that DuckDB may use in it.

    A fingerprint of more than `most_holders` articles is frequent; two articles share `least_words` or are no pair.
    The hashes, and the articles, are cut into so many `ranges`.
    """

    store: Store
    memory: int
    most_holders: int
    least_words: int
    ranges: int = 1

    @property
    def base(self) -> AbstractContextManager["DuckDBPyConnection"]:
        """DuckDB with the memory of a worker."""
        return connect(self.memory, self.store.home / "spill")


def mark_shard(job: Job, shard: int) -> int:
    """Write the fingerprints of a shard's articles, and return how many there are."""
    import numpy as np

    made = [(number, *fingerprints(text)) for number, text in texts_of(job.store, shard)]
    prints = np.concatenate([np.empty(0, np.uint64), *(found for _, found, _ in made)])
    at = np.concatenate([np.empty(0, np.int32), *(first for _, _, first in made)])
    numbers = np.repeat(np.array([one[0] for one in made], np.int64), [len(one[1]) for one in made])
    # Sorted, so that who joins a range of them reads little else.
    rows = {"print": prints, "number": numbers, "word": at}
    job.store.write_columns(rows, job.store.shard("prints", shard), "print")
    return len(prints)


def list_articles(job: Job) -> None:
    """Write the articles that count, each with the first one that has the same text; of those with one id the first."""
    store = job.store
    times = ", ".join(f"(case when not isnan({one}) then {one}::bigint end) as {one}" for one in ("earliest", "latest"))
    once = f"select * from {store.table('articles')} qualify row_number() over (partition by id order by number) = 1"
    original = "min(number) over (partition by digest, size) as original"
    row = "row_number() over (order by number) - 1 as row"
    with job.base as base:
        found = f"select * replace ({times}), {original}, {row} from ({once}) order by number"
        store.write(base, found, store.shard("list", "articles"))


def meet(job: Job, part: int) -> int:
    """Join a range of fingerprints, and return how many meetings of two articles it holds.

    A fingerprint that more than `most_holders` articles have leads nowhere; it is written down as frequent.
    """
    store = job.store
    low, high = part * _EVERY // job.ranges, (part + 1) * _EVERY // job.ranges - 1
    counted = f"select number from {store.one(store.shard('list', 'articles'))} where number = original"
    with job.base as base:
        held = f"select print, number, word from {store.table('prints')} where print between {low} and {high}"
        base.execute(f"create temp table held as {held} and number in ({counted})")
        base.execute("create temp table often as select print, count(*) as n from held group by print having n > 1")
        base.execute("create temp table shared as select held.*, n from held join often using (print)")
        common = f"from shared where n > {job.most_holders}"
        store.write(base, f"select print, number, word {common} order by print, number", store.shard("common", part))
        example = f"select print, n, min(number) as number, arg_min(word, number) as word {common} group by print, n"
        store.write(base, example, store.shard("frequent", part))
        pairs = (
            "select a.number as a, b.number as b, a.word as word_a, b.word as word_b from shared a join shared b "
            f"on a.print = b.print and a.number < b.number where a.n <= {job.most_holders} order by a, b"
        )
        store.write(base, pairs, store.shard("meetings", part))
        return _count(base, store, store.shard("meetings", part))


def link_copies(job: Job) -> None:
    """Write meetings for articles of which a third or more is frequent, each with the next such article.

    So a story that hundreds of papers printed, each among words of its own, is still one chain.
    """
    store = job.store
    with job.base as base:
        frequent = f"select number, count(*) as often from {store.table('common')} group by number"
        every = f"select number, count(*) as every from {store.table('prints')} group by number"
        large = f"select number from ({frequent}) join ({every}) using (number) where often >= {LARGE_PART} * every"
        chain = "lag({0}) over (partition by print order by number) as {1}"
        links = (
            f"select {chain.format('number', 'a')}, number as b, {chain.format('word', 'word_a')}, word as word_b "
            f"from {store.table('common')} where number in ({large})"
        )
        store.write(base, f"select * from ({links}) where a is not null order by a, b", store.shard("meetings", "copy"))


def promise(job: Job, part: int) -> int:
    """Write the pairs of a range of articles that have enough in common to be looked at, and return how many."""
    store = job.store
    shards = len(store.shards("articles"))
    low, high = (at * shards // job.ranges * NUMBERED for at in (part, part + 1))
    articles = store.one(store.shard("list", "articles"))
    pairs = (
        f"select a, b, list([word_a, word_b]) as meetings from {store.table('meetings')} "
        f"where a >= {low} and a < {high} "
        f"group by a, b having count(*) >= {LEAST_MEETS} and max(word_a) - min(word_a) >= {LEAST_SPREAD} "
        f"and max(word_b) - min(word_b) >= {LEAST_SPREAD}"
    )
    names = [(name, side) for side in "ab" for name in ("shard", "start", "size")]
    where = ", ".join(f"of_{side}.{name} as {name}_{side}" for name, side in names)
    with job.base as base:
        found = (
            f"select a, b, {where}, meetings from ({pairs}) join {articles} of_a on a = of_a.number "
            f"join {articles} of_b on b = of_b.number order by a, b"
        )
        store.write(base, found, store.shard("promising", part))
        return _count(base, store, store.shard("promising", part))


def _count(base: "DuckDBPyConnection", store: Store, path: Path) -> int:
    """How many rows a file has."""
    return int(base.execute(f"select count(*) from {store.one(path)}").fetchall()[0][0])
