"""Who printed a story first, as far as a corpus can tell: in words, as a table and as a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samestory.archive.store import Store, glob_safe
from samestory.template import rendered

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN, MEMBERS = 50, 25  # stories of the page, and articles of a story in its picture
MOST_OUTLETS = 3  # outlets that a sentence names
LEFT, RIGHT, TOP, ROW = 250, 740, 24, 22  # of the picture, in its own units
_OPENING = 220  # characters


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story; `earliest` and `latest` are seconds, or None where no day can be read."""

    id: str
    outlet: str
    published: str
    earliest: int | None
    latest: int | None
    first: bool

    @property
    def name(self) -> str:
        """What to call it."""
        return self.outlet or self.id


@dataclass(frozen=True, slots=True)
class Story:
    """A cluster: how many articles it has, those of the page's picture in order, and its longest shared passage."""

    cluster: int
    articles: int
    outlets: int
    undated: int
    members: tuple[Member, ...]
    passage: str

    @property
    def who_first(self) -> str:
        """A sentence about who was first, which claims no more than the days say."""
        first = [one for one in self.members if one.first]
        if not first:
            return "No article of it has a day that can be read, so who was first can’t be said."
        names = list(dict.fromkeys(one.name for one in first))
        shown = " and ".join(names[:MOST_OUTLETS]) + (
            f" and {len(names) - MOST_OUTLETS} more" if len(names) > MOST_OUTLETS else ""
        )
        if len(first) > 1:
            said = f"{shown} can’t be told apart: their days or times ({first[0].published}) overlap."
        else:
            said = f"{shown} was first in this corpus ({first[0].published})."
        if self.undated:
            said += f" {self.undated} without a day that can be read may have been earlier."
        return said

    @property
    def first_count(self) -> int:
        """How many may have been first."""
        return sum(one.first for one in self.members)

    @property
    def bars(self) -> list[tuple[float, float, float]]:
        """For each member with a day the left edge, the width and the top of its bar in the picture."""
        dated = [(one.earliest, one.latest) for one in self.members]
        known = [(low, high) for low, high in dated if low is not None and high is not None]
        if not known:
            return []
        start, end = min(low for low, _ in known), max(high for _, high in known)
        scale = (RIGHT - LEFT - 10) / max(1, end - start)
        made = []
        for row, (low, high) in enumerate(dated):
            if low is not None and high is not None:
                made.append((LEFT + (low - start) * scale, max(6.0, (high - low) * scale), TOP + row * ROW + 5.0))
        return made

    @property
    def height(self) -> int:
        """Of the picture."""
        return TOP + len(self.members) * ROW + 8


def stories(base: "DuckDBPyConnection", out: Path) -> Iterator[Story]:
    """Yield the stories of most outlets and articles, out of the table `members` and the passages in `out`."""
    counts = (
        "count(*) as n, count(distinct nullif(outlet, '')) as outlets, count(*) filter (earliest is null) as undated"
    )
    most = (
        f"select cluster, {counts} from members group by cluster order by outlets desc, n desc, cluster limit {SHOWN}"
    )
    for cluster, n, outlets, undated in base.execute(most).fetchall():
        shown = "id, outlet, published, earliest, latest, first"
        rows = base.execute(
            f"select {shown} from members where cluster = {cluster} order by earliest nulls last, id limit {MEMBERS}"
        ).fetchall()
        ids = f"select id from members where cluster = {cluster}"
        longest = base.execute(
            f"select text from read_parquet({glob_safe(out / 'passages.parquet')}) where a in ({ids}) "
            "order by words desc, a, b limit 1"
        ).fetchall()
        passage = _short(longest[0][0]) if longest else ""
        yield Story(cluster, n, outlets, undated, tuple(Member(*row) for row in rows), passage)


def tally(base: "DuckDBPyConnection") -> list[tuple[str, int, int, int, int]]:
    """For each outlet its stories, those that it had first alone, perhaps first, and without a readable day."""
    alone = "count(*) filter (first) over (partition by cluster) = 1"
    each = f"select outlet, cluster, first, earliest, {alone} as alone from members where outlet != ''"
    counted = (
        "count(distinct cluster), count(distinct cluster) filter (first and alone), "
        "count(distinct cluster) filter (first and not alone), count(*) filter (earliest is null)"
    )
    return base.execute(
        f"select outlet, {counted} from ({each}) group by outlet order by 3 desc, 2 desc, 1 limit {SHOWN}"
    ).fetchall()


def write_page(
    shown: Sequence[Story], outlets: Sequence[tuple[str, int, int, int, int]], to: Store, path: Path
) -> None:
    """Write the page, which needs nothing but itself."""
    geometry = {"left": LEFT, "right": RIGHT, "top": TOP, "row": ROW}
    text = rendered("archive/timeline.html.j2", stories=shown, outlets=outlets, **geometry)
    with to.written(path) as part:
        part.write_text(text, "utf-8")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _OPENING else f"{line[:_OPENING].rstrip()} …"
