"""Names that the article spells in two ways, or otherwise than other accounts, the record or the gazetteer."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.comparison.name.find import NameSlip, names
from samestory.comparison.name.form import Place
from samestory.scanning.candidate import Candidate
from samestory.scanning.material import Material


def spelled_name(material: Material, article: str) -> Iterator[Candidate]:
    """Slips in names; another house's spelling is none.

    Where nothing shows which of two accounts is right, both have a candidate, without a right form.
    """
    # The article first, so that its own places are those with the number 0.
    order = [article, *(name for name in material.texts if name != article)]
    answered = set()
    for found in names([material.texts[name] for name in order], _known(material)):
        if found.kind != "slip":
            continue
        at = Place(found.article, found.start, found.end)
        if found.article == 0:
            yield _candidate(material, order, at, found, found.where)
        elif not found.decided:
            for mine in (place for place in found.where if place.article == 0 and place not in answered):
                answered.add(mine)
                yield _candidate(material, order, mine, found, (at,))


def _candidate(material: Material, order: list[str], at: Place, found: NameSlip, where: tuple[Place, ...]) -> Candidate:
    there = [
        Reference(article=order[one.article], quote=material.printed(order[one.article], one.start, one.end))
        for one in where
    ]
    return Candidate(
        order[0],
        "name",
        at.start,
        at.end,
        material.printed(order[0], at.start, at.end),
        found.certainty,
        0.85,
        "one name, two spellings",
        found.reason,
        found.right if found.decided else None,
        tuple(there[:2]) or (Reference(says=found.reason),),
    )


def _known(material: Material) -> list[str]:
    """What the record says, as a source of right spellings."""
    entries = material.case.record.values()
    return [text for entry in entries for text in (*entry.named, entry.words, entry.what) if text]
