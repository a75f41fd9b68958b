"""Guards over single choices: nobody finds the right option by how it looks.

A rule that asks for no reading may be right in as many choices as chance is, and ten in a hundred more.
"""

import re
from collections.abc import Callable, Sequence

import pytest
from made_cases import course

from samestory.exercise import Exercise

HEDGES = frozenset(
    {
        "may",
        "might",
        "can",
        "could",
        "perhaps",
        "likely",
        "probably",
        "seems",
        "some",
        "most",
        "partly",
        "half",
        "hardly",
    }
    | {"once", "unless", "whether", "either", "or"}
)
MORE = 0.10  # of all choices, beyond chance
CHOICES = [one for one in course().values() if one.card.kind == "choose" and not one.task.many]
TICKETS = [one for one in CHOICES if one.card.id.endswith("ticket") or one.card.id.startswith("ticket")]
Rule = Callable[[Sequence[str]], int | None]


def hedges(text: str) -> int:
    return sum(word in HEDGES for word in re.findall(r"\w+", text.lower()))


def most_hedged(texts: Sequence[str]) -> int | None:
    """The option with most words that hold back, where one has more than all others."""
    counts = [hedges(text) for text in texts]
    return counts.index(max(counts)) if counts.count(max(counts)) == 1 else None


RULES: dict[str, Rule] = {
    "longest": lambda texts: max(range(len(texts)), key=lambda at: len(texts[at])),
    "shortest": lambda texts: min(range(len(texts)), key=lambda at: len(texts[at])),
    "most hedged": most_hedged,
    "first": lambda texts: 0,
    "last": lambda texts: len(texts) - 1,
}


def right_by(rule: Rule, one: Exercise) -> bool:
    at = rule([option.text for option in one.task.options])
    return at is not None and one.task.options[at].credit == 1


def chance(one: Exercise) -> float:
    return sum(option.credit == 1 for option in one.task.options) / len(one.task.options)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("some", [CHOICES, TICKETS], ids=["all", "exit tickets"])
def test_no_look_of_an_option_gives_the_right_one_away(name: str, some: list[Exercise]) -> None:
    assert len(some) >= 8
    found = [one.card.id for one in some if right_by(RULES[name], one)]
    assert len(found) <= sum(map(chance, some)) + MORE * len(some), found


def test_the_rule_of_the_longest_would_have_been_found_out() -> None:
    """The guard can fail: options as they were, where the right one tells most, break it."""
    texts = ["Yes.", "No.", "Its first half may be so, and the record bears it out."]
    assert RULES["longest"](texts) == RULES["most hedged"](texts) == 2
