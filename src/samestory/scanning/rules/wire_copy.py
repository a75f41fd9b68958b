"""Prose that stands in a news agency's copy too, and sentences that name an agency's own eyes."""

from collections.abc import Iterator, Sequence

from samestory.case.model import Reference, Statement
from samestory.comparison.passage.pairs import passages
from samestory.comparison.passage.shared import SharedPassage
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.document import Document
from samestory.words.agency import agency

# Words that a passage which is only possibly copied must have: “she told reporters” is in everybody's copy.
SHORTEST_POSSIBLE = 8
NO_FAULT = "To carry an agency’s copy is no fault; see if the page says so."


def wire_copy(material: Material, article: str) -> Iterator[Candidate]:
    """Copied or lightly edited passages of an agency's copy in the record, and of another article of an agency's."""
    for entry in material.case.record.values():
        if not entry.words or not entry.is_a("agency-copy"):
            continue
        text = material.texts[article]
        copied = [one for one in passages(text, material.entries[entry.id]) if _is_copied(one, text)]
        for run in _runs(copied, text):
            yield _candidate(material, article, entry, run)


def _is_copied(one: SharedPassage, text: Document) -> bool:
    is_long = one.certainty == "sure" or len(text.numbers(one.a_start, one.a_end)) >= SHORTEST_POSSIBLE
    return one.kind == "prose" and one.level != "reworded" and is_long


def _runs(found: Sequence[SharedPassage], text: Document) -> list[list[SharedPassage]]:
    """Passages that follow each other with nothing of the article's own between them."""
    runs: list[list[SharedPassage]] = []
    for one in found:
        if runs and not text.numbers(runs[-1][-1].a_end, one.a_start):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _candidate(material: Material, article: str, entry: Statement, run: Sequence[SharedPassage]) -> Candidate:
    start, end = run[0].a_start, run[-1].a_end
    sent = (entry.words or "")[run[0].b_start : run[0].b_end]
    verbatim = all(one.level == "verbatim" for one in run)
    how = "it stands here word for word" if verbatim else "here it stands with other words in places"
    many = f" ({len(run)} passages in a row)" if len(run) > 1 else ""
    return Candidate(
        article,
        "wire-copy",
        start,
        end,
        material.printed(article, start, end),
        "sure" if all(one.certainty == "sure" for one in run) else "possible",
        round(WEIGHT["wire copy"] + min(one.likeness for one in run) / 2, 3),
        "wire copy",
        f"{entry.who}{',' if ',' in entry.who else ''} sent this out; {how}{many}. {NO_FAULT}",
        None,
        (Reference(record=entry.id, quote=sent),),
    )


def agency_eyes(material: Material, article: str) -> Iterator[Candidate]:
    """Sentences in which an agency that is not the outlet itself saw or heard something: its eyes, so its copy."""
    text, outlet = material.texts[article], material.case.articles[article].outlet
    for one in text.sources.citations:
        whose = agency(one.name)
        if one.kind != "own-eyes" or not whose or whose == agency(outlet):
            continue
        yield Candidate(
            article,
            "wire-copy",
            one.start,
            one.end,
            one.name,
            "possible",
            WEIGHT["an agency's eyes"],
            "an agency's eyes",
            f"By these words {whose} was there, and perhaps not {outlet}: the sentence may be the agency’s.",
            None,
            (Reference(article=article, quote=one.name),),
        )
