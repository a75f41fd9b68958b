"""Spoken words that the page tells as its own: elsewhere they stand in quotation marks, here nobody says them."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.comparison.passage.reading import Reading, reading
from samestory.comparison.passage.run import runs
from samestory.scanning.candidate import Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.exchanged import in_time
from samestory.text.blank import blanked
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import sentences
from samestory.text.speech import SPEECH_VERBS
from samestory.words.word import fold, words

SHORTEST = 6


def unattributed(material: Material, article: str) -> Iterator[Candidate]:
    """Six words or more of another text's quotation, in a sentence of this page that has no verb of speaking."""
    text = material.texts[article]
    prose = reading(blanked(text, [part for one in quotations(text) for part in one.parts]))
    for other, reference in _others(material, article):
        for quotation in quotations(other):
            if quotation.level == 0:
                yield from _told_as_own(material, article, prose, quotation, reference)


def _others(material: Material, article: str) -> Iterator[tuple[str, Reference]]:
    for entry in material.case.record.values():
        if entry.words and in_time(material, article, entry):
            yield entry.words, Reference(record=entry.id)
    for peer in material.peers[article]:
        yield material.texts[peer], Reference(article=peer)


def _told_as_own(
    material: Material, article: str, mine: Reading, quotation: Quotation, where: Reference
) -> Iterator[Candidate]:
    said = reading(quotation.text)
    for run in runs(list(mine.keys), list(said.keys)):
        if run.size < SHORTEST or sum(mine.evidence[run.a : run.a + run.size]) < 2:
            continue
        start, end = mine.words[run.a].start, mine.words[run.a + run.size - 1].end
        home = next((one for one in sentences(mine.text) if one.start <= start < one.end), None)
        if home is None or _is_attributed(home.text):
            continue
        yield Candidate(
            article,
            "attribution",
            start,
            end,
            material.full(article)[start:end],
            "possible",
            0.65,
            "spoken words without a speaker",
            f"Elsewhere {quotation.speaker or 'somebody'} says these words; here the page says them itself.",
            None,
            (Reference(where.article, where.record, quotation.text),),
        )


def _is_attributed(sentence: str) -> bool:
    return "according to" in fold(sentence) or any(fold(word.text) in SPEECH_VERBS for word in words(sentence))
