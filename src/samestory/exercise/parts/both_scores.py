"""The two scores of an answer: faults caught, and sound passages rightly trusted; nothing else enters them.

Both are there only where an exercise asks for both. A right find under another label is counted apart: who has one
label for everything has noticed the faults and caught few. What was left empty is neither missed nor doubted.
"""

from collections.abc import Iterable

from samestory.exercise.verdict import Measure, Outcome


def both_scores(faults: Iterable[Outcome], sound: Iterable[Outcome]) -> tuple[Measure, ...]:
    """Return the measures of the faults and of the sound passages that were looked at, each by its outcome.

    Of a fault, `caught` and `noticed` count; of a sound passage, `trusted`. There is a measure only where there is
    something to count.

    >>> [(one.name, one.count, one.of) for one in both_scores(["caught", "noticed", "missed"], ["trusted"])]
    [('caught', 1, 3), ('noticed', 1, 3), ('trusted', 1, 1)]
    """
    looked, left = list(faults), list(sound)
    counts = (
        Measure("caught", looked.count("caught"), len(looked)),
        Measure("noticed", looked.count("noticed"), len(looked)),
        Measure("trusted", left.count("trusted"), len(left)),
    )
    # `noticed` is left out at 0: in many exercises there is no other label to take a fault for.
    return tuple(one for one in counts if one.of and (one.count or one.name != "noticed"))


def scores_in_words(measures: Iterable[Measure]) -> str:
    """Return both scores as a sentence, empty where there is none.

    >>> scores_in_words(both_scores(["caught", "noticed", "missed"], ["trusted"]))
    'Caught 1 of 3, 1 more noticed under another label; rightly trusted 1 of 1.'
    """
    by_name = {one.name: one for one in measures}
    caught, noticed, trusted = (by_name.get(name) for name in ("caught", "noticed", "trusted"))
    said = []
    if caught:
        more = f", {noticed.count} more noticed under another label" if noticed else ""
        said.append(f"caught {caught.count} of {caught.of}{more}")
    if trusted:
        said.append(f"rightly trusted {trusted.count} of {trusted.of}")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
