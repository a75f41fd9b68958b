"""Gather files as people name them: single ones, folders, .zip archives, and what is pasted (`-`)."""

import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from samestory.inbox.taken import FileFound, Refused

LARGEST_FILE = 20_000_000  # bytes of one file
DAMAGED_DOCX = "the .docx is damaged: open it in its own program and save it again"
_MOST = 200  # files of one folder or archive
_PASTED = "-"
_OWN_FILES = {"case.yml", "record.yml", "Thumbs.db", "desktop.ini"}
_TOO_LARGE = "it has more than 20 MB: save the article alone"


def gather(paths: Iterable[Path]) -> Iterator[FileFound | Refused]:
    """Yield every file that is meant, in order of name within a folder; what can't be opened is refused, not raised."""
    for path in paths:
        if str(path) == _PASTED:
            yield FileFound("pasted.txt", sys.stdin.buffer.read(LARGEST_FILE + 1))
            continue
        try:
            files = sorted(path.rglob("*")) if path.is_dir() else [path]
            files = [one for one in files if one == path or _is_meant(one, path)]
            if path.is_dir() and not files:
                yield Refused(path.name, "the folder has no files in it: name files, or another folder")
            if len(files) > _MOST:
                yield Refused(path.name, f"it has {len(files)} files, of which the first {_MOST} are read")
            for one in files[:_MOST]:
                yield from _opened(one)
        except OSError as error:
            yield Refused(
                short_name(path.name), f"it can’t be opened ({error.strerror}): look at its name and its rights"
            )


def _is_meant(file: Path, folder: Path) -> bool:
    """Tell whether a file of a folder is an author's: not hidden, not the system's, no link that leads elsewhere."""
    hidden = any(part.startswith((".", "__")) for part in file.relative_to(folder).parts)
    return file.is_file() and not hidden and not file.is_symlink() and file.name not in _OWN_FILES


def _opened(path: Path) -> Iterator[FileFound | Refused]:
    if path.stat().st_size > LARGEST_FILE:
        yield Refused(path.name, _TOO_LARGE)
        return
    content = path.read_bytes()
    yield from unpacked_files(path.name, content)


def unpacked_files(name: str, content: bytes) -> list[FileFound | Refused]:
    """Return the files in an archive, or the one file that this is; `name` is its own."""
    return list(_unpacked(name, content)) if is_archive(content) else [FileFound(name, content)]


def is_archive(content: bytes) -> bool:
    """Tell whether bytes are a .zip of files, and not a document that happens to be packed as one."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "[Content_Types].xml" not in packed.namelist()
    except zipfile.BadZipFile:
        return True


def _unpacked(name: str, content: bytes) -> Iterator[FileFound | Refused]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = [one for one in packed.infolist() if not one.is_dir() and _is_own(one.filename)]
            if len(inside) > _MOST:
                yield Refused(name, f"it has {len(inside)} files, of which the first {_MOST} are read")
            for one in inside[:_MOST]:
                yield _member(packed, one)
    except zipfile.BadZipFile:
        is_office = name.lower().endswith((".docx", ".docm"))
        yield Refused(
            name, DAMAGED_DOCX if is_office else "the archive is damaged: unpack it yourself, and name the files"
        )


def _is_own(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[-1] not in _OWN_FILES and not any(
        part.startswith((".", "__MACOSX")) and part != ".." for part in parts
    )


def _member(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> FileFound | Refused:
    """Unpack one file, under its last name: where an archive wants it to lie is nobody's business."""
    name = one.filename.replace("\\", "/").split("/")[-1]
    if one.file_size > LARGEST_FILE:  # a bomb says its size; what says less than it has is cut off there and fails
        return Refused(short_name(name), "it unpacks to more than 20 MB, as a zip bomb does")
    try:
        content = packed.read(one)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        return Refused(short_name(name), "it can’t be unpacked (a password, or damage): unpack it yourself")
    if content.startswith(b"PK\x03\x04") and is_archive(content):
        return Refused(short_name(name), "it is an archive inside an archive: unpack it yourself")
    return FileFound(name, content)


def short_name(name: str) -> str:
    """Return a file's name for a message, the middle left out if it is long."""
    return name if len(name) <= 60 else f"{name[:40]}…{name[-15:]}"
