"""Draft claims by articles: which account agrees with a claim, which conflicts with it, which has no word of it."""

from collections.abc import Iterator, Sequence

from samestory.case.model import Article, Finding, Reference
from samestory.draft.kinds.telling import ClaimedWords, stand_of
from samestory.draft.material import DraftMaterial, Judged, Spec, exchanged_words
from samestory.exercise import SpecError, all_kinds
from samestory.text import words

_MOST_CLAIMS, _FEWEST_CLAIMS = 6, 2
_MOST_ARTICLES = 4
_TURNED = {"agrees": "conflicts", "conflicts": "agrees", "silent": "silent"}
_SHORTEST_TELLING = 4  # letters; shorter words are shared by all texts
_SHORTEST_AGREED = 4  # words; of fewer nobody can say what they claim


def draft_matrix(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without two claims on which accounts of one event differ."""
    proved = [one for one in given.faults if one.label in ("slip", "name") and all(exchanged_words(one))]
    told = [one for one, _ in given.conflicts if one.label != "altered-quotation"]
    agreed = [one for one in given.sound if _claims_something(one)][:2]
    faults = [*proved, *told][: _MOST_CLAIMS - len(agreed)]
    choices: tuple[list[Judged], ...] = ([*faults, *agreed], [*faults])
    sizes = range(_MOST_ARTICLES, 1, -1)
    tried = [_spec(given, claims, turn, size) for size in sizes for claims in choices for turn in (0, 1)]
    made = [spec for spec in tried if spec]
    fit = [spec for spec in made if _needs_reading(given, spec)]
    # The largest that needs reading; with none, the first, so that it is said what it lacks.
    yield from [max(fit, key=_cells_of)] if fit else made[:1]


def _claims_something(one: Judged) -> bool:
    """Whether words can be held against accounts: long enough, told by another one, and without a number.

    Another account may have another number in their place, which nobody has looked at.
    """
    cut = words(one.quote)
    if len(cut) < _SHORTEST_AGREED or any(character.isdigit() for character in one.quote):
        return False
    return any(ref.article not in (None, one.article) for ref in one.evidence)


def _cells_of(spec: Spec) -> int:
    return len(spec["articles"]) * len(spec["claims"])


def _needs_reading(given: DraftMaterial, spec: Spec) -> bool:
    try:
        all_kinds()["matrix"].build(spec, given.desk)
    except SpecError:
        return False
    return True


def _spec(given: DraftMaterial, claims: Sequence[Judged], turn: int, most: int) -> Spec | None:
    articles = _columns(given, claims)[:most]
    found = (_row(given, number, one, articles) for number, one in enumerate(claims, 1 + turn))
    rows = list({row["text"]: row for row in found if row}.values())
    if len(rows) < _FEWEST_CLAIMS or len(articles) < 2:
        return None
    given.dice("matrix").shuffle(rows)
    return {
        "id": given.name("claims"),
        "kind": "matrix",
        "title": "Who says so?",
        "prompt": (
            "Each line has words about the event in quotation marks. Some have the sentence behind them that they are "
            "from, and some may be wrong. What does each account do: agree with these words, conflict with them, or "
            "neither? It agrees if it says the same in other words. It is silent if it has no word of it."
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
    return [one for one in order if one.event == order[0].event] if order else []


def _row(given: DraftMaterial, number: int, one: Judged, articles: Sequence[Article]) -> Spec | None:
    if one.article not in {article.id for article in articles}:
        return None
    right = (one.should_be or "") if isinstance(one, Finding) else one.quote
    if isinstance(one, Finding) and not right:
        return _open_row(given, number, one, articles)
    cells = {article.id: _cell(given, one, right, article) for article in articles}
    # Every other fault is claimed as printed: else one account would conflict with all, and nobody need read.
    turned = isinstance(one, Finding) and number % 2 == 0
    if turned:
        cells = {name: _turned(cell) for name, cell in cells.items()}
    claim = one.quote if turned else right
    return {"id": f"c{number}", "text": f"“{claim}”", "cells": cells}


def _open_row(given: DraftMaterial, number: int, one: Finding, articles: Sequence[Article]) -> Spec | None:
    """Return words of which nobody knows whether they are right, by turns those of either account.

    None where an account of the columns has something of it that only a reader could judge.
    """
    other = next((ref for each, ref in given.conflicts if each is one), None)
    if other is None:
        return None
    here = ClaimedWords(one.article, one.quote, given.sentence(one))
    there = _other_side(given, one, other)
    # A whole sentence tells more than what the two differ on.
    claimed, denied = (here, there) if number % 2 or there.is_whole else (there, here)
    cells: dict[str, Spec] = {}
    for article in articles:
        stand, quote = stand_of(article, claimed, denied)
        if not stand:
            return None
        cells[article.id] = _said(stand, article, quote) if quote else {"is": stand, "say": "It has no word of this."}
    return {"id": f"c{number}", "text": f"“{claimed.quote}”, as in: {claimed.sentence}", "cells": cells}


def _other_side(given: DraftMaterial, one: Finding, other: Reference) -> ClaimedWords:
    """Return the other account's words: those of the one finding there that tells of this one, else its evidence."""

    def is_number(quote: str) -> bool:
        return quote[:1].isdigit()

    fit = [
        each
        for each in given.found
        if (each.article, each.label, is_number(each.quote)) == (other.article, one.label, is_number(one.quote))
        and each.quote in str(other.quote)
        and any(ref.article == one.article and one.quote in str(ref.quote) for ref in each.evidence)
    ]
    if len(fit) == 1:
        return ClaimedWords(fit[0].article, fit[0].quote, given.sentence(fit[0]))
    return ClaimedWords(str(other.article), str(other.quote), given.sentence_with(other))


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
    for stand, phrase in (("conflicts" if own else "agrees", one.quote), ("agrees", right)):
        if phrase and len(places := article.passage.places(phrase)) == 1:
            return _said(stand, article, article.passage.cut(*places[0]))
    if _may_touch(article, right):
        # It has some of the words: whether it says the same in other words, a person has to look.
        say = "It has some of these words. Whether it says the same can be argued."
        return {"is": "silent", "also": ["agrees"], "say": say}
    return {"is": "silent", "say": "It has no word of this."}


def _evidence(given: DraftMaterial, backed: Reference) -> str:
    return given.desk.cite(backed).quote


def _said(stand: str, article: Article, quote: str) -> Spec:
    is_plain = len(article.passage.places(quote)) == 1
    evidence = {"evidence": [{"article": article.id, "quote": quote}]} if is_plain else {}
    return {"is": stand, "say": f"It has “{quote}”.", **evidence}


def _may_touch(article: Article, right: str) -> bool:
    telling = {word.folded for word in words(right) if len(word.text) >= _SHORTEST_TELLING or word.text[:1].isdigit()}
    return bool(telling.intersection(article.passage.folded))


def _told(given: DraftMaterial, row: Spec) -> str:
    return ", ".join(f"{given.outlet(name)} {cell['is']}" for name, cell in row["cells"].items())
