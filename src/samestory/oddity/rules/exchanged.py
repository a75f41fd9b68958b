"""Rare wordings that texts share: two or three words that the language does not put together every day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from samestory.oddity.token import OddToken, in_one_breath
from samestory.words.common_word import band
from samestory.words.listed import listed
from samestory.words.wording import is_content

SURPRISE = (0.0, 0.0, 0.5, 1.5, 3.0, 4.5)  # by band: what a word adds to the rarity of a wording
RARE = 6.0
MOST_IN_ONE = 4
# Rare words that come together in any newspaper.
IDIOMS = frozenset(
    phrase.strip()
    for phrase in """
    fever pitch, last minute, state media, ballistic missile, ballistic missiles, humanitarian aid, intensive care,
    martial law, social media, human rights, civil war, chief executive, executive director, board of directors,
    vice president, attorney general, supreme court, nuclear weapons, nuclear weapon, arms race, cease fire,
    peace talks, climate change, interest rate, interest rates, stock market, news conference, press conference,
    press release,
    prime minister, foreign minister, foreign ministry, secretary of state, white house, natural gas, crude oil,
    law enforcement, search and rescue, life jacket, life jackets, heart attack, cerebral palsy, breast cancer,
    privacy policy, cookie policy, rights reserved, newsletter subscribe, editorial staff, espionage charges,
    arms dealer, arms control, annual report, quarterly results, status quo, ad hoc, vice versa, bona fide, per capita
    """.replace("\n", " ").split(",")
)
_LINKS = listed("of the a an and in to for with at on")


def rare_wordings(tokens: Sequence[OddToken]) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and rarity of the rare wordings of a text that stand outside quotation marks.

    A wording is two rare words side by side, or with one small word between them. No name, number or quotation.
    """
    for at, token in enumerate(tokens):
        if not _may_count(token):
            continue
        for size in (2, 3):
            if not in_one_breath(tokens, at, at + size):
                break
            span = tokens[at : at + size]
            if size == 3 and span[1].key not in _LINKS:
                break
            if not _may_count(span[-1]):
                continue
            rarity = SURPRISE[band(span[0].key)] + SURPRISE[band(span[-1].key)]
            if rarity >= RARE and " ".join(one.key for one in span) not in IDIOMS:
                yield at, at + size, rarity


def _may_count(token: OddToken) -> bool:
    return (
        not token.capital
        and not token.quoted
        and len(token.key) > 2
        and token.key[0].isalpha()
        and is_content(token.key)
    )


def shared(texts: Iterable[Sequence[OddToken]]) -> dict[str, list[tuple[int, int, int, float]]]:
    """Return the rare wordings of two texts or more: for each its places (text, first word, word after, rarity)."""
    found: dict[str, list[tuple[int, int, int, float]]] = defaultdict(list)
    for number, tokens in enumerate(texts):
        count: dict[str, int] = defaultdict(int)
        for start, end, rarity in rare_wordings(tokens):
            phrase = " ".join(token.key for token in tokens[start:end])
            count[phrase] += 1
            if count[phrase] <= MOST_IN_ONE:
                found[phrase].append((number, start, end, rarity))
    return {phrase: places for phrase, places in found.items() if len({place[0] for place in places}) > 1}
