"""Draft claims by articles: which account agrees with a claim, which conflicts with it, which has no word of it."""

from collections.abc import Iterator, Sequence

from samestory.case.model import Article, Finding, Reference
from samestory.draft.material import DraftMaterial, Judged, Spec, exchanged_words
from samestory.exercise import SpecError, all_kinds
from samestory.text import words

_MOST_CLAIMS, _FEWEST_CLAIMS = 6, 2
_MOST_ARTICLES = 4
_TURNED = {"agrees": "conflicts", "conflicts": "agrees", "silent": "silent"}
_SHORTEST_TELLING = 4  # letters; shorter words are shared by all texts


def draft_matrix(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without two claims on which accounts of one event differ."""
    proved = [one for one in given.faults if one.label in ("slip", "name") and all(exchanged_words(one))]
    told = [one for one, _ in given.conflicts if one.label != "altered-quotation"]
    agreed = [one for one in given.sound if any(ref.article not in (None, one.article) for ref in one.evidence)][:2]
    faults = [*proved, *told][: _MOST_CLAIMS - len(agreed)]
    choices: tuple[list[Judged], ...] = ([*faults, *agreed], [*faults])
    tried = [_spec(given, claims, turn) for claims in choices for turn in (0, 1)]
    made = [spec for spec in tried if spec]
    # The first that needs reading; with none, the first, so that it is said what it lacks.
    yield from [*filter(lambda spec: _needs_reading(given, spec), made), *made][:1]


def _needs_reading(given: DraftMaterial, spec: Spec) -> bool:
    try:
        all_kinds()["matrix"].build(spec, given.desk)
    except SpecError:
        return False
    return True


def _spec(given: DraftMaterial, claims: Sequence[Judged], turn: int) -> Spec | None:
    articles = _columns(given, claims)
    rows = [row for number, one in enumerate(claims, 1 + turn) if (row := _row(given, number, one, articles))]
    if len(rows) < _FEWEST_CLAIMS or len(articles) < 2:
        return None
    given.dice("matrix").shuffle(rows)
    return {
        "id": given.name("claims"),
        "kind": "matrix",
        "title": "Who says so?",
        "prompt": (
            "Each line has words about the event, and some of them may be wrong. What does each account do: agree with "
            "the line, conflict with it, or neither? It agrees if it says the same in other words. It is silent if it "
            "has no word of it."
        ),
        "minutes": 5,
        "articles": [one.id for one in articles],
        "claims": rows,
        "hints": [
            "Take one line at a time, and look for its number or its name in every account.",
            "An account that says nothing about it neither agrees nor conflicts.",
        ],
        "solution": "; ".join(f"{row['text']} {_told(given, row)}" for row in rows) + ".",
    }


def _columns(given: DraftMaterial, claims: Sequence[Judged]) -> list[Article]:
    """Return accounts of the event of most claims, those first that claims or their evidence stand in."""
    cited = [str(ref.article) for one in claims for ref in one.evidence if ref.article]
    named = [one.article for one in claims] + cited
    order = sorted(given.case.articles.values(), key=lambda one: -named.count(one.id))
    return [one for one in order if one.event == order[0].event][:_MOST_ARTICLES] if order else []


def _row(given: DraftMaterial, number: int, one: Judged, articles: Sequence[Article]) -> Spec | None:
    if one.article not in {article.id for article in articles}:
        return None
    right = (one.should_be or "") if isinstance(one, Finding) else one.quote
    cells = {article.id: _cell(given, one, right, article) for article in articles}
    # Every other fault is claimed as printed: else one account would conflict with all, and nobody need read.
    turned = isinstance(one, Finding) and (number % 2 == 0 or not right)
    if turned:
        cells = {name: _turned(cell) for name, cell in cells.items()}
    claim = one.quote if turned else right
    if isinstance(one, Finding) and not right:
        return _open_row(given, number, one, cells)
    return {"id": f"c{number}", "text": f"“{claim}”", "cells": cells}


def _open_row(given: DraftMaterial, number: int, one: Finding, cells: dict[str, Spec]) -> Spec:
    """Return a claim of which nobody knows whether it is right: by turns the sentence of either account."""
    other = next((ref for each, ref in given.conflicts if each is one), None)
    if number % 2 or other is None:
        return {"id": f"c{number}", "text": given.sentence(one), "cells": cells}
    return {
        "id": f"c{number}",
        "text": given.sentence_with(other),
        "cells": {name: _turned(cell) for name, cell in cells.items()},
    }


def _turned(cell: Spec) -> Spec:
    return {**cell, "is": _TURNED[cell["is"]], **({"also": ["conflicts"]} if "also" in cell else {})}


def _cell(given: DraftMaterial, one: Judged, right: str, article: Article) -> Spec:
    """Return how an article stands to what is right: the evidence says it, else its words do."""
    own = isinstance(one, Finding)
    if article.id == one.article:
        return _said("conflicts" if own else "agrees", article, one.quote)
    backed = next((ref for ref in one.evidence if ref.article == article.id and ref.quote), None)
    if backed:
        return _said("agrees", article, _evidence(given, backed))
    other = next((str(ref.quote) for each, ref in given.conflicts if each is one), "")
    for stand, phrase in (("conflicts" if own else "agrees", one.quote), ("agrees", right or other)):
        if phrase and len(places := article.passage.places(phrase)) == 1:
            return _said(stand, article, article.passage.cut(*places[0]))
    if _may_touch(article, right or one.quote):
        # It has some of the words: whether it says the same in other words, a person has to look.
        say = "It has some of these words. Whether it says the same can be argued."
        return {"is": "silent", "also": ["agrees"], "say": say}
    return {"is": "silent", "say": "It has no word of this."}


def _evidence(given: DraftMaterial, backed: Reference) -> str:
    return given.desk.cite(backed).quote


def _said(stand: str, article: Article, quote: str) -> Spec:
    return {"is": stand, "say": f"It has “{quote}”.", "evidence": [{"article": article.id, "quote": quote}]}


def _may_touch(article: Article, right: str) -> bool:
    telling = {word.folded for word in words(right) if len(word.text) >= _SHORTEST_TELLING or word.text[:1].isdigit()}
    return bool(telling.intersection(article.passage.folded))


def _told(given: DraftMaterial, row: Spec) -> str:
    return ", ".join(f"{given.outlet(name)} {cell['is']}" for name, cell in row["cells"].items())
