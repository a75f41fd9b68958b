"""The reference for authors: every field of a case's files, out of the schemas, with what it means and an example."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from samestory.exercise import all_kinds

SHEETS = ("case", "record", "findings", "exercises")
_FORMS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "fields",
    "string": "text",
}
_NAMED = {"slug": "a short name: small letters, digits, hyphens", "date": "a day", "references": "a list of evidence"}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field by its path, such as `articles.outlet`: its form in words, what it means, and an example."""

    path: str
    form: str
    needed: bool
    means: str
    example: str


def fields_of(sheet: str) -> list[FieldRow]:
    """Return every field of a case's file (`case`, `record`, `findings`, `exercises`) in the order of its schema."""
    told = _told()[sheet]
    schema = _schema("samestory.case.schema", sheet)
    return [FieldRow(path, form, needed, *told.get(path, ("", ""))) for path, form, needed in _walk(schema)]


def fields_of_kind(kind: str) -> list[FieldRow]:
    """Return every field that a kind of exercise adds; KeyError for a kind that there is not."""
    schema = _schema("samestory.exercise.kinds", all_kinds()[kind].name)
    told = _told()["kinds"]
    # What every exercise has is only let through there, and told with the exercises' own fields.
    own = {name: one for name, one in schema["properties"].items() if one is not True and name not in ("draft", "show")}
    return [
        FieldRow(path, form, needed, told.get(path.split(".")[-1], ""), "")
        for path, form, needed in _walk({**schema, "properties": own})
    ]


def _walk(schema: dict[str, Any], before: str = "") -> Iterator[tuple[str, str, bool]]:
    schema = _resolved(schema)
    for name, one in schema.get("properties", {}).items():
        path = f"{before}{name}"
        yield path, _form(one), name in schema.get("required", ())
        # A passage, a quotation or a reference is told where it is used, not again for each of its uses.
        if isinstance(one, dict) and "$ref" not in one:
            yield from _walk(one, f"{path}.")
            yield from _walk(one["items"], f"{path}.") if isinstance(one.get("items"), dict) else ()
            # Fields whose names an author chooses, such as a cell for each account.
            free = one.get("additionalProperties")
            yield from _walk(free, f"{path}.….") if isinstance(free, dict) else ()
        elif isinstance(one, dict) and one["$ref"].endswith("/passage"):
            yield from _walk(one, f"{path}.")


def _form(one: Any) -> str:
    if one is True:
        return ""
    if "$ref" in one and (name := one["$ref"].split("/")[-1]) in _NAMED:
        return _NAMED[name]
    one = _resolved(one)
    if "enum" in one:
        return "one of: " + ", ".join(map(str, one["enum"]))
    if "const" in one:
        return str(one["const"])
    if "then" in one:
        return "a day, or “not looked at”"
    given = one.get("type")
    names = [given] if isinstance(given, str) else given or []
    return " or ".join(_FORMS[name] for name in names) or "one of several forms"


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        shared: dict[str, Any] = _schema("samestory.case.schema", "shared")["$defs"][schema["$ref"].split("/")[-1]]
        return shared
    return schema


@cache
def _schema(package: str, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((resources.files(package) / f"{name}.json").read_text("utf-8"))
    return read


@cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((resources.files("samestory.case") / "fields.yml").read_text("utf-8"))
    return told
