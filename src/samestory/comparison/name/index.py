"""Find the spellings that are near each other without comparing all of them with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import as_scanned, letters_of

MOST_IN_ONE_PLACE = 16  # spellings under one key; a text with more of them is no text
LONGEST_WITH_GAPS = 24  # letters; of longer names no letter is left out


def keys(letters: str) -> Iterator[str]:
    """The keys under which a spelling is filed: two that share one differ by a letter or two, or in vowels only.

    They are the spelling itself, the spelling without each of its letters, and its consonants (Griner, Grenier).

    >>> sorted(set(keys("lind")) & set(keys("lund")))
    ['*llnd', 'lnd']
    """
    yield letters
    if len(letters) <= LONGEST_WITH_GAPS:
        yield from {letters[:n] + letters[n + 1 :] for n in range(len(letters))}
    scanned = as_scanned(letters)
    if scanned != letters:
        yield scanned
    bones = "".join(letter for letter in letters if letter not in "aeiouyh")
    # One or two consonants are those of too many names. The star parts bones from whole spellings.
    if len(bones) > 2:
        yield f"*{letters[0]}{bones}"


class NearIndex:
    """Spellings filed under their keys; `near` gives those that share a key with another."""

    def __init__(self, spellings: Iterable[str]) -> None:
        self._filed: dict[str, list[str]] = defaultdict(list)
        # Sorted, so that of too many under one key the same ones are kept each time.
        for letters in sorted(set(spellings)):
            for key in keys(letters):
                here = self._filed[key]
                if len(here) < MOST_IN_ONE_PLACE:
                    here.append(letters)

    def near(self, letters: str) -> set[str]:
        """The filed spellings that share a key with `letters`, itself left out."""
        found: set[str] = set()
        for key in keys(letters):
            found.update(self._filed.get(key, ()))
        found.discard(letters)
        return found


@cache
def gazetteer_index() -> tuple[NearIndex, dict[str, str]]:
    """The gazetteer's names filed once, and their keys by their letters."""
    names = gazetteer().names
    by_letters = {letters_of(key): key for key in names}
    return NearIndex(by_letters), by_letters
