"""What the accounts of each event, and the record, tell alike: laid side by side once for all rules about the sense."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.case.model import Reference
from samestory.comparison.sense.alike import AlikeSentences, alike_sentences
from samestory.scanning.material import Material
from samestory.scanning.rules.language import is_english
from samestory.scanning.rules.number import TOLD
from samestory.text.document import Document
from samestory.text.once import once


@dataclass(frozen=True)
class ToldAlike:
    """Accounts of one event and entries of the record: `names` and prose, and which sentences may tell the same.

    The first `accounts` of them are articles, the others entries.
    """

    names: tuple[str, ...]
    accounts: int
    texts: tuple[Document, ...]
    alike: AlikeSentences

    def is_entry(self, number: int) -> bool:
        """Whether a text is an entry of the record."""
        return number >= self.accounts

    def reference(self, number: int, start: int, end: int, says: str | None = None) -> Reference:
        """These words of a text as evidence."""
        quote = " ".join(self.texts[number].text[start:end].split())
        name = self.names[number]
        return (
            Reference(record=name, quote=quote)
            if self.is_entry(number)
            else Reference(article=name, quote=quote, says=says)
        )


@once
def told_alike(material: Material) -> Sequence[ToldAlike]:
    """Return what is told alike, one for each event; texts in another language than English are left out."""
    return list(_by_event(material))


def _by_event(material: Material) -> Iterator[ToldAlike]:
    names = list(material.texts)
    entries = _entries(material)
    for group in material.groups:
        inside = [names[n] for n in group.articles if is_english(material.texts[names[n]])]
        texts = [material.texts[name].without_quotations for name in inside] + list(entries.values())
        if inside and len(texts) > 1:
            yield ToldAlike((*inside, *entries), len(inside), tuple(texts), alike_sentences(texts))


def _entries(material: Material) -> Mapping[str, Document]:
    record = material.case.record
    return {name: text for name, text in material.entries.items() if any(map(record[name].is_a, TOLD))}
