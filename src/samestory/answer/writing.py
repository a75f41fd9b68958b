"""Write a file so that others see all of it or nothing, with the permissions that files get where it is written."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_USUAL = 0o666  # of which the system takes what the umask (or the folder's own list) forbids


@contextmanager
def written_whole(path: Path, before: Callable[[], None] | None = None, but: int | None = None) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the name `path` when all of it is there.

    It keeps the permissions of the file that it replaces, unless these are `but`. `before` is called just before the
    name is taken. Raises OSError where the folder can't be written.
    """
    mode = _mode_of(path)
    temporary = path.with_name(f".samestory-{token_hex(8)}.tmp")  # mkstemp's files are for their owner's eyes only
    descriptor = os.open(temporary, _FLAGS, _USUAL)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        if mode is not None and mode != but:
            with suppress(OSError):  # some shared drives know no permissions
                os.chmod(temporary, mode)
        # As late as can be: if writing fails, what was there has not been moved away.
        if before:
            before()
        os.replace(temporary, path)
    # Interrupting the kernel, too, must leave no half file behind.
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int | None:
    """The permissions of an ordinary file; None if there is none."""
    try:
        found = path.lstat().st_mode
    except OSError:
        return None
    return stat.S_IMODE(found) if stat.S_ISREG(found) else None
