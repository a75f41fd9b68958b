"""Check the findings and controls of one article: that each stands where its file says, apart from the others."""

from collections.abc import Mapping
from typing import Any

from samestory.case.anchor import place as find
from samestory.case.lines import KeyPath, Sheet
from samestory.case.model import Article, Finding, SoundPassage
from samestory.case.work import Work, cited
from samestory.exercise.sources import Span
from samestory.text import PhraseError, passage, words

_GROUPS = ("findings", "controls")


def take_findings(work: Work, sheet: Sheet) -> None:
    """Take the sound ones into `work`, and note what is wrong with the others."""
    name = sheet.get("article")
    article = work.articles.get(name) if isinstance(name, str) else None
    if article is None:
        # All ids of an article that is broken: whoever asks for them later need not hear that they are missing.
        work.lost.update(one["id"] for group in _GROUPS for _, one in sheet.entries(group))
        if isinstance(name, str) and name not in work.lost and "case" not in work.lost:
            known = ", ".join(work.articles) or "none that could be read"
            work.wrong(sheet, ("article",), name, f"one of {known}", "name an article of this case")
        return
    taken: list[tuple[Span, str]] = []
    for group in _GROUPS:
        for at, one in sheet.entries(group):
            place: KeyPath = (group, at)
            # Findings and controls share their ids: an exercise and a gradebook name them alike.
            if not work.new(sheet, place, one["id"], [*work.findings, *work.controls]):
                continue
            span = _anchored(work, sheet, place, one, article)
            if span is None:
                work.lost.add(one["id"])
                continue
            first, last = article.passage.span(*span)
            for (start, end), other in taken:
                # By words, not characters: two quotations may share a word without sharing a letter of it.
                if start <= last and first <= end:
                    do = "shorten one of the two quotations"
                    work.wrong(sheet, (*place, "quote"), f"words of {other!r}", "words of its own", do)
            taken.append(((first, last), one["id"]))
            _take_span(work, sheet, place, one, article, span)


def _take_span(work: Work, sheet: Sheet, place: KeyPath, one: Mapping[str, Any], article: Article, span: Span) -> None:
    references = cited(work, sheet, one, place)
    start, end = span
    if place[0] == "controls":
        work.controls[one["id"]] = SoundPassage(
            one["id"], article.id, one["quote"], start, end, one["looks"].strip(), one["why"].strip(), references
        )
        return
    # Without a core every word of the quotation is wrong.
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
        references,
        one["harm"]["level"],
        one["harm"]["why"].strip(),
    )


def _anchored(work: Work, sheet: Sheet, place: KeyPath, one: Mapping[str, Any], article: Article) -> Span | None:
    """Return the code points of the quotation, and note if the file says something else; None if it is nowhere."""
    quote, at = one["quote"], one.get("at")
    # A quotation of marks alone stands everywhere, and no learner could mark it.
    if not words(quote):
        work.wrong(sheet, (*place, "quote"), quote[:80], "at least one word", "quote words, not marks alone")
        return None
    try:
        start, end = find(article.text, quote, one.get("nth", 0))
    except PhraseError as error:
        do = f"copy the words as {article.id} prints them, then run `samestory anchor`"
        work.wrong(sheet, (*place, "quote"), str(error), "words of the article, as printed", do)
        return None
    if at is None:
        work.wrong(sheet, place, "no `at`", f"at: [{start}, {end}]", "run `samestory anchor`")
    elif at != [start, end]:
        found = f"{at}, where “{article.text[at[0] : at[1]][:80]}” stands"
        work.wrong(sheet, (*place, "at"), found, f"[{start}, {end}]", "run `samestory anchor`")
    # The place that was found counts, whatever the file says: so one stale number raises one problem.
    return start, end
