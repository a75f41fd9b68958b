"""Names that the article spells in two ways, or otherwise than other accounts, the record or the gazetteer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samestory.case.model import Reference
from samestory.comparison.name.find import NameSlip, names
from samestory.scanning.candidate import Candidate
from samestory.scanning.material import Material
from samestory.text.once import once


def spelled_name(material: Material, article: str) -> Iterator[Candidate]:
    """Slips in names; another house's spelling is none."""
    order, known = list(material.texts), _known(material)
    own = order.index(article)
    for found in _slips(material).get(own, ()):
        # Its own places first, for they are the nearest evidence.
        places = sorted(((one.article, one.start, one.end) for one in found.where), key=lambda one: one[0] != own)
        # A slip that was copied stands in many places too: without the record, others are no proof.
        only_others = bool(places) and not any(n == own for n, _, _ in places)
        outvoted = only_others and not any(found.right in text for text in known)
        there = [Reference(article=order[n], quote=material.printed(order[n], start, end)) for n, start, end in places]
        yield Candidate(
            article,
            "name",
            found.start,
            found.end,
            found.text,
            "possible" if outvoted else found.certainty,
            0.85,
            "one name, two spellings",
            f"{found.reason} That counts copies too." if outvoted else found.reason,
            found.right,
            tuple(there[:2]) or (Reference(says=found.reason),),
        )


@once
def _slips(material: Material) -> Mapping[int, Sequence[NameSlip]]:
    """The slips in names of all articles, by the number of the article."""
    found: dict[int, list[NameSlip]] = defaultdict(list)
    for one in names(list(material.texts.values()), _known(material)):
        if one.kind == "slip":
            found[one.article].append(one)
    return found


@once
def _known(material: Material) -> list[str]:
    """What the record says, as a source of right spellings."""
    entries = material.case.record.values()
    return [text for entry in entries for text in (*entry.named, entry.words, entry.what) if text]
