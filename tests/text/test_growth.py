"""The time that a reader of texts takes grows with the length of the text: twice the text, about twice the time."""

import pytest
from growing import spent

from samestory.text import sources

HOSTILE = {
    "a speaker without end": ("“We wait,” ", "said Lind and "),
    "verbs without end": ("", "said "),
    "the same sentence": ("", "Lind said. "),
    "two pronouns": ("", "he said she said "),
    "quotations": ("", "“We wait,” said Lind and "),
    "eyes of an agency": ("", "seen by Reuters "),
    "an email about an email": ("", "in an email the email said "),
    "names and a verb": ("Lind ", "Moe and Lund told "),
}
SIZE = 100_000  # characters
MOST = 2.6  # times the time for twice the length; a step that looks at all words before each gives 4


@pytest.mark.parametrize("pattern", HOSTILE)
def test_reading_sources_takes_twice_the_time_for_twice_the_text(pattern: str) -> None:
    head, again = HOSTILE[pattern]
    once = head + again * (SIZE // len(again))
    twice = once + again * (SIZE // len(again))
    # A busy machine spoils a measurement now and then, but never makes a quadratic step look like a plain one.
    assert any(spent(sources, twice) < MOST * spent(sources, once) for _ in range(5))
