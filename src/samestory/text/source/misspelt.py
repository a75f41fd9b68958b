"""Last names that differ in a single letter, found by what is left when that letter is blanked."""

from collections import defaultdict
from collections.abc import Iterator

_SHORTEST, _LONGEST = 6, 60  # letters: “Lind” and “Lund” are two people, and nobody's name fills a line
_BLANK = "\0"  # stands in no word


class LastNames:
    """The last names of numbered bearers, folded; a name may have many bearers, and a bearer many names."""

    def __init__(self) -> None:
        self._bearers: dict[str, set[int]] = {}
        self._blanked: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, bearer: int) -> None:
        """Let a bearer be found by this last name, too."""
        # Looking at each pair of names would do as well, but a list of hundreds of people would take a square of time.
        if name not in self._bearers:
            for blanked in _blanked(name):
                self._blanked[blanked].append(name)
        self._bearers.setdefault(name, set()).add(bearer)

    def near(self, name: str, oldest: int = 0) -> int | None:
        """The first bearer, from number `oldest` on, of a name that differs from this one in just one letter.

        >>> names = LastNames()
        >>> names.add("blinken", 3)
        >>> names.near("blinkin"), names.near("blinken")
        (3, None)
        """
        alike = {other for blanked in _blanked(name) for other in self._blanked.get(blanked, ()) if other != name}
        return min((one for other in alike for one in self._bearers[other] if one >= oldest), default=None)


def _blanked(name: str) -> Iterator[str]:
    """The name with each of its letters blanked in turn; none for a name too short or too long for a slip."""
    if _SHORTEST <= len(name) <= _LONGEST:
        for at in range(len(name)):
            yield f"{name[:at]}{_BLANK}{name[at + 1 :]}"
