"""Two forms of a test, made of the ferry's exercises, whose verdicts wait for each other."""

import dataclasses

from made_cases import ferry

from samestory.exercise import Exercise


def forms() -> dict[str, Exercise]:
    """The exercises `test-a` and `test-b`: the sorting of phrases and the sorting of days."""
    made = {}
    for name, source, other in (("test-a", "ferry-sort", "test-b"), ("test-b", "ferry-days", "test-a")):
        one = ferry().exercises[source]
        card = dataclasses.replace(
            one.card, id=name, lesson="tests", title=f"Form {name[-1].upper()}", until=(other,), hints=(), once=True
        )
        made[name] = dataclasses.replace(one, card=card)
    return made
