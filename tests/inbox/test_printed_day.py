"""The day in a line of its own near the top is taken, and shown; a sentence, two days, or two readings are not."""

from datetime import date

import pytest

from samestory.inbox.printed_day import printed_day

STORY = "Vell’s ferry stopped for the winter, and the council wants it back."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday 13 May 2026", date(2026, 5, 13)),
        ("Published: May 13, 2026 at 4:00 p.m.", date(2026, 5, 13)),
        ("By Ida Moe | 13 May 2026", date(2026, 5, 13)),
        ("2026-05-13", date(2026, 5, 13)),
        ("13 May", None),
        ("13/04/2026", date(2026, 4, 13)),
        ("03/04/2026", None),
        ("On 13 May 2026 the council met.", None),
        ("The council met on 13 May 2026 and will vote on the ferry in June", None),
        ("13 May 2026\nUpdated 14 May 2026", None),
        ("13 to 15 May 2026", None),
    ],
)
def test_a_line_of_its_own_says_the_day(line, day):
    found = printed_day(f"{line}\n\n{STORY}")
    assert (found and found[0]) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sonntag, 3. März 2024\n\nDie Fähre von Vell fährt nicht, und das ist für alle schlimm.", date(2024, 3, 3)),
        ("3 de marzo de 2024\n\nEl barco de Vell ya no sale, y la gente del pueblo no sabe por qué.", date(2024, 3, 3)),
        ("3 марта 2024 г.\n\nПаром из Велла больше не ходит, и никто не знает, что будет дальше.", date(2024, 3, 3)),
    ],
)  # fmt: skip
def test_other_languages_say_it_in_their_own_words(text, day):
    found = printed_day(text)
    assert found
    assert found[0] == day


def test_a_day_far_down_is_the_story_s():
    assert printed_day("\n\n".join([STORY] * 9 + ["13 May 2026"])) is None
