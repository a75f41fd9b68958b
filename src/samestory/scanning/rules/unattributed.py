"""Spoken words that the page tells as its own: elsewhere they stand in quotation marks, here nobody says them."""

from collections.abc import Iterator, Sequence

from samestory.case.model import Reference
from samestory.comparison.passage.run import RunIndex
from samestory.comparison.passage.weight import evidence
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.exchanged import in_time
from samestory.text.document import Document
from samestory.text.once import once
from samestory.text.quotation import Quotation
from samestory.text.sentence import Sentence
from samestory.text.speech import SPEECH_VERBS
from samestory.words.word import fold

# Words; a shorter run may be anybody's.
SHORTEST_SPOKEN = 6


def unattributed(material: Material, article: str) -> Iterator[Candidate]:
    """Six words or more of another text's quotation, in a sentence of this page that has no verb of speaking."""
    prose = material.texts[article].without_quotations
    for other, reference in _others(material, article):
        for quotation, keys, sequences in _quoted(other):
            # Forty accounts quote hundreds of times, and few of these words stand in the prose of this one.
            if _sequences(prose).isdisjoint(sequences):
                continue
            yield from _told_as_own(material, article, prose, quotation, keys, reference)


def _others(material: Material, article: str) -> Iterator[tuple[Document, Reference]]:
    for entry in material.said:
        if in_time(material, article, entry):
            yield material.entries[entry.id], Reference(record=entry.id)
    for peer in material.peers[article]:
        yield material.texts[peer], Reference(article=peer)


@once
def _quoted(other: Document) -> list[tuple[Quotation, tuple[str, ...], frozenset[tuple[str, ...]]]]:
    """What a text quotes, with the keys of the words and their runs; quotations inside another are not read twice."""
    read = ((one, Document(one.text).keys) for one in other.quotations if one.level == 0)
    return [(one, keys, _runs(keys)) for one, keys in read]


@once
def _sequences(prose: Document) -> frozenset[tuple[str, ...]]:
    return _runs(prose.keys)


def _runs(keys: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of as many keys as make a shared one."""
    return frozenset(zip(*(keys[n:] for n in range(SHORTEST_SPOKEN)), strict=False))


@once
def _index(prose: Document) -> RunIndex:
    return RunIndex(prose.keys)


def _told_as_own(
    material: Material, article: str, mine: Document, quotation: Quotation, keys: Sequence[str], where: Reference
) -> Iterator[Candidate]:
    for run in _index(mine).runs(keys):
        # A title with a name is long and belongs to nobody: two words must be neither.
        if run.size < SHORTEST_SPOKEN or sum(evidence(mine)[run.a : run.a + run.size]) < 2:
            continue
        start, end = mine.words[run.a].start, mine.words[run.a + run.size - 1].end
        home = next((one for one in mine.sentences if one.start <= start < one.end), None)
        if home is None or _is_attributed(mine, home):
            continue
        yield Candidate(
            article,
            "attribution",
            start,
            end,
            material.printed(article, start, end),
            "possible",
            WEIGHT["spoken words without a speaker"],
            "spoken words without a speaker",
            f"Elsewhere {quotation.speaker or 'somebody'} says these words; here the page says them itself.",
            None,
            (Reference(where.article, where.record, quotation.text),),
        )


def _is_attributed(text: Document, sentence: Sentence) -> bool:
    """Whether a sentence says who speaks."""
    inside = (text.folded[n] for n in text.numbers(sentence.start, sentence.end))
    return "according to" in fold(sentence.text) or any(word in SPEECH_VERBS for word in inside)
