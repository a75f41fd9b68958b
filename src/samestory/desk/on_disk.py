"""Whether the files of a case have changed on the disk since they were read: by their times and sizes."""

from dataclasses import dataclass
from pathlib import Path

from samestory.desk.desk_file import DESK_FILE, is_desks_own

_Stamp = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Stamps:
    """Name, time and size of each file: of the `words` (articles, record, what an author typed), of the `decisions`.

    `words` is empty where there is no case.
    """

    words: tuple[_Stamp, ...] = ()
    decisions: tuple[_Stamp, ...] = ()


def stamps(folder: Path) -> Stamps:
    """Return what tells one state of a case's folder from another."""
    if not (folder / "case.yml").is_file():
        return Stamps()
    typed = [one for one in (folder / "findings").glob("*.yml") if not is_desks_own(one.name)]
    words = [folder / "case.yml", folder / "record.yml", *(folder / "articles").glob("*.txt"), *typed]
    words += (folder / "exercises").glob("*.yml")
    return Stamps(_stamped(words), _stamped([folder / DESK_FILE]))


def _stamped(paths: list[Path]) -> tuple[_Stamp, ...]:
    found = []
    for path in sorted(paths):
        try:
            stat = path.stat()
        except OSError:  # gone, or never there
            continue
        found.append((path.name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)
