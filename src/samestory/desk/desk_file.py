"""`desk.yml`, in which the decisions are kept beside a case, and the files of findings that are written from them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samestory.case.lines import read
from samestory.case.problem import Problem
from samestory.desk.ruling import ruling_from
from samestory.desk.rulings import Rulings
from samestory.desk.typed_yaml import typed_yaml
from samestory.errors import SameStoryError

DESK_FILE = "desk.yml"
_SCHEMA = 1
_OWN = ".desk.yml"  # the end of the names of the files of findings that the desk writes
_HEAD = "# Decisions made at the desk (`samestory desk`). It adds and takes away; better change them there.\n"
_FINDINGS_HEAD = "# Written by `samestory desk` out of desk.yml, whole each time: change it at the desk.\n"


class DeskFileError(SameStoryError):
    """A desk.yml that can't be read; the message says what to do."""


def rulings_in(folder: Path) -> Rulings:
    """Return the decisions kept beside a case; none where there is no file. Raises DeskFileError."""
    path = folder / DESK_FILE
    if not path.is_file():
        return Rulings()
    sheet = read(path, str(path))
    if isinstance(sheet, Problem):
        raise DeskFileError(str(sheet))
    schema, listed = sheet.get("schema"), sheet.get("decisions")
    if not isinstance(schema, int) or not isinstance(listed, list):
        raise DeskFileError(f"{path} has no list “decisions”: it is no file of a desk.")
    if schema > _SCHEMA:
        raise DeskFileError(f"{path} was written by a newer version: install the newest samestory.")
    found = [ruling_from(one) for one in listed]
    if None in found:
        # Read on without it, and it would be gone with the next decision that is written.
        line = sheet.line(("decisions", found.index(None)))
        raise DeskFileError(f"{path}:{line}: this decision lacks its proposal, article, quote or what was decided.")
    return Rulings(tuple(one for one in found if one))


def write_rulings(folder: Path, rulings: Rulings) -> None:
    """Write desk.yml: beside it first, so that a full disk leaves the old one whole. Raises OSError."""
    _replace(folder / DESK_FILE, desk_text(rulings))


def desk_text(rulings: Rulings) -> str:
    """Return desk.yml as text."""
    return _HEAD + typed_yaml({"schema": _SCHEMA, "decisions": [one.to_json() for one in rulings.all]})


def write_findings(folder: Path, files: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the findings and controls of each article, and take away the file of one that has none any more."""
    there = folder / "findings"
    for name, file in files.items():
        there.mkdir(exist_ok=True)
        path, text = there / f"{name}{_OWN}", _FINDINGS_HEAD + typed_yaml(dict(file))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            _replace(path, text)
    for path in there.glob(f"*{_OWN}"):
        if path.name.removesuffix(_OWN) not in files:
            path.unlink()


def is_desks_own(name: str) -> bool:
    """Tell whether a file of findings is the desk's."""
    return name.endswith(_OWN)


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
