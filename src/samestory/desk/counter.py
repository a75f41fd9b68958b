"""What has been gathered for an exercise: faults, controls, and what a good one still lacks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samestory.exercise.labels import FAULT_LABELS, LABELS

_FEWEST_FAULTS = 3  # of one article: fewer are found by marking what looks longest
_SOUND_SHARE = 3  # one in three of what is asked should be sound, or doubting everything pays


@dataclass(frozen=True, slots=True)
class Gathered:
    """Faults and controls of one article, and what is still missing, in sentences; none where it is enough."""

    article: str
    faults: int
    controls: int
    lacks: tuple[str, ...]


def gathered(article: str, labels: Mapping[str, int], controls: int) -> Gathered:
    """Count for one article. `labels` says how often each label was given; those of no fault don't count.

    >>> gathered("post", {"slip": 3, "furniture": 5}, 1).lacks
    ('1 more place that is sound: one in three should be.',)
    """
    faults = sum(count for label, count in labels.items() if label in FAULT_LABELS)
    lacks = []
    if faults < _FEWEST_FAULTS:
        lacks.append(f"{_FEWEST_FAULTS - faults} more {_some('fault', _FEWEST_FAULTS - faults)}: three are a start.")
    # So many that they are one in three of all: half as many as the faults, rounded up.
    wanted = -(-max(faults, _FEWEST_FAULTS) // (_SOUND_SHARE - 1))
    if controls < wanted:
        missing = wanted - controls
        verb = "is" if missing == 1 else "are"
        lacks.append(f"{missing} more {_some('place', missing)} that {verb} sound: one in three should be.")
    of_faults = [label for label, count in labels.items() if count and label in FAULT_LABELS]
    if faults >= _FEWEST_FAULTS and len(of_faults) == 1:
        lacks.append(f"A second kind: all faults so far are of the kind “{LABELS[of_faults[0]].name}”.")
    return Gathered(article, faults, controls, tuple(lacks))


def gathered_in(files: Mapping[str, Mapping[str, Any]]) -> list[Gathered]:
    """Count for each article, by findings and controls as `kept_findings` or a case's own files have them."""
    return [
        gathered(name, Counter(one["label"] for one in file["findings"]), len(file["controls"]))
        for name, file in files.items()
    ]


def _some(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"
