"""Find the exercise that a cell asks for: handed out by the teacher beside the notebook, or shipped with the course."""

import json
import re
from pathlib import Path

from samestory.course import load_shipped
from samestory.exercise import Exercise, SpecError
from samestory.exercise.handout import handed_out

ASSIGNED = "assigned"
# Takes “luhansk-name”; leaves “../keys”, so that no name leads out of the folder.
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


def find(name: str) -> Exercise:
    """Return the exercise `name`, the teacher's copy in `assigned/` first.

    Raises UnknownError, which names the nearest ids, if there is none, and SpecError for a damaged copy.
    """
    path = Path.cwd() / ASSIGNED / f"{name}.json"
    if not (isinstance(name, str) and _ID.fullmatch(name) and path.is_file()):
        return load_shipped().exercise(name)
    try:
        return handed_out(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise SpecError(
            f"{path} cannot be read ({error}): ask your teacher for the folder {ASSIGNED!r} again."
        ) from error
