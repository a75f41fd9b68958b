"""Who speaks another language than the article is printed in, so that each paper prints a translation of its own."""

import re
from bisect import bisect_right

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.text.quotation import quotations
from samestory.text.source.speaker import speakers
from samestory.words.fold import fold
from samestory.words.listed import listed
from samestory.words.lists import phrases_in

_ENGLISH = listed("""
    American British English Australian Canadian Irish Scottish Welsh Californian Texan Hawaiian European African Asian
    Latin Jamaican Dominican Roman Athenian Byzantine Babylonian Ottoman
    """)
_FOREIGN = "|".join(one for one in phrases_in("gazetteer", "peoples and languages") if one not in _ENGLISH)
# Takes “said in Turkish”, “through an interpreter” and “a translation”, leaves “in Turkish waters” and “English”.
_TRANSLATED = re.compile(
    rf"\b(?:in|from) (?:fluent |broken |rapid |both )?(?:{_FOREIGN})\b(?! (?!after|on|at|that)[a-z])"
    r"|\b(?:interpreters?|translat(?:ed|ion|ions|or|ors|ing))\b"
)
_NAME = r"[A-Z][\w’'-]*"
# Takes “Turkish interior minister, Hakan Demir” and “Turkish President Demir”, leaves “Turkish tea with Ida Lind”.
_FROM_ABROAD = re.compile(
    rf"\b(?:{_FOREIGN})(?:’s|'s)?(?: [A-Za-z-]+){{0,4}},? (?:{_NAME} ){{0,2}}({_NAME})"
    rf"|({_NAME}), (?:an?|the) (?:[a-z-]+ )?(?:{_FOREIGN})\b"
)


def in_translation(text: str | CutText) -> tuple[bool, ...]:
    """For each quotation of `text`: does the page show that its words were said in another language?

    >>> in_translation("“We wait,” Turkish minister Hakan Demir said. “It is late,” Mayor Ida Lind said.")
    (True, False)
    """
    return _in_translation(CutText.of(text))


@once
def _in_translation(cut: CutText) -> tuple[bool, ...]:
    abroad = {fold(one.group(1) or one.group(2)) for one in _FROM_ABROAD.finditer(cut.text)}
    told = [(start, end) for start, end in cut.lines if _TRANSLATED.search(cut.text, start, end)]
    found = []
    for one, name in zip(quotations(cut), speakers(cut), strict=True):
        line = bisect_right(told, (one.start, len(cut.text))) - 1
        is_told = line >= 0 and one.start < told[line][1]
        found.append(is_told or not abroad.isdisjoint(fold(name).split()[-1:]))
    return tuple(found)
