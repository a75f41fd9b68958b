"""A small book with its page of results, for a made-up course, and answers that a browser may keep of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_book import build

from samestory.book.tree import counting
from samestory.course import load_shipped, manifest

ROOT = Path(__file__).parents[2]
REAL = [one for one in load_shipped().exercises.values() if one.card.kind == "choose"][:2]
PAGES = {
    "welcome": "# Welcome\n\nHello.\n\n```{toctree}\n:hidden:\n:caption: Lessons\n"
    "notebooks/00-first-test\nnotebooks/01-ferry\nnotebooks/02-harbour\nnotebooks/11-second-test\n"
    "notebooks/12-later-checks\nbook/results\n```\n",
    "notebooks/00-first-test": "# The first test\n\nIt is not on this page.\n",
    "notebooks/01-ferry": "# 1 · The ferry\n\n" + "".join(f"```{{exercise}} {one.card.id}\n```\n\n" for one in REAL),
    "notebooks/02-harbour": "# 2 · The harbour\n\nIts exercises are not on this page.\n",
    "notebooks/11-second-test": "# The second test\n\nIt is not on this page.\n",
    "book/teaching/blueprint": "---\norphan: true\n---\n\n# The plan\n\nIt is not on this page.\n",
    "notebooks/12-later-checks": "# The later checks\n\nThey are not on this page.\n",
}
GROUPS = {"words": "Not their words", "phrase": "An odd phrase", "fact": "A changed fact", "sound": "Sound"}


def made_task(name: str, number: int, extra: bool = False) -> dict[str, Any]:
    """An exercise of the second lesson."""
    spec = f"{number:06x}abcdef"
    more = {"points": 4, "minutes": 3, "extra": extra, "counts": True, "faults": 3, "controls": 2}
    return {"id": name, "title": f"Is {name} sound?", "spec": spec, **more}


def form(number: int) -> dict[str, Any]:
    """A test of twelve items, half of them sound."""
    kinds = ["words", "words", "phrase", "phrase", "phrase", "fact", *["sound"] * 6]
    groups = [{"id": name, "text": text, "sound": name == "sound"} for name, text in GROUPS.items()]
    items = {f"item-{at}": kind for at, kind in enumerate(kinds)}
    return {"spec": f"{number:06x}fedcba", "items": items, "groups": groups}


def later(week: str, number: int) -> dict[str, Any]:
    """A delayed check."""
    halves = {"practised": f"week-{week}-news", "fresh": f"week-{week}-quernmouth"}
    named = {part: {"id": name, "spec": f"{number + at:06x}cccccc"} for at, (part, name) in enumerate(halves.items())}
    return {"week": {"one": 1, "four": 4}[week], **named}


def course() -> dict[str, Any]:
    """What the page of results is told."""
    ferry = [
        {**made_task(one.card.id, 0), "title": one.card.title, "spec": one.fingerprint(), "points": one.card.points}
        for one in REAL
    ]
    harbour = [made_task("pier", 1), made_task("crane", 2), made_task("buoy", 3), made_task("tug", 4, extra=True)]
    return {
        "lessons": [
            {"slug": "01-ferry", "title": "1 · The ferry", "minutes": 35, "tasks": ferry},
            {"slug": "02-harbour", "title": "2 · The harbour", "minutes": 45, "tasks": harbour},
        ],
        "forms": {"test-a": form(10), "test-b": form(11)},
        "later": [later("one", 20), later("four", 30)],
        "pages": {"first": "00-first-test", "second": "11-second-test", "later": "12-later-checks"},
    }


def pages_counted() -> dict[str, Any]:
    """What the contents are told."""
    told = course()
    tests = "".join(one["spec"][:6] for one in told["forms"].values())
    pages = {lesson["slug"]: [one["spec"] for one in lesson["tasks"] if not one["extra"]] for lesson in told["lessons"]}
    checks = [half["spec"] for check in told["later"] for half in (check["practised"], check["fresh"])]
    return {
        **{slug: {"specs": "".join(spec[:6] for spec in specs), "of": len(specs)} for slug, specs in pages.items()},
        "00-first-test": {"specs": tests, "of": 1},
        "11-second-test": {"specs": tests, "of": 1, "before": 1},
        "12-later-checks": {"specs": "".join(spec[:6] for spec in checks), "of": 4},
    }


def build_results(folder: Path) -> Path:
    """Build the small book; return where it is."""
    for place in ("book/teaching", "notebooks"):
        (folder / "source" / place).mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "told_of_the_course", course)
        patch.setattr(counting, "counted", pages_counted)
        page = (ROOT / "book" / "results.md").read_text("utf-8")
        built, complaints = build(folder, {**PAGES, "book/results": page})
    assert complaints == ""
    assert manifest.SPEC_START == 6  # as cut above
    return built


def entry(name: str, spec: str, when: str = "2026-11-02T10:00:00Z", **more: Any) -> dict[str, Any]:
    """What a browser keeps of a checked answer."""
    record = {"schema": 1, "exercise": name, "spec": spec, "answer": {"text": "yes"}, "when": when, "hints": 0}
    return {"record": record, "checked": True, **more}


def scored(points: float, of: float, caught: list[int] | None = None, trusted: list[int] | None = None) -> Any:
    """What a browser keeps of a score."""
    return {"points": points, "of": of, "caught": caught, "trusted": trusted, "rule": 2}


def some_done() -> dict[str, Any]:
    """One exercise with both scores, one with points alone, one extra, one from an earlier edition."""
    tasks = {one["id"]: one for lesson in course()["lessons"] for one in lesson["tasks"]}
    first = REAL[0].card.id
    return {
        first: entry(first, tasks[first]["spec"], scored=scored(1, 1)),
        "pier": entry("pier", tasks["pier"]["spec"], scored=scored(2.5, 4, [2, 3], [1, 2])),
        "crane": entry("crane", "0123456789ab", scored=scored(4, 4, [3, 3], [2, 2])),
        "buoy": entry("buoy", tasks["buoy"]["spec"]),
        "tug": entry("tug", tasks["tug"]["spec"], scored=scored(4, 4, [3, 3], [2, 2])),
    }


def form_answer(wrong: set[int]) -> dict[str, Any]:
    """An answer to a test with these items taken for what they are not."""
    right = form(0)["items"]
    turned = {"sound": "words"}
    return {
        "placed": {
            name: turned.get(group, "sound") if int(name.removeprefix("item-")) in wrong else group
            for name, group in right.items()
        }
    }


def taken(name: str, wrong: set[int], when: str) -> dict[str, Any]:
    """What a browser keeps of a test."""
    kept = entry(name, course()["forms"][name]["spec"], when)
    kept["record"]["answer"] = form_answer(wrong)
    return kept


def both_tests() -> dict[str, Any]:
    """The second form came first: 3 of 6 caught and 4 of 6 trusted, then 5 and 5, one group lost."""
    return {
        "test-b": taken("test-b", {0, 2, 3, 6, 7}, "2026-10-01T09:00:00Z"),
        "test-a": taken("test-a", {5, 8}, "2026-11-01T09:00:00Z"),
    }


def as_storage(entries: dict[str, Any], draw: str | None = None) -> dict[str, str]:
    """Entries as a browser's storage holds them."""
    kept = {f"samestory:1:{name}": json.dumps(one) for name, one in entries.items()}
    return kept | ({"samestory:draw": draw} if draw else {})
