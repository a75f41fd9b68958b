"""Files as people have them become texts: saved pages, .docx, .pdf, plain text in any encoding, folders, archives."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from samestory.inbox.files import LARGEST_FILE, gather, is_archive
from samestory.inbox.letters import decoded
from samestory.inbox.mended import mended
from samestory.inbox.office import taken_from_docx, taken_from_pdf
from samestory.inbox.page import taken_from_page
from samestory.inbox.printed_day import printed_day
from samestory.inbox.taken import FileFound, NoTextError, Refused, Taken
from samestory.inbox.wrapped import unwrapped

__all__ = ["FileFound", "Refused", "Taken", "take", "take_files"]

_LONGEST = 1_000_000  # characters of a text: four novels
_SAVE_AS = "save it as .txt, .docx, .pdf or .html"
# How a file begins that no reader takes, and what it is.
_OTHERS = (
    (b"{\\rtf", "it is rich text: "),
    (b"\xd0\xcf\x11\xe0", "it is an old Word file: "),
    (b"\x89PNG", "it is a picture: type its words into a .txt, or "),
    (b"\xff\xd8\xff", "it is a picture: type its words into a .txt, or "),
    (b"From: <Saved by", "it is a web archive: save the page as “HTML only”, or "),
)


def take_files(paths: Iterable[Path]) -> Iterator[Taken | Refused]:
    """Yield for each file that is meant the text taken from it, or why there is none. Nothing is fetched or run."""
    for one in gather(paths):
        yield one if isinstance(one, Refused) else take(one)


def take(found: FileFound) -> Taken | Refused:
    """Return the text of one file, or why it was not taken."""
    try:
        taken = _reader(found)(found)
        if len(taken.text) > _LONGEST:
            raise NoTextError("it has more than a million characters: save the article alone")
    except NoTextError as error:
        return Refused(found.name, str(error))
    better = mended(taken.text)
    return _dated(replace(taken, text=better.text, notes=(*taken.notes, better.note)) if better.note else taken)


def _dated(taken: Taken) -> Taken:
    """Take the day that the text prints of itself, where no field of the page gives one; a note shows the line."""
    found = None if taken.fields.date else printed_day(taken.text)
    if not found:
        return taken
    day, line = found
    note = f"day {day}, from its line “{line}”: change it in case.yml if it did not appear then"
    return replace(taken, fields=replace(taken.fields, date=day.isoformat(), dated=line), notes=(*taken.notes, note))


def _reader(found: FileFound) -> Callable[[FileFound], Taken]:
    """Choose by how a file begins, then by its name: a wrong ending is common."""
    start, name = found.content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n"), found.name.lower()
    if not found.content.strip():
        raise NoTextError("the file is empty")
    if len(found.content) > LARGEST_FILE:
        raise NoTextError("it has more than 20 MB: save the article alone")
    if start.startswith(b"%PDF"):
        return taken_from_pdf
    if start.startswith(b"PK\x03\x04"):
        if is_archive(found.content) or b"word/document.xml" not in found.content:
            raise NoTextError(f"it is no text document: {_SAVE_AS}")
        return taken_from_docx
    for begins, what in _OTHERS:
        if start.startswith(begins):
            raise NoTextError(what + _SAVE_AS)
    is_page = name.endswith((".html", ".htm", ".xhtml")) or start[:14].lower().startswith((b"<!doctype html", b"<html"))
    return taken_from_page if is_page else _taken_from_text


def _taken_from_text(found: FileFound) -> Taken:
    text, note = decoded(found.content)
    text, joined = unwrapped(text)
    if not text.strip():
        raise NoTextError("the file has no words in it")
    notes = [note, "its lines were broken and have been joined" if joined else None]
    return Taken(found, text, notes=tuple(one for one in notes if one))
