"""Read an answer that fills a table: a row for each claim, in it a word for each article."""

from collections.abc import Mapping, Sequence

from samestory.exercise.parts.placing import MOST_ITEMS, unknown
from samestory.exercise.verdict import Malformed, brief

Grid = dict[tuple[str, str], str]


def read_grid(raw: object, claims: Sequence[str], articles: Sequence[str], words: Sequence[str]) -> Grid | Malformed:
    """Read {claim: {article: word}}; a row or a word may be None, which is as if it were not there. Never raises.

    >>> read_grid({"cafe": {"radio": "silent"}}, ["cafe"], ["post", "radio"], ["agrees", "silent"])
    {('cafe', 'radio'): 'silent'}
    """
    if not isinstance(raw, Mapping) or len(raw) > MOST_ITEMS:
        return Malformed(f'Give a row for each claim, such as {{"{claims[0]}": {{"{articles[0]}": "{words[-1]}"}}}}.')
    given: Grid = {}
    for claim, row in raw.items():
        if refused := unknown("claim", claim, claims):
            return refused
        if row is not None and (not isinstance(row, Mapping) or len(row) > MOST_ITEMS):
            return Malformed(f'Give each claim its articles, such as {{"{articles[0]}": "{words[-1]}"}}.')
        for article, word in (row or {}).items():
            if refused := unknown("article", article, articles):
                return refused
            if word is not None and (not isinstance(word, str) or word not in words):
                return Malformed(f"{brief(word)!r} is no answer here; say {', '.join(words[:-1])} or {words[-1]}.")
            if word is not None:
                given[claim, article] = word
    return {
        (claim, article): given[claim, article] for claim in claims for article in articles if (claim, article) in given
    }
