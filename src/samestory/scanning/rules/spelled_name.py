"""Names that the article spells in two ways, or otherwise than other accounts, the record or the gazetteer."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.comparison.name.find import names
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material


def spelled_name(material: Material, article: str) -> Iterator[Candidate]:
    """Slips in names; another house's spelling is none."""
    # The article first, so that its own slips are those with the number 0.
    order = [article, *(name for name in material.texts if name != article)]
    known = _known(material)
    for found in names([material.texts[name] for name in order], known):
        if found.article != 0 or found.kind != "slip":
            continue
        places = [(place.article, place.start, place.end) for place in found.where]
        # A slip that was copied stands in many places too: without the record, others are no proof.
        only_others = bool(places) and not any(n == 0 for n, _, _ in places)
        outvoted = only_others and not any(found.right in text for text in known)
        there = [Reference(article=order[n], quote=material.printed(order[n], start, end)) for n, start, end in places]
        yield Candidate(
            article,
            "name",
            found.start,
            found.end,
            found.text,
            "possible" if outvoted else found.certainty,
            WEIGHT["one name, two spellings"],
            "one name, two spellings",
            f"{found.reason} That counts copies too." if outvoted else found.reason,
            found.right,
            tuple(there[:2]) or (Reference(says=found.reason),),
        )


def _known(material: Material) -> list[str]:
    """What the record says, as a source of right spellings."""
    entries = material.case.record.values()
    return [text for entry in entries for text in (*entry.named, entry.words, entry.what) if text]
