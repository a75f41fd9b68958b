"""Read the answers out of any submitted file, without running it. See `scan.py` for how a record is found.
`saved.py` reads what a page of the web book saved.

What is damaged is read as far as it goes; what could not be used, and what was recovered, is said in notes.
"""

import codecs
import json
import re
from dataclasses import dataclass
from typing import Literal

from samestory.answer.clean import RefusedError, cleaned
from samestory.answer.note import Note
from samestory.answer.record import MIME, SCHEMA, Record, Unusable, read_record
from samestory.answer.saved import read_saved
from samestory.answer.scan import Broken, TooManyError, values
from samestory.answer.source import exercises_named, plain_calls

Origin = Literal["output", "call", "kept", "saved"]
PARSE_AT_MOST = 8 * 1024 * 1024  # larger files are judged by how they begin and end
RECORD_AT_MOST = 1024 * 1024  # a larger file is no record: parsed, it would take 25 times as much
_PIECE = 4 * 1024 * 1024
_BLANK = b" \t\r\n\0\xef\xbb\xbf"
_NO_BLANK = re.compile(rb"[^ \t\r\n\0\xef\xbb\xbf]")  # strip() would copy the file
# It takes "a \" b" whole; it leaves a text without an end, and being possessive tries it in one way only.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_END = re.compile(rb'"nbformat_minor"\s{0,9}:\s{0,9}\d{1,9}\s{0,9}\}\s{0,9}\Z')  # as Jupyter ends every notebook
# It takes the list that every notebook has, under its old name too; it leaves other JSON.
_CELLS = re.compile(rb'"(?:cells|worksheets)"\s{0,99}:\s{0,99}\[')


@dataclass(frozen=True)
class Found:
    """A record, and where it stood: in an output, in a plain call of a cell, in the small file beside the notebook, or
    in a file that *My results* saved."""

    record: Record
    origin: Origin


@dataclass(frozen=True)
class Reading:
    """What one file holds. `found` keeps the file's order and may hold several records of one exercise.

    `named` are the exercises that the cells ask for; `problem` says why this is no notebook, or is empty; `size` is
    how many characters the records have as they stand in the file. `saved` is set for a file that *My results* saved,
    sound or damaged.
    """

    found: tuple[Found, ...] = ()
    named: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: str = ""
    size: int = 0
    saved: bool = False


def read_answers(data: bytes) -> Reading:
    """Every answer in the bytes of a file. Never raises, whatever they are."""
    if not _NO_BLANK.search(data):
        return Reading(problem="The file is empty." if not data else "The file holds nothing but blanks.")
    data, notes = _as_utf8(data)
    # First: what My results saved holds records under keys that the search below doesn't know.
    saved = read_saved(data)
    if saved:
        out_of_it = tuple(Found(record, "saved") for record in saved.records)
        return Reading(out_of_it, saved.begun, (*notes, *saved.notes), saved.problem, len(data), True)
    found, more, size = _records(data)
    notes += more
    # A call is read only where its output is gone: the output tells when, and of which edition.
    calls, more = _recovered(data, {one.record.exercise for one in found})
    notes += more
    # Last, for it takes parsing the whole file.
    kept = _kept(data) if not found and not calls else None
    if kept:
        return Reading((kept,), (), (*notes, Note("Read from the small file kept beside the notebook.")))
    found += calls
    problem, more = _judged(data, found)
    return Reading(tuple(found), exercises_named(data) if not found else (), (*notes, *more), problem, size)


def _as_utf8(data: bytes) -> tuple[bytes, list[Note]]:
    encoding = json.detect_encoding(data)
    if encoding.startswith("utf-8"):
        return data, []
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pieces = [decoder.decode(data[at : at + _PIECE]).encode("utf-8", "replace") for at in range(0, len(data), _PIECE)]
    return b"".join(pieces), [Note(f"Saved as {encoding.upper()}; read all the same.")]


def _records(data: bytes) -> tuple[list[Found], list[Note], int]:
    found: list[Found] = []
    notes: dict[Note, None] = {}
    size = 0
    try:
        for value in values(data):
            if isinstance(value, Broken):
                why = "is larger than any answer" if value.large else "was found in pieces"
                notes[Note(f"{_an_answer(value.exercise)} {why} and was left out.", True)] = None
                continue
            size += value.size
            record = read_record(value.value, value.plain)
            if isinstance(record, Record):
                found.append(Found(record, "output"))
                if record.schema > SCHEMA:
                    notes[Note("Written by a newer version of Same Story: what is known was read.", True)] = None
            elif value.value not in ({}, [], "", None):  # an output's own settings stand under the same key
                notes[_left_out(record)] = None
    except TooManyError:
        notes[Note("More answers than a notebook can hold: those at the end were left unread.", True)] = None
    return found, list(notes), size


def _recovered(data: bytes, known: set[str]) -> tuple[list[Found], list[Note]]:
    found: list[Found] = []
    notes: dict[Note, None] = {}
    for call in plain_calls(data, known):
        if not call.readable:
            notes[Note(f"“{call.exercise}” is answered by code that was not run: no answer was read.", True)] = None
            continue
        try:
            answer = cleaned(call.answer)
        except RefusedError as refused:
            notes[_left_out(Unusable(call.exercise, str(refused)))] = None
            continue
        if answer not in (None, "", [], {}):
            found.append(Found(Record(call.exercise, "", answer, ""), "call"))
    return found, list(notes)


def _kept(data: bytes) -> Found | None:
    """The file is a record itself, as `keep.py` writes it."""
    if len(data) > RECORD_AT_MOST or b'"exercise"' not in data:
        return None
    record = Record.from_json(data.decode("utf-8-sig", "replace"))
    return Found(record, "kept") if record else None


def _judged(data: bytes, found: list[Found]) -> tuple[str, list[Note]]:
    """Whether this is a notebook at all, and whether it is whole."""
    whole = _is_whole(data)
    if found:
        said = Note("The file is damaged or cut short: what could be read of it was graded.", True)
        return "", [] if whole else [said]
    if _CELLS.search(data) or (_beginning(data)[:1] == b"{" and not whole):
        return "" if whole else "The notebook is damaged or cut short before its first answer.", []
    return f"This is not a notebook{_looks_like(data)}.", []


def _is_whole(data: bytes) -> bool:
    if _END.search(data, max(0, len(data) - 200)):
        return True
    if data[-4096:].rstrip(_BLANK)[-1:] != b"}":
        return False
    # Braces in texts mostly balance too, so the slow count is seldom needed.
    if len(data) > PARSE_AT_MOST or data.count(b"{") == data.count(b"}"):
        return True
    bare = _TEXT.sub(b"", data)  # counted, not parsed: a value takes 25 times as much memory as its text
    return bare.count(b"{") == bare.count(b"}") and bare.count(b"[") == bare.count(b"]") and b'"' not in bare


def _beginning(data: bytes) -> bytes:
    """The first bytes that are no blanks."""
    found = _NO_BLANK.search(data)
    return data[found.start() : found.start() + 512] if found else b""


def _looks_like(data: bytes) -> str:
    start = _beginning(data).lower()
    for sign, name in (
        (b"%pdf", "a PDF"),
        (b"pk\x03\x04", "a zip archive or an office document"),
        (b"\x1f\x8b", "an archive that is not read here (ask for a .zip)"),
        (b"rar!", "an archive that is not read here (ask for a .zip)"),
        (b"7z\xbc\xaf", "an archive that is not read here (ask for a .zip)"),
        (b"\x89png", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"<!doctype html", "a web page"),
        (b"<html", "a web page"),
        (b"{", "JSON of another sort"),
        (b"[", "JSON of another sort"),
    ):
        if start.startswith(sign):
            return f": it looks like {name}"
    return ""


def _an_answer(exercise: str) -> str:
    return f"An answer to “{exercise}”" if exercise else "An answer"


def _left_out(record: Unusable) -> Note:
    return Note(f"{_an_answer(record.exercise)} was left out: {record.why}.", True)


__all__ = ["MIME", "Found", "Origin", "Reading", "read_answers"]
