"""What kind of source a phrase names: a person, an office, an outlet, a document, someone without a name."""

from functools import lru_cache
from typing import Literal

from samestory.text.passage import Passage, passage
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
    REPORTERS,
    ROLES,
    SPOKEN_FOR,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
    UNNAMED,
)
from samestory.words.fold import fold
from samestory.words.listed import listed

SourceKind = Literal[
    "person", "office", "unnamed", "document", "outlet", "own-eyes", "credit", "byline", "photo-credit"
]
# Phrases, some 20 MB at most: a text is gone through three times, and one with more of them cuts each anew every time.
REMEMBERED = 16_384
# With a title or a role in it the phrase is a person's; but a “news agency” is an outlet.
_NO_OUTLET = (TITLES | ROLES) - {"agency"}
# Who works for an outlet and speaks as one of many: “a Reuters editor”; and “the editor of the Post”.
_STAFF = REPORTERS | listed("""
    editor editors anchor anchors host hosts producer producers columnist columnists cameraman presenter presenters
    blogger bloggers writer writers critic critics analyst analysts staffer staffers freelancer freelancers
    """)
_NO_LAST_NAME = ROLES | REPORTERS | SUBJECT_PRONOUNS
_EMPTY = DETERMINERS | DOCUMENTS | TIMES | {"state"}
# A capital beside these still names nobody: “US officials”, “Western leaders”.
_CROWDS = frozenset(("officials", "authorities", "leaders", "diplomats", "sources"))
_AFTER_HEAD = frozenset(("of", "by", "from", "on", "for", "to", "published", "released", "seen", "in"))
_SMALL = frozenset(("of", "for", "and", "de", "van", "von", "al", "bin", "the", "in", "at"))


@lru_cache(maxsize=REMEMBERED)
def phrase(name: str) -> Passage:
    """A phrase as printed, cut into words."""
    return passage(name)


@lru_cache(maxsize=REMEMBERED)
def source_kind(name: str) -> SourceKind | None:
    """The kind of source that `name`, a phrase as printed, is; None if it can't be one.

    >>> source_kind("Mayor Ida Lind"), source_kind("US officials"), source_kind("a person familiar with the matter")
    ('person', 'office', 'unnamed')
    """
    lows = phrase(name).folded
    if not lows:
        return None
    if lows[0] in SUBJECT_PRONOUNS:
        return "person"
    person, heads = person_name(name), set(lows)
    # Before outlets, since “a CNN spokesman” is none.
    if SPOKEN_FOR.search(name):
        return "person" if person else "office"
    head = _head(lows)
    if head in DOCUMENTS:
        # “Media reports” are what outlets say; a longer phrase means the papers themselves.
        return "outlet" if head == "reports" and len(lows) <= 3 else "document"
    if OUTLET.search(name) and not heads & _NO_OUTLET:
        return "unnamed" if head in _STAFF else "outlet"
    return "person" if person else _kind_without_a_name(name)


def _kind_without_a_name(name: str) -> SourceKind | None:
    """An office or somebody unnamed, by the words of the phrase; None for what is neither: “the weather”."""
    cut, lows = phrase(name).words, phrase(name).folded
    heads, is_indefinite = set(lows), lows[0] in INDEFINITE
    has_capital = any(word.is_capital for word in cut[1:])
    # Before offices: “a police source” has no name, whatever house it comes from.
    if heads & UNNAMED or (is_indefinite and heads & ROLES):
        return "unnamed"
    if heads & OFFICES or heads & ORGANISATION or any(word.text in PLACES for word in cut):
        return "unnamed" if is_indefinite else "office"
    if heads & ROLES:
        is_crowd = lows[0].endswith("s") and lows[0] in ROLES
        return "office" if not is_crowd and (lows[0].endswith("'s") or has_capital) else "unnamed"
    if lows[0] in DETERMINERS:
        return "office" if has_capital else "unnamed"
    is_crowd = len(lows) <= 2 and lows[-1].endswith("s") and name[:1].islower()
    return "unnamed" if is_crowd else None


def _head(lows: tuple[str, ...]) -> str:
    """The word that the phrase is about: the last before “of”, “by”, “from” and the like."""
    at = next((at for at, low in enumerate(lows) if at and low in _AFTER_HEAD), len(lows))
    return lows[at - 1]


@lru_cache(maxsize=REMEMBERED)
def person_name(name: str) -> str:
    """The personal name in a phrase, its titles left out; "" if it names nobody.

    >>> person_name("the White House press secretary, Jen Psaki"), person_name("the White House")
    ('Jen Psaki', '')
    """
    cut, gaps = phrase(name).words, phrase(name).gaps
    # From the end, since titles and houses come first: “White House press secretary Jen Psaki”.
    last = len(cut) - 1
    while last >= 0:
        while last >= 0 and not cut[last].is_capital:
            last -= 1
        first = last
        while first > 0 and _may_be_name(cut[first - 1].text) and "," not in gaps[first]:
            first -= 1
        if last >= 0 and (found := _name_in(phrase(name), first, last)):
            return found
        last = first - 1
    return ""


def _name_in(cut: Passage, first: int, last: int) -> str:
    """The personal name among the capitalised words `first` to `last` of a phrase."""
    lows = [low.rstrip(".") for low in cut.folded]
    if _is_linked(lows, first) or any(low in ROLES | DOCUMENTS for low in _up_to_a_link(lows[last + 1 :])):
        return ""
    run = [word.text for word in cut.words[first : last + 1]]
    while run and fold(run[0]) in _SMALL | DETERMINERS:
        run.pop(0)
    titles = [n for n, word in enumerate(run) if fold(word).rstrip(".") in TITLES]
    if titles:
        run = _after_title(run[titles[-1] + 1 :])
    if not run or fold(run[-1]) in _NO_LAST_NAME:
        return ""
    if any(fold(word) in ORGANISATION or word in PLACES for word in run) or AGENCY.search(" ".join(run)):
        return ""
    # “NATO” and “the Kremlin” are no persons; “the Rev. Dahl” is one by the title.
    is_acronym = len(run) == 1 and run[0].isupper() and len(run[0]) > 1
    if is_acronym or (lows[first - 1 : first] == ["the"] and not titles):
        return ""
    return " ".join(word[:-2] if word.endswith(("’s", "'s")) else word for word in run)


def _is_linked(lows: list[str], first: int) -> bool:
    """Whether a preposition stands before the words from `first` on: “the ministry of the Interior”."""
    before = first - 1
    while before >= 0 and lows[before] in DETERMINERS:
        before -= 1
    return before >= 0 and lows[before] in LINKS


def _up_to_a_link(lows: list[str]) -> list[str]:
    return lows[: next((n for n, low in enumerate(lows) if low in LINKS), len(lows))]


def _after_title(run: list[str]) -> list[str]:
    """The words after a title: without “of State” after “Secretary”, and none after “President of Norway”."""
    if not run or fold(run[0]) != "of":
        return run
    return run[2:] if len(run) > 1 and fold(run[1]) in ("state", "defense", "defence", "treasury") else []


def _may_be_name(word: str) -> bool:
    return word[:1].isupper() or fold(word) in ("de", "van", "von", "al", "bin", "der", "la", "le", "of")


def is_named(name: str, kind: SourceKind) -> bool:
    """Whether a reader learns who it is: a person's name, or an institution, outlet or document by its own name."""
    if kind == "unnamed":
        return False
    if kind == "person":
        return person_name(name) != ""
    cut = phrase(name).words
    empty = _EMPTY
    if kind == "office":
        if any(word.folded in _CROWDS for word in cut):
            return False
        # The capital of “Police said” only opens the sentence.
        cut, empty = cut[cut[0].folded in ROLES | OFFICES :], DETERMINERS
    elif kind == "document":
        cut = cut[1:]
    return any(word.is_capital and word.folded not in empty for word in cut)
