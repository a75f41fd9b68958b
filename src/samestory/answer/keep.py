"""The small file beside the notebook: `answers/<exercise>.json`, the record once more.

It is what a cell that runs again restores the answer from, whatever the notebook's own outputs went through.
"""

import json
import re
from pathlib import Path

from samestory.answer.record import Record
from samestory.answer.writing import written_whole

FOLDER = "answers"
# Nothing in it can lead out of the folder, or be hidden in it.
_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_LARGEST = 1024 * 1024
_ONLY_MINE = 0o600  # what 0.1.0 gave every record, so that an account that collects or grades couldn't read it


def path_of(exercise: str, beside: Path) -> Path:
    """Where the record of an exercise is kept, for a notebook in the folder `beside`.

    Raises ValueError for an id that is no slug, so that no file is written elsewhere.
    """
    if not _SAFE.fullmatch(exercise):
        raise ValueError(f"an exercise's id is letters, digits and hyphens, not {exercise!r}")
    return beside / FOLDER / f"{exercise}.json"


def keep(record: Record, beside: Path) -> Path:
    """Write the record, all of it or nothing. Raises OSError where the folder can't be written."""
    path = path_of(record.exercise, beside)
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(record.to_json(), indent=1, ensure_ascii=False) + "\n"
    with written_whole(path, but=_ONLY_MINE) as file:
        file.write(text.encode())
    return path


def kept(exercise: str, beside: Path) -> Record | None:
    """The record that was kept, or None if there is none that can be read."""
    try:
        path = path_of(exercise, beside)
        if path.stat().st_size > _LARGEST:
            return None
        record = Record.from_json(path.read_bytes().decode("utf-8-sig", "replace"))
    except (OSError, ValueError):
        return None
    # A file that was renamed by hand must not answer another exercise.
    return record if record and record.exercise == exercise else None


def forget(exercise: str, beside: Path) -> None:
    """Take the record away, if there is one: the learner starts again."""
    path_of(exercise, beside).unlink(missing_ok=True)
