"""What kind of source a phrase names: a person, an office, an outlet, a document, someone without a name."""

from functools import lru_cache
from typing import Literal

from samestory.text.source.attribution import (
    AGENCY,
    DETERMINERS,
    DOCUMENTS,
    INDEFINITE,
    LINKS,
    OFFICES,
    ORGANISATION,
    OUTLET,
    PLACES,
    PRONOUNS,
    REPORTERS,
    ROLES,
    SPOKEN_FOR,
    TIMES,
    TITLES,
    UNNAMED,
)
from samestory.words.word import Word, fold, words

SourceKind = Literal[
    "person", "office", "unnamed", "document", "outlet", "own-eyes", "credit", "byline", "photo-credit"
]
_SMALL = frozenset(("of", "for", "and", "de", "van", "von", "al", "bin", "the", "in", "at"))


@lru_cache(maxsize=4096)
def kind_of(name: str) -> SourceKind | None:
    """The kind of source that `name`, a phrase as printed, is; None if it can't be one.

    >>> kind_of("Mayor Ida Lind"), kind_of("US officials"), kind_of("a person familiar with the matter")
    ('person', 'office', 'unnamed')
    """
    cut = words(name)
    lows = [fold(word.text) for word in cut]
    if not cut:
        return None
    if lows[0] in PRONOUNS:
        return "person"
    person = person_name(name)
    heads = set(lows)
    if SPOKEN_FOR.search(name):
        return "person" if person else "office"
    head = _head(lows)
    if head in DOCUMENTS:
        return "outlet" if head == "reports" and len(lows) <= 3 else "document"
    if OUTLET.search(name) and not heads & (TITLES | ROLES) - {"agency"}:
        return "outlet"
    if person:
        return "person"
    if heads & UNNAMED or (lows[0] in INDEFINITE and heads & ROLES):
        return "unnamed"
    if heads & OFFICES or heads & ORGANISATION or any(word.text in PLACES for word in cut):
        return "unnamed" if lows[0] in INDEFINITE else "office"
    if heads & ROLES:
        is_crowd = lows[0].endswith("s") and lows[0] in ROLES
        return (
            "office"
            if not is_crowd and (lows[0].endswith("'s") or any(word.text[:1].isupper() for word in cut[1:]))
            else "unnamed"
        )
    if lows[0] in DETERMINERS and any(word.text[:1].isupper() for word in cut[1:]):
        return "office"
    is_crowd = len(lows) <= 2 and lows[-1].endswith("s") and name[:1].islower()
    return "unnamed" if lows[0] in DETERMINERS or is_crowd else None


def _head(lows: list[str]) -> str:
    """The word that the phrase is about: the last before “of”, “by”, “from” and the like."""
    for at, low in enumerate(lows):
        if at and low in ("of", "by", "from", "on", "for", "to", "published", "released", "seen", "in"):
            return lows[at - 1]
    return lows[-1]


@lru_cache(maxsize=4096)
def person_name(name: str) -> str:
    """The personal name in a phrase, its titles left out; "" if it names nobody.

    >>> person_name("the White House press secretary, Jen Psaki"), person_name("the White House")
    ('Jen Psaki', '')
    """
    cut = words(name)
    last = len(cut) - 1
    while last >= 0:
        while last >= 0 and not cut[last].text[:1].isupper():
            last -= 1
        first = last
        while (
            first > 0 and _may_be_name(cut[first - 1].text) and "," not in name[cut[first - 1].end : cut[first].start]
        ):
            first -= 1
        if last >= 0:
            found = _name_in(cut, first, last)
            if found:
                return found
        last = first - 1
    return ""


def _name_in(cut: tuple[Word, ...], first: int, last: int) -> str:
    """The personal name among the capitalised words `first` to `last` of a phrase."""
    lows = [fold(word.text).rstrip(".") for word in cut]
    before = first - 1
    while before >= 0 and lows[before] in DETERMINERS:
        before -= 1
    rest = lows[last + 1 :]
    rest = rest[: next((n for n, low in enumerate(rest) if low in LINKS), len(rest))]
    if (before >= 0 and lows[before] in LINKS) or any(low in ROLES | DOCUMENTS for low in rest):
        return ""
    run = [word.text for word in cut[first : last + 1]]
    while run and fold(run[0]) in _SMALL | DETERMINERS:
        run.pop(0)
    titles = [n for n, word in enumerate(run) if fold(word).rstrip(".") in TITLES]
    if titles:
        run = run[titles[-1] + 1 :]
        if run and fold(run[0]) == "of":
            run = run[2:] if len(run) > 1 and fold(run[1]) in ("state", "defense", "defence", "treasury") else []
    if not run or fold(run[-1]) in ROLES | REPORTERS | PRONOUNS:
        return ""
    if any(fold(word) in ORGANISATION or word in PLACES for word in run) or AGENCY.search(" ".join(run)):
        return ""
    if (len(run) == 1 and run[0].isupper() and len(run[0]) > 1) or (lows[first - 1 : first] == ["the"] and not titles):
        return ""
    return " ".join(word[:-2] if word.endswith(("’s", "'s")) else word for word in run)


def _may_be_name(word: str) -> bool:
    return word[:1].isupper() or fold(word) in ("de", "van", "von", "al", "bin", "der", "la", "le", "of")


def is_named(name: str, kind: SourceKind) -> bool:
    """Whether a reader learns who it is: a person's name, or an institution, outlet or document by its own name."""
    if kind == "unnamed":
        return False
    if kind == "person":
        return person_name(name) != ""
    cut = words(name)
    if kind == "office":
        is_crowd = any(
            fold(word.text) in ("officials", "authorities", "leaders", "diplomats", "sources") for word in cut
        )
        start = 1 if fold(cut[0].text) in ROLES | OFFICES else 0
        return not is_crowd and any(
            word.text[:1].isupper() for word in cut[start:] if fold(word.text) not in DETERMINERS
        )
    own = cut[1:] if kind == "document" else cut
    empty = DETERMINERS | DOCUMENTS | TIMES | {"state"}
    return any(word.text[:1].isupper() for word in own if fold(word.text) not in empty)
