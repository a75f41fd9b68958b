"""A headline that denies what the body says."""

import re
from collections.abc import Iterator

from samestory.case.model import Reference
from samestory.scanning.candidate import Candidate
from samestory.scanning.material import Material
from samestory.text.sentence import Sentence, sentences
from samestory.words.key import key, root
from samestory.words.listed import listed
from samestory.words.word import Word, words
from samestory.words.wording import is_content

_DENIES = re.compile(r"\b(?:no more|no|not|never|without|end of|ends?)\b", re.IGNORECASE)
_GOES_ON = listed("continue continues continued still remain remains remained committed pursue resume resumes open")
LONGEST_HEADLINE = 20


def headline(material: Material, article: str) -> Iterator[Candidate]:
    """A headline such as “No more talks” above a body in which the talks continue."""
    cut = sentences(material.texts[article])
    if not cut or len(words(cut[0].text)) > LONGEST_HEADLINE:
        return
    found = _DENIES.search(cut[0].text)
    if not found:
        return
    denied = next(
        (word for word in words(cut[0].text) if word.start >= found.end() and is_content(key(word.text))), None
    )
    against = next((one for one in cut[1:] if denied and _affirms(one, denied)), None)
    if not denied or not against:
        return
    start, end = cut[0].start + found.start(), cut[0].start + denied.end
    yield Candidate(
        article,
        "headline",
        start,
        end,
        material.full(article)[start:end],
        "possible",
        0.6,
        "headline against body",
        f"The headline says “{material.full(article)[start:end]}”; a sentence of the body may say that it goes on.",
        None,
        (Reference(article=article, quote=against.text),),
    )


def _affirms(sentence: Sentence, denied: Word) -> bool:
    keys = [key(word.text) for word in words(sentence.text)]
    return root(key(denied.text)) in {root(one) for one in keys} and bool(_GOES_ON & set(keys))
