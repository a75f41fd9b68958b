"""Change a field of `case.yml` or add an entry to `record.yml`, and leave every other line as its author has it."""

from collections.abc import Mapping
from typing import Any

import yaml

from samestory.desk.typed_yaml import typed_scalar, typed_yaml
from samestory.errors import SameStoryError


class CannotEditError(SameStoryError):
    """A file in which the place to change was not found; the message says what to do by hand."""


def with_fields(typed: str, article: str, fields: Mapping[str, str]) -> str:
    """Return `case.yml` with these fields of an article changed. Raises CannotEditError where it is not there so."""
    entry = _entry(typed, article)
    edits = []
    for key, value in entry.value:
        if key.value in fields:
            # A block such as `>-` ends where the next line begins.
            end = len(typed[: value.end_mark.index].rstrip()) if value.style in ("|", ">") else value.end_mark.index
            edits.append((value.start_mark.index, end, typed_scalar(fields[key.value])))
    if len(edits) < len(fields):
        raise CannotEditError(f"case.yml lacks {' or '.join(sorted(fields))} in the entry of {article}: add it there.")
    for start, end, new in sorted(edits, reverse=True):
        typed = typed[:start] + new + typed[end:]
    return typed


def with_name(typed: str, name: str, title: str | None) -> str:
    """Return `case.yml` with another id, and another title if one is given."""
    new = {"id": name} | ({"title": typed_scalar(title)} if title else {})
    edits = [
        (value.start_mark.index, value.end_mark.index, new[key.value])
        for key, value in _root(typed).value
        # A block such as `>-` has more lines than one, and an author who wrote one is left alone.
        if key.value in new and value.style not in ("|", ">")
    ]
    for start, end, text in sorted(edits, reverse=True):
        typed = typed[:start] + text + typed[end:]
    return typed


def without_article(typed: str, article: str) -> str:
    """Return `case.yml` without the entry of an article."""
    root = _root(typed)
    entries = _field(root, "articles")
    entry = _entry(typed, article)
    if entries.flow_style or len(entries.value) < 2:
        raise CannotEditError("case.yml needs at least one article: add another first.")
    # From the line of its dash to that of the next entry.
    start = typed.rfind("\n", 0, entry.start_mark.index) + 1
    at = entries.value.index(next(one for one in entries.value if one.start_mark.index == entry.start_mark.index))
    if at + 1 < len(entries.value):
        end = typed.rfind("\n", 0, entries.value[at + 1].start_mark.index) + 1
    else:
        end = len(typed[: entry.end_mark.index].rstrip()) + 1
    return typed[:start] + typed[end:]


def with_statement(typed: str, entry: Mapping[str, Any]) -> str:
    """Return `record.yml` with an entry added at its end."""
    listed = _field(_root(typed), "statements")
    dumped = typed_yaml([dict(entry)])
    if listed.flow_style and listed.value:
        raise CannotEditError("record.yml lists its entries in brackets: give each a line with a dash.")
    if not listed.value:
        start, end = listed.start_mark.index, listed.end_mark.index
        return f"{typed[:start].rstrip()}\n{dumped}{typed[end:].lstrip()}"
    column = " " * listed.start_mark.column
    lines = "".join(f"{column}{line}\n" for line in dumped.splitlines())
    end = len(typed[: listed.end_mark.index].rstrip())
    return f"{typed[:end]}\n{lines}{typed[end:].lstrip(chr(10))}"


def ids_in(typed: str, group: str) -> list[str]:
    """Return the ids that the entries of a list have."""
    listed = _field(_root(typed), group)
    return [value.value for one in listed.value for key, value in one.value if key.value == "id"]


def _root(typed: str) -> Any:
    root = yaml.compose(typed, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise CannotEditError("The file has no fields: restore it.")
    return root


def _field(root: Any, name: str) -> Any:
    found = next((value for key, value in root.value if key.value == name), None)
    if not isinstance(found, yaml.SequenceNode):
        raise CannotEditError(f"The file has no list {name!r}: add it.")
    return found


def _entry(typed: str, article: str) -> Any:
    for one in _field(_root(typed), "articles").value:
        if isinstance(one, yaml.MappingNode) and any(k.value == "id" and v.value == article for k, v in one.value):
            return one
    raise CannotEditError(f"case.yml has no article {article!r}.")
