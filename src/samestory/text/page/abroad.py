"""The page's own lines in a language with a pack: how they begin, or a row of buttons."""

import re
from collections.abc import Sequence

from samestory.language.pack import Pack
from samestory.text.page.line import PageLine

LONGEST_OWN_LINE = 14  # words of such a line
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def furniture_abroad(page: Sequence[PageLine], pack: Pack) -> dict[int, str]:
    """Return the kind of each line, by its number, that is the page's and not the article's.

    A sentence with a verb of saying, or with a stop at its end, is the article's, however it begins.
    """
    return {number: kind for number, line in enumerate(page) if (kind := _kind(line.text.strip(), pack))}


def _kind(line: str, pack: Pack) -> str:
    found = _WORD.findall(line)
    if not found or len(found) > LONGEST_OWN_LINE:
        return ""
    low = line.casefold().lstrip("»›>→•*-–— \u00a0")
    if len(found) > 1 and all(word.casefold() in pack.buttons for word in found):
        return "share"
    if line.endswith((".", "。")) or not pack.saying.isdisjoint(found):
        return ""
    for kind, begins in pack.furniture.items():
        for one in begins:
            if low.startswith(one) and _is_whole(low, one, kind, len(found)):
                return kind
    return ""


def _is_whole(line: str, begins: str, kind: str, words: int) -> bool:
    """Whether a line is more than a sentence that happens to begin so: “Teilen will das niemand”."""
    rest = line[len(begins) :]
    if rest[:1].isalnum():
        return False
    # A title stands behind “read also”, behind a colon or on its own; a button has a word or two more.
    return kind == "related" or len(_WORD.findall(rest)) <= 2 or rest.lstrip()[:1] in (":", "|", "(")
