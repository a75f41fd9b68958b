"""A folder's own course: `samestory.toml` names its cases, and whatever runs in that folder then knows them."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samestory.errors import SameStoryError

OWN_FILE = "samestory.toml"
_EXAMPLE = 'cases = ["suez"]'
_KNOWN = {"cases", "lessons", "shipped"}


@dataclass(frozen=True, slots=True)
class OwnCourse:
    """Folders of cases, the folder of the pages that show their exercises, and whether what ships is there too."""

    cases: tuple[Path, ...]
    lessons: Path
    shipped: bool = False


class OwnCourseError(SameStoryError):
    """A `samestory.toml` that can't be used; the message names it and shows a right line."""


# What `use` has named, for as long as this program runs; it goes before any file.
_used: list[OwnCourse] = []


def use(*cases: str | Path, shipped: bool = False) -> None:
    """Make these folders of cases the course of this notebook or program; without any, it is what it was before.

    With `shipped`, the course that comes with the package is there too. Raises OwnCourseError for what is no case.

    >>> use()
    """
    _used[:] = [_checked(tuple(Path(one) for one in cases), Path(), shipped, "use")] if cases else []


@contextmanager
def using(*cases: Path) -> Iterator[None]:
    """Make these folders of cases the course for a while; without any, change nothing. Raises OwnCourseError."""
    before = list(_used)
    if cases:
        use(*cases)
    try:
        yield
    finally:
        _used[:] = before


def own_course() -> OwnCourse | None:
    """Return what `use` has named, else what the nearest `samestory.toml` names, from this folder up; else None."""
    if _used:
        return _used[0]
    try:
        here = Path.cwd()
    except OSError:  # the folder in which this program was started is gone
        return None
    found = next((path for one in (here, *here.parents) if (path := one / OWN_FILE).is_file()), None)
    return read_own_course(found) if found else None


def read_own_course(path: Path) -> OwnCourse:
    """Return what a `samestory.toml` says. Raises OwnCourseError."""
    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OwnCourseError(f"{path} can’t be read: {error}. A line of it looks like this: {_EXAMPLE}") from error
    if odd := set(given) - _KNOWN:
        raise OwnCourseError(f"{path} has {min(odd)!r}; it may have {', '.join(sorted(_KNOWN))}.")
    cases, lessons, shipped = given.get("cases"), given.get("lessons", "."), given.get("shipped", False)
    if not isinstance(cases, list) or not cases or not all(isinstance(one, str) for one in cases):
        raise OwnCourseError(f"{path} names no cases: write {_EXAMPLE}")
    if not isinstance(lessons, str) or not isinstance(shipped, bool):
        raise OwnCourseError(f'{path}: write lessons = "lesson" for a folder, and shipped = true or false.')
    return _checked(tuple(path.parent / one for one in cases), path.parent / lessons, shipped, str(path))


def _checked(cases: tuple[Path, ...], lessons: Path, shipped: bool, where: str) -> OwnCourse:
    for one in cases:
        if not (one / "case.yml").is_file():
            raise OwnCourseError(f"{where} names {one}, and there is no case.yml in it: name the folder of a case.")
    return OwnCourse(tuple(one.resolve() for one in cases), lessons.resolve(), shipped)
