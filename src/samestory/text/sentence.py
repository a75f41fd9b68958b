"""Cut a text into sentences, each with its place in the text."""

import re
from dataclasses import dataclass

# The look-behind lets a search start once in a run of stops, so that a million of them cost one walk.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)")
_BREAK = re.compile(r"[\r\n]\s*")
_OPENS_NEXT = re.compile(r"\s+[\"'“‘(\[]*[A-Z0-9À-Þ$€£]")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(“\"'‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: `text[start:end]`, counted in code points, without outer spaces."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order; a line break always ends one.

    A full stop ends a sentence unless it closes a short form such as `Feb.`, an initial, or initials
    such as `U.S.`, which stand inside a sentence far more often than at its end.

    >>> [sentence.text for sentence in sentences("Mr. Lee left. “Why?” she asked.")]
    ['Mr. Lee left.', '“Why?” she asked.']
    """
    found: list[Sentence] = []
    start = 0
    for line_break in [*_BREAK.finditer(text), None]:
        end = line_break.start() if line_break else len(text)
        found.extend(_of_line(text, start, end))
        start = line_break.end() if line_break else len(text)
    return tuple(found)


def _of_line(text: str, start: int, end: int) -> list[Sentence]:
    found = []
    for stop in _END.finditer(text, start, end):
        if stop.end() < end and not _is_end(text, start, stop):
            continue
        found.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    found.append(_trimmed(text, start, end))
    return [sentence for sentence in found if sentence.text]


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    if not _OPENS_NEXT.match(text, stop.end()):
        return False
    if not stop.group().startswith("."):
        return True
    before = text[max(start, stop.start() - 12) : stop.start() + 1]
    return not (_SHORT_FORM.search(before) or _INITIALS.search(before))


def _trimmed(text: str, start: int, end: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, text[start:end])
