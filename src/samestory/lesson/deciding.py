"""Decide in a cell on what the tool proposes in a case of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from samestory.errors import SameStoryError

if TYPE_CHECKING:
    from samestory.desk.notebook import DeskWidget


def desk(case: str | Path, by: str = "author") -> "DeskWidget":
    """Return the desk of the case in a folder, such as "suez"; `by` names who decides.

    Decisions are written into the folder at once, as `samestory desk suez` does it. Raises SameStoryError where the
    folder holds no case.
    """
    folder = Path(case)
    if not (folder / "case.yml").is_file():
        raise SameStoryError(
            f"{folder} holds no case.yml. Make a case in a terminal: samestory new {folder.name} FILES"
        )
    from samestory.desk.notebook import DeskWidget

    return DeskWidget(folder, by)
