"""What the front end of the desk draws, as plain values: texts in numbered words, cards, counts, sentences."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from unicodedata import bidirectional

from samestory.case import Case
from samestory.case.desk import Desk, day_in_words
from samestory.case.model import Article, Reference
from samestory.case.todo import looked_at
from samestory.desk.counter import gathered
from samestory.desk.kept_findings import KeptFindings
from samestory.desk.opened_case import OpenedCase
from samestory.desk.proposal import Proposal
from samestory.desk.ruling import Ruling
from samestory.desk.rulings import Rulings, agreed
from samestory.desk.two_readers import two_readers
from samestory.exercise import SpecError
from samestory.exercise.labels import LABELS
from samestory.exercise.sources import Span
from samestory.scanning.rules.language import is_english
from samestory.text import Passage, PhraseError

_FEW_OUTLETS = 6


def desk_view(opened: OpenedCase, rulings: Rulings, kept: KeptFindings) -> dict[str, Any]:
    """Return everything but the texts, which change seldom."""
    standing, case = rulings.standing(), opened.case
    desk = Desk(case.articles, case.record, case.findings, case.controls)
    cards = [_card(one, standing.get(one.id, ()), opened, kept, desk) for one in opened.queue]
    known = {one.id for one in opened.queue}
    # Own findings, and decisions on what the engine doesn't propose any more.
    cards += [_own_card(some, kept.where[name], kept, desk) for name, some in standing.items()
              if name not in known and name in kept.where]  # fmt: skip
    return {
        "title": case.title,
        "cards": cards,
        "aside": [_ruling(one) for one in kept.aside],
        "gathered": [_gathered(one, case, kept, opened.typed) for one in case.articles.values()],
        "record": [
            {"id": one.id, "who": one.who, "date": one.date, "words": one.words or one.what, "source": one.source}
            for one in case.record.values()
        ],
        "notes": _notes(opened),
        "people": list(rulings.people()),
        "agreement": [one.in_words() for one in two_readers(rulings)],
    }


def texts_view(case: Case) -> list[dict[str, Any]]:
    """Return the articles, cut into words whose numbers a mark consists of."""
    return [_text(one) for one in case.articles.values()]


def _text(one: Article) -> dict[str, Any]:
    cut = one.passage
    headings = {p.first for p in cut.paragraphs if "".join(p.texts).strip() in one.headings}
    lines = [
        {"kind": "h" if p.first in headings else "p", "first": p.first, "texts": list(p.texts)} for p in cut.paragraphs
    ]
    passage: dict[str, Any] = {
        "outlet": one.outlet,
        "date": one.dated,
        "paragraphs": lines,
        "sentences": list(cut.sentence_starts),
    }
    passage |= {"lang": getattr(one, "lang", "") or None, "dir": _direction(one.text)}
    return {
        "id": one.id,
        "outlet": one.outlet,
        "short": one.outlet.split(" (")[0],
        "date": one.date,
        "dated": one.dated,
        "words": len(cut.words),
        "address": looked_at(one.address) or "",
        "english": is_english(one.text),
        "passage": passage,
    }


def _direction(text: str) -> str:
    """Which way a text is written, by its first letter that tells."""
    told = (bidirectional(mark) for mark in text)
    return "rtl" if next((kind for kind in told if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


def _card(
    one: Proposal, some: tuple[Ruling, ...], opened: OpenedCase, kept: KeptFindings, desk: Desk
) -> dict[str, Any]:
    span = kept.where.get(one.id, (one.start, one.end))
    card = _drawn(one.id, one.article, one.kind, one.name, one.label, span, desk)
    there = _there(one, opened.typed)
    return {
        **card,
        "certainty": one.certainty,
        "why": one.reason,
        "suggests": one.suggests if one.suggests != one.text else None,
        "evidence": _evidence(one.evidence, desk),
        **_state(some, one.id, kept),
        **({"state": "there", "there": there} if there and not some else {}),
    }


def _own_card(some: tuple[Ruling, ...], span: Span, kept: KeptFindings, desk: Desk) -> dict[str, Any]:
    last = some[-1]
    return {
        **_drawn(last.proposal, last.article, last.label, LABELS[last.label].name, last.label, span, desk),
        "certainty": "",
        "why": last.why,
        "suggests": None,
        "evidence": _evidence(last.evidence, desk),
        "own": last.decided == "own",
        **_state(some, last.proposal, kept),
    }


def _drawn(name: str, article: str, kind: str, called: str, label: str, span: Span, desk: Desk) -> dict[str, Any]:
    cut = desk.articles[article].passage
    first, last = _numbers(cut, span)
    low, high = cut.sentence_of(first)[0], cut.sentence_of(last)[1]
    return {
        "id": name,
        "article": article,
        "kind": kind,
        "kindName": called,
        "label": label,
        "from": first,
        "to": last,
        # What stands around it in its sentences, so that a card can be read alone.
        "context": [
            cut.text[cut.words[low].start : span[0]].lstrip(),
            cut.text[slice(*span)],
            cut.text[span[1] : max(span[1], cut.words[high].end + 1)].rstrip(),
        ],
        "start": span[0],
    }


def _numbers(cut: Passage, span: Span) -> Span:
    try:
        return cut.span(*span)
    except PhraseError:  # marks alone, such as a row of stars between two paragraphs
        near = min(cut.number_at(span[0]), len(cut.words) - 1)
        return near, near


def _state(some: tuple[Ruling, ...], name: str, kept: KeptFindings) -> dict[str, Any]:
    if not some:
        return {"state": "open", "rulings": []}
    one = agreed(some)
    state = one.outcome if one else "disputed"
    return {"state": state, "rulings": [_ruling(each) for each in some], "crowded": kept.crowded.get(name)}


def _ruling(one: Ruling) -> dict[str, Any]:
    plain = one.to_json()
    return {**plain, "outcome": one.outcome, "evidence": None}


def _there(one: Proposal, typed: Mapping[str, Mapping[str, Span]]) -> str | None:
    """The finding or control of the author's own files that stands on some of the same words."""
    here = typed.get(one.article, {})
    return next((name for name, (start, end) in here.items() if start < one.end and one.start < end), None)


def _evidence(some: tuple[Reference, ...], desk: Desk) -> list[dict[str, Any]]:
    shown = []
    for one in some:
        try:
            shown.append(desk.cite(one).to_json())
        except SpecError:
            continue  # its words are gone from the text; the card says the rest
    return shown


def _gathered(
    article: Article, case: Case, kept: KeptFindings, typed: Mapping[str, Mapping[str, Span]]
) -> dict[str, Any]:
    """Count the desk's findings and the author's own."""
    mine = kept.files.get(article.id, {"findings": [], "controls": []})
    told = [(one["label"], one["certainty"]) for one in mine["findings"]]
    theirs = typed.get(article.id, {})
    told += [(one.label, one.certainty) for name in theirs if (one := case.findings.get(name))]
    controls = len(mine["controls"]) + sum(name in case.controls for name in theirs)
    found = gathered(article.id, told, controls)
    return {"article": article.id, **asdict(found), "lacks": list(found.lacks)}


def _notes(opened: OpenedCase) -> list[str]:
    """Sentences on the texts as a whole: which tell one event, who may follow whom, what can't be read."""
    case, found = opened.case, opened.found
    outlets = {name: one.outlet for name, one in case.articles.items()}
    said = [
        f"{one.outlet} doesn’t look like English, the only language that the tool reads well."
        for one in case.articles.values()
        if not is_english(one.text)
    ]
    if len(found.groups) > 1:
        for group in found.groups:
            names = [outlets[found.articles[n]] for n in group.articles][:_FEW_OUTLETS]
            said.append(f"It seems to be one event that these tell: {', '.join(names)}.")
    for one in found.kinships:
        if one.level != "not":
            share = "Most" if one.level == "wholly" else "Part"
            said.append(f"{share} of the prose of {outlets[one.a]} and {outlets[one.b]} seems to go back to one text.")
    undated = [outlets[name] for name, day in found.days.items() if not day]
    if undated:
        said.append(f"No day is known for {', '.join(undated[:_FEW_OUTLETS])}: enter it, and days can be compared.")
    dated = [name for name, day in found.days.items() if day and not case.articles[name].date]
    said += [
        f"{outlets[name]} has no day of its own; {day_in_words(str(found.days[name]))} is taken from what it quotes."
        for name in dated
    ]
    return said
