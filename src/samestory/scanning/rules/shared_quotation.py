"""Quotations that another account of the event has too: their speaker may be the only source in common."""

from collections.abc import Iterator
from datetime import date

from samestory.case.model import Reference
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.altered_quotation import is_altered

SHORTEST_SHARED = 8
SPEAKER = "Both quote one speaker: by itself that doesn’t show that one copied the other."


def shared_quotation(material: Material, article: str) -> Iterator[Candidate]:
    """Exact quotations of eight words or more that an earlier account has as well."""
    order = list(material.case.articles)
    for peer in material.peers[article]:
        # Only the later of two pages is marked; the order of the case decides where the days don't.
        if (_day(material, peer), order.index(peer)) > (_day(material, article), order.index(article)):
            continue
        for pair in material.quoted_in_both(article, peer):
            if is_altered(pair.drift) or pair.drift.shared < SHORTEST_SHARED:
                continue
            both = material.printed(peer, pair.b.start, pair.b.end)
            yield Candidate(
                article,
                "shared-quotation",
                pair.a.start,
                pair.a.end,
                material.printed(article, pair.a.start, pair.a.end),
                "sure",
                WEIGHT["shared quotation"],
                "shared quotation",
                f"Another account has {pair.drift.shared} words of it. {SPEAKER}",
                None,
                (Reference(article=peer, quote=both),),
            )


def _day(material: Material, article: str) -> date:
    return material.day(article) or date.max
