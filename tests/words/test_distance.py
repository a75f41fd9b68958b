"""Two ways to count the letters between two words give the same count."""

import random
import subprocess
import sys
from itertools import pairwise

import pytest

from samestory.words.distance import distance, in_python

LETTERS = "aabbcdeéßıİ'- 字😀\u0301\u200d"


def typed(word: str, chance: random.Random) -> str:
    """The word after up to four slips of a hand."""
    letters = list(word)
    for _ in range(chance.randrange(5)):
        at, how = chance.randrange(len(letters) + 1), chance.choice(["put", "leave", "change", "swap"])
        if how == "put":
            letters.insert(at, chance.choice(LETTERS))
        elif how == "leave":
            del letters[at : at + 1]
        elif how == "change":
            letters[at : at + 1] = chance.choice(LETTERS)
        else:
            letters[at : at + 2] = reversed(letters[at : at + 2])
    return "".join(letters)


def test_rapidfuzz_and_python_give_the_same_distance() -> None:
    pytest.importorskip("rapidfuzz")
    chance = random.Random(11)
    words = ["".join(chance.choices(LETTERS, k=chance.randrange(12))) for _ in range(4000)]
    pairs = [(word, typed(word, chance)) for word in words] + list(pairwise(words))
    for one, other in pairs:
        for most in range(5):
            assert distance(one, other, most) == in_python(one, other, most), (one, other, most)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("", "", 0), ("", "ab", 2), ("Kiev", "Kyiv", 2), ("receive", "recieve", 1), ("é", "e\u0301", 2), ("ca", "abc", 3)],
)
@pytest.mark.parametrize("count", [distance, in_python])
def test_letters_put_in_left_out_changed_and_swapped_count_one_each(count, one: str, other: str, apart: int) -> None:
    assert count(one, other, 5) == count(other, one, 5) == apart
    assert count(one, other, 1) == min(apart, 2)


def test_the_distance_needs_no_rapidfuzz() -> None:
    code = "import sys; sys.modules['rapidfuzz'] = None\n"
    code += "from samestory.words.distance import distance; print(distance('Blinken', 'Blinkin', 2))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
