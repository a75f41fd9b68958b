"""The labels that a finding can have: one table, the same in the reader, exercises, figures and print."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label with the letter and line that stand for it beside its colour; ids are for ever."""

    id: str
    letter: str
    name: str
    line: str
    means: str

    def to_json(self) -> dict[str, str]:
        """Return the label as plain values."""
        return asdict(self)


LABELS: dict[str, Label] = {
    label.id: label
    for label in (
        Label("artifact", "A", "artifact", "wavy", "a phrase that no writer of English would choose"),
        Label(
            "altered-quotation",
            "Q",
            "altered quotation",
            "double",
            "words in quotation marks that were not said",
        ),
        Label("slip", "S", "slip", "thick", "a fact that came out wrong"),
        Label("name", "N", "name", "dotted", "a name that came out wrong"),
        Label("wire-copy", "W", "wire copy", "thin", "sentences taken over from a news agency"),
        Label("shared-quotation", "U", "shared quotation", "tint", "the same spoken words, quoted by two texts"),
        Label("furniture", "F", "furniture", "dimmed", "part of the web page, not of the article"),
        Label("headline", "H", "headline", "dash-dot", "a headline that says what the story does not"),
        Label("attribution", "T", "lost attribution", "long-dash", "it no longer says who said so, or to whom"),
        Label(
            "framing",
            "M",
            "framing",
            "sparse-dot",
            "a choice of words that leans, and that readers may dispute",
        ),
    )
}

# Labels of faults of a text. The others name what is no fault: where words come from, what belongs to the page, and a
# choice that readers may dispute.
FAULT_LABELS = frozenset(("artifact", "altered-quotation", "slip", "name", "headline", "attribution"))
