"""Prose that stands in a news agency's copy too, and sentences that name an agency's own eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samestory.case.model import Reference
from samestory.comparison.passage.pairs import passages
from samestory.comparison.passage.shared import SharedPassage
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.document import Document
from samestory.text.once import once
from samestory.text.source.wire import DESK, wire_sign
from samestory.thresholds import threshold
from samestory.words.agency import agency

# Words that a passage which is only possibly copied must have: “she told reporters” is in everybody's copy.
SHORTEST_POSSIBLE = 8
# The share of a passage's words between marks from which on it is a quotation.
MOST_QUOTED = threshold(__name__, "MOST_QUOTED")
NO_FAULT = "To carry an agency’s copy is no fault; see if the page says so."


def wire_copy(material: Material, article: str) -> Iterator[Candidate]:
    """Copied or lightly edited passages of an agency's copy: of one in the record, or of an article that is one."""
    for entry in material.case.record.values():
        if entry.words and entry.is_a("agency-copy"):
            sent = f"{entry.who}{',' if ',' in entry.who else ''} sent this out"
            yield from _found(material, article, material.entries[entry.id], sent, Reference(record=entry.id))
    mine = wire_sign(material.pages[article])
    for peer in material.peers[article]:
        theirs = wire_sign(material.pages[peer])
        # Two papers that both name the agency hide nothing, and neither is the other's source.
        if theirs and not (mine and mine.agency == theirs.agency) and _is_first(material, peer, article):
            sent = f"{peer} has this from {theirs.agency}, as it says itself"
            yield from _found(material, article, material.texts[peer], sent, Reference(article=peer))


def _is_first(material: Material, peer: str, article: str) -> bool:
    """Whether an article can have taken anything from its peer: nobody copies what is yet to be sent."""
    before, day = material.day(peer), material.day(article)
    return before is None or day is None or before <= day


def _found(material: Material, article: str, copy: Document, sent: str, where: Reference) -> Iterator[Candidate]:
    text = material.texts[article]
    copied = [one for one in passages(text, copy) if _is_copied(one, text)]
    for run in _runs(copied, text):
        yield _candidate(material, article, copy, run, sent, where)


def agencys_sign(material: Material, article: str) -> Iterator[Candidate]:
    """The words by which an article says that it is an agency's copy, where its outlet is not that agency."""
    sign = wire_sign(material.pages[article])
    # A house that no list of ours has may well be the page's own: its sign only says where others may have copied.
    known = sign and (sign.agency == DESK or agency(sign.agency))
    if sign and known and sign.agency != agency(material.case.articles[article].outlet):
        shown = material.printed(article, sign.start, sign.end)
        why = f"By these words the text is {_possessive(sign.agency)} copy, or was made from it:"
        yield Candidate(
            article,
            "wire-copy",
            sign.start,
            sign.end,
            shown,
            "possible",
            WEIGHT["an agency's sign"],
            "an agency's sign",
            f"{why} what others share with it may be the agency’s too.",
            None,
            (Reference(article=article, quote=shown),),
        )


def _is_copied(one: SharedPassage, text: Document) -> bool:
    inside = text.numbers(one.a_start, one.a_end)
    is_long = one.certainty == "sure" or len(inside) >= SHORTEST_POSSIBLE
    return one.kind == "prose" and one.level != "reworded" and is_long and not _is_speech(text, inside)


def _is_speech(text: Document, inside: range) -> bool:
    """Whether a passage is little else than quotation: two reporters may have heard one speaker."""
    quoted = sum(n in inside for part in _quoted_parts(text) for n in part)
    return quoted >= MOST_QUOTED * len(inside)


@once
def _quoted_parts(text: Document) -> list[range]:
    return [text.numbers(*part) for one in text.quotations if one.level == 0 for part in one.parts]


def _runs(found: Sequence[SharedPassage], text: Document) -> list[list[SharedPassage]]:
    """Passages that follow each other with nothing of the article's own between them."""
    runs: list[list[SharedPassage]] = []
    for one in found:
        if runs and not text.numbers(runs[-1][-1].a_end, one.a_start):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _candidate(
    material: Material, article: str, copy: Document, run: Sequence[SharedPassage], sent: str, where: Reference
) -> Candidate:
    start, end = run[0].a_start, run[-1].a_end
    quote = copy.text[run[0].b_start : run[0].b_end]
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
        f"{sent}; {how}{many}. {NO_FAULT}",
        None,
        (replace(where, quote=quote),),
    )


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


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
