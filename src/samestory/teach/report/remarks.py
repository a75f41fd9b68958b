"""What there is to say about a student's answers, beside their points: one sentence for each sort of thing."""

from collections.abc import Iterable, Iterator

from samestory.answer import Note
from samestory.exercise import Verdict
from samestory.teach.handin.merge import ChosenAnswer
from samestory.teach.keys import Keyed
from samestory.teach.report.plain import first_few


def remarks_on(
    graded: Iterable[tuple[Keyed, Verdict, ChosenAnswer]], unknown: Iterable[ChosenAnswer], later: Iterable[Keyed] = ()
) -> Iterator[Note]:
    """Notes on the answers that count, on exercises that come `later`, and on answers that nobody here has a key to."""
    several: dict[tuple[str, str, bool], list[str]] = {}
    called, ahead, older, partial, unsure = [], [], [], [], []
    for keyed, verdict, chosen in graded:
        name, record = keyed.exercise.card.id, chosen.found.record
        if verdict.state == "unreadable":
            yield Note(f"“{name}” can’t be graded. {verdict.headline}", True)
        if chosen.places:
            several.setdefault((chosen.places, chosen.by, chosen.doubt), []).append(name)
        if chosen.left:
            partial.append(
                f"{name} ({chosen.left} items are empty)" if chosen.left > 1 else f"{name} (1 item is empty)"
            )
        if verdict.measures and not (keyed.exercise.card.once or keyed.assigned or chosen.first.sure):
            unsure.append(name)
        if chosen.ahead:
            ahead.append(f"{name} ({chosen.ahead})")
        if chosen.found.origin == "call":
            called.append(name)
        # A call in a cell says nothing of the edition that it answers, and that is no reproach.
        if record.spec not in ("", keyed.fingerprint):
            older.append(name)
    for (places, by, doubt), names in several.items():
        otherwise = " If that is wrong, take the file out and grade again." if doubt else ""
        yield Note(f"Answered more than once, in {places}; {by}: {first_few(names)}.{otherwise}", doubt)
    if partial:
        yield Note(f"No complete answer was handed in, so the newest counts: {first_few(partial)}.")
    if unsure:
        yield Note(
            "Kept by an edition that kept the last check alone, which counts as the first look here: "
            f"{first_few(unsure)}."
        )
    if called:
        yield Note(f"Read from the call in the cell, since its output is gone: {first_few(called)}.")
    if ahead:
        yield Note(f"Dated in the future: {first_few(ahead)}.")
    if older:
        yield Note(f"Answered an earlier version of this exercise, graded all the same: {first_few(older)}.", True)
    still = [one.exercise.card.id for one in later]
    if still:
        yield Note(f"Not counted, since it comes at another time and is not handed in yet: {first_few(still)}.")
    without_key = [one.found.record.exercise for one in unknown]
    if without_key:
        yield Note(f"Answers to exercises that have no key here (see --keys): {first_few(without_key)}.", True)
