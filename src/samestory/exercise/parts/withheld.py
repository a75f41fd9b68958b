"""A verdict that is kept back until other exercises have an answer, as a test’s forms have, or until it is whole."""

from collections.abc import Sequence

from samestory.exercise.verdict import Verdict


def withheld(
    verdict: Verdict, titles: Sequence[str], where: str = "", left: int = 0, practice: bool = False
) -> Verdict:
    """Return the verdict, or that the answer is kept while exercises with these titles are still to be done.

    It is also kept while items are `left` empty, of an exercise whose first complete check counts. `where` ends the
    sentence: it says where the exercises are looked for, if that needs to be said. Of `practice`, after the answer that
    counts, it is not said that it is kept.

    >>> withheld(Verdict("graded", 3.0, 4.0, "Well read."), ["Form B"]).headline
    'Your answer is kept. What was right shows when you have done “Form B” too.'
    """
    # Nothing is kept back of what was not graded: a learner has to hear that it can't be read.
    if not (titles or left) or verdict.state != "graded":
        return verdict
    *others, last = ("", *(f"“{title}”" for title in titles))
    every = f"{', '.join(others[1:])} and {last}" if others[1:] else last
    shows = ["no item is left empty"] * bool(left) + [f"you have done {every} too{where}"] * bool(titles)
    kept = "" if practice else "Your answer is kept. "
    said = f"{kept}What was right shows when {' and '.join(shows)}."
    return Verdict("recorded", 0.0, verdict.of, said)
