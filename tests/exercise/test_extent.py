"""A mark that doesn't fit is told how it lies: beside a part of the words that matter, or far beyond them."""

import pytest

from samestory.exercise.parts.marking import Marking, Marks, WordMark
from samestory.exercise.sources import Fault

SIZE = 60
PAIR = Fault("pair", (10, 13), (11, 12), (9, 14), "artifact", (), "pair", "Two words were exchanged.", "proved", ())
ONE = Fault("one", (30, 33), (32, 32), (29, 34), "artifact", (), "one", "One word was exchanged.", "proved", ())


@pytest.mark.parametrize(
    ("marks", "fault", "said"),
    [
        ([(11, 12)], PAIR, "Two words"),
        ([(10, 13)], PAIR, "Two words"),
        ([(9, 14)], PAIR, "Two words"),
        ([(11, 11)], PAIR, "Your mark has 1 of the 2 words that matter here. Two words"),
        ([(12, 16)], PAIR, "Your mark has 1 of the 2 words that matter here. Two words"),
        ([(10, 10)], PAIR, "Your mark has 0 of the 2 words that matter here. Two words"),
        ([(11, 11), (12, 12)], PAIR, "Two words"),
        ([(8, 18)], PAIR, "Your mark goes 5 words beyond it. Two words"),
        ([], PAIR, "Two words"),
        ([(50, 50)], PAIR, "Two words"),
        ([(30, 31)], ONE, "Your mark has not the word that matters here. One word"),
        ([(32, 32)], ONE, "One word"),
    ],
)
def test_how_a_mark_lies_is_said_before_the_explanation(marks, fault, said):
    task = Marking(SIZE, (PAIR, ONE), (), (), labelled=False)
    verdict = task.grade(Marks(tuple(WordMark(*span) for span in marks)), 2)
    (part,) = [part for part in verdict.parts if part.id == fault.id]
    assert part.said.startswith(said)
