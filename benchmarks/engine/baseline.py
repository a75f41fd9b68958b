"""What somebody would write in an afternoon: altered quotations, misspelled names and other numbers by mere likeness.

Every article is laid beside each other article of its case and each entry of the record that has words. No bar was
tuned: difflib's own for sentences, a common one for names.
"""

import re
from collections.abc import Iterable, Iterator

from likeness import CLOSE, Likeness

from samestory.case import Case
from samestory.scanning import Candidate

# Of two spellings of a name: four letters of five.
ALIKE, SHORTEST_NAME = 0.8, 4
# Takes “so”, "so" and «so», and 'so it is' of an English tabloid; leaves isn't and an inch (6'2").
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|„([^“]+)“|(?<!\w)['‘](?=\w)(.{3,600}?)['’](?!\w)")
# Takes each “It rained.” of “It rained. We left.”; leaves 4.3 in one piece.
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"'’]?(?=\s)|\n|$)", re.MULTILINE)
# Takes 1,104 and 4.3 and 23.47; leaves “eleven”.
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Takes Haddow and Ó of Ó hEocha; leaves “union”.
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[’'-][^\W\d_]+)*")
Span = tuple[int, int]


def proposals(case: Case, tool: Likeness) -> tuple[Candidate, ...]:
    """Every proposal of a tool in the articles of a case, each once."""
    texts = {name: article.text for name, article in case.articles.items()}
    said = {name: entry.words for name, entry in case.record.items() if entry.words}
    found: dict[tuple[str, str, Span], Candidate] = {}
    for name, text in texts.items():
        for other in [*(one for peer, one in texts.items() if peer != name), *said.values()]:
            for label, kind, span in _differences(text, other, tool):
                found.setdefault((name, kind, span), _candidate(name, text, label, kind, span))
    return tuple(found.values())


def _differences(text: str, other: str, tool: Likeness) -> Iterator[tuple[str, str, Span]]:
    yield from (("altered-quotation", "quotation", span) for span in altered(text, other, tool))
    yield from (("name", "spelling", span) for span in respelled(text, other, tool))
    yield from (("slip", "number", span) for span in renumbered(text, other, tool))


def _candidate(article: str, text: str, label: str, kind: str, span: Span) -> Candidate:
    rule = f"{kind} by likeness"
    return Candidate(article, label, *span, text[slice(*span)], "possible", 0.5, rule, "", None, ())


def altered(text: str, other: str, tool: Likeness) -> Iterator[Span]:
    """Quotations whose likest quotation, or sentence, in the other text has other words; a part of one is none."""
    theirs = [_plain(one) for one in [*_cut(_QUOTED, other), *_cut(_SENTENCE, other)]]
    for match in _QUOTED.finditer(text):
        mine = _plain(match[match.lastindex or 0])
        if any(mine in one for one in theirs):
            continue
        if max((tool.ratio(mine, one) for one in theirs), default=0.0) >= CLOSE:
            yield match.span(match.lastindex or 0)


def respelled(text: str, other: str, tool: Likeness) -> Iterator[Span]:
    """Capitalised words that the other text has not, where one that this text has not is spelled nearly so."""
    mine, theirs = set(_NAME.findall(text)), set(_NAME.findall(other))
    odd = [one for one in theirs - mine if len(one) >= SHORTEST_NAME]
    for match in _NAME.finditer(text):
        name = match[0]
        if name not in theirs and len(name) >= SHORTEST_NAME and any(tool.spelled(name, one) >= ALIKE for one in odd):
            yield match.span()


def renumbered(text: str, other: str, tool: Likeness) -> Iterator[Span]:
    """Numbers that the likest sentence of the other text has not, if that has a number which is not here."""
    theirs = [one for one in _cut(_SENTENCE, other) if _NUMBER.search(one)]
    for match in _SENTENCE.finditer(text):
        numbers = set(_NUMBER.findall(match[0]))
        scored = [(tool.ratio(match[0], one), one) for one in theirs] if numbers else []
        best, like = max(scored, default=(0.0, ""))
        if best >= CLOSE and set(_NUMBER.findall(like)) - numbers:
            for one in _NUMBER.finditer(match[0]):
                if one[0] not in _NUMBER.findall(like):
                    yield match.start() + one.start(), match.start() + one.end()


def _cut(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    return (match[match.lastindex or 0] for match in pattern.finditer(text))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").strip(" .,!?…\n").split())
