"""What has been gathered for an exercise: faults, controls, and what a good one still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass

from samestory.exercise.labels import FAULT_LABELS, LABELS

_FEWEST_FAULTS = 3  # of one article: fewer are found by marking what looks longest
_SOUND_SHARE = 3  # one in three of what is asked should be sound, or doubting everything pays


@dataclass(frozen=True, slots=True)
class Gathered:
    """Faults and controls of one article, and what is still missing, in sentences; none where it is enough.

    `differ` counts findings of which it is open who is right: they make exercises of their own, and are no faults.
    """

    article: str
    faults: int
    differ: int
    controls: int
    lacks: tuple[str, ...]


def gathered(article: str, findings: Iterable[tuple[str, str]], controls: int) -> Gathered:
    """Count for one article. `findings` are labels with how sure one can be; labels of no fault don't count.

    >>> gathered("post", [("slip", "likely")] * 3 + [("name", "open"), ("furniture", "proved")], 1).lacks
    ('1 more place that is sound: one in three should be.', 'A second kind: all faults so far are of the kind “slip”.')
    """
    told = [(label, certainty) for label, certainty in findings if label in FAULT_LABELS]
    labels = [label for label, certainty in told if certainty != "open"]
    faults = len(labels)
    lacks = []
    if faults < _FEWEST_FAULTS:
        lacks.append(f"{_FEWEST_FAULTS - faults} more {_some('fault', _FEWEST_FAULTS - faults)}: three are a start.")
    # So many that they are one in three of all: half as many as the faults, rounded up.
    wanted = -(-max(faults, _FEWEST_FAULTS) // (_SOUND_SHARE - 1))
    if controls < wanted:
        missing = wanted - controls
        verb = "is" if missing == 1 else "are"
        lacks.append(f"{missing} more {_some('place', missing)} that {verb} sound: one in three should be.")
    if faults >= _FEWEST_FAULTS and len(set(labels)) == 1:
        lacks.append(f"A second kind: all faults so far are of the kind “{LABELS[labels[0]].name}”.")
    return Gathered(article, faults, len(told) - faults, controls, tuple(lacks))


def _some(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"
