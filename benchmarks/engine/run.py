"""How long comparing takes and what it finds: all pairs of 200 made articles, beside three peers; and how it grows.

    python benchmarks/engine/run.py [--articles 200] [--most 2000] [--passes 3] [--accounts 200]

Nothing outside `_build/bench` is written but `growth.svg` beside this file. `--most 0` leaves the growth out,
`--accounts 0` how long a scan of so many accounts of one event takes, `--articles 0` the rest.
"""

import argparse
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from made_event import make_event
from made_news import News, make

from samestory.comparison import SharedPassage, overlap, passages
from samestory.scanning import scan
from samestory.scanning.bare import bare_case
from samestory.text import Document

HERE = Path(__file__).resolve().parent
PLACE = HERE.parents[1] / "_build" / "bench"
PEERS = ["rapidfuzz==3.14.6", "datasketch==2.0.0"]
LEVELS = ["verbatim", "light", "reworded", "quotation"]
DIFFLIB_PAIRS = 1000

Found = dict[tuple[int, int], list[tuple[int, int]]]
Passages = dict[tuple[int, int], tuple[SharedPassage, ...]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--most", type=int, default=2000)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--accounts", type=int, default=200)
    wanted = parser.parse_args()
    if wanted.articles:
        _compared(wanted)
    if wanted.accounts:
        _scans(wanted.accounts)


def _compared(wanted: argparse.Namespace) -> None:
    """All pairs of made articles, by us and by others; and how it grows."""
    news = make(wanted.articles)
    words = sum(len(text.split()) for text in news.articles)
    print(
        f"{wanted.articles} articles, {words // wanted.articles} words each; {len(news.derived)} pairs share something."
    )
    rows = [_ours(news, name, task, wanted.passes) for name, task in WAYS.items()]
    rows += _peers(news)
    _print(rows)
    if wanted.most:
        _growth(wanted.most)


def _shared_runs(articles: list[str]) -> Passages:
    return {(row.a, row.b): row.passages for row in overlap(articles, reworded=False)}


def _everything(articles: list[str]) -> Passages:
    return {(row.a, row.b): row.passages for row in overlap(articles)}


def _closely(articles: list[str]) -> Passages:
    """Every pair that shares something, looked at as closely as two articles are."""
    return {(row.a, row.b): passages(articles[row.a], articles[row.b]) for row in overlap(articles)}


WAYS: dict[str, Callable[[list[str]], Passages]] = {
    "shared runs": _shared_runs,
    "everything": _everything,
    "everything, then each pair found closely": _closely,
}


def _ours(news: News, name: str, task: Callable[[list[str]], Passages], passes: int) -> dict[str, Any]:
    seconds, rows = _timed(lambda: task(news.articles), passes)
    found: Found = {pair: [(one.b_start, one.b_end) for one in shared] for pair, shared in rows.items()}
    everything = set(combinations(range(len(news.articles)), 2))
    is_sure = [pair for pair, shared in rows.items() if any(one.certainty == "sure" for one in shared)]
    sure = sum(1 for pair in is_sure if pair not in news.derived)
    return {"what": f"samestory, {name}", "seconds": seconds, **_quality(news, found, everything), "sure": sure}


def _timed(task: Callable[[], Any], passes: int) -> tuple[float, Any]:
    """The median of several passes, and the last result."""
    taken, result = [], None
    for _ in range(passes):
        started = time.perf_counter()
        result = task()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken), result


def _peers(news: News) -> list[dict[str, Any]]:
    python = _environment(PLACE / "engine-env")
    everything = list(combinations(range(len(news.articles)), 2))
    others = [pair for pair in everything if pair not in news.derived]
    looked_at = sorted(news.derived) + random.Random(1).sample(others, min(len(others), DIFFLIB_PAIRS))
    given = json.dumps({"articles": news.articles, "pairs": looked_at})
    done = subprocess.run(
        [str(python), str(HERE / "peers.py")], input=given, capture_output=True, text=True, check=True
    )
    rows = []
    for name, (seconds, found) in json.loads(done.stdout).items():
        spans: Found = {(a, b): [(one[2], one[3]) for one in places] for a, b, *places in found}
        seen = set(looked_at) if name == "difflib" else set(everything)
        rows.append({"what": name, "seconds": seconds, **_quality(news, spans, seen, any(spans.values()))})
    return rows


def _environment(place: Path) -> Path:
    """An environment with the peers in it, made once. Returns its python."""
    python = place / "bin" / "python"
    if not (place / "ready").exists():
        print(f"Making an environment for {' and '.join(PEERS)} in {place} ...")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PEERS], check=True)
        (place / "ready").touch()
    return python


def _quality(news: News, found: Found, seen: set[tuple[int, int]], has_places: bool = True) -> dict[str, Any]:
    """Share of the pairs found, pairs found that share nothing, and the share of the taken text found at each level."""
    hit = [pair for pair in news.derived if pair in found]
    false = sum(1 for pair in found if pair not in news.derived)
    covered: dict[str, list[float]] = defaultdict(list)
    for one in news.descents:
        covered[one.level].append(_covered(one.b_span, found.get((one.a, one.b), [])))
    return {
        "pairs": len(hit) / len(news.derived),
        "false": false,
        "of": len(seen) - len(news.derived),
        **{level: statistics.mean(covered[level]) if has_places else None for level in LEVELS},
    }


def _covered(span: tuple[int, int], found: Iterable[tuple[int, int]]) -> float:
    inside: set[int] = set()
    for start, end in found:
        inside.update(range(max(start, span[0]), min(end, span[1])))
    return len(inside) / (span[1] - span[0])


def _print(rows: list[dict[str, Any]]) -> None:
    print(
        "\n| all pairs | seconds | times ours | pairs found | false pairs | verbatim | light | reworded | quotation |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in rows:
        levels = " | ".join("–" if row[level] is None else f"{row[level]:.2f}" for level in LEVELS)
        false = f"{row['false']} of {row['of']:,}" + (f" ({row['sure']} sure)" if "sure" in row else "")
        times = f"{row['seconds'] / rows[0]['seconds']:.1f}"
        print(f"| {row['what']} | {row['seconds']:.2f} | {times} | {row['pairs']:.0%} | {false} | {levels} |")


def _growth(most: int) -> None:
    """Time both ways for more and more articles, and draw it."""
    counts = [count for count in (100, 200, 500, 1000, 2000) if count <= most]
    points = []
    print("\n| articles | shared runs, s | everything, s | most memory, MiB |\n| --- | --- | --- | --- |")
    for count in counts:
        articles = make(count).articles
        runs, everything = (_timed(partial(task, articles), 1)[0] for task in (_shared_runs, _everything))
        points.append((count, runs, everything))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {count:,} | {runs:.2f} | {everything:.2f} | {memory:.0f} |", flush=True)
    _draw(points)


def _scans(most: int) -> None:
    """The processor's seconds that a scan of more and more accounts of one event takes, and as which power it grows."""
    print("\n| accounts | words | seconds of the processor | grows as the power |\n| --- | --- | --- | --- |")
    last: tuple[int, float] | None = None
    scan(bare_case([Document(text, name) for name, text in zip("ab", make_event(2), strict=True)]))
    for count in (count for count in (5, 10, 20, 40, 100, 200) if count <= most):
        articles = make_event(count)
        began = time.process_time()
        scan(bare_case([Document(text, f"account {number}") for number, text in enumerate(articles)]))
        took = time.process_time() - began
        power = f"{math.log(took / last[1]) / math.log(count / last[0]):.2f}" if last else "–"
        print(f"| {count} | {sum(len(one.split()) for one in articles):,} | {took:.2f} | {power} |", flush=True)
        last = count, took


def _draw(points: list[tuple[int, float, float]]) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.fonttype"] = "none"
    matplotlib.rcParams["svg.hashsalt"] = "samestory"
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(6, 3.6), layout="constrained")
    counts = [point[0] for point in points]
    for column, name, colour in ((1, "shared runs", "#0072B2"), (2, "everything", "#D55E00")):
        taken = [point[column] for point in points]
        axes.plot(counts, taken, marker="o", color=colour)
        axes.annotate(
            name, (counts[-1], taken[-1]), xytext=(-6, 6), textcoords="offset points", ha="right", color=colour
        )
    steady = [points[0][2] * count / counts[0] for count in counts]
    axes.plot(counts, steady, color="grey", linestyle=":")
    axes.annotate("in step with the words", (counts[-1], steady[-1]), xytext=(0, -12), textcoords="offset points",
                  ha="right", color="grey")  # fmt: skip
    axes.set(
        xlabel="articles of 500 words, all pairs",
        ylabel="seconds",
        title="Comparing grows nearly in step with the words",
    )
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(HERE / "growth.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
