"""A small gazetteer: names in their usual spelling, and names that have several right ones."""

from dataclasses import dataclass
from functools import cache

from samestory.words.day_name import MONTHS, WEEKDAYS
from samestory.words.fold import fold
from samestory.words.lists import groups_in, phrases


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` maps a folded name to its usual spelling and `kinds` to its sections; `variants` maps a folded
    spelling to the first, most usual, of its line; `people` are folded given names and surnames.
    """

    names: dict[str, str]
    kinds: dict[str, frozenset[str]]
    variants: dict[str, str]

    def knows(self, name: str) -> bool:
        """Is this spelling a name of the gazetteer?"""
        return fold(name) in self.names

    def is_person(self, name: str) -> bool:
        """Is this a given name, or one of the surnames that differ by a letter?"""
        return bool(self.kinds.get(fold(name), frozenset()) & {"given names", "surnames that differ by a letter"})


@cache
def gazetteer() -> Gazetteer:
    """Read the gazetteer, once."""
    names = {fold(name): name for name in (*WEEKDAYS, *MONTHS)}
    kinds: dict[str, set[str]] = {name: {"calendar"} for name in names}
    variants: dict[str, str] = {}
    for kind, lines in groups_in("gazetteer").items():
        for line in lines:
            found = phrases(line)
            for name in found:
                names[fold(name)] = name
                kinds.setdefault(fold(name), set()).add(kind)
                if kind == "variants":
                    variants[fold(name)] = found[0]
    return Gazetteer(names, {name: frozenset(kind) for name, kind in kinds.items()}, variants)
