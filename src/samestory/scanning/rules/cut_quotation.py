"""Quotations cut so that what was left out bears on what they keep: a condition, a “not”, somebody else's words."""

from collections.abc import Iterator
from functools import lru_cache

from samestory.case.model import Reference
from samestory.comparison.quotation.drift import Drift
from samestory.comparison.quotation.left_out import CutOff, bears_within, left_out
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.altered_quotation import is_altered
from samestory.scanning.rules.standing import capital, standing
from samestory.text.document import Document
from samestory.text.quotation import Quotation


def cut_against_record(material: Material, article: str) -> Iterator[Candidate]:
    """Quotations that leave out of a sentence in the record what bears on the rest."""
    for one in material.recalls[article]:
        entry = material.statement(one)
        whole = material.entries[entry.id]
        if cut := _cut(one.drift.mirrored, one.quotation, whole, one.start, one.end):
            said = " ".join(whole.text[min(one.start, cut.start) : max(one.end, cut.end)].split())
            where = Reference(record=entry.id, quote=said)
            yield _candidate(material, article, one.quotation, whole, cut, capital(standing(entry)), where)


def cut_against_peers(material: Material, article: str) -> Iterator[Candidate]:
    """Quotations that leave out what another account quotes and what bears on the rest."""
    for peer in material.peers[article]:
        for pair in material.quoted_in_both(article, peer):
            whole = _document(pair.b.text)
            if cut := _cut(pair.drift, pair.a, whole, *_kept(pair.drift, whole)):
                where = Reference(article=peer, quote=material.printed(peer, pair.b.start, pair.b.end))
                yield _candidate(material, article, pair.a, whole, cut, "Another account", where)


def _cut(found: Drift, quotation: Quotation, whole: Document, start: int, end: int) -> CutOff | None:
    """What a quotation leaves out of `whole[start:end]` or beside it, where no word of it is another one.

    `found` goes from the quotation to what it was cut from.
    """
    if is_altered(found):
        return None
    for change in found.changes:
        if change.kind == "omission" and not change.a and bears_within(change.b):
            # The places of the record's changes count from where its words begin.
            at = start if len(whole.text) > end else 0
            return CutOff(at + change.b_span[0], at + change.b_span[1], True)
    return left_out(quotation.text, whole, start, end)


def _kept(found: Drift, whole: Document) -> tuple[int, int]:
    """Where in the fuller form that stands which the other one keeps."""
    start, end = 0, len(whole.text)
    for change in found.changes:
        if change.kind == "cut" and not change.a:
            row = whole.numbers(*change.b_span)
            if row.start == 0:
                start = change.b_span[1]
            elif row.stop == len(whole.words):
                end = whole.words[row.start - 1].end
    return start, end


@lru_cache(maxsize=4096)
def _document(text: str) -> Document:
    return Document(text)


def _candidate(
    material: Material, article: str, one: Quotation, whole: Document, cut: CutOff, who: str, where: Reference
) -> Candidate:
    rest = " ".join(whole.text[cut.start : cut.end].split())
    rule = f"cut quotation {'against the record' if where.record else 'against another account'}"
    weight = WEIGHT["cut quotation: limits"] if cut.limits else WEIGHT["cut quotation: narrows"]
    return Candidate(
        article,
        "altered-quotation",
        one.start,
        one.end,
        material.printed(article, one.start, one.end),
        "possible",
        weight,
        rule,
        f"{who} has more of this sentence: “{rest}”. Left out, that may change what was meant.",
        where.quote,
        (where,),
        "cut",
    )
