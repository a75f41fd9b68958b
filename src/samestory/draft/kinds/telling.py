"""Whether an account has the words of a conflict where it tells of the same thing, or only somewhere else."""

from dataclasses import dataclass
from functools import cached_property

from samestory.case.model import Article
from samestory.text import Passage, passage

_SHORTEST = 4  # letters; shorter words are shared by all texts
_STEM = 5  # letters by which forms of one word are told, in whatever language
_ALIKE = 3  # telling words that two sentences about one thing share


@dataclass(frozen=True)
class ClaimedWords:
    """Words of an account, and the sentence in which they stand."""

    article: str
    quote: str
    sentence: str

    @property
    def is_whole(self) -> bool:
        """Whether the words are the sentence, or nearly: then they tell more than one thing."""
        return 2 * len(self.quote) > len(self.sentence)

    @cached_property
    def about(self) -> frozenset[str]:
        """The telling words beside the quotation: what the sentence speaks of."""
        return _telling(passage(self.sentence).folded) - _telling(passage(self.quote).folded)


def stand_of(article: Article, claimed: ClaimedWords, denied: ClaimedWords) -> tuple[str, str]:
    """Return how an account stands to `claimed`, and its own words for it: "agrees", "conflicts" or "silent".

    `denied` are the words of an account that tells it otherwise. A word somewhere else, such as a weekday, says
    nothing: it has to stand in a sentence about the same thing. ("", "") where that can't be told.
    """
    if article.id in (claimed.article, denied.article):
        return ("agrees", claimed.quote) if article.id == claimed.article else ("conflicts", denied.quote)
    cut = article.passage
    told = {"agrees": _places(cut, claimed, (claimed, denied)), "conflicts": _places(cut, denied, (claimed, denied))}
    stands = [(stand, quotes[0]) for stand, quotes in told.items() if quotes]
    if stands:
        return stands[0] if len(stands) == 1 else ("", "")
    has_words = cut.places(claimed.quote) or cut.places(denied.quote)
    return ("", "") if has_words or _tells_of(cut, (claimed, denied)) else ("silent", "")


def _places(cut: Passage, one: ClaimedWords, about: tuple[ClaimedWords, ...]) -> list[str]:
    """The words as an account prints them, where they stand once and in a sentence about the same thing."""
    found = cut.places(one.quote)
    fit = [place for place in found if _is_alike(cut, cut.sentence_of(place[0]), about)]
    return [cut.cut(*fit[0])] if len(fit) == len(found) == 1 else []


def _tells_of(cut: Passage, about: tuple[ClaimedWords, ...]) -> bool:
    return any(_is_alike(cut, cut.sentence_of(start), about) for start in cut.sentence_starts)


def _is_alike(cut: Passage, sentence: tuple[int, int], about: tuple[ClaimedWords, ...]) -> bool:
    own = _telling(cut.folded[sentence[0] : sentence[1] + 1])
    return any(len(own & one.about) >= _ALIKE for one in about)


def _telling(folded: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in folded if len(word) >= _SHORTEST or word[:1].isdigit())
