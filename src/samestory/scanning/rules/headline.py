"""A headline that denies what the body says."""

import re
from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.scanning.candidate import WEIGHT, Candidate
from samestory.scanning.material import Material
from samestory.text.document import Document
from samestory.text.sentence import Sentence
from samestory.words.key import root
from samestory.words.listed import listed
from samestory.words.wording import is_content

# Takes “No more talks” and “Talks end”; leaves “Weekend talks”.
_DENIES = re.compile(r"\b(?:no more|no|not|never|without|end of|ends?)\b", re.IGNORECASE)
_GOES_ON = listed("continue continues continued still remain remains remained committed pursue resume resumes open")
# Words; a longer first sentence belongs to a page without a headline.
LONGEST_HEADLINE = 20


def headline(material: Material, article: str) -> Iterator[Candidate]:
    """A headline such as “No more talks” above a body in which the talks continue."""
    text = material.texts[article]
    if not text.sentences:
        return
    title, *body = text.sentences
    inside = text.numbers(title.start, title.end)
    found = _DENIES.search(title.text)
    if not found or len(inside) > LONGEST_HEADLINE:
        return
    behind = (n for n in inside if text.starts[n] >= title.start + found.end() and is_content(text.keys[n]))
    denied = next(behind, None)
    against = None if denied is None else next((one for one in body if _affirms(text, one, text.keys[denied])), None)
    if denied is None or against is None:
        return
    start, end = title.start + found.start(), text.words[denied].end
    yield Candidate(
        article,
        "headline",
        start,
        end,
        material.printed(article, start, end),
        "possible",
        WEIGHT["headline against body"],
        "headline against body",
        f"The headline says “{material.printed(article, start, end)}”; a sentence of the body may say that it goes on.",
        None,
        (Reference(article=article, quote=against.text),),
    )


def _affirms(text: Document, sentence: Sentence, denied: str) -> bool:
    """Whether a sentence has what a headline denies, beside a word for going on."""
    keys = {text.keys[n] for n in text.numbers(sentence.start, sentence.end)}
    return bool(_GOES_ON & keys) and root(denied) in set(map(root, keys))
