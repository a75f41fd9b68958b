"""An attribution that lost a step: the page has the speaker tell someone what he told the press."""

import re
from collections.abc import Iterable, Iterator

from samestory.case.model import Reference
from samestory.case.record_kind import TO_THE_PRESS
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.quotation import Quotation
from samestory.words.word import words

# Takes “Lavrov told Blinken”; leaves “Lavrov told reporters”.
_TOLD = re.compile(r"\b([A-Z]\w+) (?:told|tells) ([A-Z]\w+)\b")
# Takes “Lavrov said he had told Blinken”; leaves “Lavrov told Blinken”.
_REPORTED = re.compile(r"\b(?:said|says) (?:that )?(?:he|she|they) (?:had )?told\b")


def told_in_the_text(material: Material, article: str) -> Iterator[Candidate]:
    """“At a press conference, X told Y that ...”: a press conference is held for the press."""
    for sentence in material.texts[article].sentences:
        found = _TOLD.search(sentence.text)
        if not found or not TO_THE_PRESS.search(sentence.text[: found.start()]) or _REPORTED.search(sentence.text):
            continue
        yield _candidate(
            material,
            article,
            sentence.start + found.start(),
            sentence.start + found.end(),
            "It was said at a press conference, so to reporters",
            Reference(article=article, quote=sentence.text[: found.end()]),
        )


def told_against_record(material: Material, article: str) -> Iterator[Candidate]:
    """Words that the record has from a press conference, here told to a person who is not named as present."""
    for one in material.recalls[article]:
        entry = material.statement(one)
        if one.certainty != "sure" or not entry.is_a("briefing") or not _is_person(one.quotation, entry.named):
            continue
        at = _place(material.texts[article].text, one.quotation)
        if at:
            reference = Reference(record=entry.id, quote=(entry.words or "")[one.start : one.end].strip())
            reason = f"The record has these words of {entry.who}"
            yield _candidate(material, article, *at, reason, reference)


def _is_person(quotation: Quotation, present: Iterable[str]) -> bool:
    """Whether the one told is a person by name, and not one who stood there."""
    told = quotation.addressee
    return quotation.verb == "told" and told[:1].isupper() and not any(told in name for name in present)


def _place(text: str, quotation: Quotation) -> tuple[int, int] | None:
    """Where “X told Y” stands beside the quotation."""
    needle = [word.text for word in words(f"{quotation.speaker} told {quotation.addressee}")]
    pattern = re.compile(r"\W+".join(map(re.escape, needle)))
    reach = 40 + len(" ".join(needle))
    found = pattern.search(text, quotation.end, quotation.end + reach)
    found = found or pattern.search(text, max(0, quotation.start - reach), quotation.start)
    return found.span() if found else None


def _candidate(material: Material, article: str, start: int, end: int, reason: str, evidence: Reference) -> Candidate:
    shown = material.printed(article, start, end)
    speaker, _, person = shown.partition(" told ")
    return Candidate(
        article,
        "attribution",
        start,
        end,
        shown,
        "possible",
        WEIGHT["told or said he told"],
        "told or said he told",
        f"{reason}. What {person} was told, only {speaker} says.",
        f"{speaker} said to the press",
        (evidence,),
    )
