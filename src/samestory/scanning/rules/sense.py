"""What another account, or the record, tells the other way round: denied, the opposite, the other one's deed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samestory.comparison.sense.turned import TurnedSense, turned_senses
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.scanning.rules.standing import capital, standing
from samestory.scanning.told_alike import ToldAlike, told_alike
from samestory.text.once import once


def turned_sense(material: Material, article: str) -> Iterator[Candidate]:
    """Where the article says the contrary of another account, which has a candidate too, or of the record."""
    yield from _by_account(material).get(article, ())


@once
def _by_account(material: Material) -> Mapping[str, Sequence[Candidate]]:
    best: dict[tuple[str, int], Candidate] = {}
    for told in told_alike(material):
        for one in turned_senses(told.texts, told.alike):
            for candidate in _candidates(material, told, one):
                at = candidate.article, candidate.start
                # Of several that say the contrary the likest is enough, the record before all.
                if at not in best or _rank(candidate) > _rank(best[at]):
                    best[at] = candidate
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in best.values():
        found[candidate.article].append(candidate)
    return found


def _rank(one: Candidate) -> tuple[bool, float]:
    return one.kind == "finding", one.weight


def _candidates(material: Material, told: ToldAlike, one: TurnedSense) -> Iterator[Candidate]:
    """A candidate for each of the two that is an article."""
    sides = (one.a, one.a_span, one.a_sentence), (one.b, one.b_span, one.b_sentence)
    for (mine, span, _), (theirs, turn, sentence) in (sides, sides[::-1]):
        if told.is_entry(mine):
            continue
        is_record = told.is_entry(theirs)
        name, rule = told.names[mine], f"sense against {'the record' if is_record else 'another account'}"
        words = " ".join(told.texts[theirs].text[slice(*turn)].split())
        who = capital(standing(material.case.record[told.names[theirs]])) if is_record else "Another account"
        same = f"{who} tells nearly the same in other sense: it has “{words}”."
        reason = same if is_record else f"{same} Nothing here shows which is right."
        evidence = told.reference(theirs, *sentence)
        yield Candidate(
            name,
            "slip",
            *span,
            material.printed(name, *span),
            "possible",
            round(WEIGHT[rule] + WEIGHT["sense: likeness"] * one.likeness, 3),
            rule,
            reason,
            evidence.quote if is_record else None,
            (evidence,),
            "finding" if is_record else "conflict",
        )
