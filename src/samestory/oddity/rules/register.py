"""Phrases whose shape is odd whatever they speak of: the table of rules, and a walk through a text with them."""

from collections.abc import Callable, Iterator, Sequence

from samestory.oddity.finding import OddPhrase
from samestory.oddity.line import Line
from samestory.oddity.rules import comparison as odd_form
from samestory.oddity.rules import frame as odd_frame
from samestory.oddity.rules import grammar as odd_grammar
from samestory.oddity.rules import sentence as odd_sentence
from samestory.oddity.rules import time as odd_time

LONGEST = 400

IN_A_SENTENCE: tuple[Callable[[Line], Iterator[OddPhrase]], ...] = (
    odd_grammar.doubled,
    odd_grammar.article_sound,
    odd_grammar.two_articles,
    odd_grammar.number,
    odd_grammar.article_too_many,
    odd_grammar.article_missing,
    odd_grammar.such,
    odd_form.forms,
    odd_frame.accused_of_having_to,
    odd_frame.accused_for,
    odd_frame.accused_to_have,
    odd_frame.called_for_talks,
    odd_frame.told_to,
    odd_frame.explained,
    odd_frame.pressed,
    odd_frame.struck_with,
    odd_frame.languished,
    odd_sentence.since,
    odd_frame.doubled_sense,
    odd_time.day_without_on,
    odd_time.perfect_yesterday,
    odd_time.since_years,
    odd_time.on_yesterday,
)
BESIDE_ITS_NEIGHBOUR: tuple[Callable[[Sequence[Line], int], Iterator[OddPhrase]], ...] = (
    odd_sentence.broken,
    odd_sentence.tense,
    odd_sentence.planned_twice,
)


def odd_shapes(lines: Sequence[Line]) -> Iterator[OddPhrase]:
    """Yield the odd shapes of `lines`; a sentence of more than 400 words is a list or no prose, and left out."""
    prose = [line for line in lines if 1 < len(line.parts) <= LONGEST]
    for at, line in enumerate(prose):
        for rule in IN_A_SENTENCE:
            yield from rule(line)
        for neighbour_rule in BESIDE_ITS_NEIGHBOUR:
            yield from neighbour_rule(prose, at)
    yield from odd_sentence.swapped(prose)
