"""What the desk writes is read again as it was, whatever a text or a person has put into it."""

import yaml
from hypothesis import given
from hypothesis import strategies as some

from samestory.desk.case_edit import with_fields, with_statement
from samestory.desk.typed_yaml import typed_yaml

WORDS = some.one_of(
    some.text(alphabet=some.characters(exclude_categories=["Cs"]), max_size=12),
    some.sampled_from(
        ["no", "on", "null", "2026-03-01", "12:30", "1e5", "- a", "# x", "a: b", "\u0085", "\ufeff", "~", "a\n"]
    ),
)
FLAT = some.one_of(
    WORDS, some.booleans(), some.none(), some.integers(-9, 9), some.lists(some.integers(0, 9), max_size=2)
)
ENTRIES = some.dictionaries(some.sampled_from(["id", "why", "at"]), some.one_of(FLAT, some.lists(
    some.dictionaries(some.sampled_from(["says", "quote"]), FLAT, min_size=1), max_size=2)), min_size=1)  # fmt: skip
CASE = """schema: 1
id: gate # mine
articles:
  - id: post
    outlet: not looked at
    date: >-
      not looked
      at
    sha256: x   # a hash
  - {id: echo, outlet: Echo}
"""


@given(some.lists(ENTRIES, max_size=3))
def test_any_values_come_back(entries: list[dict[str, object]]) -> None:
    assert yaml.safe_load(typed_yaml({"schema": 1, "decisions": entries})) == {"schema": 1, "decisions": entries}


@given(WORDS, WORDS)
def test_a_field_takes_any_words_and_no_other_line_changes(outlet: str, date: str) -> None:
    changed = with_fields(CASE, "post", {"outlet": outlet, "date": date})
    first, second = yaml.safe_load(changed)["articles"]
    assert (first["outlet"], first["date"], first["sha256"], second) == (
        outlet,
        date,
        "x",
        {"id": "echo", "outlet": "Echo"},
    )
    kept = [line for line in changed.splitlines() if line.endswith(("# mine", "# a hash"))]
    assert kept == ["id: gate # mine", "    sha256: x   # a hash"]


@given(some.lists(WORDS, min_size=1, max_size=3))
def test_entries_are_added_to_a_record_one_after_the_other(said: list[str]) -> None:
    typed = "schema: 1\nstatements: [] # none yet\n"
    for number, words in enumerate(said):
        typed = with_statement(typed, {"id": f"s{number}", "words": words, "what": None})
    assert [one["words"] for one in yaml.safe_load(typed)["statements"]] == said
