"""Draft a passage to mark: what went wrong in it, or, where nobody knows who is right, where accounts differ."""

from collections.abc import Iterator

from samestory.draft.material import DraftMaterial, Spec
from samestory.draft.stretch import MarkedStretch, best_stretch
from samestory.exercise.labels import LABELS


def draft_highlight(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise, of the passage in which most stands; none where no passage has two faults and a control."""
    stretch = best_stretch(given, given.faults)
    if stretch:
        yield _faulty(given, stretch)


def draft_parting(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise on where accounts part; none where there are faults enough, or too few conflicts."""
    stretch = best_stretch(given, [one for one, _ in given.conflicts])
    if stretch and not best_stretch(given, given.faults):
        yield _parting(given, stretch)


def _faulty(given: DraftMaterial, stretch: MarkedStretch) -> Spec:
    labels = sorted({one.label for one in stretch.findings})
    outlet, worked = given.outlet(stretch.article.id), given.worked
    kinds = " Choose a label for each." if len(labels) > 1 else ""
    known = (
        f" “{worked.quote}” was worked out before, and is not asked for." if stretch.holds(worked) and worked else ""
    )
    first = min(stretch.findings, key=lambda one: one.start)
    return {
        "id": given.name("mark"),
        "kind": "highlight",
        "title": f"What went wrong at {outlet}?",
        "prompt": (
            f"This is what {outlet} printed. Something went wrong in {len(stretch.findings)} places. Which words are "
            f"wrong? Mark them, and as few others as you can.{kinds}{known}\n\n{_sound(stretch)}"
        ),
        "minutes": 6,
        "passage": stretch.where,
        **({"labels": labels} if len(labels) > 1 else {}),
        **_key(stretch),
        "hints": [
            "Read it beside the other accounts and the record. Where do they part?",
            f"The first place is of the kind “{LABELS[first.label].name}”: {LABELS[first.label].means}.",
        ],
        "solution": "Wrong are: " + "; ".join(f"“{one.quote}”" for one in stretch.findings) + ".",
    }


def _parting(given: DraftMaterial, stretch: MarkedStretch) -> Spec:
    outlet = given.outlet(stretch.article.id)
    first = min(stretch.findings, key=lambda one: one.start)
    return {
        "id": given.name("parting"),
        "kind": "highlight",
        "title": f"Where does {outlet} differ?",
        "prompt": (
            f"This is what {outlet} printed. In {len(stretch.findings)} places another account tells it otherwise. "
            "Which words are they? Mark them, and as few others as you can. Who is right is not asked here.\n\n"
            f"{_sound(stretch)}"
        ),
        "minutes": 6,
        "passage": stretch.where,
        **_key(stretch),
        "hints": [
            "Read it beside the other accounts, sentence by sentence. Look at numbers, days, names and quotations.",
            f"The first place is in the sentence that begins “{' '.join(given.sentence(first).split()[:4])}”.",
        ],
        "solution": "They differ on: " + "; ".join(f"“{one.quote}”" for one in stretch.findings) + ".",
    }


def _key(stretch: MarkedStretch) -> Spec:
    return {"findings": [one.id for one in stretch.findings], "controls": [one.id for one in stretch.sound]}


def _sound(stretch: MarkedStretch) -> str:
    count = len(stretch.sound)
    places = (
        "One more place looks odd and is right" if count == 1 else f"{count} more places may look odd and are right"
    )
    return f"{places}. To mark one of those costs half of what a find earns."
