"""Draft “fault or sound?”: some words, the sentence in which they are printed, and something to check them by."""

from collections.abc import Iterator

from samestory.case.model import Finding
from samestory.draft.material import DraftMaterial, Judged, Spec, references_of, why_in_short
from samestory.exercise import Evidence

_MOST = 4  # faults, so that with the controls no more than eight items are judged
_FEWEST = 2
_CHECKED_BY = 2  # pieces of evidence: more would be a page to read for each item


def draft_classify(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without two faults and a control."""
    dice = given.dice("classify")
    faults = _spread([one for one in given.faults if _can_be_judged(given, one)])
    sound = _spread([one for one in given.sound if _can_be_judged(given, one)])
    # A third of what is judged is sound, at least; with fewer controls there are fewer faults.
    faults = faults[: min(_MOST, 2 * len(sound))]
    sound = sound[: max((len(faults) + 1) // 2, min(len(sound), len(faults) - 1))]
    if len(faults) < _FEWEST or not sound:
        return
    chosen: list[Judged] = [*faults, *sound]
    dice.shuffle(chosen)
    yield {
        "id": given.name("sound-or-not"),
        "kind": "classify",
        "title": "Sound, or not?",
        "prompt": (
            "Each item names some words. Below them you see the sentence in which they are printed, and then something "
            "to check them by. Are the words sound as they stand, or is something wrong with them?\n\n"
            "Judge the words in the first line only. Some of them look odd and are right."
        ),
        "minutes": max(3, len(chosen)),
        "groups": [
            {"id": "sound", "text": "Sound as it stands", "sound": True},
            {"id": "wrong", "text": "Something is wrong", "fault": True},
        ],
        "items": [_item(given, number, one) for number, one in enumerate(chosen, 1)],
        "hints": [
            "Judge the first line by what stands behind “To check”, and by nothing else.",
            f"{len(sound)} of the {len(chosen)} are sound.",
        ],
        "solution": "Wrong are: " + "; ".join(f"“{one.quote}”" for one in chosen if isinstance(one, Finding)) + ".",
    }


def _can_be_judged(given: DraftMaterial, one: Judged) -> bool:
    return len(one.quote) <= 120 and given.is_alone(one)


def _spread(ones: list[Judged]) -> list[Judged]:
    """Put first what differs most: an article, and among faults a label, that has not been had yet."""
    order: list[Judged] = []
    left = list(ones)
    while left:
        had = [(one.article, _label(one)) for one in order]

        best = min(left, key=lambda one: _times_had(one, had))
        left.remove(best)
        order.append(best)
    return order


def _label(one: Judged) -> str:
    return one.label if isinstance(one, Finding) else ""


def _times_had(one: Judged, had: list[tuple[str, str]]) -> int:
    return sum((one.article == article) + (_label(one) == label) for article, label in had)


def _worded(evidence: Evidence) -> str:
    return evidence.quote if evidence.ours else f"“{evidence.quote}”"


def _item(given: DraftMaterial, number: int, one: Judged) -> Spec:
    speaking = given.speaking(one)[:_CHECKED_BY]
    checked = [f"To check: {evidence.source}: {_worded(evidence)}" for _, evidence in speaking]
    printed = f"Printed by {given.outlet(one.article)}: {given.sentence(one)}"
    text = "\n".join([f"“{one.quote}”", printed, *checked])
    is_fault = isinstance(one, Finding)
    missed = "Look at what there is to check. Does it say the same?"
    doubted = f"It may look odd. Is anything in “{one.quote}” not borne out?"
    return {
        "id": f"i{number}",
        "text": text,
        "group": "wrong" if is_fault else "sound",
        "say": why_in_short(one),
        "wrong": {"sound": missed} if is_fault else {"wrong": doubted},
        "evidence": references_of(one),
    }
