"""Every rule that finds something odd, in tables: each is one function of a file in `rules`."""

from collections.abc import Callable, Iterator, Sequence

from samestory.oddity.finding import OddPhrase
from samestory.oddity.row import WordRow, prose_rows, text_row
from samestory.oddity.rules import (
    accusation,
    agreement,
    article,
    broken,
    doubled,
    fixed,
    form,
    frame,
    leading_word,
    misspelled,
    name,
    said_already,
    swapped,
    tense,
    term,
    time,
    wording,
)
from samestory.text.cut import CutText
from samestory.text.once import once

OddRule = Callable[[CutText, Sequence[CutText]], Iterator[OddPhrase]]


# What one sentence shows by itself. Of two rules that find the same words with equal witnesses the later one is kept,
# here and in `ODD_RULES`.
IN_A_SENTENCE: tuple[Callable[[WordRow], Iterator[OddPhrase]], ...] = (
    doubled.doubled,
    article.article_sound,
    article.two_articles,
    agreement.singular_for_plural,
    article.article_too_many,
    article.article_missing,
    article.such_without_article,
    form.counted_mass,
    form.more_better,
    form.past_after_did,
    form.past_after_was,
    accusation.accused_of_having_to,
    accusation.accused_for,
    accusation.accused_to_have,
    frame.called_for_talks,
    frame.told_to,
    frame.explained_reporters,
    frame.pressed,
    frame.struck_with,
    frame.languished,
    time.since_without_first,
    said_already.doubled_sense,
    time.day_without_on,
    time.perfect_yesterday,
    time.since_years,
    time.on_yesterday,
    said_already.planned_twice,
)


def in_a_sentence(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """What the sentences of a text show one by one."""
    return (one for row in prose_rows(document) for rule in IN_A_SENTENCE for one in rule(row))


# What a text shows, by itself or beside other accounts.
ODD_RULES: tuple[OddRule, ...] = (
    term.odd_terms,
    in_a_sentence,
    broken.broken,
    tense.tense,
    swapped.swapped,
    wording.replaced,
    name.other_names,
    leading_word.other_words,
)

# What is a slip once two texts share it, begun by the word at a place; the first rule that finds something has the
# place. These are wider than those of one text, since nobody makes the same slip by chance; their reasons are clauses.
SLIPS: tuple[Callable[[WordRow, int], OddPhrase | None], ...] = (
    fixed.fixed,
    doubled.said_twice,
    form.compared_twice,
    article.wrong_article,
    agreement.disagreeing,
    frame.never_taken,
)


@once
def slips(document: CutText) -> tuple[OddPhrase, ...]:
    """What is odd by its shape, misspelled words last. The lists are small: silence says little.

    >>> [one.reason for one in slips(CutText("The goverment wants an even worse-case plan."))]
    ['the fixed word is “worst-case”', '“goverment” is “government” misspelled']
    """
    row = text_row(document)
    found, left = [], []
    for at, word in enumerate(row.words):
        if word.text[0].isupper() and not row.breaks(at):
            continue
        slip = next(filter(None, (rule(row, at) for rule in SLIPS)), None)
        if slip:
            found.append(slip)
        else:
            left.append(at)
    return (*found, *misspelled.misspellings(row, left))
