"""Texts come into a case, change and leave it, and so do entries of the record: files are written, not judged."""

import base64
import binascii
import hashlib
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from samestory.desk.case_edit import ids_in, with_fields, with_statement, without_article
from samestory.errors import SameStoryError
from samestory.inbox import Refused, Taken, take
from samestory.inbox.files import unpacked_files
from samestory.inbox.made import add_to_case, make_case, slug
from samestory.text import words

_MOST_FILES = 40
_TITLE = "Texts of my own"
_NO_PDF = "PDF files can’t be read in the browser: open it, copy its words and paste them here"


class CannotTakeError(SameStoryError):
    """A text, a day or an entry of the record that can't be taken; the message says why."""


def take_files_in(folder: Path, files: object, in_browser: bool) -> list[str]:
    """Add files, or make the case of them; return a sentence for each of which there is something to say.

    Each is a dict of `name`, `content` in base64, and maybe `outlet` and `date`.
    """
    taken: list[Taken] = []
    told: list[str] = []
    for one in (files if isinstance(files, list) else [])[:_MOST_FILES]:
        for each in _read(one, in_browser):
            if isinstance(each, Refused):
                told.append(f"{each.name} was not read: {each.why}.")
            else:
                taken.append(each)
                told += [f"{each.found.name}: {note}." for note in each.notes if "pip install" not in note]
    if taken and (folder / "case.yml").is_file():
        kept = add_to_case(folder, taken)
    elif taken:
        kept = make_case(folder, _TITLE, taken)
    else:
        return told or ["Nothing was read: paste a text, or choose files."]
    if len(kept) < len(taken):
        told.append("A text that is there already was left out.")
    return told


def _read(one: object, in_browser: bool) -> list[Taken | Refused]:
    given = one if isinstance(one, dict) else {}
    name = str(given.get("name") or "pasted.txt")
    try:
        content = base64.b64decode(str(given.get("content") or ""), validate=True)
    except (binascii.Error, ValueError):
        return [Refused(name, "it did not arrive whole")]
    if in_browser and content.lstrip()[:5] == b"%PDF-":
        return [Refused(name, _NO_PDF)]
    found = unpacked_files(name, content)
    read = [each if isinstance(each, Refused) else take(each) for each in found]
    return [_fit(each, given) if isinstance(each, Taken) else each for each in read]


def _fit(one: Taken, given: dict[str, Any]) -> Taken | Refused:
    # Marks alone could be neither compared nor marked.
    return _with_told(one, given) if words(one.text) else Refused(one.found.name, "it has no words in it")


def _with_told(one: Taken, given: dict[str, Any]) -> Taken:
    """The text with the outlet and the day that a person gave; what the page says of itself fills the rest."""
    from dataclasses import replace

    fields = one.fields
    outlet = " ".join(str(given.get("outlet") or "").split())[:120] or fields.outlet
    day = a_day(given.get("date")) or fields.date
    return replace(one, fields=replace(fields, outlet=outlet, date=day))


def a_day(given: object) -> str | None:
    """Return a day as ISO 8601; None where none is given. Raises CannotTakeError for what is no day."""
    text = str(given or "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise CannotTakeError(f"“{text[:40]}” is no day: write it as 2026-03-01.") from None


def change_fields(folder: Path, article: str, outlet: object, day: object) -> None:
    """Set the outlet and the day of an article, where they are given."""
    fields: dict[str, str] = {}
    if name := " ".join(str(outlet or "").split())[:120]:
        fields["outlet"] = name
    if iso := a_day(day):
        fields |= {"date": iso, "dated": f"{iso}, as entered at the desk"}
    if fields:
        _edit(folder / "case.yml", lambda typed: with_fields(typed, article, fields))


def put_text(folder: Path, article: str, text: str) -> None:
    """Put other words in the place of an article's; its decisions are found again in them, or set aside."""
    path = folder / "articles" / f"{article}.txt"
    if not path.is_file():
        raise CannotTakeError(f"The text of {article} stands in a file of another name: change it there.")
    if not any(mark.isalnum() for mark in text):
        raise CannotTakeError("There are no words in it: paste the text, or remove the article.")
    content = f"{text.strip()}\n".replace("\r\n", "\n").encode()
    digest = hashlib.sha256(content).hexdigest()
    _edit(folder / "case.yml", lambda typed: with_fields(typed, article, {"sha256": digest}))
    path.write_bytes(content)


def drop_article(folder: Path, article: str) -> None:
    """Take an article out of a case: its entry and its text; the file that it came from stays in the inbox."""
    _edit(folder / "case.yml", lambda typed: without_article(typed, article))
    for name in ("articles", "cut"):
        (folder / name / f"{article}.txt").unlink(missing_ok=True)


def put_statement(folder: Path, given: dict[str, Any]) -> None:
    """Add to the record what was said, with who said it, when, and the source."""
    words, who, source = (str(given.get(name) or "").strip() for name in ("words", "who", "source"))
    day = a_day(given.get("date"))
    missing = [name for name, value in (("the words", words), ("who said them", who), ("the day", day),
                                        ("the source", source)) if not value]  # fmt: skip
    if missing:
        raise CannotTakeError(f"The record needs {', '.join(missing)} too: without them nobody can check it.")
    path = folder / "record.yml"
    taken = ids_in(path.read_text(encoding="utf-8-sig"), "statements")
    base = slug(who, "said")[:30].rstrip("-")
    name = next(one for one in (base, *(f"{base}-{n}" for n in range(2, 9999))) if one not in taken)
    entry = {"id": name, "date": day, "who": who, "words": words, "what": None, "source": source, "address": None}
    _edit(path, lambda typed: with_statement(typed, entry))


def name_case(folder: Path, title: str) -> Path:
    """Give a case a title and a folder named after it; return the folder."""
    from samestory.desk.case_edit import with_name

    shown = " ".join(title.split())[:100]
    if not shown:
        raise CannotTakeError("Give it a title.")
    new = folder.parent / slug(shown, "case")
    _edit(folder / "case.yml", lambda typed: with_name(typed, new.name, shown))
    if new != folder:
        shutil.rmtree(new, ignore_errors=True)
        folder.rename(new)
    return new


def _edit(path: Path, change: Any) -> None:
    text = change(path.read_text(encoding="utf-8"))
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
