"""Which exercises of a set each student gets: drawn once, kept beside the keys, and known to whoever grades.

`drawn.json` in the folder of keys: {"schema": 1, "of": [ids of the set], "students": {"<name as compared>": [ids]}}.
A student keeps what was drawn when the list grows; only whose exercises are gone, or too few, draws again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from secrets import randbits

from samestory.answer.writing import written_whole
from samestory.errors import SameStoryError
from samestory.teach.site.match import name_key

DRAWN_FILE = "drawn.json"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Draw:
    """The ids of a set (`of`), and for each student by name, as names are compared, those that were drawn, in order."""

    of: tuple[str, ...] = ()
    students: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def due(self, student: str) -> frozenset[str] | None:
        """The exercises that a student has; None for somebody for whom nothing was drawn."""
        found = self.students.get(name_key(student))
        return None if found is None else frozenset(found)

    def to_json(self) -> str:
        """As the file has it."""
        plain = {"schema": _SCHEMA, "of": self.of, "students": dict(sorted(self.students.items()))}
        return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def draw_for(names: Iterable[str], of: Sequence[str], pick: int, before: Draw, seed: int | None = None) -> Draw:
    """Draw `pick` of the exercises for each student, in an order of their own; `before` is kept where it still fits.

    Raises SameStoryError where there are fewer than `pick`, or none is to be picked.
    """
    if not 1 <= pick <= len(of):
        raise SameStoryError(f"--pick {pick}: the set has {len(of)} exercises, so pick from 1 to {len(of)}.")
    dice = Random(randbits(64) if seed is None else seed)
    known, students = dict(before.students), dict[str, tuple[str, ...]]()
    for name in names:
        kept = known.get(name_key(name), ())
        fits = len(kept) == pick and set(kept) <= set(of)
        students.setdefault(name_key(name), kept if fits else tuple(dice.sample(list(of), pick)))
    # Who left the list may hand in all the same.
    return Draw(tuple(of), {**known, **students})


def read_draw(keys_folder: Path) -> Draw:
    """What was drawn for the exercises of a folder; nothing where there is no such file. SameStoryError for another."""
    path = keys_folder / DRAWN_FILE
    if not path.is_file():
        return Draw()
    try:
        plain = json.loads(path.read_text("utf-8"))
        students = {str(name): tuple(map(str, ids)) for name, ids in plain["students"].items()}
        return Draw(tuple(map(str, plain["of"])), students)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise SameStoryError(f"{path} can’t be read ({error}): take an earlier copy of it, or draw anew.") from error


def write_draw(keys_folder: Path, draw: Draw) -> None:
    """Keep it beside the keys. Raises OSError."""
    with written_whole(keys_folder / DRAWN_FILE) as file:
        file.write(draw.to_json().encode())
