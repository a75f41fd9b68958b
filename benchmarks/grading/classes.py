"""Make a class of notebooks: copies of a lesson as JupyterLab saves them, answered in different ways.

The lesson is run once, so that every copy holds its real figures and tables; then each copy gets its own records.
"""

import copy
import json
import random
import tempfile
from pathlib import Path
from typing import Any

import nbclient
import nbformat

from samestory.answer import MIME, Record
from samestory.course import folder, load_shipped
from samestory.exercise import Exercise

LESSON = "07-odd-phrases"
DAY = "2026-11-{:02}T{:02}:{:02}:00Z"


def lesson_run() -> dict[str, Any]:
    """The lesson's notebook with its outputs, without the state of widgets (JupyterLab leaves it out as well)."""
    book = nbformat.read(folder("notebooks") / f"{LESSON}.ipynb", 4)
    with tempfile.TemporaryDirectory() as place:
        nbclient.NotebookClient(book, timeout=300, resources={"metadata": {"path": place}}).execute()
    book.metadata.pop("widgets", None)
    plain: dict[str, Any] = json.loads(json.dumps(book))
    return plain


def answers(chance: random.Random) -> dict[str, Any]:
    """An answer to most exercises of the lesson: right, one of the samples that guard the scoring, or a guess."""
    given = {}
    for one in load_shipped().lesson(LESSON):
        sort = chance.choices(["right", "sample", "guess", "none"], [4, 2, 3, 1])[0]
        raw = one.task.right().to_json()
        if sort == "sample":
            raw = chance.choice(one.samples()).raw
        elif sort == "guess":
            raw = guess(one, chance)
        answer = one.parse(raw)
        if sort != "none" and not answer.empty:
            given[one.card.id] = answer.to_json()
    return given


def guess(one: Exercise, chance: random.Random) -> Any:
    """An answer of the right form that was given without reading."""
    view = one.view()
    if view["kind"] == "highlight":
        last = view["passage"]["paragraphs"][-1]
        size = last["first"] + len(last["texts"]) // 2
        labels = [label["id"] for label in view["labels"]] or [None]
        starts = sorted(chance.sample(range(size - 8), min(size // 12, view["faults"] + 3)))
        marks = [{"from": at, "to": at + chance.randint(0, 7), "label": chance.choice(labels)} for at in starts]
        return {"marks": marks}
    if view["kind"] == "choose":
        return {"chosen": [chance.choice(view["options"])["id"]], "confidence": None}
    if view["kind"] == "classify":
        return {"placed": {item["id"]: chance.choice(view["groups"])["id"] for item in view["items"]}}
    if view["kind"] == "match":
        partners = [*(one["id"] for one in view["others"]), "none"]
        return {"pairs": {item["id"]: chance.choice(partners) for item in view["items"]}}
    return {"text": chance.choice(["peace", "I do not know", "the people", "an army", "Thursday"])}


def saved(book: dict[str, Any], given: dict[str, Any], chance: random.Random) -> bytes:
    """The notebook with the answers in the outputs of their cells, as a file."""
    book = copy.deepcopy(book)
    for cell in book["cells"]:
        for name, answer in given.items():
            if cell["cell_type"] == "code" and f'exercise("{name}")' in "".join(cell["source"]):
                cell["outputs"].append(output(name, answer, chance))
    return (json.dumps(book, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def output(name: str, answer: Any, chance: random.Random) -> dict[str, Any]:
    when = DAY.format(chance.randint(1, 28), chance.randint(8, 21), chance.randint(0, 59))
    record = Record(name, load_shipped().exercise(name).fingerprint(), answer, when, chance.randint(0, 3))
    data = {MIME: record.to_json(), "text/plain": ["Answer kept in this notebook."]}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def make(book: dict[str, Any], count: int, place: Path, seed: int = 7) -> list[dict[str, Any]]:
    """Write `count` notebooks into a folder. Returns what each of them answers, in order."""
    chance = random.Random(seed)
    place.mkdir(parents=True, exist_ok=True)
    all_given = []
    for at in range(count):
        given = answers(chance)
        (place / f"student-{at:05}.ipynb").write_bytes(saved(book, given, chance))
        all_given.append(given)
    return all_given
