"""Make a case out of texts that were taken from files, or add some to one: what nobody has looked at is said so."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from samestory.case.lines import Sheet, read
from samestory.case.problem import CaseError
from samestory.case.todo import NOT_LOOKED_AT
from samestory.errors import SameStoryError
from samestory.inbox.taken import PageFields, Taken
from samestory.language import language_of

_LONGEST_ID = 40  # characters; a case's ids may have 48
_LONGEST_NAME = 100  # bytes of a file's name in the inbox
_EVENT = "event"
_HEAD = """\
# Made by `samestory new`. What says “not looked at” waits for you; `samestory check` lists it.
schema: 1
id: {id}
title: {title}
{lang}about: {unseen}
licence: {unseen}
events:
  - id: {event}
    date: {unseen}
    title: {title}
    what: {unseen}
articles:
"""
_ENTRY = """\
{dash}- id: {id}
{dash}  file: {file}
{dash}  sha256: {sha256}
{dash}  outlet: {outlet}
{dash}  address: {address}
{dash}  event: {event}
{lang}{dash}  date: {date}
{dash}  dated: {dated}
{dash}  byline: {byline}
{dash}  credit: {credit}
{dash}  shows: {unseen}
{dash}  upstream: {{says: {unseen}, certainty: open}}
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that has become an article of a case, under this id."""

    id: str
    taken: Taken


class CannotAddError(SameStoryError):
    """A case.yml that nothing can be added to."""


def slug(text: str, fallback: str = "text") -> str:
    """Return a short id made of a name or a title; `fallback` if nothing of it can stand in an id.

    >>> slug("Señora Ibáñez, 3 March.html"), slug("حداد")
    ('senora-ibanez-3-march-html', 'text')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].rstrip("-")
    return made if len(made) > 1 else f"{fallback}-{made}" if made else fallback


def make_case(folder: Path, title: str, texts: Sequence[Taken]) -> list[Kept]:
    """Write a new case with one event and these texts; `folder` is made. OSError if it can't be written."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = _keep(folder, texts, set())
    lang = _lang(texts)
    head = _HEAD.format(
        lang=f"lang: {_tagged(lang)}\n" if lang else "",
        id=folder.resolve().name,
        title=_quoted(title),
        unseen=NOT_LOOKED_AT,
        event=_EVENT,
    )
    _write(folder / "record.yml", "schema: 1\nstatements: []\n")
    _write(folder / "case.yml", head + "".join(_entry(one, _EVENT, "  ", lang) for one in kept))
    return kept


def add_to_case(folder: Path, texts: Sequence[Taken]) -> list[Kept]:
    """Add these texts to the end of the articles of a case, whose file stays as it is otherwise.

    A text that is there already is left out. Raises CaseError for a case.yml that can't be read, CannotAddError
    for one without a list of articles.
    """
    sheet = read(folder / "case.yml", "case.yml")
    if not isinstance(sheet, Sheet):
        raise CaseError([sheet])
    typed = sheet.content.decode("utf-8")
    place = _end_of_articles(typed)
    articles = [one for _, one in sheet.entries("articles") if isinstance(one, dict)]
    events = [one["id"] for _, one in sheet.entries("events") if isinstance(one, dict) and "id" in one]
    there = {str(one.get("sha256")) for one in articles}
    texts = [one for one in texts if _sha256(one.text) not in there]
    kept = _keep(folder, texts, {str(one.get("id")) for one in articles})
    end, dash = place
    lang = sheet.get("lang")
    event = events[-1] if events else _EVENT
    entries = "".join(_entry(one, event, dash, lang if isinstance(lang, str) else "") for one in kept)
    _write(folder / "case.yml", f"{typed[:end].rstrip()}\n{entries}{typed[end:].lstrip(chr(10))}")
    return kept


def _keep(folder: Path, texts: Iterable[Taken], ids: set[str]) -> list[Kept]:
    """Write each text into `articles`, what was cut into `cut`, and the file itself, untouched, into `inbox`."""
    kept: list[Kept] = []
    hashes: set[str] = set()
    for one in texts:
        if _sha256(one.text) in hashes:
            continue
        hashes.add(_sha256(one.text))
        name = _free(slug(Path(one.found.name).stem), ids)
        ids.add(name)
        kept.append(Kept(name, one))
        _write(folder / "articles" / f"{name}.txt", _file_text(one.text))
        if one.cut:
            _write(folder / "cut" / f"{name}.txt", "\n\n".join(one.cut) + "\n")
        inbox = folder / "inbox" / _inbox_name(folder, one.found.name)
        inbox.parent.mkdir(exist_ok=True)
        inbox.write_bytes(one.found.content)
    return kept


def _lang(texts: Sequence[Taken]) -> str:
    """The language of most of the texts; "" where none can be told."""
    return Counter(language_of(one.text) for one in texts).most_common(1)[0][0] if texts else ""


def _entry(one: Kept, event: str, dash: str, lang: str) -> str:
    """The entry of an article in case.yml; its language stands there where it isn't the case's."""
    fields, own = one.taken.fields, language_of(one.taken.text)
    entry = _ENTRY.format(
        dash=dash,
        id=one.id,
        file=f"articles/{one.id}.txt",
        sha256=_sha256(one.taken.text),
        outlet=_or_unseen(fields.outlet),
        address=_or_unseen(fields.address),
        event=event,
        lang=f"{dash}  lang: {_tagged(own)}\n" if own and own != lang else "",
        date=fields.date or NOT_LOOKED_AT,
        dated=_quoted(_how_dated(fields)) if fields.date else NOT_LOOKED_AT,
        byline=_or_unseen(fields.byline),
        credit=_or_unseen(fields.credit),
        unseen=NOT_LOOKED_AT,
    )
    is_heading = fields.title in one.taken.text.splitlines()
    return f"{entry}{dash}  headings: [{_quoted(str(fields.title))}]\n" if is_heading else entry


def _how_dated(fields: PageFields) -> str:
    return f"“{fields.dated}”, near the top" if fields.dated else f"{fields.date}, as the page’s own fields give it"


def _tagged(code: str) -> str:
    # YAML 1.1 takes a bare “no” for false.
    return f'"{code}"' if code in ("no", "on", "yes", "off") else code


def _end_of_articles(typed: str) -> tuple[int, str]:
    """Return where the list of articles ends, and what stands before each of its dashes."""
    root = yaml.compose(typed, Loader=yaml.SafeLoader)
    fields = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for key, value in fields if key.value == "articles"), None)
    if not isinstance(found, yaml.SequenceNode) or found.flow_style or not found.value:
        raise CannotAddError("case.yml has no list of articles, one dash each: write it so, or begin anew with `new`.")
    # A block's end mark stands where the next thing begins, comments passed over: the last value's own end is nearer.
    last: yaml.Node = found.value[-1]
    while isinstance(last, yaml.MappingNode | yaml.SequenceNode) and not last.flow_style and last.value:
        last = last.value[-1] if isinstance(last, yaml.SequenceNode) else last.value[-1][1]
    line_end = typed.find("\n", len(typed[: last.end_mark.index].rstrip()))
    return (len(typed) if line_end < 0 else line_end + 1), " " * found.start_mark.column


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _inbox_name(folder: Path, name: str) -> str:
    """Return a name that every system takes, near the file's own, and not taken in the inbox."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', "-", name).lstrip(".") or "file"
    stem, suffix = Path(safe).stem, Path(safe).suffix[:10]
    stem = stem.encode()[: _LONGEST_NAME - len(suffix)].decode("utf-8", "ignore")
    there = {one.name for one in (folder / "inbox").glob("*")}
    return next(
        f"{one}{suffix}" for one in (stem, *(f"{stem}-{n}" for n in range(2, 10**6))) if one + suffix not in there
    )


def _file_text(text: str) -> str:
    return f"{text.strip()}\n"


def _sha256(text: str) -> str:
    return hashlib.sha256(_file_text(text).encode()).hexdigest()


def _or_unseen(value: str | None) -> str:
    return _quoted(value) if value else NOT_LOOKED_AT


def _quoted(value: str) -> str:
    """Return a value as YAML takes it whatever is in it: JSON's quotation marks are YAML's too."""
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
