"""Every rule that finds something odd, in tables: each is one function of a file in `rules`."""

from collections.abc import Callable, Iterator, Sequence

from samestory.oddity.finding import OddPhrase
from samestory.oddity.row import WordRow, prose_rows, text_row
from samestory.oddity.rules import (
    accusation,
    agreement,
    article,
    doubled,
    fixed,
    form,
    hearer,
    leading_word,
    misspelled,
    object,
    said_already,
    time,
    unusual,
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
    article.article_too_many,
    article.article_missing,
    form.counted_mass,
    form.more_better,
    form.past_after_did,
    form.past_after_was,
    accusation.accused_for,
    accusation.accused_to_have,
    hearer.told_to,
    hearer.explained_hearer,
    said_already.doubled_sense,
    time.perfect_yesterday,
    time.since_years,
)


def in_a_sentence(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """What the sentences of a text show one by one."""
    return (one for row in prose_rows(document) for rule in IN_A_SENTENCE for one in rule(row))


# What a text shows, by itself or beside other accounts.
ODD_RULES: tuple[OddRule, ...] = (
    unusual.unusual,
    in_a_sentence,
    wording.replaced,
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
    object.never_taken,
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
