"""Every rule that finds something odd, in tables: each is one function of a file in `rules`."""

from collections.abc import Callable, Iterator, Sequence

from samestory.oddity.finding import OddPhrase
from samestory.oddity.row import WordRow, once, prose_rows, text_row
from samestory.oddity.rules.accusation import accused_for, accused_of_having_to, accused_to_have
from samestory.oddity.rules.agreement import disagreeing, singular_for_plural
from samestory.oddity.rules.article import (
    article_missing,
    article_sound,
    article_too_many,
    such_without_article,
    two_articles,
    wrong_article,
)
from samestory.oddity.rules.broken import broken
from samestory.oddity.rules.doubled import doubled, said_twice
from samestory.oddity.rules.fixed import compound, fixed
from samestory.oddity.rules.form import compared_twice, counted_mass, more_better, past_after_did, past_after_was
from samestory.oddity.rules.frame import (
    called_for_talks,
    explained,
    languished,
    never_taken,
    pressed,
    struck_with,
    told_to,
)
from samestory.oddity.rules.leading_word import other_words
from samestory.oddity.rules.misspelled import misspellings
from samestory.oddity.rules.name import other_names
from samestory.oddity.rules.said_already import doubled_sense, planned_twice
from samestory.oddity.rules.swapped import swapped
from samestory.oddity.rules.tense import tense
from samestory.oddity.rules.term import odd_terms
from samestory.oddity.rules.time import (
    day_without_on,
    on_yesterday,
    perfect_yesterday,
    since_without_first,
    since_years,
)
from samestory.oddity.rules.wording import replaced
from samestory.text.document import Document

Rule = Callable[[Document, Sequence[Document]], Iterator[OddPhrase]]


# What one sentence shows by itself. Of two rules that find the same words with equal witnesses the later one is kept,
# here and in `RULES`.
IN_A_SENTENCE: tuple[Callable[[WordRow], Iterator[OddPhrase]], ...] = (
    doubled,
    article_sound,
    two_articles,
    singular_for_plural,
    article_too_many,
    article_missing,
    such_without_article,
    counted_mass,
    more_better,
    past_after_did,
    past_after_was,
    accused_of_having_to,
    accused_for,
    accused_to_have,
    called_for_talks,
    told_to,
    explained,
    pressed,
    struck_with,
    languished,
    since_without_first,
    doubled_sense,
    day_without_on,
    perfect_yesterday,
    since_years,
    on_yesterday,
    planned_twice,
)


def in_a_sentence(document: Document, others: Sequence[Document]) -> Iterator[OddPhrase]:
    """What the sentences of a text show one by one."""
    return (one for row in prose_rows(document) for rule in IN_A_SENTENCE for one in rule(row))


# What a text shows, by itself or beside other accounts.
RULES: tuple[Rule, ...] = (
    odd_terms,
    in_a_sentence,
    broken,
    tense,
    swapped,
    replaced,
    other_names,
    other_words,
)

# What is a slip once two texts share it, begun by the word at a place; the first rule that finds something has the
# place. These are wider than those of one text, since nobody makes the same slip by chance; their reasons are clauses.
SLIPS: tuple[Callable[[WordRow, int], OddPhrase | None], ...] = (
    fixed,
    compound,
    said_twice,
    compared_twice,
    wrong_article,
    disagreeing,
    never_taken,
)


@once
def slips(document: Document) -> tuple[OddPhrase, ...]:
    """What is odd by its shape, misspelled words last. The lists are small: silence says little.

    >>> [one.reason for one in slips(Document("The goverment wants an even worse-case plan."))]
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
    return (*found, *misspellings(row, left))
