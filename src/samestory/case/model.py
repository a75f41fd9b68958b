"""A case in memory: its articles, the record, the findings, the controls and the exercises."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from samestory.case.problem import UnknownError
from samestory.case.record_kind import RecordKind, kinds_in
from samestory.exercise import Exercise
from samestory.exercise.verdict import Certainty
from samestory.text import Passage


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `date` is ISO 8601, or None where nobody has looked yet."""

    id: str
    date: str | None
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as published. `text` is the file, unchanged; `date` is ISO 8601 or None.

    `dated` tells a reader the date and how it is known; `headings` are lines of `text` that are headings.
    `fictional` is set for what was made up for a course, outlet and all. `lang` is the tag of its language (BCP 47),
    as the article or its case gives it, else as its words tell it; empty where nobody can say.
    """

    id: str
    text: str
    sha256: str
    outlet: str
    address: str
    event: str
    date: str | None
    dated: str
    byline: str | None
    credit: str | None
    shows: str
    upstream: str
    upstream_certainty: Certainty
    headings: tuple[str, ...]
    passage: Passage
    fictional: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """An entry of the record: what was said (`words`, exactly) or done (`what`), by whom, and the source.

    `kind` says what sort of entry it is, and `also` what else it is: words at a briefing may be a rendering too.
    `names` are the persons and bodies who spoke, acted or stood there, as their names are spelled. Where the kind or
    the names are not given, `who` is read for them.
    """

    id: str
    date: str
    who: str
    words: str | None
    what: str | None
    source: str
    address: str | None
    kind: RecordKind | None = None
    also: tuple[RecordKind, ...] = ()
    names: tuple[str, ...] = ()

    def is_a(self, kind: RecordKind) -> bool:
        """Whether the entry is of this kind, be it in the first place or also."""
        return kind in ((self.kind, *self.also) if self.kind else kinds_in(self.who, bool(self.words)))

    @property
    def named(self) -> tuple[str, ...]:
        """Texts that hold the names of those who spoke, acted or stood there."""
        return self.names or (self.who,)


@dataclass(frozen=True, slots=True)
class Reference:
    """Evidence as an author names it: a phrase of an article, an entry of the record, or a checkable statement."""

    article: str | None = None
    record: str | None = None
    quote: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of an article with a label. `start` and `end` are code points of the article's text.

    `core` holds the code points of the words that are wrong, inside the span.
    """

    id: str
    article: str
    label: str
    also: tuple[str, ...]
    quote: str
    start: int
    end: int
    core: tuple[int, int]
    should_be: str | None
    certainty: Certainty
    why: str
    evidence: tuple[Reference, ...]
    harm: str
    harm_why: str


@dataclass(frozen=True, slots=True)
class SoundPassage:
    """A control: a span of an article that looks odd and is right. Offsets are code points."""

    id: str
    article: str
    quote: str
    start: int
    end: int
    looks: str
    why: str
    evidence: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A passage kept for the tests: no lesson uses it. `start` and `end` are code points of the article's text."""

    article: str
    start: int
    end: int

    def touches(self, one: Finding | SoundPassage) -> bool:
        """Return True if a finding or a control has a word in the passage."""
        return self.meets(one.article, one.start, one.end)

    def meets(self, article: str, start: int, end: int) -> bool:
        """Return True if code points `start` to `end` of an article have some of the passage in them."""
        return self.article == article and start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class Case:
    """One event told by several articles, with everything that is known about them.

    `tests_only` is set for one that is made for tests alone: no page but theirs prints any of it. `lang` is the tag of
    the language of its articles and its record, empty where the case doesn't say.
    """

    id: str
    title: str
    about: str
    licence: str
    events: Mapping[str, Event]
    articles: Mapping[str, Article]
    record: Mapping[str, Statement]
    findings: Mapping[str, Finding]
    controls: Mapping[str, SoundPassage]
    exercises: Mapping[str, Exercise]
    held: tuple[Held, ...] = ()
    tests_only: bool = False
    lang: str = ""

    def holds_back(self, one: Finding | SoundPassage) -> bool:
        """Return True if a finding or a control lies in a passage kept for the tests."""
        return self.keeps(one.article, one.start, one.end)

    def keeps(self, article: str, start: int, end: int) -> bool:
        """Return True if some of an article, from one code point to another, is kept for the tests."""
        return any(part.meets(article, start, end) for part in self.held)

    def exercise(self, name: str) -> Exercise:
        """Return the exercise with this id; UnknownError names the nearest ids."""
        if name in self.exercises:
            return self.exercises[name]
        # Without anything near, a few ids show at least what they look like.
        near = difflib.get_close_matches(name, self.exercises, n=3) or sorted(self.exercises)[:5]
        raise UnknownError(f"There is no exercise {name!r}. Did you mean {' or '.join(near) or 'another case'}?")
