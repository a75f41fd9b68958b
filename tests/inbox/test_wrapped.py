"""Lines that a PDF has broken are joined; lines that a person wrote stay."""

import pytest

from samestory.inbox.wrapped import unwrapped

WRAPPED = """\
The gate of the harbour stays shut
The keeper of the gate said on Tuesday that the old cran-
berry market would be closed to all visitors until
May. The well-known o\ufb03cers agreed.
A second keeper said nothing. The harbour town has had a
well-
known gate since 1702, and no flood has come over it."""
# Texts whose lines stay: paragraphs on a line each, a list of short lines, a verse.
STAYS = [
    "One paragraph.\n\nAnother paragraph, which is longer than the first.",
    "The gate of the harbour stays shut\nThe keeper of the gate said on Tuesday that it stays shut.\nShe said no more.",
    "Monday: gate open\nTuesday: gate shut\nWednesday: gate open",
    "",
]


def test_paragraphs_come_out_of_broken_lines() -> None:
    text, joined = unwrapped(WRAPPED)
    assert joined
    assert text.split("\n\n") == [
        "The gate of the harbour stays shut",
        "The keeper of the gate said on Tuesday that the old cranberry market would be closed to all visitors until"
        " May. The well-known officers agreed.",
        "A second keeper said nothing. The harbour town has had a well-known gate since 1702, and no flood has come"
        " over it.",
    ]


@pytest.mark.parametrize("text", STAYS)
def test_lines_that_a_person_wrote_stay(text: str) -> None:
    assert unwrapped(text) == (text, False)


def test_a_soft_hyphen_is_no_letter() -> None:
    assert unwrapped("the har\u00adbour") == ("the harbour", False)
