"""Draft a row of entries that are to be put in the order of their days."""

from collections.abc import Iterator
from dataclasses import dataclass

from samestory.case.desk import day_in_words
from samestory.draft.material import DraftMaterial, Spec
from samestory.text import Document

_MOST, _FEWEST = 6, 3
_LONGEST = 160  # characters of an item


@dataclass(frozen=True)
class _Dated:
    date: str
    text: str
    evidence: Spec


def draft_order(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none where fewer than three days are known."""
    dated = _chosen([*_entries(given), *_accounts(given)])
    if len({one.date for one in dated}) < _FEWEST:
        return
    dice = given.dice("order")
    names = [f"e{number}" for number in range(1, len(dated) + 1)]
    # The alphabet must not have the right order, nor its opposite.
    while names in (sorted(names), sorted(names, reverse=True)):
        dice.shuffle(names)
    items = [_item(name, one, before) for name, one, before in zip(names, dated, [None, *dated], strict=False)]
    yield {
        "id": given.name("order"),
        "kind": "order",
        "title": "What came first?",
        "prompt": (
            "Here are things that happened, or were said or printed. In which order did they come? Put the earliest on "
            "top. The days stand above the accounts and in the record."
        ),
        "minutes": 4,
        "ends": ["earliest", "latest"],
        "items": items,
        "hints": [
            "Find the two ends first. What was there before all the others?",
            f"The earliest is of {day_in_words(dated[0].date)}.",
        ],
        "solution": "; then ".join(f"{day_in_words(one.date)}: {one.text.rstrip('.')}" for one in dated) + ".",
    }


def _entries(given: DraftMaterial) -> Iterator[_Dated]:
    for one in given.case.record.values():
        text = _without_day(one.words or one.what or "")
        if text and one.kind != "agency-copy":
            said = f"{one.who.split(',')[0]}: “{text}”" if one.words else text
            yield _Dated(one.date, said, {"record": one.id})


def _accounts(given: DraftMaterial) -> Iterator[_Dated]:
    for one in given.case.articles.values():
        if one.date:
            line = next((line for line in one.headings), "") or one.text.strip().split("\n", 1)[0]
            quote = {"article": one.id, "quote": " ".join(line.split())}
            yield _Dated(one.date, f"{given.outlet(one.id)} prints its account.", quote)


def _without_day(text: str) -> str:
    """Return the first sentence that fits and names no day, which would give its place away."""
    for sentence in Document(text[:2000]).sentences[:3]:
        if (
            len(sentence.text) <= _LONGEST
            and not Document(sentence.text).days
            and not any(map(str.isdigit, sentence.text))
        ):
            return sentence.text
    return ""


def _chosen(dated: list[_Dated]) -> list[_Dated]:
    """Return at most six in the order of their days, a new day before a day that is there already."""
    firsts = {one.date: one for one in reversed(dated)}
    rest = [one for one in dated if firsts[one.date] is not one]
    return sorted([*firsts.values(), *rest][:_MOST], key=lambda one: one.date)


def _item(name: str, one: _Dated, before: _Dated | None) -> Spec:
    tied = {"tied": True} if before and before.date == one.date else {}
    return {
        "id": name,
        "text": one.text,
        **tied,
        "say": f"That was on {day_in_words(one.date)}.",
        "evidence": [one.evidence],
    }
