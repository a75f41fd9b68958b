"""What came of one file: a text that was taken from it, or a sentence that says why not."""

from dataclasses import dataclass

from samestory.errors import SameStoryError


class NoTextError(SameStoryError):
    """A file that no text can be taken from; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file as it came, untouched; `name` is its own name, without folders."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read. `why` is a sentence for the person who named it."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class PageFields:
    """What a page says of itself; None where it is silent. `date` is ISO 8601, a day.

    `dated` is the line of the text that prints the day, where it comes from there.
    `credit` names whose text it is, as far as the page says so in a field of its own.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None
    dated: str | None = None
    address: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that was taken from a file.

    `notes` say what was guessed or changed. `cut` holds the paragraphs of a page that were left out, so that a person
    can put them back.
    """

    found: FileFound
    text: str
    fields: PageFields = PageFields()
    notes: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
