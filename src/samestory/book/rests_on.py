"""What a lesson's run rests on: the modules that its kernel loaded, and everything that is data.

A run stays good until one of these changes, so a changed engine module runs again only the lessons that load it.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbformat import v4

import samestory

PACKAGE = Path(samestory.__file__).parent
_ASK = "import json, sys\nprint(json.dumps([name for name in sys.modules if name.partition('.')[0] == {name!r}]))"

_new_cell: Any = v4.new_code_cell  # nbformat's own functions have no types


def asking(package: Path = PACKAGE) -> Any:
    """A cell for the end of a lesson: it prints which of the package's modules are loaded by then."""
    return _new_cell(_ASK.format(name=package.name))


def loaded(cell: Any) -> list[str]:
    """The full names that the cell printed, sorted; ValueError if it printed something else."""
    printed = "".join(output.get("text", "") for output in cell.outputs)
    return sorted(json.loads(printed.strip().rpartition("\n")[2]))


def digest_of_run(modules: Iterable[str], data: str, package: Path = PACKAGE) -> str:
    """Twelve hex digits over these modules as they are now and over `data`, the digest of what is no module.

    A folder counts with the names of what lies in it: a rule or a kind that is found by being there is new there.
    """
    whole = hashlib.sha256(data.encode())
    for name in sorted(modules):
        place = package.joinpath(*name.split(".")[1:])
        # A module that is gone counts as empty, so a run that loaded it is no longer good.
        file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        whole.update(name.encode() + hashlib.sha256(file.read_bytes() if file.is_file() else b"").digest())
        if place.is_dir():
            whole.update("\n".join(sorted(one.name for one in place.iterdir() if one.name != "__pycache__")).encode())
    return whole.hexdigest()[:12]
