"""What a class gained between two forms of a test, and whether its trust in sound passages fell over the lessons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.exercise.parts.discernment import discernment
from samestory.teach.classroom.statistic import Estimate, mean_change, mean_of_orders, smallest_gain
from samestory.teach.classroom.tally import ClassTally, RowTally


@dataclass(frozen=True, slots=True)
class Gain:
    """The gain in d' (and the change of c) of those who took both forms; an estimate is None where too few did.

    `orders` are how many took either form first, `only_one` how many took one alone. `smallest` is the gain that such
    a class would have shown as above 0 four times in five.
    """

    forms: tuple[str, str]
    orders: tuple[int, int]
    only_one: int
    discernment: Estimate | None
    leaning: Estimate | None
    smallest: float | None


@dataclass(frozen=True, slots=True)
class TrustChange:
    """How the share of rightly trusted passages changed from one lesson to a later one, student by student."""

    first: str
    last: str
    change: Estimate

    @property
    def fell(self) -> bool:
        """Whether it fell by more than chance moves it."""
        return self.change.high < 0


def gains(tally: ClassTally) -> list[Gain]:
    """Return the gain for every pair of forms that somebody in the class has taken."""
    rows = {row.name: row for row in tally.rows.values() if any(one.keyed.exercise.card.once for one in row.counted)}
    names = sorted(rows)
    return [_gain(rows[one], rows[other]) for at, one in enumerate(names) for other in names[at + 1 :]]


def _gain(one: RowTally, other: RowTally) -> Gain:
    before, after = dict(_taken(one)), dict(_taken(other))
    both = before.keys() & after.keys()
    groups: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for who in sorted(both):
        groups[before[who].when > after[who].when].append(who)

    def changes(who: Sequence[tuple[str, str]], sign: int, name: str) -> list[float]:
        return [sign * (getattr(after[each], name) - getattr(before[each], name)) for each in who]

    found = {
        name: mean_of_orders(changes(groups[0], 1, name), changes(groups[1], -1, name)) for name in ("d_prime", "bias")
    }
    told = found["d_prime"]
    orders = (len(groups[0]), len(groups[1]))
    only_one = len(before.keys() ^ after.keys())
    smallest = smallest_gain(told) if told else None
    return Gain((one.name, other.name), orders, only_one, told, found["bias"], smallest)


@dataclass(frozen=True, slots=True)
class _Taken:
    when: str
    d_prime: float
    bias: float


def _taken(row: RowTally) -> Iterator[tuple[tuple[str, str], _Taken]]:
    for who, scores, when in zip(row.students, row.scores, row.when, strict=True):
        (caught, of), (noticed, _) = scores["caught"], scores["noticed"]
        found = discernment((caught + noticed, of), scores["trusted"])
        if found:
            yield who, _Taken(when, found.d_prime, found.bias)


def trust_change(tally: ClassTally, order: Sequence[str]) -> TrustChange | None:
    """Return how trust changed from the first to the last lesson that asks for it; None where too few did both.

    `order` names the lessons in the order of the course; tests are left out.
    """
    shares = {name: dict(_trusted(tally.rows[name])) for name in order if name in tally.rows}
    measured = [name for name, found in shares.items() if found]
    if len(measured) < 2:
        return None
    first, last = measured[0], measured[-1]
    both = sorted(shares[first].keys() & shares[last].keys())
    change = mean_change([shares[last][who] - shares[first][who] for who in both])
    return TrustChange(first, last, change) if change else None


def _trusted(row: RowTally) -> Iterator[tuple[tuple[str, str], float]]:
    for who, scores in zip(row.students, row.scores, strict=True):
        count, of = scores["trusted"]
        if of:
            yield who, count / of
