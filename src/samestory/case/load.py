"""Load a case: read its files, check what they mean, and build what the rest of the house uses.

Everything is checked here, once. A case that loads is sound; one that is not raises a `CaseError` that
holds every problem found, not only the first.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samestory.case.desk import Desk, LostError
from samestory.case.lines import KeyPath, Sheet
from samestory.case.model import Article, Case, Event, Held, Statement
from samestory.case.problem import CaseError
from samestory.case.record_kind import kinds_in
from samestory.case.sheets import article_bytes, read_exercises, read_sheets
from samestory.case.spans import take_findings
from samestory.case.todo import looked_at
from samestory.case.work import Work, cited
from samestory.exercise import Card, Exercise, SpecError, all_kinds
from samestory.language import PACKED_LANGUAGES, is_tag, language_name, language_of
from samestory.text import passage

FICTION = "(fictional)"  # what the names of made-up outlets held before cases had the field `fictional`

_NO_DAY = "day unknown"


def load_case(folder: Path) -> Case:
    """Load the case in `folder`. Raises `CaseError` with every problem found."""
    sheets = read_sheets(folder)
    work = Work(sheets.problems, sheets.lost | sheets.unread)
    # In this order: findings are anchored in articles, and exercises cite findings and the record.
    if sheets.case:
        _take_case(work, sheets.case, folder)
    if sheets.record:
        _take_record(work, sheets.record)
    for sheet in sheets.findings:
        take_findings(work, sheet)
    for sheet in sheets.exercises:
        _take_exercises(work, sheet, work.desk)
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
        tuple(work.held),
        bool(sheets.case.get("tests_only")),
        str(sheets.case.get("lang") or ""),
    )


def load_exercises(path: Path, case: Case) -> dict[str, Exercise]:
    """Load a file of exercises that stands outside its case, such as a teacher's keys; CaseError if unsound."""
    sheet, problems = read_exercises(path)
    work = Work(problems)
    if sheet:
        _take_exercises(work, sheet, Desk(case.articles, case.record, case.findings, case.controls, held=case.held))
    if work.problems:
        raise CaseError(work.problems)
    return work.exercises


def _take_case(work: Work, sheet: Sheet, folder: Path) -> None:
    name, given = folder.resolve().name, sheet.get("id")
    # A link to the folder may have another name than the folder itself.
    if isinstance(given, str) and given not in (name, folder.name):
        work.wrong(sheet, ("id",), given, name, "name the folder and the case alike")
    for at, one in sheet.entries("events"):
        if work.new(sheet, ("events", at), one["id"], work.events):
            work.events[one["id"]] = Event(**{**one, "date": looked_at(one["date"])})
    for at, one in sheet.entries("articles"):
        place: KeyPath = ("articles", at)
        if not work.new(sheet, place, one["id"], work.articles):
            continue
        # An event that is missing because its own entry is broken has been reported there.
        if one["event"] not in {*work.events, *work.lost} and "case" not in work.lost:
            known = ", ".join(work.events)
            work.wrong(sheet, (*place, "event"), one["event"], f"one of {known}", "name an event of this case")
        text = _text(work, sheet, place, one, folder)
        if text is None:
            # What cites this article later is then not called wrong a second time.
            work.lost.add(one["id"])
            continue
        printed = {line.strip() for line in text.splitlines()}
        for number, line in enumerate(one.get("headings", ())):
            if line not in printed:
                where = (*place, "headings", number)
                work.wrong(sheet, where, line, "a line of the article", "copy the line as printed")
        _check_tag(work, sheet, (*place, "lang"), one.get("lang"))
        work.articles[one["id"]] = _article(one, text, sheet)
    _check_tag(work, sheet, ("lang",), sheet.get("lang"))
    _take_held(work, sheet)


def _check_tag(work: Work, sheet: Sheet, place: KeyPath, tag: Any) -> None:
    """Say so where a language is given by anything but its tag; of which languages there are packs, a scan tells."""
    if isinstance(tag, str) and not is_tag(tag):
        packs = ", ".join(f"{code} ({language_name(code)})" for code in PACKED_LANGUAGES)
        work.wrong(sheet, place, tag, "a language’s code", f"write lang: de, and not its name; known are {packs}")


def _take_held(work: Work, sheet: Sheet) -> None:
    if sheet.get("tests_only"):
        work.held += [Held(one.id, 0, len(one.text)) for one in work.articles.values()]
    twice = len(work.articles) < len(list(sheet.entries("articles")))  # one has the id of another, and it is said
    for at, one in sheet.entries("held"):
        if twice and one["article"] not in work.articles:
            continue
        try:
            cut = work.desk.shown(one).passage
        except LostError:
            continue
        except SpecError as error:
            do = "copy the first and the last words as printed; make them longer where they stand more than once"
            work.wrong(sheet, ("held", at), str(error), "a passage of an article of this case", do)
        else:
            work.held.append(Held(one["article"], cut.start, cut.end))


def _text(work: Work, sheet: Sheet, place: KeyPath, one: Mapping[str, Any], folder: Path) -> str | None:
    """Return the article's text, even if it is not the one that the hash is of; None if there is no text."""
    content = article_bytes(folder, one["file"])
    if content is None:
        work.wrong(sheet, (*place, "file"), one["file"], "a file in this case", "name the article's file")
        return None
    found = hashlib.sha256(content).hexdigest()
    # The text is taken all the same, so that what is wrong with the findings shows in the same run.
    if found != one["sha256"]:
        do = "restore the article as it was published; if this is a new article, copy the hash found"
        work.wrong(sheet, (*place, "sha256"), found, one["sha256"], do)
    try:
        return str(content, "utf-8")
    except UnicodeDecodeError as error:
        work.wrong(sheet, (*place, "file"), str(error), "UTF-8 text", "save the article as UTF-8")
        return None


def _article(one: Mapping[str, Any], text: str, sheet: Sheet) -> Article:
    """Build an article; whether it is fictional the article says itself, else its case, else the outlet's name."""
    upstream, date, fictional = one["upstream"], looked_at(one["date"]), sheet.get("fictional")
    return Article(
        **{name: one[name] for name in ("id", "sha256", "event", "shows")},
        byline=looked_at(one["byline"]),
        credit=looked_at(one["credit"]),
        outlet=looked_at(one["outlet"]) or one["id"],
        address=looked_at(one["address"]) or "",
        date=date,
        dated=looked_at(one["dated"]) or date or _NO_DAY,
        text=text,
        upstream=upstream["says"],
        upstream_certainty=upstream["certainty"],
        headings=tuple(one.get("headings", ())),
        passage=passage(text),
        fictional=one.get("fictional", FICTION in one["outlet"] if fictional is None else fictional),
        lang=one.get("lang") or sheet.get("lang") or language_of(text),
    )


def _take_record(work: Work, sheet: Sheet) -> None:
    for at, one in sheet.entries("statements"):
        if work.new(sheet, ("statements", at), one["id"], work.record):
            blank = {"words": None, "what": None, "address": None}
            # Records of before the field `kind` tell it in `who`.
            kind, *also = (
                (one["kind"], *one.get("also", ())) if "kind" in one else kinds_in(one["who"], bool(one.get("words")))
            )
            more = {"kind": kind, "also": tuple(also), "names": tuple(one.get("names", ()))}
            work.record[one["id"]] = Statement(**{**blank, **one, **more})


def _take_exercises(work: Work, sheet: Sheet, desk: Desk) -> None:
    for at, one in sheet.entries("exercises"):
        place: KeyPath = ("exercises", at)
        if not work.new(sheet, place, one["id"], work.exercises):
            continue
        before = len(work.problems)
        cited(work, sheet, one, place, desk)
        if len(work.problems) > before:
            # With a citation that fails the build would fail for the same reason, and say it worse.
            continue
        try:
            work.exercises[one["id"]] = _exercise(one, str(sheet.get("lesson")), desk)
        except LostError:
            continue
        except SpecError as error:
            do = "mend the spec, or the file that it points at"
            work.wrong(sheet, (*place, *error.place), str(error), "an exercise that can be built", do)


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
        spec.get("extra", False),
        tuple(spec.get("until", ())),
        spec.get("once", False),
    )
    if card.id in card.until:
        raise SpecError("it waits for itself, so that its verdict would never show", "until", card.until.index(card.id))
    return Exercise(card, task)
