"""Draft “do they contradict each other?”: two accounts of one thing, of which nobody here knows who is right."""

from collections.abc import Iterator

from samestory.case.model import Finding, Reference
from samestory.draft.material import DraftMaterial, Judged, Spec, plain_reference, why_in_short

_MOST, _FEWEST = 4, 2
_Pair = tuple[Judged, Reference]


def draft_conflict(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without two conflicts and a place on which two accounts agree."""
    agreed = _agreed_on(given)
    conflicts = list(given.conflicts)[: min(_MOST, 2 * len(agreed))]
    agreed = agreed[: max((len(conflicts) + 1) // 2, 1)]
    if len(conflicts) < _FEWEST or not agreed:
        return
    pairs: list[_Pair] = [*conflicts, *agreed]
    given.dice("conflict").shuffle(pairs)
    yield {
        "id": given.name("conflicts"),
        "kind": "classify",
        "title": "Can both be right?",
        "prompt": (
            "Each item has a sentence from one account and one from another. Look at the words in the first line. Can "
            "both accounts be right about them, or do they contradict each other? Who is right is not asked here."
        ),
        "minutes": max(3, len(pairs)),
        "groups": [
            {"id": "both", "text": "Both can be right", "sound": True},
            {"id": "conflict", "text": "They contradict each other", "fault": True},
        ],
        "items": [_item(given, number, *one) for number, one in enumerate(pairs, 1)],
        "hints": [
            "Read both sentences aloud. Could both be printed on one page?",
            f"In {len(agreed)} of the {len(pairs)} both can be right.",
        ],
        "solution": "They contradict each other on: "
        + "; ".join(f"“{one.quote}”" for one, _ in pairs if isinstance(one, Finding))
        + ".",
    }


def _agreed_on(given: DraftMaterial) -> list[_Pair]:
    """Return controls with the same in another account, each words once, those first without a conflict beside them."""
    disputed = {given.sentence(one) for one, _ in given.conflicts}
    agreed: dict[str, _Pair] = {}
    for one in given.sound:
        if other := _elsewhere(one):
            agreed.setdefault(one.quote.casefold(), (one, other))
    return sorted(agreed.values(), key=lambda pair: given.sentence(pair[0]) in disputed)


def _elsewhere(one: Judged) -> Reference | None:
    return next((ref for ref in one.evidence if ref.article and ref.quote and ref.article != one.article), None)


def _item(given: DraftMaterial, number: int, one: Judged, other: Reference) -> Spec:
    here, there = given.outlet(one.article), given.outlet(str(other.article))
    is_conflict = isinstance(one, Finding)
    missed, doubted = "What exactly does each of them say here?", "Where do the two differ in what they tell?"
    return {
        "id": f"i{number}",
        "text": f"“{one.quote}”\n{here}: {given.sentence(one)}\n{there}: {given.sentence_with(other)}",
        "group": "conflict" if is_conflict else "both",
        "say": why_in_short(one),
        "wrong": {"both": missed} if is_conflict else {"conflict": doubted},
        "evidence": [plain_reference(other)],
    }
