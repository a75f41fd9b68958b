"""Which of an author's files have changed: asked of the disk a few times a second, which works on every system."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

WATCHED = ("notebooks", "seeds", "src", "book")  # a page may lie in any of them, or show what lies there
PASSED_OVER = {"node_modules", "answers"}
MADE = (".ipynb", ".pyc", "~")  # made from another file, or an editor's own
GLANCE = 0.15  # seconds between two looks; a save that looks the same twice has ended
FileTimes = dict[Path, tuple[int, int]]


def changes(root: Path) -> Iterator[set[Path]]:
    """Yield nothing at first, then what has changed, come or gone since the last time, once its writing has ended.

    What changes while nobody asks is told at the next time.
    """
    # Looked at before the first build, so that a save during it is not lost.
    before = times(root)
    yield set()
    while True:
        now = _still(root)
        if now != before:
            yield {file for file in before.keys() | now.keys() if before.get(file) != now.get(file)}
            before = now


def times(root: Path) -> FileTimes:
    """When each file was changed, in nanoseconds, and its size in bytes."""
    found: FileTimes = {}
    for place in (root / name for name in WATCHED):
        for folder, inner, names in os.walk(place):
            # Changed in place, since os.walk then doesn’t go into the others; names with “_” are built or cached.
            inner[:] = [name for name in inner if name not in PASSED_OVER and not name.startswith((".", "_"))]
            for file in (Path(folder, name) for name in names if not name.startswith(".") and not name.endswith(MADE)):
                with contextlib.suppress(OSError):  # gone since it was listed
                    stat = file.stat()
                    found[file] = (stat.st_mtime_ns, stat.st_size)
    return found


def _still(root: Path) -> FileTimes:
    """How the files are once two looks show the same."""
    now = times(root)
    while True:
        time.sleep(GLANCE)
        again = times(root)
        if again == now:
            return now
        now = again
