"""Findings and controls to begin with, where no person has decided yet: what the engine is surest of, as drafts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from samestory.case import Case
from samestory.case.model import Article, Reference
from samestory.draft.material import Spec, plain_reference
from samestory.exercise.labels import FAULT_LABELS
from samestory.scanning import Candidate, scan
from samestory.text import Document

_T = TypeVar("_T")
_MOST_FINDINGS, _MOST_CONTROLS = 8, 4  # of an article
_RUN = 5  # words in a row that two writers hardly hit on by chance
_LONGEST = 300  # characters of a quotation that anybody would read in a list of findings
# Takes “43 passengers” and “4:20 p.m”; leaves “43” alone, which stands in every text for something else.
_COUNTED = re.compile(r"(?<![\w.,])\d[\d.,:]*\d? [^\W\d_][\w’'-]{2,}")
_NOT_LOOKED_AT = "Proposed by the tool; nobody has looked at it yet."


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one article, as an author writes it."""

    article: str
    findings: tuple[Spec, ...]
    controls: tuple[Spec, ...]


def proposed(case: Case) -> tuple[Proposed, ...]:
    """Return proposals for each article of a case: at most eight findings, and as controls what other accounts share.

    Every one is marked as a draft. None is called proved, for a person says that.
    """
    found = scan(case)
    chosen = []
    for number, (name, article) in enumerate(case.articles.items(), 1):
        strong = [one for one in found.of(name) if _is_telling(one)]
        taken = _apart(article, [(one.start, one.end, one) for one in strong])[:_MOST_FINDINGS]
        spans = [(one.start, one.end) for one in found.of(name) if one.label != "wire-copy"]
        agreed = [
            one for one in _agreed(case, article) if not any(one[0] < end and start < one[1] for start, end in spans)
        ]
        sound = _apart(article, agreed, [(start, end) for start, end, _ in taken])[:_MOST_CONTROLS]
        findings = tuple(_finding(case, f"f{number}-{at}", one) for at, (_, _, one) in enumerate(taken, 1))
        controls = tuple(_control(article, f"k{number}-{at}", one) for at, one in enumerate(sound, 1))
        chosen.append(Proposed(name, findings, controls))
    return tuple(chosen)


def _is_telling(one: Candidate) -> bool:
    return one.label in (*FAULT_LABELS, "wire-copy") and 0 < len(one.text.strip()) <= _LONGEST


def _apart(
    article: Article, ones: Sequence[tuple[int, int, _T]], taken: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int, _T]]:
    """Leave out what shares a word with an earlier one, or with what is taken."""
    kept: list[tuple[int, int, _T]] = []
    numbers: set[int] = set()
    for start, end in taken:
        first, last = article.passage.span(start, end)
        numbers.update(range(first, last + 1))
    for one in ones:
        first, last = article.passage.span(one[0], one[1])
        own = set(range(first, last + 1))
        if not own & numbers:
            kept.append(one)
            numbers |= own
    return kept


def _finding(case: Case, name: str, one: Candidate) -> Spec:
    evidence = [plain for each in one.evidence if _is_borne_out(case, each) for plain in _narrowed(case, each)]
    return {
        "id": name,
        "draft": True,
        # To say flatly what another account hedges contradicts nobody: both can be right.
        "label": "attribution" if one.rule.startswith("hedge ") else one.label,
        **_quoted(case.articles[one.article], one.start, one.end),
        "should_be": one.suggests if one.suggests != one.text else None,
        "certainty": "likely" if one.certainty == "sure" else "open",
        "why": one.reason[:1].upper() + one.reason[1:].rstrip(".") + ".",
        "evidence": evidence or [{"says": _NOT_LOOKED_AT}],
        "harm": {"level": "none", "why": _NOT_LOOKED_AT},
    }


def _is_borne_out(case: Case, one: Reference) -> bool:
    if one.says:
        return True
    if one.article and one.article in case.articles and one.quote:
        return bool(case.articles[one.article].passage.places(one.quote))
    return one.record in case.record


def _narrowed(case: Case, one: Reference) -> list[Spec]:
    """Return a reference as an author writes it, before a whole sentence the words of it that were compared."""
    whole = plain_reference(one)
    if not (one.article and one.quote and one.says and one.says != one.quote):
        return [whole]
    alone = len(case.articles[one.article].passage.places(one.says)) == 1
    return [{"article": one.article, "quote": one.says}, whole] if alone else [whole]


def _quoted(article: Article, start: int, end: int) -> Spec:
    """Return a quotation, with its number where it stands there more than once."""
    quote = article.text[start:end]
    before = article.text.count(quote, 0, start)
    alone = article.text.count(quote) == 1
    return {"quote": quote} if alone else {"quote": quote, "nth": before + 1}


def _agreed(case: Case, article: Article) -> Iterator[tuple[int, int, Reference]]:
    """Yield quotations and counted things that another account of the event prints in the same words."""
    others = [one for one in case.articles.values() if one.event == article.event and one.id != article.id]
    body = Document(article.text).without_furniture
    for said in body.quotations:
        if said.level == 0 and len(said.text.split()) >= 5:
            yield from _backed(article, said.start, said.end, others)
    for counted in _COUNTED.finditer(body.text):
        yield from _backed(article, counted.start(), counted.end(), others)
    for start, end in _runs(article, others):
        yield from _backed(article, start, end, others)


def _runs(article: Article, others: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Yield where runs of five words or more stand that another account has, too."""
    known = {
        tuple(one.passage.folded[at : at + _RUN]) for one in others for at in range(len(one.passage.words) - _RUN + 1)
    }
    cut, at = article.passage, 0
    while at + _RUN <= len(cut.words):
        if cut.folded[at : at + _RUN] in known:
            # Within one sentence, so that it can be read by itself, and telling something.
            telling = sum(len(word.text) > 3 for word in cut.words[at : at + _RUN])
            if telling > _RUN // 2 and cut.sentence_of(at) == cut.sentence_of(at + _RUN - 1):
                yield cut.words[at].start, cut.words[at + _RUN - 1].end
            at += _RUN
        else:
            at += 1


def _backed(article: Article, start: int, end: int, others: Sequence[Article]) -> Iterator[tuple[int, int, Reference]]:
    quote = article.text[start:end]
    if len(quote) > _LONGEST:
        return
    for one in others:
        places = one.passage.places(quote)
        if places:
            yield start, end, Reference(article=one.id, quote=one.passage.cut(*places[0]))
            return


def _control(article: Article, name: str, one: tuple[int, int, Reference]) -> Spec:
    return {
        "id": name,
        "draft": True,
        **_quoted(article, one[0], one[1]),
        "looks": _NOT_LOOKED_AT,
        "why": "Another account prints the same words.",
        "evidence": [plain_reference(one[2])],
    }
