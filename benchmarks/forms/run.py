"""What two forms of the test can see: simulated classes, no learner.

    python benchmarks/forms/run.py [--classes 2000] [--write]

With `--write` the figures go into `figures.json` beside this file, and from there into the plan of the tests.
"""

import argparse
import json
import random
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import correlation, mean, stdev
from typing import Any

from made_class import Assumed, class_of

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
PAGE = HERE.parents[1] / "book" / "teaching" / "blueprint.md"
# It takes all from “% figures: …” to “% end of figures”; it leaves the rest of the page.
BETWEEN = re.compile(r"(?<=^% figures: benchmarks/forms/figures\.json\n).*?(?=^% end of figures$)", re.M | re.S)
CLASS, MANY = 25, 150
ASKED = (0.3, 0.6)
STEP, MOST = 0.05, 2.0
SEEN = 0.8  # of the classes: how often a gain must show to be called visible
T_25, T_150 = 2.064, 1.976  # of Student's t, two-sided, 5 in 100, with 24 and 149 degrees of freedom
Z_90 = 1.645  # nine of ten changes by chance lie within so many standard deviations


def main() -> None:
    """Print the figures; write them where they belong if told so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classes", type=int, default=2000)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    found = figures(chosen.classes, Assumed(), random.Random(2026))
    print(in_words(found))
    if chosen.write:
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        page = PAGE.read_text("utf-8")
        PAGE.write_text(BETWEEN.sub(lambda _: f"\n{in_words(found)}\n", page), "utf-8")


def figures(classes: int, assumed: Assumed, dice: random.Random) -> dict[str, Any]:
    """Return what so many simulated classes show, as plain values."""
    people = [pair for _ in range(classes) for pair in class_of(CLASS, 0.0, assumed, dice)]
    first, second = zip(*people, strict=True)
    by_chance = stdev(after - before for before, after in people)
    return {
        "classes": classes,
        "assumed": asdict(assumed),
        "reliability": round(correlation(first, second), 2),
        "gain_by_chance": round(by_chance, 2),
        "one_person": round(Z_90 * by_chance, 1),
        "class_of_25": smallest(classes // 4, assumed, dice),
        "seen_25": {str(gain): seen(CLASS, gain, T_25, classes, assumed, dice) for gain in ASKED},
        "seen_150": {str(gain): seen(MANY, gain, T_150, classes // 5, assumed, dice) for gain in ASKED},
    }


def seen(size: int, gain: float, t: float, classes: int, assumed: Assumed, dice: random.Random) -> float:
    """Return in what share of classes a true gain shows: their mean gain is further from 0 than chance brings."""
    found = (is_visible(class_of(size, gain, assumed, dice), t) for _ in range(classes))
    return round(sum(found) / classes, 2)


def is_visible(shown: Sequence[tuple[float, float]], t: float) -> bool:
    """Whether the mean gain of a class is above 0 by a paired t-test."""
    gains = [after - before for before, after in shown]
    return mean(gains) > t * stdev(gains) / len(gains) ** 0.5


def smallest(classes: int, assumed: Assumed, dice: random.Random) -> float:
    """Return the smallest true gain, in steps, that shows in four of five classes of 25."""
    gain = STEP
    while gain < MOST and seen(CLASS, gain, T_25, classes, assumed, dice) < SEEN:
        gain += STEP
    return round(gain, 2)


def in_words(found: dict[str, Any]) -> str:
    """Return the figures as the page prints them."""
    assumed, small, many = found["assumed"], found["seen_25"], found["seen_150"]
    rows = [
        (
            "How alike both tests rank learners who learned nothing (their reliability, from 0 to 1)",
            found["reliability"],
        ),
        ("By how much d′ changes for one such learner, by chance alone (standard deviation)", found["gain_by_chance"]),
        ("The smallest gain in d′ of one learner that chance seldom brings (1 in 20)", found["one_person"]),
        ("The smallest true gain of a class of 25 that shows in 80 of 100 classes", found["class_of_25"]),
        *((f"A true gain of {gain} shows in a class of 25", _of_100(small[gain])) for gain in small),
        *((f"A true gain of {gain} shows in a year group of 150", _of_100(many[gain])) for gain in many),
    ]
    lines = [f"| {what} | {value} |" for what, value in rows]
    given = (
        f"Assumed: learners have a true d′ of {assumed['d_prime']} on the average, with a standard deviation of "
        f"{assumed['d_spread']}, and lean by {assumed['lean_spread']} to either side; an item is easier or harder than "
        f"its twin in the other form by {assumed['form']}. {found['classes']:,} classes of 25 were made up."
    )
    return "\n".join(["| What | Figure |", "| --- | --- |", *lines, "", given])


def _of_100(share: float) -> str:
    return f"{round(100 * share)} times in 100"


if __name__ == "__main__":
    main()
