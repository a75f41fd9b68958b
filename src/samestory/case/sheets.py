"""Read a case's files and check their shape against the JSON Schemas."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.case.lines import Place, Sheet, read
from samestory.case.problem import Problem
from samestory.exercise import all_kinds

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass
class Sheets:
    """The files of a case that could be read and have the right shape, and the problems of the others."""

    case: Sheet | None = None
    record: Sheet | None = None
    findings: list[Sheet] = field(default_factory=list)
    exercises: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_sheets(folder: Path) -> Sheets:
    """Read every YAML file of the case in `folder`; problems are collected, not raised."""
    sheets = Sheets()
    sheets.case = _checked(sheets, folder / "case.yml", "case.yml", "case")
    sheets.record = _checked(sheets, folder / "record.yml", "record.yml", "record")
    for name, found in (("findings", sheets.findings), ("exercises", sheets.exercises)):
        for path in sorted((folder / name).glob("*.yml")):
            sheet = _checked(sheets, path, f"{name}/{path.name}", name)
            if sheet:
                found.append(sheet)
    return sheets


def read_exercises(path: Path) -> Sheet | list[Problem]:
    """Read one file of exercises by itself, as it lies in a folder of keys."""
    sheets = Sheets()
    sheet = _checked(sheets, path, path.name, "exercises")
    return sheet or sheets.problems


def _checked(sheets: Sheets, path: Path, name: str, schema: str) -> Sheet | None:
    sheet = read(path, name)
    if isinstance(sheet, Problem):
        sheets.problems.append(sheet)
        return None
    problems = list(_shape_problems(sheet, schema))
    sheets.problems += problems
    return None if problems else sheet


def _shape_problems(sheet: Sheet, schema: str) -> Iterator[Problem]:
    for error in _validator(schema).iter_errors(sheet.data):
        yield _problem(sheet, error)
    if schema == "exercises" and isinstance(sheet.data, dict) and isinstance(sheet.data.get("exercises"), list):
        for at, one in enumerate(sheet.data["exercises"]):
            kind = one.get("kind") if isinstance(one, dict) else None
            if kind in all_kinds():
                for error in _validator(f"kind {kind}").iter_errors(one):
                    yield _problem(sheet, error, ("exercises", at))
            elif isinstance(one, dict):
                expected = f"one of {', '.join(all_kinds())}"
                do = "choose a kind that is there, or add it in exercise/kinds/"
                yield sheet.problem(("exercises", at, "kind"), repr(kind), expected, do)


def _problem(sheet: Sheet, error: "ValidationError", before: Place = ()) -> Problem:
    """Return the most telling problem of a schema's complaint: of alternatives, the one that fits best."""
    from jsonschema.exceptions import best_match

    best = best_match([error]) or error
    place = (*before, *best.absolute_path)
    expected, do = _in_words(best)
    found = json.dumps(best.instance, ensure_ascii=False, default=str)
    return sheet.problem(place, found if len(found) <= 100 else f"{found[:97]}...", expected, do)


def _in_words(error: "ValidationError") -> tuple[str, str]:
    wanted: Any = error.validator_value
    schema: Any = error.schema
    instance: Any = error.instance
    if error.validator == "required":
        missing = [name for name in wanted if name not in instance]
        return f"the field {', '.join(missing)}", "add it"
    if error.validator == "additionalProperties":
        known = ", ".join(sorted(schema.get("properties", {})))
        return f"only these fields: {known}", f"remove or rename: {error.message.split('(')[-1].rstrip(')')}"
    if error.validator == "enum":
        return f"one of {', '.join(map(str, wanted))}", "choose one of them"
    if error.validator == "type":
        return (
            f"a value of type {wanted if isinstance(wanted, str) else ' or '.join(wanted)}",
            "change the value",
        )
    if error.validator == "const":
        return str(wanted), "change the value"
    if error.validator == "pattern":
        return f"text of the form {wanted}", "change the value"
    return error.message.replace("\n", " ")[:200], "change the value; the contributing pages describe the format"


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator

    if name.startswith("kind "):
        file = resources.files("samestory.exercise.kinds") / f"{name.removeprefix('kind ')}.json"
        schema: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        schema = {**schema, "$defs": _definitions()}
    else:
        schema = json.loads((resources.files("samestory.case.schema") / f"{name}.json").read_text(encoding="utf-8"))
        schema = {**schema, "$defs": _definitions()}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@cache
def _definitions() -> dict[str, Any]:
    """The shapes that several schemas share; `shared.json` names them."""
    file = resources.files("samestory.case.schema") / "shared.json"
    definitions: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["$defs"]
    return definitions
