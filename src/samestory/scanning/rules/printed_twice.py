"""A paragraph that an article prints twice: one finding, whatever else is odd in it, and who else prints it twice."""

from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.document import Document
from samestory.text.repeat import Repeat, repeats
from samestory.words.word import fold

# So long a paragraph nobody repeats on purpose; a shorter one may be a refrain.
SURELY_A_SLIP = 25  # words
SHOWN_WORDS = 6  # with which a reason names the paragraph


def printed_twice(material: Material, article: str) -> Iterator[Candidate]:
    """Paragraphs of fifteen words or more that stand in the article again, at the last place where they do."""
    text = material.texts[article]
    for one in repeats(text):
        start, end = one.again[-1]
        size = len(text.numbers(start, end))
        too = [place for peer in material.peers[article] if (place := _in_peer(material, peer, text, one))]
        yield Candidate(
            article,
            "artifact",
            start,
            end,
            material.printed(article, start, end),
            "sure" if size >= SURELY_A_SLIP else "possible",
            WEIGHT["paragraph printed twice"],
            "paragraph printed twice",
            _reason(text, one, [place.article or "" for place in too]),
            None,
            (Reference(article=article, quote=material.printed(article, one.start, one.end)), *too),
        )


def _in_peer(material: Material, peer: str, text: Document, one: Repeat) -> Reference | None:
    """The same paragraph in an account that prints it more than once, too."""
    mine, other = fold(text.text[one.start : one.end]), material.texts[peer]
    places = (two for two in repeats(other) if fold(other.text[two.start : two.end]) == mine)
    found = next(places, None)
    return Reference(article=peer, quote=material.printed(peer, found.start, found.end)) if found else None


def _reason(text: Document, one: Repeat, too: list[str]) -> str:
    first = text.numbers(0, one.start).stop
    opening = " ".join(word.text for word in text.words[first : first + SHOWN_WORDS])
    times = "twice" if len(one.again) == 1 else f"{len(one.again) + 1} times"
    also = f" So it is in {' and '.join(too)}." if too else ""
    return f"The paragraph that begins “{opening}” is printed {times}.{also}"
