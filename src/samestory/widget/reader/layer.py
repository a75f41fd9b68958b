"""The layers of the reader: what can be shown on the texts, each with its letter."""

from dataclasses import dataclass
from typing import Literal

LayerGroup = Literal["bands", "marks", "findings"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the reader; its id gives it its colour (`.ss-r-l-<id>`), the same in text, band, strip and table.

    `group` is *bands* for what joins two texts, *marks* for what is marked in one text, *findings* for what people
    have noted and readers reveal. `on` says whether it is shown at first.
    """

    id: str
    letter: str
    name: str
    means: str
    group: LayerGroup
    on: bool


LAYERS: tuple[Layer, ...] = (
    Layer("quoted", "U", "Quoted in both", "the same utterance, in quotation marks in both texts", "bands", True),
    Layer("run", "R", "Same run of words", "prose copied or lightly edited", "bands", True),
    Layer(
        "reworded", "P", "May tell the same", "in other words, which shows no copying; a person decides", "bands", True
    ),
    Layer("echo", "E", "Echo", "a weak likeness, shown where enough of them keep the same order", "bands", True),
    Layer("speech", "“", "Quotations", "all that stands in quotation marks", "marks", False),
    Layer(
        "names",
        "N",
        "Names that differ",
        "one name in two spellings, a variant or a slip: the tool proposes",
        "marks",
        False,
    ),
    Layer("dates", "D", "Days", "each worked out in the calendar", "marks", False),
    Layer("furniture", "F", "Furniture", "lines that seem to be the page's, not the article's", "marks", False),
    Layer("finding", "A–W", "Findings", "what readers of these texts have noted, with evidence", "findings", False),
    Layer("control", "✓", "Odd-looking, but right", "what a careful reader leaves alone", "findings", False),
)
