"""Which citations are one voice: a person under name, office and pronoun, an institution and those who speak for it."""

import re
from dataclasses import dataclass, field

from samestory.text.source.attribution import (
    AUXILIARY,
    DETERMINERS,
    DOCUMENTS,
    LINKS,
    OFFICES,
    PRONOUNS,
    ROLES,
    SPOKEN_FOR,
    STOPS,
    TIMES,
    TITLES,
)
from samestory.text.source.kind import SourceKind, person_name
from samestory.words.word import Word, fold, words

_SAME_STATE = {
    "kremlin": "moscow",
    "russia": "moscow",
    "ukraine": "kyiv",
    "kiev": "kyiv",
    "china": "beijing",
    "us": "washington",
    "u.s.": "washington",
    "america": "washington",
    "germany": "berlin",
    "france": "paris",
    "britain": "london",
    "uk": "london",
}
_EMPTY = DETERMINERS | LINKS | frozenset(("and", "senior", "top", "said", "by", "that", "'s", "who", "other", "former"))
_HE: tuple[SourceKind, ...] = ("person", "unnamed")
_THEY: tuple[SourceKind, ...] = ("office", "unnamed", "document", "outlet")
_WORD = r"[A-Z][\w’'-]{0,30}"
_ACTING = re.compile(
    rf"(?:^|[.!?\n]\s{{1,3}})((?:{_WORD} ){{1,3}}|(?:{_WORD} ){{0,2}}{_WORD}, [^,.\n]{{1,60}}, )"
    r"(?:\w{1,20}ed|has|had|was|is|will|met|spoke|left|took|made|came|went|got|ran)\b"
)
LONGEST_LOOK_BACK = 400  # characters
_NEAR = 1_500  # characters back that a pronoun reaches


@dataclass(slots=True)
class Voice:
    """One voice on its way: `keys` are folded words that tell it, `names` the personal names it bore."""

    number: int
    kind: SourceKind
    name: str
    keys: frozenset[str]
    names: list[str] = field(default_factory=list)
    last: int = -1


class Voices:
    """The voices of a text in the order in which they are met."""

    def __init__(self, text: str, cut: tuple[Word, ...]) -> None:
        self.all: list[Voice] = []
        self._by_key: dict[str, list[Voice]] = {}
        self._office_holders = _office_holders(cut)
        self._text = text
        self._document = -1  # the last document met: “the report” is that one
        self._full_names = {fold(name).split()[-1]: name for _, _, name in reversed(self._office_holders)}
        self._parent: list[int] = []

    def find(self, name: str, kind: SourceKind, at: int) -> int:
        """The number of the voice that `name`, met at `at`, belongs to; -1 for a pronoun that nobody answers to."""
        low = fold(name)
        if low in PRONOUNS:
            return self._pronoun(low, at)
        person = person_name(name) if kind in ("person", "byline") else ""
        if person:
            voice = self._person(person, name, at)
            if SPOKEN_FOR.search(name):
                self._speaks_for(voice, name, at)
            return voice.number
        keys = keys_of(name)
        known = self._known(name, kind, keys, at)
        if known >= 0:
            return known
        if kind == "document" and issuer_of(name):
            kind = "office"
        holder = self._holder(keys, at) if kind in ("person", "office", "unnamed") and low.split()[:1] != ["a"] else ""
        if holder:
            return self._person(holder, holder, at).number
        number = self._other(name, kind, keys, at).number
        if fold(words(name)[0].text) in DOCUMENTS or set(fold(name).split()) & DOCUMENTS:
            self._document = number
        return number

    def join(self, one: int, other: int) -> None:
        """Let two voices count as one."""
        self._parent[self.root(one)] = self.root(other)

    def root(self, number: int) -> int:
        """The number that stands for all voices joined with `number`."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _new(self, kind: SourceKind, name: str, keys: frozenset[str], at: int) -> Voice:
        voice = Voice(len(self.all), kind, name, keys, last=at)
        self.all.append(voice)
        self._parent.append(voice.number)
        for key in keys:
            self._by_key.setdefault(key, []).append(voice)
        return voice

    def _person(self, person: str, name: str, at: int) -> Voice:
        parts = fold(person).split()
        nearest: Voice | None = None
        for key in dict.fromkeys((parts[-1], parts[0])):
            for voice in self._by_key.get(key, [])[-20:]:
                if voice.names and _one_person(parts, voice.names) and (nearest is None or voice.last > nearest.last):
                    nearest = voice
        nearest = nearest or self._misspelt(parts)
        if nearest is None:
            nearest = self._new("person", person, frozenset(parts), at)
            fuller = self._full_names.get(parts[-1], "")
            if len(parts) == 1 and fuller:
                nearest.names.append(fold(fuller))
                nearest.name = fuller
                nearest.keys |= set(fold(fuller).split())
                self._by_key.setdefault(fold(fuller).split()[0], []).append(nearest)
        if len(parts) > len(nearest.name.split()) or not nearest.names:
            nearest.name = person
            for key in set(parts) - nearest.keys:
                self._by_key.setdefault(key, []).append(nearest)
            nearest.keys |= set(parts)
        if fold(person) not in nearest.names and len(nearest.names) < 5:
            nearest.names.append(fold(person))
        nearest.last = at
        return nearest

    def _misspelt(self, parts: list[str]) -> Voice | None:
        """A person met before whose last name differs from this one in a single letter: a slip of the page."""
        for voice in self.all[-40:]:
            for name in voice.names:
                other = name.split()[-1]
                if (
                    len(other) == len(parts[-1]) >= 6
                    and sum(a != b for a, b in zip(other, parts[-1], strict=True)) == 1
                ):
                    return voice
        return None

    def _speaks_for(self, voice: Voice, name: str, at: int) -> None:
        house = keys_of(name) - set(fold(person_name(name)).split()) - {"press", "secretary", "officer"}
        house -= {key for key in house if SPOKEN_FOR.search(key)}
        if house:
            self.join(voice.number, self._other(name, "office", house, at, house=True).number)

    def _other(self, name: str, kind: SourceKind, keys: frozenset[str], at: int, house: bool = False) -> Voice:
        candidates = {id(one): one for key in sorted(keys) for one in self._by_key.get(key, [])[-20:]}.values()
        best = None
        for one in candidates:
            is_part = keys < one.keys or one.keys < keys
            is_same_rank = not (keys ^ one.keys) & (ROLES | TITLES)
            same = one.keys == keys or (is_part and is_same_rank and bool((keys & one.keys) - (ROLES - OFFICES)))
            is_back = keys < one.keys and fold(name).startswith("the ")
            if not one.names and one.kind == kind and (same or is_back) and (best is None or one.last > best.last):
                best = one
        best = best or self._new(kind, "the " + " ".join(sorted(keys)) if house else name, keys, at)
        best.last = at
        if issuer_of(best.name) and not issuer_of(name):
            best.name = name
        return best

    def _holder(self, keys: frozenset[str], at: int) -> str:
        """Who holds the office that `keys` name: the last person before `at` who was called so, else the next one."""
        office = keys & (ROLES | TITLES)
        if not office or (SPOKEN_FOR.search(" ".join(keys)) and len(keys) == 1):
            return ""
        found = [(place, name) for place, roles, name in self._office_holders if keys <= roles]
        earlier = [name for place, name in found if place < at]
        return earlier[-1] if earlier else (found[0][1] if found else "")

    def _known(self, name: str, kind: SourceKind, keys: frozenset[str], at: int) -> int:
        """The voice that a phrase without a name of its own points back to; -1 if it does not."""
        low = fold(name)
        first = low.split()[0]
        if kind == "unnamed" and "them" in low.split():
            return self._pronoun("they", at)
        if SPOKEN_FOR.search(name):
            return next((one.number for one in reversed(self.all[-40:]) if one.names and keys <= one.keys), -1)
        if kind != "document" or issuer_of(name):
            return -1
        if first in ("his", "her", "its", "their"):
            return self._pronoun("they" if first == "their" else first, at)
        writer = self._writer(low, at)
        is_back = first == "the" and keys <= DOCUMENTS - {"paragraphs"}
        return writer if writer >= 0 else self._document if is_back else -1

    def _writer(self, low: str, at: int) -> int:
        """The voice of “the email” if somebody spoke “in an email” shortly before; -1 if nobody did."""
        head = low.removeprefix("the ")
        if head == low or head not in DOCUMENTS:
            return -1
        before = fold(self._text[max(0, at - LONGEST_LOOK_BACK) : at])
        if not any(f"in {one} {head}" in before for one in ("a", "an", "his", "her", "its", "their")):
            return -1
        near = [one for one in self.all[-40:] if at - one.last <= LONGEST_LOOK_BACK]
        return max(near, key=lambda one: one.last).number if near else -1

    def _pronoun(self, low: str, at: int) -> int:
        wanted = _HE if low in ("he", "she", "his", "her") else _THEY
        near = [one for one in self.all[-40:] if one.kind in wanted and at - one.last <= _NEAR]
        if wanted is _HE:
            near = [one for one in near if one.names or not fold(one.name).endswith(("s", "people", "police", "them"))]
        best = max(near, key=lambda one: one.last, default=None)
        if best is None and wanted is _HE:
            acting = [
                one.group(1).split(",")[0].strip()
                for one in _ACTING.finditer(self._text, max(0, at - LONGEST_LOOK_BACK), at)
            ]
            names = [
                name for name in acting if person_name(name) and fold(name) not in STOPS | TIMES | AUXILIARY | LINKS
            ]
            best = self._person(person_name(names[-1]), names[-1], at) if names else None
        if best is None:
            return -1
        best.last = at
        return best.number


def keys_of(name: str) -> frozenset[str]:
    """The folded words of a phrase that tell whose it is; one word for a state and its government."""
    lows = [fold(word.text) for word in words(name)]
    plain = [low[:-2] if low.endswith(("'s", "’s")) else low for low in lows]
    plain = plain[issuer_of(name) :]
    found = frozenset(_SAME_STATE.get(low, low) for low in plain if low not in _EMPTY)
    house = frozenset(key for key in found if not SPOKEN_FOR.search(key))
    return house or found


def issuer_of(name: str) -> int:
    """The number of the word at which the issuer of a document begins: “a study by the council”; 0 if none is named."""
    lows = [fold(word.text) for word in words(name)]
    for at, low in enumerate(lows[:-1]):
        if at and low in ("by", "from") and set(lows[:at]) & DOCUMENTS:
            return at + 1
    return 0


def _one_person(parts: list[str], names: list[str]) -> bool:
    """Whether a name may be the person who bore `names`: same last name, and no other first name."""
    for name in names:
        other = name.split()
        if len(parts) == 1 or len(other) == 1:
            if parts[-1] in (other[0], other[-1]) or other[-1] in (parts[0], parts[-1]):
                return True
        elif parts[-1] == other[-1] and parts[0][0] == other[0][0]:
            return True
    return False


def _office_holders(cut: tuple[Word, ...]) -> list[tuple[int, frozenset[str], str]]:
    """Persons named with their office: place, the words of the office, the name. “Foreign Minister Sergey Lavrov”."""
    found = []
    for at, word in enumerate(cut[:-1]):
        if fold(word.text) not in TITLES:
            continue
        after = at + 1
        office = {_SAME_STATE.get(fold(one.text), fold(one.text)) for one in cut[max(0, at - 2) : at + 1]}
        if fold(cut[after].text) in ("of", "for"):
            office |= {fold(one.text) for one in cut[after + 1 : after + 2]}
            after += 2
        first = after
        while after < len(cut) and after - first < 4 and cut[after].text[:1].isupper():
            gap = cut[after].start - cut[after - 1].end
            if after > first and gap > (2 if cut[after - 1].text.endswith(".") else 1):
                break
            after += 1
        named = cut[first:after]
        near = not named or named[0].start - cut[first - 1].end <= 2
        name = person_name(" ".join(one.text for one in named)) if named and near else ""
        if name:
            found.append((word.start, frozenset(office), name))
    return found[:5_000]
