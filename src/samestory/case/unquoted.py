"""Words that YAML takes for something else: a bare `off`, `no` or `on` is false or true, a bare 1984 a number."""

import re
from typing import TYPE_CHECKING

from samestory.case.lines import KeyPath, Sheet

if TYPE_CHECKING:
    from jsonschema import ValidationError

# Takes "off" in `title: off`, leaves "offer" and "on" in "set-on".
_SWITCH = re.compile(r"(?<![\w-])(?:yes|no|on|off|true|false)(?![\w-])", re.IGNORECASE)


def unquoted(sheet: Sheet, place: KeyPath, error: "ValidationError") -> tuple[str, str, str] | None:
    """Return what was found, what was expected and what to do, where a text lost its quotation marks; None elsewhere.

    `error` is the schema's complaint about the value at `place`.
    """
    value = error.instance
    if not isinstance(value, bool | int | float) or not _is_text_wanted(error):
        return None
    typed = _typed(sheet, place, value)
    read = f", which YAML reads as {'true' if value else 'false'}" if isinstance(value, bool) else ", a number"
    field = place[-1] if place and isinstance(place[-1], str) else None
    example = f'{field}: "{typed}"' if field else f'"{typed}"'
    return f"{typed}{read}", "text", f"put it in quotation marks: {example}"


def _is_text_wanted(error: "ValidationError") -> bool:
    wanted = error.validator_value
    if error.validator == "type":
        return "string" in ([wanted] if isinstance(wanted, str) else wanted)  # type: ignore[operator]
    return error.validator == "enum" and all(isinstance(one, str) for one in wanted)  # type: ignore[union-attr]


def _typed(sheet: Sheet, place: KeyPath, value: bool | int | float) -> str:
    """Return the value as it stands on its line."""
    if not isinstance(value, bool):
        return str(value)
    lines = sheet.content.decode("utf-8-sig").splitlines()
    line = lines[sheet.line(place) - 1] if sheet.line(place) else ""
    field = str(place[-1]) if place else ""
    after = line[line.find(f"{field}:") + len(field) + 1 :] if f"{field}:" in line else line
    meant = {"yes", "on", "true"} if value else {"no", "off", "false"}
    return next((one.group() for one in _SWITCH.finditer(after) if one.group().lower() in meant), str(value).lower())
