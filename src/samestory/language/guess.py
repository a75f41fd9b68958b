"""Which language a text is in, by its letters and its small words."""

import re
from collections.abc import Mapping
from functools import cache

from samestory.language.pack import PACKED_LANGUAGES
from samestory.thresholds import thresholds
from samestory.words.lists import groups_in, words_in

READ = 6_000  # characters: an article's beginning says enough
LEAST_SMALL, CLEARLY = thresholds(__name__, "LEAST_SMALL", "CLEARLY")
FEWEST_SMALL = 3  # small words: fewer stand in a title of any language
# A script's first and last letter, and letters that the language of ours doesn't have.
_SCRIPTS = (("ru", "\u0400\u052f", frozenset("іїєґўјљњћђџқғүұһөәң")), ("ar", "\u0600\u06ff", frozenset("پچژگٹڈڑےۓیکڵ")))
_WORD = re.compile(r"[^\W\d_]+")
# Points over and below Arabic letters, which most prints leave out.
_POINTS = re.compile("[\u064b-\u0652\u0640]")


def language_of(text: str) -> str:
    """Return the code of the language that `text` seems to be in; "" where too little speaks for any.

    Among them are languages without a pack, so that none of them is taken for its neighbour.

    >>> language_of("Die Fähre fährt nicht, weil der Sturm den Steg zerstört hat.")
    'de'
    >>> language_of("Le bac ne part pas, et le quai est dans un état déplorable."), language_of("Nordo 2026")
    ('fr', '')
    """
    found = _WORD.findall(_POINTS.sub("", text[:READ]).lower())
    if not found:
        return ""
    scores = {code: sum(word in small for word in found) for code, small in _small_words().items()}
    best = max(scores, key=lambda code: scores[code])
    # Two that are alike here, such as a title in Spanish or Portuguese, are told by nothing; and “in”, “was” and “die”
    # are words of German as of English, so that a short text must have more than those.
    is_alone = sum(score == scores[best] for score in scores.values()) == 1
    is_clear = best == "en" or scores[best] >= CLEARLY * scores["en"]
    enough = scores[best] >= max(FEWEST_SMALL, LEAST_SMALL * len(found))
    return best if is_alone and is_clear and enough else _by_script(text[:READ])


def _by_script(text: str) -> str:
    """Russian or Arabic where most letters are of its script, and none is a neighbour's alone; else ""."""
    letters = [mark for mark in text if mark.isalpha()]
    for code, own, others in _SCRIPTS:
        if 2 * sum(own[0] <= mark <= own[1] for mark in letters) > len(letters) and others.isdisjoint(text.lower()):
            return code
    return ""


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    packed = {code: words_in(f"lang_{code}", "small") for code in PACKED_LANGUAGES}
    return packed | {heading.split()[0]: words_in("lang_others", heading) for heading in groups_in("lang_others")}
