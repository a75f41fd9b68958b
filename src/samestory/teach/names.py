"""Whose file is it? Read from its path: a folder per student, a flat folder, a Moodle or a Canvas download.

Surname Firstname_12345_assignsubmission_file_/lesson.ipynb     Moodle
Surname Firstname_12345_assignsubmission_file_lesson.ipynb      Moodle, without folders
doejane_LATE_123_456_lesson-1.ipynb                             Canvas
anna/lesson.ipynb, anna.ipynb                                   a teacher's own folder
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d{1,19})_assignsubmission_[a-z]+(?:_(?P<rest>.*))?", re.DOTALL)
CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d{1,19})_(?P<upload>\d{1,19})_(?P<rest>.+)", re.DOTALL)
_COPY = re.compile(r"(?P<stem>.+?)(?: ?\(\d{1,3}\)|[ -]+[Cc]opy ?\d{0,3}|[ -]+[Kk]opie ?\d{0,3})")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_ASIDE = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", "__pycache__"}
_LONGEST = 300  # signs of a name that are kept: more than any disk allows, less than an archive can claim
CHECKPOINTS = ".ipynb_checkpoints"


@dataclass(frozen=True)
class Who:
    """A student, as the path names them. `id` is the number that Moodle or Canvas gave, or empty."""

    student: str
    id: str = ""
    late: bool = False


def beside_the_point(parts: tuple[str, ...]) -> bool:
    """True for what systems leave lying about: not a submission, unless there is nothing else."""
    *folders, name = parts or ("",)
    hidden = any(part.startswith(".") and part != ".." for part in folders)
    lying = name.startswith("._") or (name.startswith(".") and not name.lower().endswith(".ipynb"))
    return hidden or lying or any(part in _ASIDE for part in parts)


def is_canvas(parts: tuple[str, ...]) -> bool:
    return bool(parts) and CANVAS.fullmatch(parts[-1]) is not None


def is_moodle(parts: tuple[str, ...]) -> bool:
    return any(_MOODLE.fullmatch(part) for part in parts)


def who(parts: tuple[str, ...], canvas: bool, stems: Collection[str] = ()) -> Who:
    """The student of the file at `parts`.

    `canvas` says that the files around it are named as Canvas does. `stems` are the names beside it: “anna (1)” is
    a second copy of Anna's where there is an “anna”.
    """
    parts = tuple(part for part in parts if part != CHECKPOINTS) or ("unnamed",)
    for part in parts:
        moodle = _MOODLE.fullmatch(part)
        if moodle:
            return Who(tidy(moodle["name"]), moodle["id"])
    named = CANVAS.fullmatch(parts[-1]) if canvas else None
    if named:
        return Who(tidy(named["name"]), named["id"], bool(named["late"]))
    if len(parts) > 1:
        return Who(tidy(parts[0]))
    stem = stem_of(parts[0])
    copy = _COPY.fullmatch(stem)
    return Who(tidy(copy["stem"] if copy and copy["stem"] in stems else stem))


def stem_of(name: str) -> str:
    """The name without its ending, or endings: `anna.ipynb.txt` is `anna`."""
    stem = re.sub(r"(?:\.ipynb|\.json|\.txt|\.zip)+$", "", name, flags=re.IGNORECASE)
    stem = stem.removesuffix("-checkpoint")
    return (stem if stem != name else name.rsplit(".", 1)[0]) or name


def tidy(name: str) -> str:
    """One spelling for one name: accents composed, blanks single, bytes that are no UTF-8 read as Windows has them."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = _SURROGATES.sub(_as_windows, name)
    name = " ".join(unicodedata.normalize("NFC", name).split()) or "unnamed"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2]}…{name[-_LONGEST // 2 :]}"


def _as_windows(lost: re.Match[str]) -> str:
    """The bytes that Python keeps as lone surrogates, in the Windows code page; any other surrogate is replaced."""
    return "".join(
        bytes((ord(sign) - 0xDC00,)).decode("cp1252", "replace") if "\udc80" <= sign <= "\udcff" else "\ufffd"
        for sign in lost[0]
    )


def in_order(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts `lesson-2` before `lesson-10`."""
    pieces = re.split(r"(\d+)", text.casefold())
    return tuple((int(piece[:18]), "") if piece.isdecimal() else (-1, piece) for piece in pieces)
