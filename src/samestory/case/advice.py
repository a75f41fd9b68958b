"""What teaching experience advises on a case's exercises: no fault, and each with an example of what to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.case.lines import KeyPath, Sheet, read
from samestory.case.model import Case
from samestory.exercise import all_kinds

_SHARE = 3  # one in so many of what is judged is sound
_LONGER = 1.5  # the right option may be so many times as long as the longest wrong one
_LEAST_LONGER = 15  # characters; of short options a longer one shows less


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to consider; `line` counts from 1."""

    file: str
    line: int
    exercise: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} [{self.exercise}] {self.says}"


def advice(folder: Path, case: Case) -> list[Advice]:
    """Return advice on the exercises of the sound case in `folder`, in the order of its files' lines."""
    found = []
    for path in sorted((folder / "exercises").glob("*.yml")):
        sheet = read(path, f"exercises/{path.name}")
        for at, spec in sheet.entries("exercises") if isinstance(sheet, Sheet) else ():
            place: KeyPath = ("exercises", at)
            for inner, says in _on(spec, case):
                assert isinstance(sheet, Sheet)
                found.append(Advice(sheet.file, sheet.line((*place, *inner)), spec["id"], says))
    return found


def _on(spec: Mapping[str, Any], case: Case) -> Iterator[tuple[KeyPath, str]]:
    yield from _on_prompt(spec)
    yield from _on_feedback(spec)
    yield from _on_sound(spec, case)
    yield from _on_options(spec)


def _on_prompt(spec: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    # Other kinds may say what to do instead: “Mark each”, “Find the partner”.
    if getattr(all_kinds()[spec["kind"]], "is_question", False) and "?" not in spec["prompt"] + spec["title"]:
        yield ("prompt",), "its prompt asks no question: end it with one, such as “Which words are wrong?”"


def _on_feedback(spec: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    # Every option and item says why; to who chose wrongly a question helps more than the answer.
    if spec["kind"] == "classify" and not spec.get("until") and not any(one.get("wrong") for one in spec["items"]):
        other = next(group["id"] for group in spec["groups"] if group["id"] != spec["items"][0]["group"])
        example = f"wrong: {{{other}: “What does the record have here?”}}"
        yield ("items",), f"no item asks anything back of who chooses wrongly: add to some, such as {example}"


def _on_sound(spec: Mapping[str, Any], case: Case) -> Iterator[tuple[KeyPath, str]]:
    faults, sound = _judged(spec, case)
    if faults and _SHARE * sound < faults + sound:
        said = f"{sound} of {faults + sound} places are sound: make it a third, so that marking all earns nothing"
        yield (), f"{said}; a control is a place that looks odd and is right, such as an old spelling"


def _judged(spec: Mapping[str, Any], case: Case) -> tuple[int, int]:
    """Return how many faults and how many sound places an exercise has, where it has both sorts."""
    if spec["kind"] == "highlight":
        task: Any = case.exercises[spec["id"]].task
        return len(task.faults), len(task.controls)
    if spec["kind"] == "classify":
        fault = {group["id"] for group in spec["groups"] if group.get("fault")}
        sound = {group["id"] for group in spec["groups"] if group.get("sound")}
        of = [item["group"] for item in spec["items"]]
        return sum(one in fault for one in of) if sound else 0, sum(one in sound for one in of)
    return 0, 0


def _on_options(spec: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    options = spec.get("options", ())
    right = [len(one["text"]) for one in options if one.get("right") or one.get("credit") == 1]
    wrong = [len(one["text"]) for one in options if not (one.get("right") or one.get("credit"))]
    if right and wrong and min(right) > max(_LONGER * max(wrong), max(wrong) + _LEAST_LONGER):
        yield (
            ("options",),
            "the right option is by far the longest, and shows: shorten it, or give the others a reason, too",
        )
