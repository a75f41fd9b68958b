"""What has been decided, as findings and controls in the form that `samestory check` takes: one file an article.

The desk writes files of its own, `findings/<article>.desk.yml`, and whole each time: what an author has typed into
other files is never touched.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from samestory.case.anchor import plain
from samestory.case.model import Reference
from samestory.desk.foothold import found_again
from samestory.desk.ruling import Ruling
from samestory.desk.rulings import Rulings, agreed
from samestory.exercise.labels import LABELS
from samestory.exercise.sources import Span
from samestory.text import PhraseError, passage
from samestory.text.passage import Passage

_HARM = {"level": "none", "why": "not looked at"}


@dataclass
class KeptFindings:
    """What the decisions come to in the texts as they are now.

    `files` has the findings and controls of each article. `where` says where the words of a decision stand now, by
    proposal. `aside` are decisions whose words are gone; `crowded` those that stand on words of another finding, with
    its id. Both are kept and not written.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    where: dict[str, Span] = field(default_factory=dict)
    aside: list[Ruling] = field(default_factory=list)
    crowded: dict[str, str] = field(default_factory=dict)


def kept_findings(
    rulings: Rulings,
    texts: Mapping[str, str],
    taken: Mapping[str, Mapping[str, Span]],
    cites: Callable[[Reference], bool] = lambda one: True,
) -> KeptFindings:
    """Return what has been decided and is not disputed, placed in the articles' texts.

    `taken` has by article the findings and controls that stand in other files of the case, in code points: no word has
    two. `cites` tells whether the case bears a reference out; what it does not is left out of the evidence.
    """
    found = KeptFindings()
    # Of forty texts, only those that somebody has decided on.
    wanted = {one.article for one in rulings.all} & set(texts)
    cut: dict[str, Passage] = {name: passage(texts[name]) for name in wanted}
    spans = {
        name: {one: cut[name].span(*at) for one, at in there.items()} for name, there in taken.items() if name in cut
    }
    for name, some in rulings.standing().items():
        one = agreed(some)
        place = _place(one or some[-1], cut)
        if place is None:
            found.aside.append(one or some[-1])
            continue
        found.where[name] = place
        if one and one.outcome != "dropped":
            _write(found, one, place, cut[one.article], spans.setdefault(one.article, {}), cites)
    return found


def _place(one: Ruling, cut: Mapping[str, Passage]) -> Span | None:
    if one.article not in cut:
        return None
    place = found_again(one.place, cut[one.article].text)
    try:
        # Marks alone are no words: nobody could mark them.
        return place if place and cut[one.article].span(*place) else None
    except PhraseError:
        return None


def _write(
    found: KeptFindings,
    one: Ruling,
    place: Span,
    cut: Passage,
    taken: dict[str, Span],
    cites: Callable[[Reference], bool],
) -> None:
    first, last = cut.span(*place)
    other = next((name for name, (a, b) in taken.items() if a <= last and first <= b), None)
    if other:
        found.crowded[one.proposal] = other
        return
    taken[one.proposal] = first, last
    file = found.files.setdefault(one.article, {"schema": 1, "article": one.article, "findings": [], "controls": []})
    entry = _entry(one, place, cut.text, [each for each in one.evidence if cites(each)])
    file["controls" if one.outcome == "control" else "findings"].append(entry)


def _entry(one: Ruling, place: Span, text: str, evidence: Iterable[Reference]) -> dict[str, Any]:
    start, end = place
    quote, why = text[start:end], one.why.strip() or one.note.strip()
    head: dict[str, Any] = {"id": one.proposal}
    shared: dict[str, Any] = {"quote": quote, **_nth(text, quote, start), "at": [start, end]}
    cited = [{name: getattr(each, name) for name in ("article", "record", "quote", "says") if getattr(each, name)}
             for each in evidence]  # fmt: skip
    cited = cited or [{"says": one.note.strip() or why or "A person has looked at it."}]
    if one.outcome == "control":
        looks = f"It may look like this: {LABELS[one.label].name}."
        sound = one.note.strip() or "A person has looked at it and calls it sound."
        return {**head, **shared, "looks": why or looks, "why": sound, "evidence": cited}
    return {
        **head,
        "label": one.label,
        **shared,
        "should_be": one.should_be,
        "certainty": one.certainty,
        "why": why or f"A person has looked at it: {LABELS[one.label].name}.",
        "evidence": cited,
        "harm": dict(_HARM),
    }


def _nth(text: str, quote: str, start: int) -> dict[str, int]:
    """Which of several places is meant, where the words stand in the article more than once."""
    if text.count(quote) < 2:
        return {}
    # Counted as `samestory anchor` does it.
    places = [found.start() for found in re.finditer(re.escape(plain(quote)), plain(text))]
    return {"nth": places.index(start) + 1} if len(places) > 1 and start in places else {}
