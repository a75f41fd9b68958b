"""What another account, or the record, says with a “may” and this page says flatly; or the other way round."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samestory.comparison.sense.lost_hedge import LostHedge, lost_hedges
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import capital, standing
from samestory.scanning.told_alike import ToldAlike, told_alike
from samestory.text.once import once
from samestory.words.fold import fold
from samestory.words.lists import words_in


def hedge_lost_or_gained(material: Material, article: str) -> Iterator[Candidate]:
    """What the article says flatly and another account or the record with a hedge; or it with one, the record flatly.

    Between two accounts it stands on the one that says it harder, and suggests nothing: the other may be too careful.
    """
    yield from _by_article(material).get(article, ())


@once
def _by_article(material: Material) -> Mapping[str, Sequence[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for told in told_alike(material):
        best: dict[tuple[int, int], LostHedge] = {}
        for one in lost_hedges(told.texts, told.alike):
            # Who adds “it is said” to what the record says does well; who adds a “may” weakens it.
            if told.is_entry(one.flat) and (told.is_entry(one.hedged) or not _weakens(told, one)):
                continue
            # Of several that say it with a hedge the record comes first, then the likest.
            at = (one.hedged, one.hedge_span[0]) if told.is_entry(one.flat) else (one.flat, one.flat_span[0])
            if at not in best or _rank(told, one) > _rank(told, best[at]):
                best[at] = one
        for one in best.values():
            candidate = _candidate(material, told, one)
            found[candidate.article].append(candidate)
    return found


def _weakens(told: ToldAlike, one: LostHedge) -> bool:
    return fold(told.texts[one.hedged].text[slice(*one.hedge_span)]) in words_in("hedges", "modal", "adverb")


def _rank(told: ToldAlike, one: LostHedge) -> tuple[bool, float]:
    return told.is_entry(one.hedged) or told.is_entry(one.flat), one.likeness


def _candidate(material: Material, told: ToldAlike, one: LostHedge) -> Candidate:
    hedge = " ".join(told.texts[one.hedged].text[slice(*one.hedge_span)].split())
    if told.is_entry(one.flat):
        article, span, other = one.hedged, one.hedge_span, (one.flat, *one.flat_sentence)
        said = f"{_who(material, told, one.flat)} says this without “{hedge}”."
    else:
        article, span, other = one.flat, one.flat_span, (one.hedged, *one.hedged_span)
        said = f"{_who(material, told, one.hedged)} says this with “{hedge}”; here it is said flatly."
    is_record = told.is_entry(other[0])
    rule = "hedge against the record" if is_record else "hedge against another account"
    reason = said if is_record else f"{said} Nothing here shows which is right."
    evidence = told.reference(*other)
    name = told.names[article]
    return Candidate(
        name,
        "slip",
        *span,
        material.printed(name, *span),
        "possible",
        round(WEIGHT[rule] + WEIGHT["hedge: likeness"] * one.likeness, 3),
        rule,
        reason,
        evidence.quote if is_record else None,
        (evidence,),
        "finding" if is_record else "conflict",
    )


def _who(material: Material, told: ToldAlike, number: int) -> str:
    name = told.names[number]
    return capital(standing(material.case.record[name])) if told.is_entry(number) else f"Another account ({name})"
