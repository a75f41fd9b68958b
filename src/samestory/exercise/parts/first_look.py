"""What a learner reads of the first look beside a verdict; `widget/web/grading/first_look.mjs` has the same words.

Both scores come from the first check. What is checked after feedback shows what was understood of the feedback.
"""

from collections.abc import Iterable

from samestory.exercise.parts.both_scores import scores_in_words
from samestory.exercise.verdict import Measure

_COUNTED = ("caught", "noticed", "trusted")


def first_look_in_words(first: Iterable[Measure], hints: int = 0, sure: bool = True, is_this: bool = False) -> str:
    """Return what there is to say of a first look with these measures; nothing where it has neither score.

    `hints` had been opened before it; `sure` is False where an earlier edition kept the last check alone; `is_this`
    is True where the verdict on the page is that of the first look itself.

    >>> first_look_in_words([Measure("caught", 1, 3), Measure("trusted", 2, 2)], hints=1)
    'Your first look, with 1 hint open: caught 1 of 3; rightly trusted 2 of 2. It counts; this check is after feedback.'
    """
    scores = scores_in_words(one for one in first if one.name in _COUNTED)
    if not scores:
        return ""
    opened = f", with {hints} {'hint' if hints == 1 else 'hints'} open" if hints else ""
    unsure = "" if sure else " An earlier edition kept the last check alone, so that one counts as your first look."
    if is_this:
        return f"Your first look{opened}: both scores count it.{unsure}"
    return f"Your first look{opened}: {scores[:1].lower()}{scores[1:]} It counts; this check is after feedback.{unsure}"
