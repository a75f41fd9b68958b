"""Read a case's files and check their shape against the JSON Schemas."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.case.lines import KeyPath, Sheet, read
from samestory.case.problem import Problem
from samestory.case.soundness import is_known_sound, note_sound
from samestory.case.unquoted import unquoted
from samestory.exercise import all_kinds

if TYPE_CHECKING:
    from jsonschema import ValidationError


_GROUPS = {
    "case": ("events", "articles"),
    "record": ("statements",),
    "findings": ("findings", "controls"),
    "exercises": ("exercises",),
    "course": (),
}
_SLUG = "[a-z0-9][a-z0-9-]{1,47}"


@dataclass
class Sheets:
    """The files of a case that could be read, and the problems of their shape.

    What is asked for and not there may stand where a file is broken, and then nobody should call it missing: `lost`
    holds the ids of broken entries; `unread` the files (`case`, `record`, `findings`, `exercises`) whose ids are
    not all known.
    """

    case: Sheet | None = None
    record: Sheet | None = None
    findings: list[Sheet] = field(default_factory=list)
    exercises: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)


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


def article_bytes(folder: Path, file: str) -> bytes | None:
    """Return what an article's file holds; None if there is no such file inside the case in `folder`."""
    try:
        path = (folder / file).resolve()
        # A path such as ../../secret must not be read, nor a link that leads out.
        return path.read_bytes() if path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # not there, links that lead in a circle, nothing a file can be called
        return None


def read_exercises(path: Path) -> tuple[Sheet | None, list[Problem]]:
    """Read one file of exercises by itself, as it lies in a folder of keys."""
    sheets = Sheets()
    return _checked(sheets, path, path.name, "exercises"), sheets.problems


def read_course(path: Path) -> tuple[Sheet | None, list[Problem]]:
    """Read the plan of a course."""
    sheets = Sheets()
    return _checked(sheets, path, path.name, "course"), sheets.problems


def _checked(sheets: Sheets, path: Path, name: str, schema: str) -> Sheet | None:
    sheet = read(path, name)
    if isinstance(sheet, Problem):
        sheets.problems.append(sheet)
        sheets.unread.add(schema)
        return None
    # Checking by schema is slow, and a notebook reads the same files each time it starts.
    if not is_known_sound(sheet.content, schema):
        found = [*sheet.problems_twice(), *_shape_problems(sheet, schema)]
        for place, problem in found:
            sheets.problems.append(problem)
            # The whole entry: where one field is wrong, the others can't be relied on.
            sheet.broken.add(place[:2])
        if not found:
            note_sound(sheet.content, schema)
    for group in _GROUPS[schema]:
        listed = sheet.get(group)
        # A list that isn't there, or is broken, may have held any id.
        for at, one in enumerate(listed if isinstance(listed, list) else (None,)):
            given = one.get("id") if isinstance(one, dict) else None
            if not isinstance(given, str) or not re.fullmatch(_SLUG, given):
                sheets.unread.add(schema)
            elif (group, at) in sheet.broken:
                sheets.lost.add(given)
    return sheet


def _shape_problems(sheet: Sheet, schema: str) -> Iterator[tuple[KeyPath, Problem]]:
    """Yield the places that do not have the shape of the schema, each with its problem."""
    if not find_spec("jsonschema"):  # the page's Python can't have it; there the command checks what was saved
        return
    for error in _validator(schema).iter_errors(sheet.data):
        yield from _problems(sheet, error)
    if schema == "exercises":
        for at, one in sheet.entries("exercises"):
            # Each kind has a schema of its own, which is asked only where the kind is known.
            place: KeyPath = ("exercises", at)
            kind = one.get("kind") if isinstance(one, dict) else None
            if isinstance(kind, str) and kind in all_kinds():
                for error in _validator(f"kind {kind}").iter_errors(one):
                    yield from _problems(sheet, error, place)
            elif isinstance(kind, str):
                expected = f"one of {', '.join(all_kinds())}"
                do = "choose a kind that is there, or add it in exercise/kinds/"
                yield (*place, "kind"), sheet.problem((*place, "kind"), _shown(kind), expected, do)


def _problems(sheet: Sheet, error: "ValidationError", before: KeyPath = ()) -> Iterator[tuple[KeyPath, Problem]]:
    """Yield the most telling problem of a schema's complaint: of alternatives, the one that fits best."""
    from jsonschema.exceptions import best_match

    # Of several forms that an entry may have, this complains about the one its author seems to have meant.
    best = best_match([error]) or error
    place = (*before, *best.absolute_path)
    # A field too many is named by itself: the place of the whole entry would not help to find it.
    if best.validator != "additionalProperties":
        bare = unquoted(sheet, place, best)
        yield place, sheet.problem(place, *(bare or (_shown(best.instance), *_in_words(best))))
        return
    schema: Any = best.schema
    instance: Any = best.instance
    known = schema.get("properties", {})
    for name in instance:
        if name not in known:
            expected = f"only these fields: {', '.join(known)}"
            yield place, sheet.problem((*place, name), f"the field {name}", expected, "remove or rename it")


def _shown(value: object) -> str:
    """Return a value as its author typed it, or nearly, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 100 else f"{text[:97]}..."


_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "fields with values",
    "string": "text",
}


def _in_words(error: "ValidationError") -> tuple[str, str]:
    """Return what a schema expects, and what to do."""
    wanted: Any = error.validator_value
    match error.validator:
        case "required":
            return f"the field {error.message.split(chr(39))[1]}", "add it"
        case "type":
            names = [wanted] if isinstance(wanted, str) else wanted
            return " or ".join(_TYPES[name] for name in names), "change the value"
        case "enum":
            return f"one of {', '.join(map(str, wanted))}", "choose one of them"
        case "const":
            return str(wanted), "change the value"
        case "pattern":
            return "some text" if wanted == r"\S" else f"text of the form {wanted}", "change the value"
        case "format":
            return "a day of the calendar, such as 2022-02-22", "change the value"
        case "minItems":
            return f"at least {wanted} in the list", "add what is missing"
        case "maxItems":
            return f"at most {wanted} in the list", "take some away"
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            bound = {"minimum": "from", "maximum": "up to", "exclusiveMinimum": "above", "exclusiveMaximum": "below"}
            return f"a number {bound[error.validator]} {wanted}", "change the number"
        case "oneOf":
            forms = [_definitions()[one["$ref"].split("/")[-1]] if "$ref" in one else one for one in wanted]
            fields = [" and ".join(one["required"]) for one in forms if "required" in one]
            return f"just one of these: {'; '.join(fields)}" if fields else "another form", "choose one of them"
        case "uniqueItems":
            return "each of them once", "remove what stands twice"
    return error.message.replace("\n", " ")[:200], "change the value; the contributing pages describe the format"


@cache
def _validator(name: str) -> Any:
    """Return the validator of a case's file, or of a kind of exercise (`kind short`)."""
    if name.startswith("kind "):
        file = resources.files("samestory.exercise.kinds") / f"{name.removeprefix('kind ')}.json"
    else:
        file = resources.files("samestory.case.schema") / f"{name}.json"
    # Put into every schema, so that a reference never leads to another file.
    schema = {**json.loads(file.read_text(encoding="utf-8")), "$defs": _definitions()}
    validator = _strict_validator()
    validator.check_schema(schema)
    return validator(schema, format_checker=validator.FORMAT_CHECKER)


@cache
def _strict_validator() -> Any:
    """JSON Schema in which 1.0 is no whole number, and a pattern's end is the end of the text, line break or not."""
    from jsonschema import Draft202012Validator, ValidationError, validators

    def pattern(_: Any, wanted: str, instance: Any, __: Any) -> Iterator[ValidationError]:
        # JavaScript's `$` is the end of the text; Python's would let a line break follow.
        if isinstance(instance, str) and not re.search(wanted.replace("$", r"\Z"), instance):
            yield ValidationError(f"{instance!r} does not match {wanted!r}")

    # JSON Schema takes 1.0 for a whole number, and then a float would count words.
    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    extend: Any = validators.extend
    return extend(Draft202012Validator, {"pattern": pattern}, type_checker=whole)


@cache
def _definitions() -> dict[str, Any]:
    """The shapes that several schemas share; `shared.json` names them."""
    file = resources.files("samestory.case.schema") / "shared.json"
    definitions: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["$defs"]
    return definitions
