"""A verdict that is kept back until other exercises have an answer, as the two forms of a test have."""

from collections.abc import Sequence

from samestory.exercise.verdict import Verdict


def withheld(verdict: Verdict, titles: Sequence[str], where: str = "") -> Verdict:
    """Return the verdict, or that the answer is kept while exercises with these titles are still to be done.

    `where` ends the sentence: it says where they are looked for, if that needs to be said.

    >>> withheld(Verdict("graded", 3.0, 4.0, "Well read."), ["Form B"]).headline
    'Your answer is kept. What was right shows when you have done “Form B” too.'
    """
    if not titles or verdict.state != "graded":
        return verdict
    *others, last = (f"“{title}”" for title in titles)
    every = f"{', '.join(others)} and {last}" if others else last
    said = f"Your answer is kept. What was right shows when you have done {every} too{where}."
    return Verdict("recorded", 0.0, verdict.of, said)
