"""Whose file is it? As Moodle and Canvas say in names of their own; see `roster.py` for all others.

Surname Firstname_12345_assignsubmission_file_/lesson.ipynb     Moodle
Surname Firstname_12345_assignsubmission_file_lesson.ipynb      Moodle, without folders
doejane_LATE_123_456_lesson-1.ipynb                             Canvas
"""

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass

# It takes `Lee Ana_12345_assignsubmission_file_07.ipynb`; it leaves `ana_12345_07.ipynb`.
MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d{1,19})_assignsubmission_[a-z]+(?:_(?P<rest>.*))?", re.DOTALL)
CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d{1,19})_(?P<upload>\d{1,19})_(?P<rest>.+)", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udfff]+")
_ASIDE = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", "__pycache__"}
_LONGEST = 300  # characters of a name that are kept: more than any disk allows, less than an archive can claim
CHECKPOINTS = ".ipynb_checkpoints"


@dataclass(frozen=True)
class Who:
    """A student, as the path names them. `id` is the number that Moodle or Canvas gave, or empty."""

    student: str
    id: str = ""
    late: bool = False
    section: str = ""


def beside_the_point(parts: tuple[str, ...]) -> bool:
    """True for what systems leave lying about: not a submission, unless there is nothing else."""
    *folders, name = parts or ("",)
    # `..` leads out of an archive and is reported as a problem, not passed over as hidden.
    hidden = any(part.startswith(".") and part != ".." for part in folders)
    # A notebook whose name begins with a dot may still be somebody's work.
    lying = name.startswith("._") or (name.startswith(".") and not name.lower().endswith(".ipynb"))
    return hidden or lying or any(part in _ASIDE for part in parts)


def is_canvas(name: str) -> bool:
    """True for a name as Canvas gives it to a file."""
    return CANVAS.fullmatch(name) is not None


def by_site(parts: tuple[str, ...], canvas: Container[tuple[str, ...]] = ()) -> tuple[Who, int] | None:
    """The student whom Moodle or Canvas put into the path, and at which place; None if neither did.

    The outermost counts: what lies within it is the student's. `canvas` are the folders whose files Canvas has named.
    """
    for at, part in enumerate(parts):
        moodle = MOODLE.fullmatch(part)
        if moodle:
            return Who(tidy_name(moodle["name"]), moodle["id"]), at
        named = CANVAS.fullmatch(part) if parts[:at] in canvas and (at == len(parts) - 1 or is_zip_name(part)) else None
        if named:
            return Who(tidy_name(named["name"]), named["id"], bool(named["late"])), at
    return None


def named_by_canvas(paths: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The folders, zips among them, whose files are named as Canvas does: most of them, or most of all."""
    inside: dict[tuple[str, ...], set[str]] = {}
    for parts in paths:
        for at, part in enumerate(parts):
            if at == len(parts) - 1 or is_zip_name(part):
                inside.setdefault(parts[:at], set()).add(part)
    counts = {folder: sum(map(is_canvas, names)) for folder, names in inside.items()}
    outer = sum(len(names) for names in inside.values())
    # Where most names of all fit, it is a download of Canvas, and one such name in a folder is enough.
    if 2 * sum(counts.values()) > outer:
        return {folder for folder, count in counts.items() if count}
    # One name of that form may be chance deep in a folder: `draft_1_2_final.ipynb`.
    return {folder for folder, count in counts.items() if 2 * count > len(inside[folder]) and (count > 1 or not folder)}


def is_zip_name(part: str) -> bool:
    return part.lower().endswith(".zip")


def stem_of(name: str) -> str:
    """The name without its ending, or endings: `anna.ipynb.txt` is `anna`."""
    stem = re.sub(r"(?:\.ipynb|\.json|\.txt|\.zip)+$", "", name, flags=re.IGNORECASE)
    # Jupyter puts this behind the name of the copies that it saves by itself.
    stem = stem.removesuffix("-checkpoint")
    return (stem if stem != name else name.rsplit(".", 1)[0]) or name


def tidy_name(name: str) -> str:
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
    # Python refuses to read a number of thousands of digits; 18 sort well enough.
    return tuple((int(piece[:18]), "") if piece.isdecimal() else (-1, piece) for piece in pieces)
