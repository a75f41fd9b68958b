"""Quotations whose words are not those that the record has, or not those that another account quotes."""

import re
from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.comparison.quotation.became import HARMLESS, gravity
from samestory.comparison.quotation.change import Change
from samestory.comparison.quotation.drift import Drift
from samestory.comparison.quotation.pairs import QuotationPair
from samestory.comparison.quotation.recall import Recalled
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import capital, doubt, standing
from samestory.text.quotation import Quotation
from samestory.words.word import words

# How many changes a reason names, and how many words beside the changed ones belong to a candidate.
MOST_SHOWN, AROUND = 4, 3
_STOPS = tuple('.!?…”"')
# The rest of a sentence, with its stop: takes “ at ten.” of “We go at ten. He left”; leaves a longer rest.
_REST = re.compile(r"[^.!?…”\"]{0,40}[.!?…]?(?=[\s”\"]|$)")


def altered_against_record(material: Material, article: str) -> Iterator[Candidate]:
    """Quotations that differ from what the record holds."""
    for one in material.recalls[article]:
        if not is_altered(one.drift) or _is_nested_in_altered(one, material.recalls[article]):
            continue
        entry = material.statement(one)
        held = (entry.words or "")[one.start : one.end]
        said = (entry.words or "")[one.start : _sentence_end(entry.words or "", one.end)].strip()
        changed = _changed_span(material.pages[article].text, one)
        doubted, changes = doubt(entry), _changes(one.drift, held, one.quotation.text)
        sure = one.certainty == "sure" and not doubted
        yield Candidate(
            article,
            "altered-quotation",
            *changed,
            material.printed(article, *changed),
            "sure" if sure else "possible",
            # What leaves the meaning as it was ranks below all that touches it.
            _weight(one.drift),
            "quotation against the record",
            f"{capital(standing(entry))} has {'; '.join(filter(None, (changes, doubted)))}.",
            said,
            (Reference(record=entry.id, quote=said),),
        )


def _sentence_end(said: str, end: int) -> int:
    """Where the sentence ends in which a quotation leaves off, if that is near: nobody should read half of it."""
    rest = None if said[:end].endswith(_STOPS) else _REST.match(said, end)
    return rest.end() if rest else end


def altered_against_peers(material: Material, article: str) -> Iterator[Candidate]:
    """Quotations that another account of the event quotes in other words, where the record is silent.

    What is only shortened, masked, written in another style or translated twice is none. The candidate stands on the
    side whose quotations fit the record worse; on both, if neither does.
    """
    for peer in material.peers[article]:
        for pair in material.quoted_in_both(article, peer):
            if pair.became != "altered" or _is_recalled(material, article, pair.a):
                continue
            if _is_recalled(material, peer, pair.b) or _faults(material, peer) > _faults(material, article):
                continue
            yield _disagreement(material, article, peer, pair)


def _disagreement(material: Material, article: str, peer: str, pair: QuotationPair) -> Candidate:
    other = material.printed(peer, *_span(pair.b))
    known = _faults(material, article) > _faults(material, peer)
    why = "this page’s other quotations fit the record less well" if known else "nothing here shows which is right"
    forms = pair.b.text, pair.a.text
    return Candidate(
        article,
        "altered-quotation",
        *_span(pair.a),
        material.printed(article, *_span(pair.a)),
        "possible",
        _weight_beside(pair, known),
        "quotation against another account",
        f"Another account of the event quotes {_changes(pair.drift.mirrored, *forms)}; {why}.",
        other if known else None,
        (Reference(article=peer, quote=other),),
        "finding" if known else "conflict",
    )


def is_altered(found: Drift) -> bool:
    """Whether a word that was said is another one now; an opening “and” more or less is none."""
    return any(change.kind not in HARMLESS for change in found.changes)


def _span(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, quotation.end


def _changed_span(text: str, one: Recalled) -> tuple[int, int]:
    """The quotation from the first changed word to the last, with words around them; whole if interrupted."""
    start, end = _span(one.quotation)
    # Where “he said” interrupts it, places in the joined words don't fit the page.
    if text[start:end] != one.quotation.text:
        return start, end
    spans = [change.b_span for change in one.drift.changes if change.kind not in HARMLESS]
    low, high = start + min(span[0] for span in spans), start + max(span[1] for span in spans)
    around = words(text[start:end])
    before = [start + word.start for word in around if start + word.end <= low]
    after = [start + word.end for word in around if start + word.start >= high]
    return (before[-AROUND:] or [low])[0], (after[:AROUND] or [high])[-1]


def _is_nested_in_altered(one: Recalled, found: tuple[Recalled, ...]) -> bool:
    outer = (other for other in found if other.quotation.level < one.quotation.level and is_altered(other.drift))
    return any(
        other.quotation.start <= one.quotation.start and one.quotation.end <= other.quotation.end for other in outer
    )


def _is_recalled(material: Material, article: str, quotation: Quotation) -> bool:
    return any(_span(one.quotation) == _span(quotation) for one in material.recalls[article])


def _faults(material: Material, article: str) -> float:
    """The share of an article's quotations in the record that are altered; 0 if none is there."""
    found = material.recalls[article]
    return sum(is_altered(one.drift) for one in found) / len(found) if found else 0.0


def _weight(found: Drift) -> float:
    rule = "quotation against the record"
    if not found.substantive:
        return WEIGHT[f"{rule}: harmless"]
    return round(WEIGHT[rule] + WEIGHT[f"{rule}: changed"] * (1 - found.fidelity), 3)


def _weight_beside(pair: QuotationPair, known: bool) -> float:
    """First that it is one utterance, then how far the change may lead a reader."""
    rule = "quotation against another account"
    weight = WEIGHT[rule] + WEIGHT[f"{rule}: proof"] * pair.proof + WEIGHT[f"{rule}: gravity"] * gravity(pair.drift)
    return round(weight + (WEIGHT[f"{rule}: known"] if known else 0), 3)


def _changes(found: Drift, theirs: str, ours: str) -> str:
    """What changed, in words, the gravest first: “launch”, not “want”."""
    gravest = sorted(found.changes, key=lambda change: not change.substantive)
    shown = [_change(change, theirs, ours) for change in gravest if change.kind not in HARMLESS][:MOST_SHOWN]
    return "; ".join(shown)


def _change(change: Change, theirs: str, ours: str) -> str:
    before = " ".join(theirs[slice(*change.a_span)].split()) if change.a else ""
    after = " ".join(ours[slice(*change.b_span)].split()) if change.b else ""
    if before and after:
        return f"“{before}”, not “{after}”"
    return f"“{before}”, left out here" if before else f"no “{after}”"
