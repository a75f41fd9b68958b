"""The figures that the book's page on evidence draws: written into `book/measures.json` under a name for each part.

A part is rewritten by who measures it and leaves the others as they are. What is empty is not shown on the page.
"""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tune_set import Pair, planted, stock_of
from tune_tasks import TASKS, meet, set_to

from samestory.comparison import passages
from samestory.course import load_shipped
from samestory.text import Document
from samestory.thresholds import given

FILE = Path(__file__).resolve().parents[2] / "book" / "measures.json"
BAR = TASKS["LEAST_SCORE"]
ROUNDS = 6  # times that our ten articles are paired anew


def write(part: str, measured: Any) -> None:
    """Put what was measured under its name."""
    held = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    FILE.write_text(json.dumps({**held, part: measured}, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def own_pairs() -> list[Pair]:
    """Sentences planted by rule from one of the course's own articles into another; the tests' texts are left out."""
    cases = [case for case in load_shipped().cases.values() if not case.tests_only]
    articles = [article.text for case in cases for article in case.articles.values()]
    return [one for n in range(ROUNDS) for one in planted(articles, random.Random(n), stock_of(articles))]


def by_level(pairs: Sequence[Pair]) -> dict[str, list[int]]:
    """How many planted sentences are found, of how many, by level; and pairs about one event that are called alike."""
    found: dict[str, list[int]] = {
        level: [0, 0] for level in ("verbatim", "part", "light", "paraphrase", "apart", "surely")
    }
    for pair in pairs:
        rows = passages(pair.a, pair.b)
        spans = [((one.a_start, one.a_end), (one.b_start, one.b_end)) for one in rows]
        for a, b, level in pair.shared:
            _count(found[level], any(meet(span, (a, b)) for span in spans))
        if pair.is_hard:
            prose = [one for one in rows if one.kind == "prose"]
            _count(found["apart"], bool(prose))
            _count(found["surely"], any(one.certainty == "sure" for one in prose))
    return found


def _count(row: list[int], hit: bool) -> None:
    row[0] += hit
    row[1] += 1


def bar_by_bar(pairs: Sequence[Pair]) -> list[Mapping[str, Any]]:
    """What is found of sentences in other words, and what is called alike wrongly, as the bar is raised."""
    texts = {text: Document(text) for one in pairs for text in (one.a, one.b)}
    laid = [Pair(one.name, texts[one.a], texts[one.b], one.shared, one.is_hard) for one in pairs]  # type: ignore[arg-type]
    rows = []
    for value in BAR.values[::2]:
        with set_to(BAR.name, value):
            counted = by_level(laid)
        rows.append({"bar": value, "paraphrase": counted["paraphrase"], "apart": counted["apart"]})
    return rows


def measured(pairs: Sequence[Pair]) -> dict[str, Any]:
    """All of it for the news that no rule was made from, and by level for the course's own articles."""
    now = given()[BAR.name]["value"]
    return {"bar": now, "news": by_level(pairs), "own": by_level(own_pairs()), "bars": bar_by_bar(pairs)}
