"""What texts share inside quotation marks: the same quotation, and the same departure from the record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from samestory.oddity.token import OddToken
from samestory.words.spelling import spelling
from samestory.words.wording import NEGATIONS, is_content

SHORTEST = 6  # words; fewer are shared by chance
MOST_IN_ONE = 4
Spot = tuple[int, int, int]  # number of the text, first word, word after the last


def shared_quotations(texts: Sequence[Sequence[OddToken]]) -> dict[str, list[Spot]]:
    """Return the runs of six quoted words or more that stand in two texts or more, with their places."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, tokens in enumerate(texts):
        for at in _quoted_runs(tokens):
            holders[_gram(tokens, at)].add(number)
    found: dict[str, list[Spot]] = defaultdict(list)
    for number, tokens in enumerate(texts):
        for start, end in _joined(tokens, holders):
            spots = found[" ".join(token.key for token in tokens[start:end])]
            if sum(spot[0] == number for spot in spots) < MOST_IN_ONE:
                spots.append((number, start, end))
    return {phrase: spots for phrase, spots in found.items() if len({spot[0] for spot in spots}) > 1}


def _quoted_runs(tokens: Sequence[OddToken]) -> Iterator[int]:
    run = 0
    for at, token in enumerate(tokens):
        run = run + 1 if token.quoted else 0
        if run >= SHORTEST:
            yield at - SHORTEST + 1


def _gram(tokens: Sequence[OddToken], at: int) -> int:
    return hash(tuple(token.key for token in tokens[at : at + SHORTEST]))


def _joined(tokens: Sequence[OddToken], holders: dict[int, set[int]]) -> Iterator[tuple[int, int]]:
    """Join neighbouring sequences that the same texts hold."""
    start, last, group = -1, -1, set[int]()
    for at in _quoted_runs(tokens):
        here = holders[_gram(tokens, at)]
        if start >= 0 and (at != last + 1 or here != group):
            yield start, last + SHORTEST
            start = -1
        if len(here) > 1:
            start, last, group = (at if start < 0 else start), at, here
    if start >= 0:
        yield start, last + SHORTEST


def departures(texts: Sequence[Sequence[OddToken]], record: Iterable[Sequence[OddToken]]) -> dict[str, list[Spot]]:
    """Return the words that texts quote where the record has others, between the same two words before and behind.

    The keys are "they wrote|the record has"; what only one text has is there too.
    """
    said = {around: middle for tokens in record for around, middle, _ in _middles(tokens, quoted=False)}
    found: dict[str, list[Spot]] = defaultdict(list)
    for number, tokens in enumerate(texts if said else ()):
        for around, middle, start in _middles(tokens, quoted=True):
            meant = said.get(around)
            if meant and _is_other(middle, meant):
                found[f"{' '.join(middle)}|{' '.join(meant)}"].append((number, start, start + len(middle)))
    return found


Around = tuple[str, str, str, str]


def _middles(tokens: Sequence[OddToken], quoted: bool) -> Iterator[tuple[Around, tuple[str, ...], int]]:
    keys = [token.key for token in tokens]
    for at in range(2, len(tokens) - 2):
        for size in (1, 2):
            end = at + size
            if end + 2 > len(tokens) or (quoted and not all(token.quoted for token in tokens[at - 2 : end + 2])):
                break
            yield (keys[at - 2], keys[at - 1], keys[end], keys[end + 1]), tuple(keys[at:end]), at


def _is_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one[0] == other[0] or one[-1] == other[-1]:
        return False
    if [spelling(word) for word in one] == [spelling(word) for word in other]:
        return False
    return any(is_content(word) or word in NEGATIONS for word in {*one} ^ {*other})
