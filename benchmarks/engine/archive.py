"""How much time and memory `samestory reuse` takes and what it finds, beside datasketch and RapidFuzz.

    python benchmarks/engine/archive.py [--articles 1000 10000 100000]

Makes invented news (`made_news.py`) in which every 25th article has 60 words of an earlier one: word for word, edited
in the ways that the limits were chosen by, or edited in other ways, a third each. Everything is made in `_build/bench`.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import psutil
from made_news import make
from word_stock import OTHER_WORDS

HERE = Path(__file__).resolve().parent
PLACE = HERE.parents[1] / "_build" / "bench"
PEERS = ["rapidfuzz==3.14.6", "datasketch==2.0.0"]
WAYS = ("verbatim", "edited", "edited otherwise")
CLAUSE = ["which", "nobody", "in", "the", "town", "had", "expected", "at", "all"]
EVERY, PASSAGE = 25, 60  # articles from one that copies to the next, and words that it copies
AT_ONCE = 1_000  # articles that are made at a time
LONGEST = 900  # seconds that a peer may be expected to take; else it is not run


@dataclass(frozen=True)
class Plant:
    """Article `b` has 60 words of article `a`, taken in one of three ways."""

    a: int
    b: int
    way: str
    start: int
    end: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--workers", type=int, default=2)
    wanted = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    print("| articles | what | seconds | of the processors | times ours | most memory, MiB | verbatim | edited |"
          " edited otherwise | pairs besides |")  # fmt: skip
    print("|" + " --- |" * 10, flush=True)
    spent: dict[str, float] = {}
    for count in wanted.articles:
        corpus, plants = _corpus(count)
        mine = _ours(corpus, plants, count, wanted.workers)
        _print(count, "samestory reuse", mine, mine)
        for name in ("datasketch", "RapidFuzz"):
            # Each grows at least with the articles, RapidFuzz with their square.
            if spent.get(name, 0) * 10 > LONGEST:
                print(f"| {count:,} | {name} | not run: more than {LONGEST} s are to be expected |" + " |" * 7)
                continue
            row = _peer(name, corpus, plants, count)
            spent[name] = row["processor"] * (10 if name == "RapidFuzz" else 1)
            _print(count, name, row, mine)


def _corpus(count: int) -> tuple[Path, list[Plant]]:
    """Write the articles as JSON lines, and return where and what was planted."""
    chance = random.Random(count)
    path = PLACE / f"archive-{count}.jsonl"
    plants: list[Plant] = []
    sources: list[tuple[int, str]] = []  # some earlier articles to take from, each once
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(islice(_articles(), count)):
            if number % EVERY == EVERY - 1:
                a, source = sources.pop(chance.randrange(len(sources)))
                way = WAYS[len(plants) % len(WAYS)]
                text, start, end = _planted(chance, source, text, way)
                plants.append(Plant(a, number, way, start, end))
            elif number % 5 == 0 and len(sources) < 2_000:
                sources.append((number, text))
            day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            row = {"id": str(number), "text": text, "outlet": f"Paper {chance.randrange(40)}", "published": day}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path, plants


def _articles() -> Iterator[str]:
    seed = 1_000
    while True:
        yield from make(AT_ONCE, seed=seed, derived=0).articles
        seed += 1


def _planted(chance: random.Random, source: str, text: str, way: str) -> tuple[str, int, int]:
    """The text with 60 words of the source in place of as many of its own, and their place."""
    taken = source.split()
    at = chance.randrange(len(taken) - PASSAGE)
    words = taken[at : at + PASSAGE]
    if way == "edited":
        words = [one for word in words for one in _edited(chance, word)]
    elif way == "edited otherwise":
        words = _edited_otherwise(chance, words)
    own = text.split()
    put = chance.randrange(len(own) - PASSAGE)
    before, passage = " ".join(own[:put]), " ".join(words)
    start = len(before) + bool(before)
    return " ".join(filter(None, [before, passage, *own[put + PASSAGE :]])), start, start + len(passage)


def _edited(chance: random.Random, word: str) -> list[str]:
    """One word in ten is exchanged, dropped, or gets another beside it."""
    lot = chance.random()
    if lot < 0.05:
        return [OTHER_WORDS.get(word, "other")]
    if lot < 0.075:
        return []
    return [word, "indeed"] if lot < 0.1 else [word]


def _edited_otherwise(chance: random.Random, words: list[str]) -> list[str]:
    """A phrase cut out, a clause put in, the halves exchanged, and the forms of some words: kept back while tuning."""
    at, put = chance.randrange(10, 20), chance.randrange(35, 45)
    halves = [*words[put:], *words[:put]] if chance.random() < 0.5 else words
    cut = halves[:at] + halves[at + 4 :]
    added = [*cut[:put], *CLAUSE, *cut[put:]]
    return [f"{word}s" if word.isalpha() and len(word) > 5 and chance.random() < 0.12 else word for word in added]


def _ours(corpus: Path, plants: list[Plant], count: int, workers: int) -> dict[str, Any]:
    out = PLACE / f"reuse-{count}-{os.getpid()}"
    command = [sys.executable, "-m", "samestory.cli", "reuse", corpus, "--out", out, "--workers", workers]
    row = _watched([str(part) for part in command])
    import duckdb

    with duckdb.connect() as base:
        passages = f"'{out}/passages.parquet'"
        found = base.execute(f"select a, b, b_start, b_end, a_start, a_end from {passages}").fetchall()
        pairs = base.execute(f"select a, b from '{out}/pairs.parquet'").fetchall()
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for a, b, *spans in found:
        # Articles stand in the order of the corpus, and sources before copies.
        places.setdefault((int(a), int(b)), []).append((spans[0], spans[1]))
    return row | _quality(plants, {(int(a), int(b)) for a, b in pairs}) | {"covered": _covered(plants, places)}


def _peer(name: str, corpus: Path, plants: list[Plant], count: int) -> dict[str, Any]:
    python = _environment(PLACE / "engine-env")
    answer = PLACE / f"peer-{name}-{count}.json"
    given = PLACE / f"plants-{count}.json"
    given.write_text(json.dumps([[one.a, one.b] for one in plants]), "utf-8")
    row = _watched([str(python), str(HERE / "archive_peers.py"), name, str(corpus), str(given), str(answer)])
    found = json.loads(answer.read_text("utf-8"))
    row["processor"] = found.get("processor", row["processor"])
    row["seconds"] = found.get("seconds", row["seconds"])
    return row | _quality(plants, {(a, b) for a, b in found["pairs"]})


def _environment(place: Path) -> Path:
    from run import _environment as made

    return made(place)


def _watched(command: list[str]) -> dict[str, Any]:
    """Run a command; its seconds, those of the processors, and the most memory of it and all that it starts."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = [0]
    watcher = threading.Thread(target=_watch, args=(process, most))
    watcher.start()
    if process.wait():
        raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": time.perf_counter() - began, "processor": processor, "memory": most[0] / 2**20}


def _watch(process: subprocess.Popen[bytes], most: list[int]) -> None:
    one = psutil.Process(process.pid)
    while process.poll() is None:
        total = 0
        try:
            for each in [one, *one.children(recursive=True)]:
                total += each.memory_info().rss
        except psutil.Error:
            continue
        most[0] = max(most[0], total)
        time.sleep(0.1)


def _quality(plants: list[Plant], found: set[tuple[int, int]]) -> dict[str, Any]:
    """How many of how many planted pairs were found, for each way, and how many others were."""
    either = {(min(pair), max(pair)) for pair in found}
    shares: dict[str, Any] = {}
    for way in WAYS:
        of = [one for one in plants if one.way == way]
        shares[way] = f"{sum((one.a, one.b) in either for one in of):,} of {len(of):,}"
    return shares | {"besides": len(either - {(one.a, one.b) for one in plants}), "pairs": len(either)}


def _covered(plants: list[Plant], places: dict[tuple[int, int], list[tuple[int, int]]]) -> dict[str, float]:
    """The share of the planted text, in characters, that stands in a passage found."""
    shares: dict[str, float] = {}
    for way in WAYS:
        of = [one for one in plants if one.way == way]
        inside = sum(
            max(0, min(end, one.end) - max(start, one.start))
            for one in of
            for start, end in places.get((one.a, one.b), ())
        )
        shares[way] = inside / sum(one.end - one.start for one in of)
    return shares


def _print(count: int, name: str, row: dict[str, Any], mine: dict[str, Any]) -> None:
    shares = " | ".join(row[way] for way in WAYS)
    times = row["processor"] / mine["processor"]
    print(f"| {count:,} | {name} | {row['seconds']:.0f} | {row['processor']:.1f} | {times:.1f} | {row['memory']:.0f} "
          f"| {shares} | {row['besides']} of {row['pairs']} |", flush=True)  # fmt: skip
    if "covered" in row:
        shown = ", ".join(f"{way} {share:.3f}" for way, share in row["covered"].items())
        print(f"<!-- of the planted text found: {shown} -->", flush=True)


if __name__ == "__main__":
    main()
