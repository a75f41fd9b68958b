"""Load a case: read its files, check what they mean, and build what the rest of the house uses.

Everything is checked here, once. A case that loads is sound; one that is not raises a `CaseError` that
holds every problem found, not only the first.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samestory.case.anchor import plain
from samestory.case.desk import Desk, reference
from samestory.case.lines import Place, Sheet
from samestory.case.model import Article, Case, Event, Finding, SoundPassage, Statement
from samestory.case.problem import CaseError, Problem
from samestory.case.sheets import Sheets, read_exercises, read_sheets
from samestory.exercise import Card, Exercise, SpecError, all_kinds
from samestory.text import PhraseError, passage


@dataclass
class _Work:
    """A case half built, and what has been found wrong with it so far."""

    problems: list[Problem]
    events: dict[str, Event] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    record: dict[str, Statement] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    controls: dict[str, SoundPassage] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)

    def wrong(self, sheet: Sheet, place: Place, found: str, expected: str, do: str) -> None:
        """Note a problem."""
        self.problems.append(sheet.problem(place, found, expected, do))

    def new(self, sheet: Sheet, place: Place, name: str, known: Iterable[str]) -> bool:
        """Note a problem if an id is taken."""
        if name in known:
            self.wrong(sheet, (*place, "id"), f"a second {name!r}", "an id that is not taken", "choose another id")
            return False
        return True


def load_case(folder: Path) -> Case:
    """Load the case in `folder`. Raises `CaseError` with every problem found."""
    sheets = read_sheets(folder)
    work = _Work(sheets.problems)
    if sheets.case:
        _take_case(work, sheets.case, folder)
    if sheets.record:
        _take_record(work, sheets.record)
    for sheet in sheets.findings:
        _take_findings(work, sheet)
    _take_exercises(work, sheets)
    if work.problems or sheets.case is None:
        raise CaseError(work.problems)
    data = sheets.case.data
    return Case(
        data["id"],
        data["title"],
        data["about"].strip(),
        data["licence"],
        work.events,
        work.articles,
        work.record,
        work.findings,
        work.controls,
        work.exercises,
    )


def load_exercises(path: Path, case: Case) -> dict[str, Exercise]:
    """Load a file of exercises that stands outside its case, such as a teacher's keys; CaseError if unsound."""
    sheet = read_exercises(path)
    work = _Work([] if isinstance(sheet, Sheet) else sheet)
    if isinstance(sheet, Sheet):
        _take_sheet(work, sheet, Desk(case.articles, case.record, case.findings, case.controls))
    if work.problems:
        raise CaseError(work.problems)
    return work.exercises


def _take_case(work: _Work, sheet: Sheet, folder: Path) -> None:
    if sheet.data["id"] != folder.name:
        work.wrong(sheet, ("id",), sheet.data["id"], folder.name, "name the folder and the case alike")
    for at, one in enumerate(sheet.data["events"]):
        if work.new(sheet, ("events", at), one["id"], work.events):
            work.events[one["id"]] = Event(**one)
    for at, one in enumerate(sheet.data["articles"]):
        place: Place = ("articles", at)
        if not work.new(sheet, place, one["id"], work.articles):
            continue
        if one["event"] not in work.events:
            known = ", ".join(work.events)
            work.wrong(sheet, (*place, "event"), one["event"], f"one of {known}", "name an event of this case")
        text = _text(work, sheet, place, one, folder)
        if text is None:
            continue
        for line in one.get("headings", ()):
            if line not in (part.strip() for part in text.splitlines()):
                work.wrong(sheet, (*place, "headings"), line, "a line of the article", "copy the line as printed")
        work.articles[one["id"]] = _article(one, text)


def _text(work: _Work, sheet: Sheet, place: Place, one: Mapping[str, Any], folder: Path) -> str | None:
    path = (folder / one["file"]).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        work.wrong(sheet, (*place, "file"), one["file"], "a file in this case", "name the article's file")
        return None
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != one["sha256"]:
        do = "restore the article as it was published; if this is a new article, copy the hash found"
        work.wrong(sheet, (*place, "sha256"), found, one["sha256"], do)
        return None
    try:
        return str(content, "utf-8")
    except UnicodeDecodeError as error:
        work.wrong(sheet, (*place, "file"), str(error), "UTF-8 text", "save the article as UTF-8")
        return None


def _article(one: Mapping[str, Any], text: str) -> Article:
    names = ("id", "sha256", "outlet", "address", "event", "date", "dated", "byline", "credit", "shows")
    upstream = one["upstream"]
    return Article(
        **{name: one[name] for name in names},
        text=text,
        upstream=upstream["says"],
        upstream_certainty=upstream["certainty"],
        headings=tuple(one.get("headings", ())),
        passage=passage(text),
    )


def _take_record(work: _Work, sheet: Sheet) -> None:
    for at, one in enumerate(sheet.data["statements"]):
        if work.new(sheet, ("statements", at), one["id"], work.record):
            blank = {"words": None, "what": None, "address": None}
            work.record[one["id"]] = Statement(**{**blank, **one})


def _take_findings(work: _Work, sheet: Sheet) -> None:
    name = sheet.data["article"]
    article = work.articles.get(name)
    if article is None:
        known = ", ".join(work.articles) or "none that could be read"
        work.wrong(sheet, ("article",), name, f"one of {known}", "name an article of this case")
        return
    taken: list[tuple[int, int, str]] = []
    for group in ("findings", "controls"):
        for at, one in enumerate(sheet.data.get(group, ())):
            place: Place = (group, at)
            if not work.new(sheet, place, one["id"], [*work.findings, *work.controls]):
                continue
            span = _anchored(work, sheet, place, one, article)
            if span is None:
                continue
            for start, end, other in taken:
                if start < span[1] and span[0] < end:
                    do = "shorten one of the two quotations"
                    work.wrong(sheet, (*place, "quote"), f"words of {other!r}", "words of its own", do)
            taken.append((*span, one["id"]))
            _take_span(work, sheet, place, one, article, span)


def _take_span(
    work: _Work, sheet: Sheet, place: Place, one: Mapping[str, Any], article: Article, span: tuple[int, int]
) -> None:
    refs = tuple(reference(ref) for ref in one["evidence"])
    desk = Desk(work.articles, work.record, {}, {})
    for at, ref in enumerate(refs):
        try:
            desk.cite(ref)
        except SpecError as error:
            do = "copy the phrase as printed, or name an entry that is there"
            work.wrong(sheet, (*place, "evidence", at), str(error), "evidence that the case holds", do)
    start, end = span
    if place[0] == "controls":
        work.controls[one["id"]] = SoundPassage(
            one["id"], article.id, one["quote"], start, end, one["looks"].strip(), one["why"].strip(), refs
        )
        return
    core = span
    if "core" in one:
        inside = passage(article.text, start, end)
        try:
            first, last = inside.find(one["core"], 0)
            core = inside.words[first].start, inside.words[last].end
        except PhraseError as error:
            do = "let the core be words of the quotation that stand there once"
            work.wrong(sheet, (*place, "core"), str(error), "words of the quotation", do)
    work.findings[one["id"]] = Finding(
        one["id"],
        article.id,
        one["label"],
        tuple(one.get("also", ())),
        one["quote"],
        start,
        end,
        core,
        one["should_be"],
        one["certainty"],
        one["why"].strip(),
        refs,
        one["harm"]["level"],
        one["harm"]["why"].strip(),
    )


def _anchored(
    work: _Work, sheet: Sheet, place: Place, one: Mapping[str, Any], article: Article
) -> tuple[int, int] | None:
    """Return the code points of the quotation, if they are filled in and still cut the words quoted."""
    at, quote = one.get("at"), one["quote"]
    if at is None:
        work.wrong(sheet, place, "no `at`", "the quotation's place", "run `samestory anchor`")
        return None
    start, end = at
    if plain(article.text[start:end]) != plain(quote):
        found = article.text[start:end][:80] if start < end <= len(article.text) else "a place outside the article"
        do = f"copy the words as {article.id} prints them, then run `samestory anchor`"
        work.wrong(sheet, (*place, "quote"), found or "nothing", quote[:80], do)
        return None
    return start, end


def _take_exercises(work: _Work, sheets: Sheets) -> None:
    desk = Desk(work.articles, work.record, work.findings, work.controls)
    for sheet in sheets.exercises:
        _take_sheet(work, sheet, desk)


def _take_sheet(work: _Work, sheet: Sheet, desk: Desk) -> None:
    for at, one in enumerate(sheet.data["exercises"]):
        place: Place = ("exercises", at)
        if not work.new(sheet, place, one["id"], work.exercises):
            continue
        try:
            work.exercises[one["id"]] = _exercise(one, sheet.data["lesson"], desk)
        except SpecError as error:
            do = "mend the spec, or the file that it points at"
            work.wrong(sheet, place, str(error), "an exercise that can be built", do)


def _exercise(spec: Mapping[str, Any], lesson: str, desk: Desk) -> Exercise:
    task = all_kinds()[spec["kind"]].build(spec, desk)
    card = Card(
        spec["id"],
        spec["kind"],
        lesson,
        spec["title"],
        tuple(part.strip() for part in spec["prompt"].split("\n\n") if part.strip()),
        spec["minutes"],
        spec.get("points", task.worth),
        tuple(hint.strip() for hint in spec["hints"]),
        spec["solution"].strip(),
        spec.get("mode", "practice"),
        desk.evidence(spec.get("show", ())),
    )
    return Exercise(card, task)
