"""The fresh events: texts that no rule was made from, with labels, as cases that a scan takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from samestory.case.model import Case, Statement
from samestory.scanning.bare import bare_case
from samestory.text.document import Document

HERE = Path(__file__).resolve().parent
# The sets, oldest first; one more is a folder here and a name in this list. The last one is the least seen.
SETS = ("fresh", "fresh2")


@dataclass(frozen=True, slots=True)
class Account:
    """A text of an event. `page` are lines that are not the story’s, `takes_from` names the text it was made of."""

    id: str
    role: str
    outlet: str
    published: date
    headline: str
    body: str
    page: tuple[str, ...] = ()
    takes_from: str | None = None
    machine: str | None = None
    kind: str = "statement"
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Headline and body, as one would paste them."""
        return f"{self.headline}\n\n{self.body}"

    def as_entry(self) -> Statement:
        """The account as an entry of the record: what an agency sent out, or what was said."""
        kind: Any = "agency-copy" if self.role == "agency" else self.kind
        day = self.published.isoformat()
        return Statement(self.id, day, self.outlet, self.body, None, "", None, kind, (), self.names)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `text[start:end]` of the account `account`, in code points."""

    account: str
    start: int
    end: int

    def overlaps(self, other: "Place") -> bool:
        """Whether both have some of the same words."""
        return self.account == other.account and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said of some words before any rule saw them: a fault, or a look-alike that is sound.

    `undecided` is a fault where two accounts are in conflict and nothing says which of them is right.
    """

    kind: str
    is_fault: bool
    says: str
    place: Place
    beside: Place | None
    why: str
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class PassagePair:
    """Passages of two accounts: two renderings of one utterance (*translated*), or one thing told twice (*telling*).

    `same` is false where they only look so: two utterances of one speaker, two things of one story.
    """

    kind: str
    same: bool
    a: Place
    b: Place


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its accounts, among them at most one record, and the labels.

    `besides` are accounts of another event on the same subject, which no scan of this one sees.
    """

    name: str
    accounts: tuple[Account, ...]
    labels: tuple[Label, ...]
    pairs: tuple[PassagePair, ...] = ()
    besides: tuple[Account, ...] = ()

    def bare(self) -> Case:
        """The event as somebody has it who found some articles: no record."""
        return bare_case([_document(one) for one in self.accounts if one.role != "record"])

    def recorded(self) -> Case:
        """The event beside what was said and what the agency sent out, as entries of the record."""
        printed = [_document(one) for one in self.accounts if one.role not in ("record", "agency")]
        entries = {one.id: one.as_entry() for one in self.accounts if one.role in ("record", "agency")}
        return replace(bare_case(printed), record=entries)

    def account(self, name: str) -> Account:
        """The account with this id."""
        return next(one for one in self.accounts if one.id == name)

    def words(self, place: Place) -> str:
        """What stands at a place."""
        return self.account(place.account).text[place.start : place.end]


def fresh(name: str) -> tuple[Event, ...]:
    """Return the events of one of the `SETS`."""
    return events(HERE / name / "events")


def events(folder: Path) -> tuple[Event, ...]:
    """Return the events in a folder, by name; ValueError if there are none."""
    found = tuple(event(path) for path in sorted(folder.glob("*.yml")))
    if not found:
        raise ValueError(f"There are no events in {folder}.")
    return found


def event(path: Path) -> Event:
    """Read an event. ValueError names a label whose words do not stand in its text exactly as often as it says."""
    read = yaml.safe_load(path.read_text("utf-8"))
    accounts = tuple(_account(one) for one in read["texts"])
    texts = {one.id: one.text for one in accounts}
    labels, pairs = _labels(read["labels"], texts, path.name), _pairs(read.get("pairs", []), texts, path.name)
    besides = tuple(_account(one) for one in read.get("besides", []))
    return Event(read["event"], accounts, tuple(labels), tuple(pairs), besides)


def _account(read: Mapping[str, Any]) -> Account:
    known = {name: value for name, value in read.items() if name != "credits"}
    lists = {name: tuple(known.get(name, ())) for name in ("page", "names")}
    return Account(**{**known, **lists})


def _labels(read: list[Mapping[str, Any]], texts: Mapping[str, str], file: str) -> Iterator[Label]:
    for one in read:
        place = _place(texts, one["in"], one["says"], one.get("nth", 1), file)
        beside = _place(texts, one["beside"], one["there"], 1, file) if "beside" in one else None
        yield Label(
            one["kind"], one["is"] == "fault", one["says"], place, beside, one["why"], one.get("undecided", False)
        )


def _pairs(read: list[Mapping[str, Any]], texts: Mapping[str, str], file: str) -> Iterator[PassagePair]:
    for one in read:
        a = _place(texts, one["in"], one["says"], 1, file)
        b = _place(texts, one["beside"], one["there"], 1, file)
        yield PassagePair(one["kind"], one["same"], a, b)


def _place(texts: Mapping[str, str], account: str, words: str, nth: int, file: str) -> Place:
    text = texts[account]
    if text.count(words) != nth:
        raise ValueError(f"{file}: “{words}” stands {text.count(words)} times in {account}, not {nth}.")
    start = text.rindex(words)
    return Place(account, start, start + len(words))


def _document(one: Account) -> Document:
    return Document(one.text, one.id, one.published)
