"""What is noted on the texts of a reader: by people, with evidence, and by the engine, with its reason."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from samestory.case import Case, Finding, SoundPassage
from samestory.case.desk import Desk
from samestory.exercise.labels import LABELS
from samestory.widget.reader.layer import LAYERS
from samestory.widget.reader.mark import MARKED_BY
from samestory.widget.reader.text import Marked


def notes(case: Case, sheets: Sequence[Marked], without: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Return the findings and controls that stand in the texts shown, text by text, in the order of the text.

    Each gets a mark in its sheet. The front end keeps them out of sight until the reader asks for them. What lies in a
    passage kept for the tests is left out.
    """
    desk = Desk(case.articles, case.record, case.findings, case.controls)
    found = []
    for number, sheet in enumerate(sheets):
        there: list[Finding | SoundPassage] = []
        there += case.findings.values() if "finding" not in without else ()
        there += case.controls.values() if "control" not in without else ()
        here = [one for one in there if one.article == sheet.text.id and sheet.text.holds([(one.start, one.end)])]
        here = [one for one in here if not case.holds_back(one)]
        for one in sorted(here, key=lambda one: (one.start, one.end)):
            found.append({"text": number, **_note(one, desk, sheet)})
    return found


_NAMED = {
    "names": ("name", "a name in two spellings"),
    "dates": ("dates", "a day"),
    "furniture": ("furniture", "furniture of the page, it seems"),
}


def engine_notes(
    sheets: Sequence[Marked], known: Sequence[str] = (), without: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Mark what the engine finds in the texts, and return what it says of it; `known` are names that are surely right.

    What it says nothing of, such as a quotation, is marked only.
    """
    letters = {layer.id: layer.letter for layer in LAYERS}
    found = []
    for layer, mark in MARKED_BY.items():
        if layer in without:
            continue
        for number, (sheet, here) in enumerate(zip(sheets, mark([s.text for s in sheets], known), strict=True)):
            for one in here:
                marks = sheet.add(layer, [(one.start, one.end)])
                # A note prints its words whole: where some are kept for a test, it would give them away.
                if one.said and marks and not sheet.text.keeps(one.start, one.end):
                    label, name = _NAMED[layer]
                    printed = sheet.text.text[one.start : one.end]
                    found.append(
                        {"text": number, "layer": layer, "marks": marks, "printed": printed, "why": one.said,
                         "evidence": [], "label": label, "letter": letters[layer], "name": name}
                    )  # fmt: skip
    return found


def record_texts(case: Case | None) -> list[str]:
    """Return what the record of a case says, whose names count as right."""
    return [entry.words or entry.what or "" for entry in case.record.values()] if case else []


def _note(one: Finding | SoundPassage, desk: Desk, sheet: Marked) -> dict[str, Any]:
    is_finding = isinstance(one, Finding)
    layer = "finding" if is_finding else "control"
    note = {
        "layer": layer,
        "marks": sheet.add(layer, [(one.start, one.end)]),
        "printed": one.quote,
        "why": one.why,
        "evidence": [asdict(desk.cite(each)) for each in one.evidence],
    }
    if isinstance(one, Finding):
        label = LABELS[one.label]
        return {
            **note,
            "label": label.id,
            "letter": label.letter,
            "name": label.name,
            "certainty": one.certainty,
            "better": one.should_be,
        }
    return {**note, "label": "control", "letter": "✓", "name": "odd-looking, but right", "looks": one.looks}
