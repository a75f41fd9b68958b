"""Which citations are one voice: a person under name, office and pronoun, an institution and those who speak for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from samestory.text.cut import CutText
from samestory.text.source.attribution import (
    AUXILIARY,
    DOCUMENTS,
    INDEFINITE,
    LINKS,
    ROLES,
    SPOKEN_FOR,
    STOPS,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
)
from samestory.text.source.kind import SourceKind, person_name, phrase, source_kind
from samestory.text.source.misspelt import LastNames
from samestory.text.source.office import office_holders
from samestory.text.source.same import is_one_house, is_one_person, issuer_of, keys_of
from samestory.words.fold import fold

_HE: tuple[SourceKind, ...] = ("person", "unnamed")
_THEY: tuple[SourceKind, ...] = ("office", "unnamed", "document", "outlet")
_WORD = r"[A-Z][\w’'-]{0,30}"
# Takes “Ida Lind left” and “Ida Lind, the mayor, was” at the start of a sentence, leaves “the mayor left”.
_ACTING = re.compile(
    rf"(?:^|[.!?\n]\s{{1,3}})((?:{_WORD} ){{1,3}}|(?:{_WORD} ){{0,2}}{_WORD}, [^,.\n]{{1,60}}, )"
    r"(?:\w{1,20}ed|has|had|was|is|will|met|spoke|left|took|made|came|went|got|ran)\b"
)
# Takes the “Mayor Ida Lind” with whom a sentence begins, before a small letter, leaves “The mayor” and “Lind, 34,”.
_OPENING_NAME = re.compile(rf"(?:^|[.!?”\"]\s{{1,3}})((?:{_WORD} ){{1,4}}{_WORD})(?= [a-z])", re.MULTILINE)
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_NO_HOUSE = frozenset(("press", "secretary", "officer"))
_NO_NAMES = STOPS | TIMES | AUXILIARY | LINKS
_NEAR_ACTING = 400  # characters back in which a person acted whom “he” may be, or wrote “in an email”
_NEAR = 1_500  # characters back that a pronoun reaches
_LATEST, _LATEST_ALIKE = 40, 20  # voices that are looked at: the last ones, and the last ones with a word in common
_MOST_NAMES = 5  # of one person


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

    def __init__(self, text: CutText) -> None:
        self.all: list[Voice] = []
        self._by_key: dict[str, list[Voice]] = {}
        self._last_names = LastNames()
        self._office_holders = office_holders(text)
        self._text = text.text
        self._document = -1  # the last document met: “the report” is that one
        # From the last to the first, so that the first bearer of a last name keeps it.
        self._full_names = {fold(name).split()[-1]: name for _, _, name in reversed(self._office_holders)}
        self._parent: list[int] = []

    def find(self, name: str, kind: SourceKind, at: int) -> int:
        """The number of the voice that `name`, met at `at`, belongs to; -1 for a pronoun that nobody answers to."""
        low = fold(name)
        if low in SUBJECT_PRONOUNS:
            return self._pronoun(low, at)
        person = person_name(name) if kind in ("person", "byline") else ""
        if person:
            voice = self._person(person, at)
            if SPOKEN_FOR.search(name):
                self._speaks_for(voice, name, at)
            return voice.number
        keys = keys_of(name)
        known = self._known(name, kind, keys, at)
        if known >= 0:
            return known
        # A report whose issuer is told speaks with the issuer's voice.
        if kind == "document" and issuer_of(name):
            kind = "office"
        # “A minister” is somebody new; “the minister” is the one whose name stood by the office.
        holder = (
            self._holder(keys, at)
            if kind in ("person", "office", "unnamed") and low.split()[0] not in INDEFINITE
            else ""
        )
        if holder:
            return self._person(holder, at).number
        number = self._other(name, kind, keys, at).number
        if not DOCUMENTS.isdisjoint((phrase(name).folded[0], *low.split())):
            self._document = number
        return number

    def join(self, one: int, other: int) -> None:
        """Let two voices count as one."""
        self._parent[self.root(one)] = self.root(other)

    def root(self, number: int) -> int:
        """The number that stands for all voices joined with `number`."""
        while self._parent[number] != number:
            # Each look halves the way to the top, so that long chains stay cheap.
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _new(self, kind: SourceKind, name: str, keys: Iterable[str], at: int) -> Voice:
        voice = Voice(len(self.all), kind, name, frozenset(), last=at)
        self.all.append(voice)
        self._parent.append(voice.number)
        self._file(voice, keys)
        return voice

    def _file(self, voice: Voice, keys: Iterable[str]) -> None:
        """Let a voice be found by these words, too."""
        for key in frozenset(keys) - voice.keys:
            self._by_key.setdefault(key, []).append(voice)
        voice.keys |= frozenset(keys)

    def _with(self, keys: Iterable[str]) -> list[Voice]:
        """The latest voices that have one of these words."""
        found = {one.number: one for key in keys for one in self._by_key.get(key, [])[-_LATEST_ALIKE:]}
        return list(found.values())

    def _person(self, person: str, at: int) -> Voice:
        """The voice of a person: one met before under this name or a part of it, else a new one."""
        parts = fold(person).split()
        alike = [one for one in self._with((parts[-1], parts[0])) if one.names and is_one_person(parts, one.names)]
        found = max(alike, key=lambda one: one.last, default=None) or self._misspelt(parts)
        if found is None:
            found = self._new("person", person, parts, at)
            if len(parts) == 1 and (fuller := self._full_names.get(parts[-1], "")):  # “Lind”, later “Mayor Ida Lind”
                self._bears(found, fuller)
        if len(parts) > len(found.name.split()) or not found.names:
            self._bears(found, person)
        else:
            self._answers_to(found, fold(person))
        found.last = at
        return found

    def _bears(self, voice: Voice, name: str) -> None:
        """Let a person have this as their fullest name."""
        voice.name = name
        self._file(voice, fold(name).split())
        self._answers_to(voice, fold(name))

    def _answers_to(self, voice: Voice, name: str) -> None:
        """Let a person be known by this folded name, too, unless they have names enough."""
        if name not in voice.names and len(voice.names) < _MOST_NAMES:
            voice.names.append(name)
            self._last_names.add(name.split()[-1], voice.number)

    def _misspelt(self, parts: list[str]) -> Voice | None:
        """A person met before whose last name differs from this one in a single letter: a slip of the page."""
        near = self._last_names.near(parts[-1], len(self.all) - _LATEST)
        return None if near is None else self.all[near]

    def _speaks_for(self, voice: Voice, name: str, at: int) -> None:
        """Let a spokeswoman count with her house."""
        house = keys_of(name) - set(fold(person_name(name)).split()) - _NO_HOUSE
        house = frozenset(key for key in house if not SPOKEN_FOR.search(key))
        if house:
            self.join(voice.number, self._other("the " + " ".join(sorted(house)), "office", house, at, name).number)

    def _other(self, name: str, kind: SourceKind, keys: frozenset[str], at: int, printed: str = "") -> Voice:
        """The voice of an office, outlet, document or somebody unnamed; `printed` is the phrase that names it."""
        is_definite = fold(printed or name).startswith("the ")
        alike = [
            one
            for one in self._with(sorted(keys))
            if not one.names and one.kind == kind and is_one_house(keys, one.keys, is_definite)
        ]
        found = max(alike, key=lambda one: one.last, default=None) or self._new(kind, name, keys, at)
        found.last = at
        # “A study by the council”, later “the council”: the plain name is the one to show.
        if issuer_of(found.name) and not issuer_of(printed or name):
            found.name = printed or name
        return found

    def _holder(self, keys: frozenset[str], at: int) -> str:
        """Who holds the office that `keys` name: the last person before `at` who was called so, else the next one."""
        office = keys & (ROLES | TITLES)
        # “The spokeswoman” with no house beside her may be anybody's.
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
            return next((one.number for one in self._latest() if one.names and keys <= one.keys), -1)
        if kind != "document" or issuer_of(name):
            return -1
        if first in _POSSESSIVE:
            return self._pronoun("they" if first == "their" else first, at)
        writer = self._writer(low, at)
        is_back = first == "the" and keys <= DOCUMENTS - {"paragraphs"}
        return writer if writer >= 0 else self._document if is_back else -1

    def _latest(self) -> list[Voice]:
        """The voices met last, the newest first."""
        return self.all[: -_LATEST - 1 : -1]

    def _writer(self, low: str, at: int) -> int:
        """The voice of “the email” if somebody spoke “in an email” shortly before; -1 if nobody did."""
        head = low.removeprefix("the ")
        if head == low or head not in DOCUMENTS:
            return -1
        before = fold(self._text[max(0, at - _NEAR_ACTING) : at])
        if not any(f"in {one} {head}" in before for one in ("a", "an", *_POSSESSIVE)):
            return -1
        near = [one for one in self._latest() if at - one.last <= _NEAR_ACTING]
        return max(reversed(near), key=lambda one: one.last).number if near else -1

    def _pronoun(self, low: str, at: int) -> int:
        """The voice that was heard last of those that “he” or “they” may be; -1 if there is none."""
        is_one = low in ("he", "she", "his", "her")
        near = [one for one in reversed(self._latest()) if one.kind in (_HE if is_one else _THEY)]
        near = [one for one in near if at - one.last <= _NEAR and not (is_one and _is_crowd(one))]
        best = max(near, key=lambda one: one.last, default=None)
        if is_one:
            best = self._opening(at, best.last if best else -1) or best or self._acting(at)
        if best is None:
            return -1
        # A pronoun counts as a mention, so that a chain of “he said” may reach further than one step.
        best.last = at
        return best.number

    def _opening(self, at: int, after: int) -> Voice | None:
        """The person who opens the last sentence of this paragraph that a name opens, if nobody spoke since."""
        low = max(self._text.rfind("\n", 0, at) + 1, at - _NEAR_ACTING, after)
        opening = (one.group(1) for one in _OPENING_NAME.finditer(self._text, low, at))
        names = [person_name(one) for one in opening if not one.startswith("The ") and source_kind(one) == "person"]
        # A single word may be any noun with which a sentence begins: only two names in a row are a person's.
        full = [name for name in names if " " in name]
        return self._person(full[-1], at) if full else None

    def _acting(self, at: int) -> Voice | None:
        """The person who did something in the sentences before: “Ida Lind left at ten.” None if nobody did."""
        found = [one.group(1) for one in _ACTING.finditer(self._text, max(0, at - _NEAR_ACTING), at)]
        names = [one.split(",")[0].strip() for one in found]
        persons = [person_name(one) for one in names if fold(one) not in _NO_NAMES and person_name(one)]
        return self._person(persons[-1], at) if persons else None


def _is_crowd(voice: Voice) -> bool:
    """Whether nobody would say “he” of an unnamed voice: “residents”, “police”."""
    return not voice.names and fold(voice.name).endswith(("s", "people", "police", "them"))
