"""Lines that are the page's and not the article's."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material


def furniture(material: Material, article: str) -> Iterator[Candidate]:
    """Every line that the engine takes for furniture, with its reason."""
    for line in material.pages[article].furniture:
        yield Candidate(
            article,
            "furniture",
            line.start,
            line.end,
            line.text,
            "sure",
            WEIGHT["furniture"],
            f"furniture: {line.kind}",
            line.reason,
            None,
            (Reference(article=article, quote=line.text),),
        )
