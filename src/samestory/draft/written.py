"""Write drafts into a case's folder: proposals where nobody has decided, then exercises. What is there stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from samestory.case import Case, load_case
from samestory.case.anchor import anchor
from samestory.case.lines import Sheet, read
from samestory.draft import drafts
from samestory.draft.material import Spec
from samestory.draft.proposed import proposed

DRAFTED = "lesson"
_WIDTH = 116
_HEAD = """\
# Drafted by `samestory draft`. Read each one, change what you like, then take its line `draft: true` away.
schema: 1
lesson: {lesson}
exercises:
"""
_PROPOSED = """\
# Proposed by `samestory draft`, and looked at by nobody. Keep what is right and take its line `draft: true` away.
"""


@dataclass(frozen=True, slots=True)
class WrittenDrafts:
    """What a call of `write_drafts` did: the case as it is now, new ids, and why some kinds were not drafted."""

    case: Case
    exercises: tuple[str, ...]
    proposals: int
    lacking: tuple[str, ...]


def write_drafts(folder: Path) -> WrittenDrafts:
    """Draft exercises for the case in `folder`; those whose ids are there already are left alone.

    Where the case has neither findings nor controls, the engine's strongest proposals are written first. Raises
    CaseError for an unsound case, OSError if the folder can't be written.
    """
    case = load_case(folder)
    count = 0
    if not case.findings and not case.controls:
        count = _write_proposals(folder, case)
        case = load_case(folder)
    made = drafts(case)
    new = [spec for spec in made.specs if spec["id"] not in case.exercises]
    if new:
        _append(folder / "exercises" / f"{DRAFTED}.yml", new)
        case = load_case(folder)
    return WrittenDrafts(case, tuple(spec["id"] for spec in new), count, made.lacking)


def _write_proposals(folder: Path, case: Case) -> int:
    count = 0
    for one in proposed(case):
        path = folder / "findings" / f"{one.article}.yml"
        if path.exists() or not (one.findings or one.controls):
            continue
        sheet = {"schema": 1, "article": one.article, "findings": list(one.findings), "controls": list(one.controls)}
        _write(path, _PROPOSED + in_yaml(sheet))
        count += len(one.findings) + len(one.controls)
    anchor(folder)
    return count


def _append(path: Path, specs: Iterable[Spec]) -> None:
    """Write exercises to the end of a file, which keeps what its author has typed."""
    before = ""
    indent = "  "
    if path.exists():
        before = path.read_bytes().decode("utf-8").rstrip("\n") + "\n"
        sheet = read(path, path.name)
        indent = _indent(before) if isinstance(sheet, Sheet) and sheet.get("exercises") else "  "
    entries = "".join(f"\n{indent}{line}".rstrip(" ") for one in specs for line in _lines(one))
    _write(path, (before or _HEAD.format(lesson=DRAFTED)).rstrip("\n") + "\n" + entries.lstrip("\n") + "\n")


def _lines(one: Spec) -> list[str]:
    return ["", *in_yaml([one]).rstrip("\n").split("\n")]


def _indent(text: str) -> str:
    """Return what stands before the dashes of a file's exercises."""
    rest = text.split("\nexercises:", 1)[-1]
    line = next((line for line in rest.split("\n") if line.lstrip().startswith("- ")), "  - ")
    return line[: line.index("-")]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


class _Dumper(yaml.SafeDumper):
    """YAML as a person would type it: texts of several lines as blocks, references and groups on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists, too."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


def _fields(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.Node:
    small = all(isinstance(one, str | bool) and "\n" not in str(one) for one in value.values())
    on_one_line = small and len(str(value)) < _WIDTH and "say" not in value
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=on_one_line)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _fields)


def in_yaml(value: Any) -> str:
    """Return plain values as YAML for people to read and change."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False)
