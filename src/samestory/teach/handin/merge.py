"""Bring together what one student handed in: of several answers to an exercise, which one counts.

Within a file the newest, by the learner's clock. Between files the one that came last, by what the site or the names
tell; only where these tell nothing, the clock decides, and a person is asked to look. A teacher may let the first or
the best answer count instead, and name a due time by the site's clock. Of an exercise that measures once the first
complete answer counts, whatever else was asked for.

Beside the answer that counts stands the first look, the earliest that any of the answers tells of; both scores are its.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samestory.answer import FirstLook, Found, Record, newest
from samestory.answer.newest import rank
from samestory.answer.record import instant
from samestory.teach.handin.arrival import Arrival, later

Left = Callable[[Record], int | None]
Worth = Callable[[Record], float]
Attempt = Literal["first", "last", "best"]
_Pair = tuple[Arrival, Found]
_How = Literal["complete", "first", "last", "best"]
_FIRST = ("complete", "first")


@dataclass(frozen=True, slots=True)
class AttemptPolicy:
    """Which of several answers counts; what came after `due` (UTC, ISO 8601; empty: never) only where nothing else is.

    >>> AttemptPolicy(due="2026-03-01T10:00:00Z").is_late(Arrival("a.ipynb", "2026-03-01T10:00:01Z"))
    True
    """

    attempt: Attempt = "last"
    due: str = ""

    def is_late(self, file: Arrival) -> bool:
        """Whether the site says that a file came too late; the learner's clock can't."""
        return bool(self.due and file.when > self.due)


LAST = AttemptPolicy()


@dataclass(frozen=True)
class ChosenAnswer:
    """The answer that counts and the file that it stood in.

    `places` says where it was among others, and `by` how it was chosen among them; both are empty for an only one.
    `ahead` is its date, where that lies in the future. `doubt` is set where nothing but the learner's clock told which
    of different answers came last. `left` is how many items are empty, in an exercise that measures once. `look` is the
    earliest first look in all that was handed in.
    """

    found: Found
    file: str
    places: str = ""
    by: str = ""
    ahead: str = ""
    doubt: bool = False
    left: int = 0
    look: FirstLook | None = None

    @property
    def first(self) -> FirstLook:
        """The first look, which may be the answer that counts."""
        return self.look or self.found.record.first


def merged(
    found: Sequence[_Pair],
    now: float | None = None,
    left: Left = lambda _: None,
    policy: AttemptPolicy = LAST,
    worth: Worth = lambda _: 0.0,
) -> dict[str, ChosenAnswer]:
    """The answer that counts for each exercise, from pairs of a file and a record in it, in order.

    `now` is seconds since 1970: answers dated after it come from a clock that is wrong. `left` says how many items an
    answer leaves empty, for an exercise of which the first complete check counts, and None for any other. `worth` tells
    the points of an answer, where the best counts.
    """
    by_exercise: dict[str, list[_Pair]] = {}
    for file, one in found:
        by_exercise.setdefault(one.record.exercise, []).append((file, one))
    return {
        name: _with_look(_chosen(_in_time(several, policy), now, left, policy, worth), several)
        for name, several in by_exercise.items()
    }


def _with_look(chosen: ChosenAnswer, several: Sequence[_Pair]) -> ChosenAnswer:
    """The answer with the first look, out of all that was handed in: to come late makes no look a later one."""
    record = chosen.found.record
    # In another edition the same answer may mean something else, so its first look is none of this one's.
    looks = [one.record.first for _, one in several if one.record.spec == record.spec]
    return replace(chosen, look=min([record.first, *looks], key=_when))


def _in_time(several: list[_Pair], policy: AttemptPolicy) -> list[_Pair]:
    """The answers that came in time; all of them where none did."""
    return [pair for pair in several if not policy.is_late(pair[0])] or several


def _chosen(several: list[_Pair], now: float | None, left: Left, policy: AttemptPolicy, worth: Worth) -> ChosenAnswer:
    if len(several) == 1:
        return _only(*several[0], now, left)
    # None for an exercise that may be answered again: then no answer is complete, and the last counts.
    open_items = [left(one.record) for _, one in several]
    complete = [pair for pair, empty in zip(several, open_items, strict=True) if empty == 0]
    how: _How = "complete" if complete else policy.attempt
    (file, one), doubt = _won(complete or several, how, now, worth)
    trust = rank(one.record, now)[0]
    # Rank 1 is a date in the future (see `newest.rank`).
    ahead = one.record.when if trust == 1 else ""
    empty = left(one.record) or 0
    by, doubt = _reason(several, file, one, how, doubt, trust)
    return ChosenAnswer(one, file.file, _places(several), by, ahead, doubt, empty)


def _won(several: list[_Pair], how: _How, now: float | None, worth: Worth) -> tuple[_Pair, bool]:
    """The answer that counts, and whether only a clock told so."""
    if how in _FIRST:
        return _first(several, now)
    if how == "best":
        points = [worth(one.record) for _, one in several]
        # Of equally good ones the last: nothing hangs on it, so no clock need be asked.
        return _last([pair for pair, each in zip(several, points, strict=True) if each == max(points)], now)[0], False
    return _last(several, now)


def _only(file: Arrival, one: Found, now: float | None, left: Left) -> ChosenAnswer:
    ahead = one.record.when if rank(one.record, now)[0] == 1 else ""
    return ChosenAnswer(one, file.file, ahead=ahead, left=left(one.record) or 0)


def _last(several: Sequence[_Pair], now: float | None) -> tuple[_Pair, bool]:
    """The answer that came last, and whether only a clock told so."""
    by_file: dict[Arrival, list[Found]] = {}
    for file, one in several:
        by_file.setdefault(file, []).append(one)
    lasts = [(file, own[newest([one.record for one in own], now)]) for file, own in by_file.items()]
    # Begin with the clock's choice; what the site or the names tell then overrules it.
    won = lasts[newest([one.record for _, one in lasts], now)]
    for pair in lasts:
        if _order(pair, won) == 1:
            won = pair
    return won, _unsure(won, lasts)


def _first(complete: Sequence[_Pair], now: float | None) -> tuple[_Pair, bool]:
    """The answer that came first, and whether only a clock told so."""
    in_time = sorted(complete, key=lambda pair: _when(pair[1].record))
    # From the last to the first, so that each file's first answer is the one that stays.
    firsts = {file: (file, one) for file, one in reversed(in_time)}
    won = in_time[0]
    for pair in firsts.values():
        if _order(pair, won) == -1:
            won = pair
    return won, _unsure(won, list(firsts.values()))


def _when(one: Record | FirstLook) -> float:
    """A time that can't be read comes last: what bears no date should not pass for the first."""
    seconds = instant(one.when)
    return float("inf") if seconds is None else seconds


def _order(one: _Pair, other: _Pair) -> int | None:
    """Which came later; None where only a clock tells, as between a notebook and what is kept beside it."""
    if "kept" in (one[1].origin, other[1].origin):
        return None
    return later(one[0], other[0])


def _unsure(won: _Pair, pairs: Sequence[_Pair]) -> bool:
    others = [pair for pair in pairs if pair[0] != won[0] and pair[1].record.answer != won[1].record.answer]
    return any("kept" not in (pair[1].origin, won[1].origin) and later(pair[0], won[0]) is None for pair in others)


def _reason(
    several: Sequence[_Pair], file: Arrival, one: Found, how: _How, doubt: bool, trust: int
) -> tuple[str, bool]:
    # First: where all answers are alike, nobody need ask which of them counts.
    if all(pair[1].record.answer == one.record.answer for pair in several):
        return "the answers are the same", False
    if doubt:
        end = "first" if how in _FIRST else "last"
        return f"nothing but the learner’s clock tells which came {end}; by it {file.file} was counted", True
    if how != "last":
        return "the first complete one counts" if how == "complete" else f"the {how} counts", False
    if len({pair[0] for pair in several}) > 1:
        return f"{file.file} came last and counts", False
    return ("the newest counts" if trust else "they bear no date that can be read, so the last counts"), False


def _places(several: Sequence[_Pair]) -> str:
    files = Counter(file.file for file, _ in several)
    return " and ".join(f"{file} ({count} times)" if count > 1 else file for file, count in files.items())
