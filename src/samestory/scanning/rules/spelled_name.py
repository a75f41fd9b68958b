"""Names that the article spells in two ways, or otherwise than other accounts, the record or the gazetteer."""

from collections.abc import Iterator, Sequence

from samestory.case.model import Reference
from samestory.comparison.name.find import NameSlip, names
from samestory.comparison.name.form import Place
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.once import once


def spelled_name(material: Material, article: str) -> Iterator[Candidate]:
    """Slips in names; another house's spelling is none.

    Where nothing shows which of two accounts is right, both have a candidate, without a right form.
    """
    order = list(material.texts)
    own, answered = order.index(article), set()
    for found in _slips(material):
        at = Place(found.article, found.start, found.end)
        if found.article == own:
            # Its own places first, for they are the nearest evidence.
            places = sorted(found.where, key=lambda one: (one.article != own, one.article, one.start))
            yield _candidate(material, order, at, found, tuple(places))
        elif not found.decided:
            for mine in (place for place in found.where if place.article == own and place not in answered):
                answered.add(mine)
                yield _candidate(material, order, mine, found, (at,))


def _candidate(material: Material, order: list[str], at: Place, found: NameSlip, where: tuple[Place, ...]) -> Candidate:
    there = [
        Reference(article=order[one.article], quote=material.printed(order[one.article], one.start, one.end))
        for one in where
    ]
    return Candidate(
        order[at.article],
        "name",
        at.start,
        at.end,
        material.printed(order[at.article], at.start, at.end),
        found.certainty,
        WEIGHT["one name, two spellings"],
        "one name, two spellings",
        found.reason,
        found.right if found.decided else None,
        tuple(there[:2]) or (Reference(says=found.reason),),
        # Two spellings in one text are its own matter.
        "conflict" if not found.decided and any(one.article != at.article for one in where) else "finding",
    )


@once
def _slips(material: Material) -> Sequence[NameSlip]:
    """The slips in names of all articles, found once for all of them."""
    found = names(list(material.texts.values()), _known(material))
    return [one for one in found if one.kind == "slip"]


@once
def _known(material: Material) -> list[str]:
    """What the record says, as a source of right spellings."""
    entries = material.case.record.values()
    return [text for entry in entries for text in (*entry.named, entry.words, entry.what) if text]
