"""A learner's own answer in words: what they marked, chose, placed or wrote. It tells nothing of the key."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samestory.teach.keys import Keyed

_LONG = 40  # words of a mark that are shown whole
_MOST = 200


@dataclass(frozen=True)
class Said:
    """One thing answered: words out of a source (`quoted`) or our own, and what the learner said about them."""

    text: str
    about: str
    quoted: bool


def in_words(keyed: Keyed, raw: Any) -> list[Said]:
    """The answer as lines to read; the raw value where it is of no form that is known here."""
    answer = keyed.exercise.parse(raw)
    if not hasattr(answer, "to_json"):
        return [Said(json.dumps(raw, ensure_ascii=False)[:1000], "", False)]
    if hasattr(keyed.exercise.task, "told"):  # a kind that knows best how its answers read
        return [Said(*line) for line in keyed.exercise.task.told(answer)][:_MOST]
    given, view = answer.to_json(), keyed.view
    if "marks" in given:
        return _marks(given["marks"], keyed.words, _texts(view.get("labels", ()), "name"))[:_MOST]
    if "chosen" in given:
        options = _texts(view.get("options", ()))
        sure = [Said(f"How sure one can be: {given['confidence']}", "", False)] if given.get("confidence") else []
        return [Said(options.get(name, name), "", False) for name in given["chosen"]] + sure
    if "placed" in given:
        items = {item["id"]: item for item in view.get("items", ())}
        groups = _texts(view.get("groups", ()))
        return [
            Said(items[name]["text"], groups.get(group, group), items[name]["source"] is not None)
            for name, group in given["placed"].items()
        ]
    if "text" in given:
        return [Said(given["text"], "", False)]
    return [Said(json.dumps(given, ensure_ascii=False)[:1000], "", False)]


def _marks(marks: list[Mapping[str, Any]], words: tuple[str, ...], labels: Mapping[str, str]) -> list[Said]:
    said = []
    for mark in marks:
        marked = words[mark["from"] : mark["to"] + 1]
        if len(marked) > _LONG:
            marked = (*marked[:12], "… ", *marked[-6:])
        label = mark.get("label")
        said.append(Said("".join(marked).strip(), labels.get(label, label) if label else "", True))
    return said


def _texts(things: Any, field: str = "text") -> dict[str, str]:
    return {thing["id"]: thing[field] for thing in things}
