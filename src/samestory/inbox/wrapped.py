"""Join the lines of a text that a PDF or a mail program has broken, and keep its paragraphs."""

import re
import unicodedata
from itertools import pairwise

_LIGATURES = re.compile("[\ufb00-\ufb06]")
_LEAST, _MOST = 30, 130  # characters of a line that a program has broken
_FULL = 0.85  # of the longest line: in a proportional type full lines differ in characters
_ENDED = re.compile(r"[.!?…؟。:][\"'”’»)\]]*$")
_SPLIT = re.compile(r"[^\W\d_]-$")


def unwrapped(text: str, surely: bool = False) -> tuple[str, bool]:
    """Return the text with broken lines joined, and whether there were any; ligatures become letters.

    A text with a paragraph on each line stays as it is, unless its lines are `surely` those of a page, as in a PDF.

    >>> unwrapped("The of\ufb01ce said on Tuesday that the old cran-\\nberry market near the harbour is\\nshut.")[0]
    'The office said on Tuesday that the old cranberry market near the harbour is shut.'
    """
    folded = _LIGATURES.sub(lambda one: unicodedata.normalize("NFKC", one.group()), text)
    folded = folded.replace("\u00ad\n", "").replace("\u00ad", "")
    blocks = [_lines(block) for block in re.split(r"\n[ \t]*\n", folded)]
    if not (any(len(block) > 1 for block in blocks) if surely else _is_wrapped(blocks)):
        return folded, False
    return "\n\n".join(_joined(block, folded) for block in blocks if block), True


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.split("\n") if line.strip()]


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Tell whether most lines that another follows at once break off in the midst of a sentence."""
    if max((len(line) for block in blocks for line in block), default=0) > _MOST:
        return False
    followed = [line for block in blocks for line in block[:-1]]
    broken = sum(len(line) >= _LEAST and not _ENDED.search(line) for line in followed)
    return len(followed) > 1 and broken * 2 > len(followed)


def _joined(lines: list[str], whole: str) -> str:
    longest = max(map(len, lines))
    text = lines[0]
    for before, line in pairwise(lines):
        if _is_end(before, line, longest):
            text += f"\n\n{line}"
        elif _SPLIT.search(before) and line[0].islower():
            text = text + line if _is_compound(before, line, whole) else text[:-1] + line
        else:
            text += f" {line}"
    return text


def _is_end(before: str, line: str, longest: int) -> bool:
    """Tell whether a paragraph or a heading ends: the next word would have had room on its line."""
    room = len(before) + 1 + len(line.split()[0]) < longest * _FULL
    return room and (bool(_ENDED.search(before)) or not line[0].islower())


def _is_compound(before: str, line: str, whole: str) -> bool:
    """Tell whether the text has the word with its hyphen elsewhere, as in “well-known”."""
    word = before.split()[-1] + re.split(r"[^\w-]", line, maxsplit=1)[0]
    return word in whole
