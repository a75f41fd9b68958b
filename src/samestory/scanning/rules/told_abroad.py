"""Numbers, days and names that another account in the same language, or the record, gives differently."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.comparison.abroad.conflict import ConflictAbroad, conflicts_abroad
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.document import Document

_WHAT = {"number": "number", "day": "day", "name": "name"}


def told_abroad(material: Material, article: str) -> Iterator[Candidate]:
    """What two accounts in German, Spanish, Russian or Arabic tell differently; it stands on both.

    Nothing says which is right. English has rules of its own, which see more.
    """
    text = material.texts[article]
    if text.pack is None:
        return
    for peer in material.peers[article]:
        for found in conflicts_abroad(text, material.texts[peer]):
            yield _candidate(material, article, found, Reference(article=peer), material.texts[peer], peer)
    for entry, said in material.entries.items():
        if material.case.record[entry].words:
            for found in conflicts_abroad(text, said):
                yield _candidate(material, article, found, Reference(record=entry), said, "the record")


def _candidate(
    material: Material, article: str, found: ConflictAbroad, where: Reference, other: Document, named: str
) -> Candidate:
    mine = " ".join(material.printed(article, found.a_start, found.a_end).split())
    theirs = " ".join(other.text[found.b_start : found.b_end].split())
    quote = " ".join(other.text[slice(*found.b_span)].split())
    return Candidate(
        article,
        "name" if found.kind == "name" else "slip",
        found.a_start,
        found.a_end,
        material.printed(article, found.a_start, found.a_end),
        "possible",
        round(WEIGHT["told abroad"] + found.likeness / 4, 3),
        f"{_WHAT[found.kind]} against another account" if where.article else f"{_WHAT[found.kind]} against the record",
        _reason(found, mine, theirs, article, named),
        None,
        (Reference(article=where.article, record=where.record, quote=quote),),
        kind="conflict" if where.article else "finding",
    )


def _reason(found: ConflictAbroad, mine: str, theirs: str, article: str, named: str) -> str:
    if found.kind == "name":
        how = (
            "an accent is all that differs, which may be a choice of style" if found.only_accents else "letters differ"
        )
        return f"“{mine}” and “{theirs}” ({named}) seem to be one name in two spellings: {how}. Look up which is right."
    what = f"one {_WHAT[found.kind]}"
    return (
        f"Two accounts are in conflict: for what may be {what} {article} has “{mine}” and {named} has “{theirs}”. "
        "Nothing here shows which is right."
    )
