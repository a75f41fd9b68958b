"""Numbers that another account of the event, or the record, gives differently."""

from collections.abc import Iterator
from dataclasses import replace

from samestory.case.model import Reference
from samestory.case.record_kind import RecordKind
from samestory.comparison.number.conflict import NumberConflict, numbers
from samestory.scanning.candidate import Candidate
from samestory.scanning.material import Material
from samestory.thresholds import threshold, thresholds

# The least and the most that a candidate weighs; between them, how far the sentences tell the same.
LIGHTEST, HEAVIEST = thresholds(__name__, "LIGHTEST", "HEAVIEST")
# Added where the record has the other number: a rule that sees only another word there says less.
BY_RECORD = threshold(__name__, "BY_RECORD")
TOLD: tuple[RecordKind, ...] = ("statement", "briefing", "agency-copy")  # entries that tell in sentences


def number_against_peers(material: Material, article: str) -> Iterator[Candidate]:
    """A number of the article's own prose beside another number for the same thing in another account.

    It stands on both accounts and suggests neither, for nothing in the texts shows which number is right.
    """
    prose = material.texts[article].without_quotations
    for peer in material.peers[article]:
        for found in numbers(prose, material.texts[peer].without_quotations):
            other, told = (material.printed(peer, *span) for span in ((found.b_start, found.b_end), found.b_span))
            where = Reference(article=peer, quote=told.strip(), says=other)
            reason = _reason(material, article, peer, found)
            against = _candidate(material, article, found, "number against another account", reason, None, where)
            yield replace(against, kind="conflict")


def number_against_record(material: Material, article: str) -> Iterator[Candidate]:
    """A number of the article's own prose beside another one for the same thing in what was said or sent out."""
    prose = material.texts[article].without_quotations
    for entry, text in material.entries.items():
        # The lines of a log or a notice number themselves, and what is announced is not what came.
        if not any(material.case.record[entry].is_a(kind) for kind in TOLD):
            continue
        for found in numbers(prose, text):
            right, told = text.text[found.b_start : found.b_end], text.text[slice(*found.b_span)].strip()
            mine = " ".join(material.printed(article, found.a_start, found.a_end).split())
            reason = f"For what may be one number ({found.counted}) the page has “{mine}” and the record “{right}”."
            where = Reference(record=entry, quote=told)
            yield _candidate(material, article, found, "number against the record", reason, right, where)


def _candidate(
    material: Material, article: str, found: NumberConflict, rule: str, reason: str, right: str | None, where: Reference
) -> Candidate:
    by_record = BY_RECORD if where.record else 0.0
    weight = round(LIGHTEST + (HEAVIEST - LIGHTEST) * found.likeness + by_record, 3)
    span = found.a_start, found.a_end
    return Candidate(
        article, "slip", *span, material.printed(article, *span), "possible", weight, rule, reason, right, (where,)
    )


def _reason(material: Material, article: str, peer: str, found: NumberConflict) -> str:
    mine, theirs = (
        f"{name} has “{' '.join(material.printed(name, start, end).split())}”"
        for name, start, end in ((article, found.a_start, found.a_end), (peer, found.b_start, found.b_end))
    )
    if found.later:
        later = article if found.later == "a" else peer
        ending = f"{later} was written later and may know more."
    else:
        ending = "Nothing here shows which is right."
    return f"Two accounts are in conflict: for what may be one number ({found.counted}) {mine} and {theirs}. {ending}"
