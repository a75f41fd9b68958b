"""Draft pairs: what is printed, and what should stand there; what is sound as printed has no partner."""

from collections.abc import Iterator

from samestory.case.model import Finding, SoundPassage
from samestory.draft.material import DraftMaterial, Spec, exchanged_words, references_of, why_in_short
from samestory.text import words

_MOST, _FEWEST = 5, 3
_LONGEST = 60  # characters of what should stand there


def draft_match(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without three faults whose right words are known, and a control."""
    fit = _told_apart([one for one in given.faults if _partner(one)])
    sound = [one for one in given.sound if len(one.quote) <= 120][:2]
    if len(fit) < _FEWEST or not sound:
        return
    chosen, left = fit[:_MOST], fit[_MOST : _MOST + 1]
    dice = given.dice("match")
    names = [f"p{number}" for number in range(1, len(chosen) + len(left) + 1)]
    partners = dict(zip([one.id for one in (*chosen, *left)], names, strict=True))
    items = [_wrong(one, partners[one.id]) for one in chosen] + [
        _right(number, one) for number, one in enumerate(sound, 1)
    ]
    others: list[Spec] = [{"id": partners[one.id], "text": _partner(one)} for one in (*chosen, *left)]
    if left:
        others[-1]["say"] = f"This belongs to “{left[0].quote}”, which is not in the list."
    dice.shuffle(items)
    dice.shuffle(others)
    yield {
        "id": given.name("pairs"),
        "kind": "match",
        "title": "What should stand there?",
        "prompt": (
            "On the left are words as they are printed. On the right are words that should stand in the place of some "
            f"of them. Which belong together? {_alone(len(sound))}"
        ),
        "minutes": 4,
        "heads": ["Printed", "Should stand there"],
        "items": items,
        "others": others,
        "hints": [
            "Say the words on the right in the place of those on the left. Which sentence makes sense?",
            "Look each one up in another account or in the record.",
        ],
        "solution": "; ".join(f"“{one.quote}”: {_partner(one)}" for one in chosen) + ".",
    }


def _alone(count: int) -> str:
    return "One is sound as it stands and has no partner." if count == 1 else f"{count} are sound and have no partner."


def _partner(one: Finding) -> str:
    right = exchanged_words(one)[1]
    return right if 0 < len(right) <= _LONGEST and len(one.quote) <= 120 else ""


def _told_apart(ones: list[Finding]) -> list[Finding]:
    """Return those with the shortest partners first, without any whose partner shares a word with an earlier one's."""
    kept: list[Finding] = []
    taken: set[str] = set()
    for one in sorted(ones, key=lambda each: len(words(_partner(each)))):
        own = {word.folded for word in words(_partner(one))}
        if not own & taken:
            kept.append(one)
            taken |= own
    return kept


def _wrong(one: Finding, partner: str) -> Spec:
    return {
        "id": f"w{partner}",
        "quote": {"article": one.article, "quote": one.quote},
        "partner": partner,
        "say": why_in_short(one),
        "wrong": {"none": "It is not sound. What do another account or the record have here?"},
        "evidence": references_of(one),
    }


def _right(number: int, one: SoundPassage) -> Spec:
    return {
        "id": f"s{number}",
        "quote": {"article": one.article, "quote": one.quote},
        "say": f"Sound. {why_in_short(one)}",
        "evidence": references_of(one),
    }
