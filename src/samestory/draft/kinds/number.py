"""Draft a count of days, or without days a share of words that two accounts have in common."""

import datetime
from collections.abc import Iterator

from samestory.case.desk import day_in_words
from samestory.draft.material import DraftMaterial, Spec

_LEAST = 2  # days: one alone can be guessed
_FEWEST_SHARED = 0.2


def draft_number(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise, if days lie between an event and an account of it, or two accounts share words."""
    yield from (_days(given) or _shared(given))


def _days(given: DraftMaterial) -> list[Spec]:
    apart = []
    for article in given.case.articles.values():
        event = given.case.events[article.event]
        if article.date and event.date:
            days = _between(event.date, article.date)
            if _LEAST <= days <= 400:
                apart.append((days, article, event))
    if not apart:
        return []
    days, article, event = min(apart, key=lambda one: one[0])
    first, last = day_in_words(str(event.date)), day_in_words(str(article.date))
    return [
        {
            "id": given.name("days"),
            "kind": "number",
            "title": "How many days later?",
            "prompt": (
                f"Find two days: the one of the event (“{event.title}”), and the one that {given.outlet(article.id)} "
                "gives for its account. How many days lie between them? From Monday to Wednesday it is two."
            ),
            "minutes": 2,
            "placeholder": "a number",
            "value": days,
            "unit": {"name": "days", "forms": ["day"]},
            "say": f"From {first} to {last} it is {days} days. What one learns later may be better, or only louder.",
            "near": [
                {"value": days + 1, "say": "Nearly. Don't count the first day itself."},
                {"value": days - 1, "say": "Nearly. Count the last day too."},
            ],
            "otherwise": f"It happened on {first}. Which day stands above the account of {given.outlet(article.id)}?",
            "hints": [
                "The day of an account stands above it, or in its first lines.",
                f"It happened on {first}. Now find the other day.",
            ],
            "solution": f"{days} days: from {first} to {last}.",
        }
    ]


def _between(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _shared(given: DraftMaterial) -> list[Spec]:
    """Return a count of words in common, of the two accounts that have most."""
    found = given.nearest
    if not found or found[0].share < _FEWEST_SHARED:
        return []
    share, one, other = round(found[0].share * 100), given.outlet(found[1]), given.outlet(found[2])
    return [
        {
            "id": given.name("share"),
            "kind": "number",
            "title": "How much do they share?",
            "prompt": (
                f"Read {one} beside {other}. About how many of a hundred words of {other} stand in passages that "
                f"{one} has too? An estimate within ten is right."
            ),
            "minutes": 3,
            "placeholder": "a number from 0 to 100",
            "value": share,
            "tolerance": 10,
            "say": f"It is about {share} of a hundred, as the tool counts them. That does not say who came first.",
            "otherwise": "Go through it paragraph by paragraph. Which of them does the other account have, too?",
            "hints": [
                "In the reader above, bands join the passages that both have.",
                f"It is {'more' if share > 50 else 'less'} than half.",
            ],
            "solution": f"About {share} of a hundred words.",
        }
    ]
