"""Persons who are named with their office, so that “the minister” is one of them."""

from samestory.text.cut import CutText
from samestory.text.source.attribution import TITLES
from samestory.text.source.kind import person_name
from samestory.text.source.same import SAME_STATE

# Far more than any article names; it bounds what a hostile text can cost.
MOST_HOLDERS = 5_000


def office_holders(text: CutText) -> list[tuple[int, frozenset[str], str]]:
    """Persons named with their office: place, the words of the office, the name. “Foreign Minister Sergey Lavrov”."""
    lows, found = text.folded, []
    for at, low in enumerate(lows[:-1]):
        if low not in TITLES:
            continue
        # Two words before the title say which minister it is: “Deputy Foreign Minister”.
        office, first = lows[max(0, at - 2) : at + 1], at + 1
        if lows[first] in ("of", "for"):  # “President of Norway Ida Lind”
            office, first = (*office, *lows[first + 1 : first + 2]), first + 2
        name = _name_from(text, first)
        if name:
            found.append((text.words[at].start, frozenset(SAME_STATE.get(one, one) for one in office), name))
    return found[:MOST_HOLDERS]


def _name_from(text: CutText, first: int) -> str:
    """The personal name of up to four words that begins right at word `first`; "" if none does."""
    cut, after = text.words, first
    if first >= len(cut) or cut[first].start - cut[first - 1].end > 2:
        return ""
    while after < len(cut) and after - first < 4 and cut[after].is_capital:
        gap = cut[after].start - cut[after - 1].end
        # “Lt. Dahl” has a stop and a space inside; a wider gap parts two names.
        if after > first and gap > (2 if cut[after - 1].text.endswith(".") else 1):
            break
        after += 1
    return person_name(" ".join(one.text for one in cut[first:after]))
