"""Write what a run has found: passages, pairs, clusters and the timeline as Parquet, and what was left out as lines."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.archive.grouping import groups
from samestory.archive.pairing import Job
from samestory.archive.store import Store
from samestory.archive.story import stories, tally, write_page

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 10_000  # rows
EXAMPLES = 10  # frequent runs of words that the summary shows
# Who is first: surely before the other, or one of two whose times can't be told apart.
_FIRST = (
    "case when x.latest < y.earliest then 'a' when y.latest < x.earliest then 'b' "
    "when x.earliest is null or y.earliest is null then 'unknown' else 'tie' end as first"
)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has found, in numbers. `left_out` says how many rows were not compared, by reason."""

    rows: int
    articles: int
    copies: int
    pairs: int
    passages: int
    clusters: int
    undated: int
    frequent: int
    left_out: dict[str, int] = field(default_factory=dict)
    boilerplate: list[str] = field(default_factory=list)

    @staticmethod
    def read(out: Path) -> "Summary":
        """Return what the run in this folder has found."""
        return Summary(**json.loads((out / "summary.json").read_text("utf-8")))


def write_results(job: Job, out: Path) -> Summary:
    """Write all results into a folder, the summary last."""
    store, to = job.store, Store(out)
    listed = store.one(store.shard("list", "articles"))
    with job.base as base:
        base.execute(f"create view articles as select * from {listed}")
        base.execute(f"create view found as select * from {_found(store)}")
        to.write(base, _passages(), out / "passages.parquet")
        to.write(base, _pairs(), out / "pairs.parquet")
        _join(base, job)
        to.write(base, _clusters(), out / "clusters.parquet")
        to.write(base, _timeline(), out / "timeline.parquet")
        write_page(list(stories(base, out)), tally(base), to, out / "timeline.html")
        left_out = _left_out(base, store, to, out)
        summary = _summed(base, job, out, left_out)
    with to.written(out / "summary.json") as part:
        part.write_text(json.dumps(asdict(summary), ensure_ascii=False, indent=1), "utf-8")
    return summary


def _found(store: Store) -> str:
    if store.shards("found"):
        return store.table("found")
    # Without a promising pair there is no shard, and its columns are still wanted.
    numbers = ", ".join(f"0 as {name}" for name in ("a", "b", "a_start", "a_end", "b_start", "b_end", "words"))
    return f"(select {numbers}, '' as level, '' as kind, '' as certainty, 0.0 as likeness, '' as text where false)"


def _passages() -> str:
    shown = "a_start, a_end, b_start, b_end, f.words, level, kind, certainty, likeness, text"
    joined = "found f join articles x on a = x.number join articles y on b = y.number"
    return f"select x.id as a, y.id as b, {shown} from {joined} order by f.a, f.b, a_start"


def _pairs() -> str:
    """Two articles that share passages, and each copy of a whole article with the first that has its text."""
    prose, quoted = (f"coalesce(sum(words) filter (kind = '{kind}'), 0)::bigint" for kind in ("prose", "quotation"))
    shared = f"select a, b, count(*) as passages, {prose} as words, {quoted} as quoted, false as copy from found"
    copies = "select original, number, 1, words, 0, true from articles where number != original"
    known = "x.outlet as outlet_a, y.outlet as outlet_b, x.published as published_a, y.published as published_b"
    shares = ", ".join(f"least(1.0, (p.words + quoted) / {one}.words) as share_{to}" for one, to in ("xa", "yb"))
    return (
        f"select x.id as a, y.id as b, {known}, {_FIRST}, passages, p.words, quoted, {shares}, copy "
        f"from ({shared} group by a, b union all {copies}) p "
        "join articles x on p.a = x.number join articles y on p.b = y.number order by p.a, p.b"
    )


def _join(base: "DuckDBPyConnection", job: Job) -> None:
    """Give each article that shares prose its cluster, the largest first."""
    import numpy as np

    count = _one(base, "select count(*) from articles")
    prose = f"select a, b from found where kind = 'prose' group by a, b having sum(words) >= {job.least_words}"
    copies = "select original, number from articles where number != original"
    edges = (
        f"select x.row, y.row from ({prose} union all {copies}) join articles x on a = x.number "
        "join articles y on b = y.number"
    )
    first = np.array(groups(count, _streamed(base, edges)), dtype=np.int64)
    base.register("first_of", {"row": np.arange(count, dtype=np.int64), "head": first})
    sizes = "select head, count(*) as n from first_of group by head having n > 1"
    numbered = f"select head, row_number() over (order by n desc, head) as cluster from ({sizes})"
    base.execute(
        f"create temp table clusters as select cluster, articles.* from ({numbered}) join first_of using (head) "
        "join articles using (row)"
    )
    # Nobody who is dated was surely before them.
    base.execute(
        "create temp table members as select *, "
        "coalesce(earliest <= min(latest) over (partition by cluster), false) as first from clusters"
    )


def _clusters() -> str:
    return "select cluster, id, outlet, published, first from members order by cluster, earliest nulls last, id"


def _timeline() -> str:
    """One row for each cluster: who was first, whether alone, and how many have no day that can be read."""
    first = "list(id order by id) filter (first) as first, list(distinct outlet) filter (first) as first_outlets"
    when = "min(published) filter (first) as first_published, arg_max(published, latest) as last_published"
    counts = "count(*) as articles, count(distinct nullif(outlet, '')) as outlets"
    alone = "count(*) filter (first) = 1 as alone, count(*) filter (earliest is null) as undated"
    return f"select cluster, {counts}, {first}, {when}, {alone} from members group by cluster order by cluster"


def _left_out(base: "DuckDBPyConnection", store: Store, to: Store, out: Path) -> Counter[str]:
    """Write a line for each row that was not compared."""
    reasons: Counter[str] = Counter()
    with to.written(out / "left-out.jsonl") as part, open(part, "w", encoding="utf-8") as file:

        def tell(row: dict[str, str]) -> None:
            reasons[_kind(row["why"])] += 1
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

        for note in store.shards("taken", "json"):
            for row in json.loads(note.read_text("utf-8"))["left_out"]:
                tell(row)
        doubled = (
            f"select s.place, s.id, k.place from {store.table('articles')} s join articles k on s.id = k.id "
            "where s.number != k.number order by s.number"
        )
        for place, id_, taken in _streamed(base, doubled):
            tell({"place": place, "id": id_, "why": f"another article has this id already: {taken}"})
    return reasons


def _kind(why: str) -> str:
    """The reason without what it says of one row."""
    return why.partition(":")[0].partition(" (")[0]


def _summed(base: "DuckDBPyConnection", job: Job, out: Path, left_out: Counter[str]) -> Summary:
    store = job.store
    frequent = f"from {store.table('frequent')}"
    return Summary(
        rows=sum(json.loads(note.read_text("utf-8"))["rows"] for note in store.shards("taken", "json")),
        articles=_one(base, "select count(*) from articles"),
        copies=_one(base, "select count(*) from articles where number != original"),
        pairs=_one(base, f"select count(*) from {store.one(out / 'pairs.parquet')}"),
        passages=_one(base, "select count(*) from found"),
        clusters=_one(base, "select count(distinct cluster) from members"),
        undated=_one(base, "select count(*) from articles where earliest is null"),
        frequent=_one(base, f"select count(*) {frequent}"),
        left_out=dict(left_out.most_common()),
        boilerplate=_examples(base, store, frequent),
    )


def _examples(base: "DuckDBPyConnection", store: Store, frequent: str) -> list[str]:
    """The words of the most frequent runs, each with the number of articles that have it."""
    from samestory.archive.fingerprint import WORD
    from samestory.archive.intake import stored_text

    joined = f"{frequent} f join articles using (number) order by n desc, print limit {EXAMPLES}"
    found = base.execute(f"select n, word, shard, start, size {joined}").fetchall()
    lines = []
    for n, at, *place in found:
        words = WORD.findall(stored_text(store, *place))
        lines.append(f"{n:,} articles: “{' '.join(words[at : at + 8])}”")
    return lines


def _streamed(base: "DuckDBPyConnection", query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, some thousand at a time."""
    found = base.execute(query)
    while rows := found.fetchmany(_AT_ONCE):
        yield from rows


def _one(base: "DuckDBPyConnection", query: str) -> int:
    return int(base.execute(query).fetchall()[0][0])
