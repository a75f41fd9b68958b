"""The reference for authors holds every field of the schemas, and says of each what it means."""

import json
from importlib import resources
from pathlib import Path

from each import for_each

from samestory.book.directives.fields import field_table
from samestory.case.reference import SHEETS, fields_of, fields_of_kind
from samestory.exercise import all_kinds

PAGE = Path(__file__).parents[2] / "book" / "authoring" / "fields.md"


def names_in(schema: object) -> set[str]:
    """Every name of a field anywhere in a schema, found without the walk that is tested."""
    if isinstance(schema, list):
        return set().union(*map(names_in, schema), set())
    if not isinstance(schema, dict):
        return set()
    inner = set().union(*(names_in(one) for one in schema.values()), set())
    properties = schema.get("properties")
    return inner | (set(properties) if isinstance(properties, dict) else set())


@for_each(SHEETS)
def test_every_field_of_a_file_is_told_with_its_meaning_and_an_example(sheet):
    rows = fields_of(sheet)
    schema = json.loads((resources.files("samestory.case.schema") / f"{sheet}.json").read_text("utf-8"))
    # Conditions speak of fields too, and name none that are new.
    assert {part for row in rows for part in row.path.split(".")} >= names_in(schema["properties"]) | set(
        schema["properties"]
    )
    for row in rows:
        assert row.means, row.path
        assert row.example, row.path
        assert f"<code>{row.path}</code>" in field_table(sheet)


@for_each(all_kinds())
def test_every_field_of_a_kind_is_told_with_its_meaning(kind):
    rows = fields_of_kind(kind)
    schema = json.loads((resources.files("samestory.exercise.kinds") / f"{kind}.json").read_text("utf-8"))
    own = {name: one for name, one in schema["properties"].items() if one is not True and name not in ("draft", "show")}
    assert {part for row in rows for part in row.path.split(".")} >= names_in(own) | set(own)
    for row in rows:
        assert row.means, row.path
        assert f"<code>{row.path}</code>" in field_table(kind)


@for_each((*SHEETS, *all_kinds()))
def test_the_page_has_the_table_of_each(name):
    assert f"```{{fields}} {name}\n" in PAGE.read_text("utf-8")
