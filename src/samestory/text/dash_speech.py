"""Speech that a dash opens, as Spanish, Russian, French and Polish print it: “—No —dijo Juan—. Vámonos.”"""

import re

from samestory.text.cut import CutText

_OPENS = re.compile(r"\s*[—–―]\s?(?=[\w¿¡«“])")
# Takes the “ —dijo Juan—.” of Spanish and the “, — сказал он. —” of Russian, leaves “the ferry — an old boat — left”,
# whose dash stands apart on both sides and follows no stop.
_TOLD = re.compile(
    r"(?:(?<=[,.!?…])\s[—–―]\s?|\s[—–―])(?P<verb>[^\W\d_A-ZÀ-Þ]\w*)(?P<rest>[^\r\n—–―]{0,160}?)"
    r"(?:(?P<again>[—–―][.,;:]?\s?|\s[—–―]\s)|$|(?=[\r\n]))"
)
_NAMED = re.compile(r"\b[^\W\d_a-zß-ÿа-я][\w’'-]*(?: [^\W\d_a-zß-ÿа-я][\w’'-]*){0,3}")
MOST_SPOKEN = 60  # pieces of one line


def dash_speech(cut: CutText) -> dict[int, list[tuple[int, int]]]:
    """Return the lines of speech by their start, each with the places of what is said, in code points.

    A dash alone opens lists too. A line counts if it tells who says it, or if another one of the text does.

    >>> text = "—No —dijo Juan—. Vámonos.\\n—Bien."
    >>> [[text[start:end] for start, end in spans] for spans in dash_speech(CutText(text)).values()]
    [['No', 'Vámonos.'], ['Bien.']]
    """
    opened = [(line, found.end()) for line in cut.lines if (found := _OPENS.match(cut.text, *line))]
    spoken = {line[0]: _pieces(cut.text, at, line[1]) for line, at in opened}
    if not any(told for _, told in spoken.values()):
        return {}
    return {start: spans for start, (spans, _) in spoken.items() if spans}


def dash_teller(text: str, end: int) -> tuple[str, str]:
    """Who says what ends at `end`, and the verb, as the words behind the next dash have them; ("", "") if none do.

    >>> dash_teller("—No —dijo Juan—. Vámonos.", 3)
    ('Juan', 'dijo')
    """
    found = _TOLD.match(text, end, min(len(text), end + 200))
    if not found:
        return "", ""
    named = _NAMED.search(found["rest"])
    return (named.group() if named else "", found["verb"])


def _pieces(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """What is said on a line from its dash on, and whether the line tells who says it."""
    end = start + len(text[start:end].rstrip())
    spans: list[tuple[int, int]] = []
    at, told = start, False
    while at < end and len(spans) < MOST_SPOKEN:
        found = _TOLD.search(text, at, end)
        stop = found.start() if found else end
        if stop > at:
            spans.append((at, stop))
        if not found:
            break
        told, at = True, found.end() if found["again"] else end
    return spans, told
