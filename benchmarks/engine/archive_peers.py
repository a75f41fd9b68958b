"""An archive through a peer, run by `archive.py` in the environment of the peers: NAME CORPUS PLANTS ANSWER.

Writes {"pairs": [[a, b], ...]} to ANSWER. RapidFuzz compares two texts at a time: it gets the planted pairs and 1,000
others, and its time for all pairs is reckoned from these.
"""

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

from datasketch import MinHash, MinHashLSH
from rapidfuzz.distance import Indel

LEAST_CHARACTERS = 40
SHINGLE, PERMUTATIONS, LEAST_JACCARD = 5, 128, 0.05
OTHERS = 1_000


def with_datasketch(articles: list[str], plants: list[list[int]]) -> dict[str, Any]:
    """MinHash of runs of five words, through an index for a likeness (Jaccard) of 0.05."""
    index = MinHashLSH(threshold=LEAST_JACCARD, num_perm=PERMUTATIONS)
    found = set()
    hashes = []
    for number, text in enumerate(articles):
        words = [word.strip(".,“”").lower() for word in text.split()]
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([" ".join(words[n : n + SHINGLE]).encode() for n in range(len(words) - SHINGLE + 1)])
        for other in index.query(one):
            if one.jaccard(hashes[other]) >= LEAST_JACCARD:
                found.add((other, number))
        index.insert(number, one)
        hashes.append(one)
    return {"pairs": sorted(found)}


def with_rapidfuzz(articles: list[str], plants: list[list[int]]) -> dict[str, Any]:
    """Equal blocks of 40 characters or more in the shortest edit."""
    chance = random.Random(1)
    others = [chance.sample(range(len(articles)), 2) for _ in range(OTHERS)]
    began, busy = time.perf_counter(), time.process_time()
    found = []
    for a, b in [*plants, *others]:
        blocks = Indel.editops(articles[a], articles[b]).as_matching_blocks()
        if any(block.size >= LEAST_CHARACTERS for block in blocks):
            found.append([a, b])
    times = len(articles) * (len(articles) - 1) / 2 / (len(plants) + OTHERS)
    seconds, processor = (time.perf_counter() - began) * times, (time.process_time() - busy) * times
    return {"pairs": found, "seconds": seconds, "processor": processor}


def main() -> None:
    name, corpus, plants, answer = sys.argv[1:]
    with open(corpus, encoding="utf-8") as file:
        articles = [json.loads(line)["text"] for line in file]
    ways = {"datasketch": with_datasketch, "RapidFuzz": with_rapidfuzz}
    found = ways[name](articles, json.loads(Path(plants).read_text("utf-8")))
    Path(answer).write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
