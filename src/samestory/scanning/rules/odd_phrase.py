"""Phrases that no writer of the language would choose, and small errors of grammar."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.oddity.find import odd_phrases
from samestory.oddity.finding import OddPhrase
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.language import is_english


def odd_phrase(material: Material, article: str) -> Iterator[Candidate]:
    """Odd phrases beside the other accounts of the event; words that the record has too are not called odd.

    What is odd is known of English only: a text in another language has none.
    """
    if not is_english(material.texts[article]):
        return
    peers = material.peers[article]
    for one in odd_phrases(material.texts[article], [material.texts[name] for name in peers]):
        # Where the record has this page's words, it is the other account that exchanged them.
        if one.kind == "other account" and material.in_record(article, one.start, one.end):
            continue
        yield Candidate(
            article,
            # Typing errors are anybody's; the other kinds are signs of a text put into other words.
            "slip" if one.kind == "typing" else "artifact",
            one.start,
            one.end,
            one.text,
            one.certainty,
            WEIGHT[f"odd phrase: {one.kind}"] + (WEIGHT["odd phrase: sure"] if one.certainty == "sure" else 0),
            f"odd phrase: {one.kind}",
            one.reason,
            one.suggests,
            (_evidence(material, peers, one),),
        )


def _evidence(material: Material, peers: tuple[str, ...], one: OddPhrase) -> Reference:
    if one.where is None:
        return Reference(says=one.reason)
    number, start, end = one.where
    return Reference(article=peers[number], quote=material.printed(peers[number], start, end))
