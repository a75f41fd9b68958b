"""All pairs of the same articles through difflib, RapidFuzz and datasketch. Run by `run.py` in their own environment.

Reads {"articles": [...], "pairs": [[a, b], ...]} on the standard input and writes, for each peer, the seconds for all
pairs and what it found: [a, b, [a_start, a_end, b_start, b_end], ...], or [a, b] from a peer that gives no places.
difflib looks at `pairs` only, and its time for all pairs is reckoned from them.
"""

import difflib
import json
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from datasketch import MinHash, MinHashLSH
from rapidfuzz.distance import Indel

LEAST_WORDS = 7
LEAST_CHARACTERS = 40
SHINGLE, PERMUTATIONS, LEAST_JACCARD = 5, 128, 0.05


def with_difflib(articles: list[str], pairs: list[list[int]]) -> tuple[float, list[Any]]:
    """Blocks of seven equal words or more."""
    cut = [_words(text) for text in articles]
    started = time.perf_counter()
    found = [[a, b, *spans] for a, b in pairs if (spans := list(_blocks(cut[a], cut[b])))]
    seconds = time.perf_counter() - started
    return seconds / len(pairs) * (len(articles) * (len(articles) - 1) // 2), found


def _blocks(a: list[tuple[str, int, int]], b: list[tuple[str, int, int]]) -> Iterator[list[int]]:
    matcher = difflib.SequenceMatcher(None, [one[0] for one in a], [one[0] for one in b], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= LEAST_WORDS:
            yield [a[block.a][1], a[block.a + block.size - 1][2], b[block.b][1], b[block.b + block.size - 1][2]]


def _words(text: str) -> list[tuple[str, int, int]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((word.strip(".,“”").lower(), at, at + len(word)))
        at += len(word)
    return found


def with_rapidfuzz(articles: list[str]) -> tuple[float, list[Any]]:
    """Equal blocks of 40 characters or more in the shortest edit."""
    started = time.perf_counter()
    found = []
    for a, b in combinations(range(len(articles)), 2):
        blocks = Indel.editops(articles[a], articles[b]).as_matching_blocks()
        spans = [[x.a, x.a + x.size, x.b, x.b + x.size] for x in blocks if x.size >= LEAST_CHARACTERS]
        if spans:
            found.append([a, b, *spans])
    return time.perf_counter() - started, found


def with_datasketch(articles: list[str]) -> tuple[float, list[Any]]:
    """MinHash of runs of five words, through an index for a likeness (Jaccard) of 0.05."""
    started = time.perf_counter()
    index = MinHashLSH(threshold=LEAST_JACCARD, num_perm=PERMUTATIONS)
    hashes = []
    for number, text in enumerate(articles):
        words = [word for word, _, _ in _words(text)]
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([" ".join(words[n : n + SHINGLE]).encode() for n in range(len(words) - SHINGLE + 1)])
        hashes.append(one)
        index.insert(number, one)
    found = set()
    for number, one in enumerate(hashes):
        for other in index.query(one):
            if other != number and one.jaccard(hashes[other]) >= LEAST_JACCARD:
                found.add((min(number, other), max(number, other)))
    return time.perf_counter() - started, [list(pair) for pair in sorted(found)]


def main() -> None:
    given = json.load(sys.stdin)
    articles = given["articles"]
    results = {
        "difflib": with_difflib(articles, given["pairs"]),
        "RapidFuzz": with_rapidfuzz(articles),
        "datasketch": with_datasketch(articles),
    }
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
