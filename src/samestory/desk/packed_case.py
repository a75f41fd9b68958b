"""A case folder as one .zip, which the browser saves and the command opens, and back."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from samestory.errors import SameStoryError
from samestory.inbox.made import slug

_LARGEST = 60_000_000  # bytes of all files together
_MOST = 2000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same files make the same archive
_SHAPE = ("case.yml", "record.yml", "desk.yml")
_FOLDERS = {"articles": ".txt", "cut": ".txt", "findings": ".yml", "exercises": ".yml", "inbox": ""}


class PackedCaseError(SameStoryError):
    """A .zip that holds no case, or one that must not be unpacked; the message says why."""


def pack_case(folder: Path) -> bytes:
    """Return the files of a case as a .zip, all below a folder of the case's name; the same bytes each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in case_files(folder):
            name = f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def case_files(folder: Path) -> Iterator[Path]:
    """Yield the files that belong to a case, in order; nothing else that lies in its folder, and no link."""
    found = [folder / name for name in _SHAPE]
    for name, end in _FOLDERS.items():
        found += sorted(one for one in (folder / name).glob(f"*{end}") if not one.name.startswith("."))
    yield from (one for one in found if one.is_file() and not one.is_symlink())


def holds_case(content: bytes) -> bool:
    """Tell whether bytes are a .zip with a case in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _top(archive) is not None
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def packed_name(content: bytes) -> str:
    """Return the name of the folder that a packed case wants; "case" where its files lie at the top."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        top = _top(archive)
    # As a slug: a name such as “..” would be a place of its own.
    return slug(PurePosixPath(top).name, "case") if top else "case"


def unpack_case(content: bytes, folder: Path) -> None:
    """Write the files of a packed case into a folder, which is made. Raises PackedCaseError, OSError.

    Only files that belong to a case are taken, each under its own name: no path can lead anywhere else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            top = _top(archive)
            if top is None:
                raise PackedCaseError("The file has no case.yml in it, so it is no packed case.")
            members = [(one, _place(one.filename, top)) for one in archive.infolist()]
            wanted = [(one, place) for one, place in members if place]
            if len(wanted) > _MOST or sum(one.file_size for one, _ in wanted) > _LARGEST:
                raise PackedCaseError("The file unpacks to more than 60 MB or 2,000 files, and no case is so large.")
            read = [(place, archive.read(one)) for one, place in wanted]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise PackedCaseError("The file is damaged or has a password, and can’t be unpacked.") from error
    for place, held in read:
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)


def _top(archive: zipfile.ZipFile) -> str | None:
    """Return the folder in the archive that holds `case.yml`, "" for its top; None if there is none."""
    tops = [name[: -len("case.yml")].rstrip("/") for name in archive.namelist() if _is_case_file(name)]
    return min(tops, key=len) if tops else None


def _is_case_file(name: str) -> bool:
    return name == "case.yml" or (name.endswith("/case.yml") and not name.startswith("__MACOSX/"))


def _place(name: str, top: str) -> str | None:
    """Return where a file of the archive belongs in the case; None for what doesn't."""
    inside = name.removeprefix(f"{top}/") if top else name
    if top and inside == name:
        return None
    if inside in _SHAPE:
        return inside
    folder, slash, file = inside.partition("/")
    # One name and no path: with a slash, a colon or a backslash in it, it might lead elsewhere on some system.
    plain = file and not file.startswith(".") and not set(file) & set("/\\:\0") and len(file.encode()) < 200
    return inside if slash and plain and folder in _FOLDERS and file.endswith(_FOLDERS[folder]) else None
