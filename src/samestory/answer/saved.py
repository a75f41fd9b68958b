"""Read the file that *My results* saves on a page of the web book: everything that one browser keeps of the course.

    {"format": "same-story-answers", "schema": 1, "saved": "<time>", "draw": "ab" | "ba" | null,
     "answers": {"<exercise>": {"record": {...}, "checked": true, "scored": {...}, "looked": {...}, "draft": ...,
                 "hints": 1, "first": {...}}}}

`looked` is the score of the first look; `first` is that look itself, where the learner began again and has not checked
since. Only what was checked is an answer. A score that stands in the file is not looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samestory.answer.clean import value_at, whole
from samestory.answer.note import Note
from samestory.answer.record import MAX_NAME, Record, read_record
from samestory.answer.scan import BUDGET, WINDOWS

FORMAT = "same-story-answers"
_SCHEMA = 1
_LARGEST = (
    6 * 1024 * 1024
)  # bytes: ten times what all answers of the course come to; Python makes 25 times as much of it
_MOST = 10_000
_MARK = f'"{FORMAT}"'.encode()
_BEGINS = re.compile(rb'\s*\{\s*(?:"schema"\s*:\s*\d+\s*,\s*)?"format"\s*:\s*"same-story-answers"')
# It takes the key before an object; it leaves one with an escaped mark, which stands within somebody's text.
_RECORD = re.compile(r'(?<!\\)"record"\s{0,99}:\s{0,99}(?=\{)')
_LISTED = 20
_NAME = "The file of answers that My results saved"


@dataclass(frozen=True)
class Saved:
    """The records of a saved file, in its order, and the exercises that were `begun` and not checked.

    `problem` says why there is nothing to be read, or is empty.
    """

    records: tuple[Record, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: str = ""
    begun: tuple[str, ...] = ()


def read_saved(data: bytes) -> Saved | None:
    """What a file in UTF-8 holds if it is one that *My results* saved, else None. Never raises."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    # The quick questions first: every notebook that is handed in comes through here.
    if data[:4096].lstrip()[:1] != b"{" or _MARK not in data:
        return None
    # Any file may quote the name of the format; ours begins with it.
    ours = _BEGINS.match(data) is not None
    if len(data) > _LARGEST:
        return Saved(problem=f"{_NAME} is larger than 6 MB: it was not made by the page.") if ours else None
    text = data.decode("utf-8", "replace")
    try:
        value, end = value_at(text.lstrip())
    except ValueError:
        return _salvaged(text) if ours else None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None
    after = Note(f"{_NAME} has something behind its end, which was left out.", True)
    return _read(value, [after] if text.lstrip()[end:].strip("\0 \t\r\n") else [])


def _read(value: dict[str, Any], notes: list[Note]) -> Saved:
    entries = value.get("answers")
    if not isinstance(entries, dict):
        return Saved(problem=f"{_NAME} is damaged: it holds no list of answers.")
    schema = value.get("schema")
    if isinstance(schema, int) and schema > _SCHEMA:
        notes.append(Note("Saved by a newer edition of the course: what is known was read.", True))
    if len(entries) > _MOST:
        notes.append(Note(f"{_NAME} holds more than {_MOST} answers: the rest was left unread.", True))
    records: list[Record] = []
    begun: list[str] = []
    for name, entry in list(entries.items())[:_MOST]:
        raw = entry.get("record") if isinstance(entry, dict) else None
        record = read_record(raw)
        if isinstance(record, Record) and record.exercise == name:
            records.append(record)
        elif raw is None and isinstance(entry, dict) and ("draft" in entry or "first" in entry):
            begun.append(whole(name[:MAX_NAME]))  # begun, or begun again after a fresh start
        else:
            notes.append(_left_out(name))
    if begun:
        notes.append(Note(f"Begun on the page and never checked, so not counted: {_list(begun)}."))
    # Begun answers are something to be read; only a file with neither is damaged.
    lost = entries and not records and not begun
    problem = f"{_NAME} is damaged: no answer in it can be read." if lost else ""
    return Saved(tuple(records), _few(notes), problem, tuple(begun))


def _salvaged(text: str) -> Saved:
    """What is left of a file that breaks off, or that somebody changed until it was no JSON."""
    records = tuple(_whole_records(text))
    if not records:
        return Saved(problem=f"{_NAME} is damaged or cut short before its first answer.")
    return Saved(records, (Note(f"{_NAME} is damaged or cut short: what could be read of it was graded.", True),))


def _whole_records(text: str) -> Iterator[Record]:
    at = spent = 0
    while spent < BUDGET and (key := _RECORD.search(text, at)):
        window = text[key.end() : key.end() + WINDOWS[-1]]
        spent += len(window)
        at = key.end()
        try:
            value, read = value_at(window)
        except ValueError:
            continue
        at += read
        record = read_record(value)
        if isinstance(record, Record):
            yield record


def _left_out(name: str) -> Note:
    name = whole(name[:MAX_NAME])
    return Note(f"An answer to “{name}” in the saved file can’t be read and was left out.", True)


def _few(notes: list[Note]) -> tuple[Note, ...]:
    if len(notes) <= _LISTED:
        return tuple(notes)
    return (*notes[:_LISTED], Note(f"{len(notes) - _LISTED} more like this.", True))


def _list(names: list[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
