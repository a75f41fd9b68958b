"""Tables in the README: how a line is written, and where a table goes."""

from collections.abc import Mapping
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"


def line(*cells: str) -> str:
    """A row of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def write(parts: Mapping[str, str], into: Path) -> None:
    """Put each part between its marks, `<!-- name -->` and `<!-- /name -->`; ValueError if one has no place."""
    text = into.read_text("utf-8")
    for name, part in parts.items():
        text = _with(text, name, part, into.name)
    into.write_text(text, "utf-8")


def read(name: str, file: Path) -> str:
    """Return what stands between the marks of a part; ValueError if it has no place."""
    return _cut(file.read_text("utf-8"), name, file.name)[1].strip("\n")


def _with(text: str, name: str, part: str, file: str) -> str:
    before, _, after = _cut(text, name, file)
    return f"{before}\n{part}\n{after}"


def _cut(text: str, name: str, file: str) -> tuple[str, str, str]:
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    first, last = text.find(start), text.find(end)
    if not 0 <= first < last:
        raise ValueError(f"{file} has no place for {name!r}: put {start} and {end} into it.")
    first += len(start)
    return text[:first], text[first:last], text[last:]
