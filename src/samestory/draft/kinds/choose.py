"""Draft two single choices: whose words are these, and how sure can one be that something is wrong."""

from collections.abc import Iterator

from samestory.case.model import Article, Finding, Statement
from samestory.draft.material import DraftMaterial, Spec, plain_reference, references_of, why_in_short

_CERTAINTIES = {
    "proved": "Proved: a source shows that it is wrong.",
    "likely": "Likely: the signs point to it, and no more.",
    "open": "Open: careful readers may take it two ways.",
}
_SURER = "One can be surer than that."
_LESS_SURE = "That is surer than the evidence allows."


def draft_first(given: DraftMaterial) -> Iterator[Spec]:
    """Yield a choice of who wrote some words first, where an agency's copy or two like accounts are there."""
    agencies = [one for one in given.case.record.values() if one.kind == "agency-copy"]
    for finding in given.found:
        cited = {reference.record for reference in finding.evidence}
        agency = next((one for one in agencies if one.id in cited), None)
        if finding.label == "wire-copy" and agency:
            yield _whose(given, finding, agency)
            return
    yield from _undecided(given)


def draft_sure(given: DraftMaterial) -> Iterator[Spec]:
    """Yield the exit question, how sure one can be; of a finding that is not proved, if there is one."""
    fit = [one for one in given.found if one.label not in ("wire-copy", "shared-quotation", "furniture")]
    if not fit:
        return
    one = min(fit, key=lambda each: ("likely", "open", "proved").index(each.certainty))
    order = list(_CERTAINTIES)
    given.dice("sure").shuffle(order)
    yield {
        "id": given.name("exit"),
        "kind": "choose",
        "title": "Before you go: how sure is that?",
        "prompt": (
            f"This is printed by {given.outlet(one.article)}: {given.sentence(one)}\n\n"
            f"Look at “{one.quote}” and at what stands above. How sure can one be that this is wrong?"
        ),
        "minutes": 2,
        "show": references_of(one),
        "options": [_option(level, one) for level in order],
        "hints": [
            "Would anything that you can think of make it right after all?",
            "Proved needs a source that shows it. A sign alone is not enough.",
        ],
        "solution": f"{_CERTAINTIES[one.certainty]} {why_in_short(one)}",
    }


def _option(level: str, one: Finding) -> Spec:
    text = {"id": level, "text": _CERTAINTIES[level]}
    if level == one.certainty:
        return {**text, "right": True, "say": why_in_short(one), "evidence": references_of(one)}
    order = list(_CERTAINTIES)
    return {**text, "say": _LESS_SURE if order.index(level) < order.index(one.certainty) else _SURER}


def _whose(given: DraftMaterial, finding: Finding, agency: Statement) -> Spec:
    who = agency.named[0]
    outlets = [given.outlet(finding.article)]
    outlets += [name for one in given.case.articles if (name := given.outlet(one)) not in outlets][:2]
    options: list[Spec] = [
        {"id": "agency", "text": f"{who} wrote them first.", "right": True, "say": why_in_short(finding),
         "evidence": references_of(finding)}
    ]  # fmt: skip
    for number, outlet in enumerate(outlets, 1):
        options.append({
            "id": f"o{number}", "text": f"{outlet} wrote them first.",
            "say": f"Lay its words beside those of {who}. Who had them already?",
        })  # fmt: skip
    given.dice("first").shuffle(options)
    return _choice(
        given,
        f"{given.outlet(finding.article)} prints “{finding.quote.rstrip('.')}”. Whose words are these?",
        options,
        [plain_reference(one) for one in finding.evidence if one.record],
        f"They are the words of {who}.",
    )


def _undecided(given: DraftMaterial) -> Iterator[Spec]:
    found = given.nearest
    if not found or found[0].level == "not" or not found[0].passages:
        return
    _, a, b = found
    # Where one of them names an agency, or is one's copy, more is known than two texts can tell.
    if any(one.label == "wire-copy" and one.article in (a, b) for one in given.found):
        return
    one, other = given.outlet(a), given.outlet(b)
    passages = [each for each in found[0].passages if each.kind == "prose"] or list(found[0].passages)
    shared = max(passages, key=lambda each: each.likeness)
    quote = _in_one_sentence(given.case.articles[b], shared.b_start, shared.b_end)
    say = "They may have it from one another, or both from a third. The words alone don't show it."
    options: list[Spec] = [
        {"id": "first", "text": f"{one} had them first.", "say": say},
        {"id": "second", "text": f"{other} had them first.", "say": say},
        {"id": "unknown", "text": "These two can't tell us that.", "right": True, "say": say},
    ]
    given.dice("first").shuffle(options)
    yield _choice(
        given,
        f"{one} and {other} share this passage, or nearly: “{quote[:300].rstrip('.')}”. Who had these words first?",
        options,
        [],
        "It can't be told from the two texts alone.",
    )


def _in_one_sentence(article: Article, start: int, end: int) -> str:
    """Return what of a passage lies in the sentence in which its middle stands: a passage may begin in a line above."""
    cut = article.passage
    first, last = cut.span(start, end)
    begin, stop = cut.sentence_of((first + last) // 2)
    return " ".join(cut.cut(max(first, begin), min(last, stop)).split())


def _choice(given: DraftMaterial, prompt: str, options: list[Spec], show: list[Spec], solution: str) -> Spec:
    shown = {"show": show} if show else {}
    return {
        "id": given.name("first"),
        "kind": "choose",
        "title": "Who wrote it first?",
        "prompt": prompt,
        "minutes": 2,
        **shown,
        "options": options,
        "hints": [
            "Look at the days, and at what each page says about its sources.",
            "To have the same words is one thing. To have had them first is another.",
        ],
        "solution": solution,
    }
