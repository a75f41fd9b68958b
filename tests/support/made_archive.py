"""An archive of made articles with known reuse, and the command that reads it in very small shards."""

import json
import random
import sys
from pathlib import Path
from typing import Any

from samestory.words.listed import listed

PARTS = sorted(listed("bar cos del fen gir hul jam kel lop mar nov pel quin ros sut tam vil wex yor zan"))


def word(chance: random.Random, parts: int = 3) -> str:
    """A word that nobody has heard; with three parts there are 8,000."""
    return "".join(chance.choice(PARTS) for _ in range(parts))


def sentence(chance: random.Random) -> str:
    """A sentence that no other one is like."""
    who, did, then = word(chance, 4).capitalize(), word(chance), word(chance)
    what = [f"the {word(chance)} {word(chance)}" for _ in range(3)]
    return f"{who} {did}ed {what[0]} near {what[1]} before anybody {then}ed {what[2]}."


def prose(chance: random.Random, sentences: int = 12) -> list[str]:
    """The sentences of an article."""
    return [sentence(chance) for _ in range(sentences)]


def rows(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """`count` articles; every fifth has four sentences of the one two before it."""
    chance = random.Random(seed)
    made: list[list[str]] = []
    for number in range(count):
        own = prose(chance)
        if number % 5 == 4:
            own[3:7] = made[number - 2][2:6]
        made.append(own)
    return [
        {
            "id": f"n{number}",
            "text": " ".join(own),
            "outlet": f"Paper {number % 7}",
            "published": f"2024-05-{1 + number % 28:02}",
        }
        for number, own in enumerate(made)
    ]


def write_lines(path: Path, given: list[Any]) -> Path:
    """Write articles as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in given), "utf-8")
    return path


def in_small_shards(arguments: list[str]) -> int:
    """`samestory reuse` with so little in a shard that a small archive has dozens of them."""
    from samestory.archive import intake, run
    from samestory.cli import main

    intake.ROWS, run.A_RANGE, run.PAIRS = 20, 1_500, 5
    return main(["reuse", *arguments])


if __name__ == "__main__":
    sys.exit(in_small_shards(sys.argv[1:]))
