"""Spoken words without a speaker: those that are told as the page's own, and not those that it sets out."""

import pytest

from samestory.scanning import scan
from samestory.scanning.bare import bare_case
from samestory.text import Document

QUOTED = (
    "The ferry to Nordo stopped on Monday after a storm, and the mayor was angry with the company.\n\n"
    "“Nobody at the company has shown this island the papers about the ferry,” Mayor Ida Lind wrote.\n"
)
START = "The ferry to Nordo stopped on Monday after a storm, and many on the island were angry with the company.\n\n"
SAID = "Nobody at the company has shown this island the papers about the ferry."


def rules(text: str) -> list[str]:
    made = scan(bare_case([Document(QUOTED, "post"), Document(text, "gazette")]))
    return [one.rule for one in made.candidates if one.article == "gazette" and one.label == "attribution"]


def test_words_that_the_page_tells_as_its_own_are_proposed() -> None:
    assert rules(f"{START}{SAID} The harbour is empty.\n") == ["spoken words without a speaker"]


@pytest.mark.parametrize(
    "text",
    [
        f"{START}Mayor Ida Lind wrote on Facebook:\n\n{SAID}\n\nThe harbour is empty.\n",
        f"{START}Mayor Ida Lind tweeted: {SAID}\n",
        f"{START}The mayor’s letter:\n\nDear islanders,\n\n{SAID}\n\nYours, Ida Lind\n",
        f"{START}{SAID[:-1]}, Mayor Ida Lind said.\n",
    ],
)
def test_a_tweet_or_letter_that_is_set_out_has_its_speaker(text: str) -> None:
    assert rules(text) == []
