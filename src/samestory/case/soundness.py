"""Remembers which files had a sound shape, so that a notebook need not check the same files each time it starts.

What is kept is a digest of the file and of every schema, in this user's cache folder. Nothing is lost with it: where it
can't be read or written, the shape is checked anew.
"""

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

KEPT = 1000  # digests; an older list is begun anew
FOLDERS = ("samestory.case.schema", "samestory.exercise.kinds")


def is_known_sound(content: bytes, schema: str) -> bool:
    """Tell whether a file of this content was checked before by the schema of this name, and had no fault."""
    return _digest(content, schema) in _known()


def note_sound(content: bytes, schema: str) -> None:
    """Remember that a file of this content has no fault."""
    digest = _digest(content, schema)
    if digest in _known():
        return
    _known().add(digest)
    try:
        path = _list()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="ascii") as file:
            file.write(f"{digest}\n")
    except (OSError, ImportError):  # the page's Python has no cache folder, nor what names it
        pass  # checked anew next time


def _digest(content: bytes, schema: str) -> str:
    # The zero bytes keep the name of the schema and the content apart.
    return hashlib.sha256(b"\0".join((_schemas(), schema.encode(), content))).hexdigest()


@cache
def _known() -> set[str]:
    try:
        lines = _list().read_text("ascii").splitlines()
        if len(lines) <= KEPT:
            return set(lines)
        # Begun anew rather than cut: one slow start is cheaper than keeping account of age.
        _list().unlink()
    except (OSError, ValueError, ImportError):
        pass
    return set()


def _list() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("samestory", appauthor=False) / "sound-files.txt"


@cache
def _schemas() -> bytes:
    """Return a digest of every schema, and of the code that reads files and applies schemas to them."""
    whole = hashlib.sha256()
    # With these two changed, a file that was sound may not be so any more.
    for module in ("lines.py", "sheets.py"):
        whole.update((Path(__file__).parent / module).read_bytes())
    for folder in FOLDERS:
        for file in sorted(resources.files(folder).iterdir(), key=lambda one: one.name):
            if file.name.endswith(".json"):
                whole.update(file.name.encode() + file.read_bytes())
    return whole.digest()
