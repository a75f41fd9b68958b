"""Bring together what one student handed in: of several answers to an exercise, the newest counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samestory.answer import Found, newest
from samestory.answer.newest import rank


@dataclass(frozen=True)
class Chosen:
    """The answer that counts and the file that it stood in.

    `places` says where it was among others, and `by` how it was chosen among them; both are empty for an only one.
    `ahead` is its date, where that lies in the future.
    """

    found: Found
    file: str
    places: str = ""
    by: str = ""
    ahead: str = ""


def merged(found: Sequence[tuple[str, Found]], now: float | None = None) -> dict[str, Chosen]:
    """The answer that counts for each exercise, from pairs of a file's name and a record, in order.

    `now` is seconds since 1970: answers dated after it come from a clock that is wrong.
    """
    by_exercise: dict[str, list[tuple[str, Found]]] = {}
    for file, one in found:
        by_exercise.setdefault(one.record.exercise, []).append((file, one))
    return {name: _chosen(several, now) for name, several in by_exercise.items()}


def _chosen(several: list[tuple[str, Found]], now: float | None) -> Chosen:
    records = [one.record for _, one in several]
    at = newest(records, now) if len(records) > 1 else 0
    file, one = several[at]
    trust = rank(one.record, now)[0]
    ahead = one.record.when if trust == 1 else ""
    if len(records) == 1:
        return Chosen(one, file, ahead=ahead)
    files = Counter(file for file, _ in several)
    places = " and ".join(f"{file} ({count} times)" if count > 1 else file for file, count in files.items())
    alike = all(record.answer == records[0].answer for record in records)
    dated = "the newest counts" if trust else "they bear no date that can be read, so the last counts"
    return Chosen(one, file, places, "the answers are the same" if alike else dated, ahead)
