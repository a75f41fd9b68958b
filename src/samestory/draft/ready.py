"""The shipped example: a small case, made up from the first letter to the last, to look at and to change."""

from pathlib import Path

_EXAMPLE = Path(__file__).parent / "example"
_ID = "example"


def write_example(folder: Path) -> None:
    """Write the example into `folder`, named after it; the ids of its exercises begin with that name. OSError."""
    name = folder.resolve().name
    for path in sorted(_EXAMPLE.rglob("*")):
        if not path.is_file() or "__pycache__" in path.parts:
            continue
        target = folder / path.relative_to(_EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = path.read_bytes()
        # Ids only, and only in our own sheets: an article is printed as it is, to the byte.
        if path.suffix == ".yml":
            content = content.replace(f"id: {_ID}\n".encode(), f"id: {name}\n".encode())
            content = content.replace(f"id: {_ID}-".encode(), f"id: {name[:35]}-".encode())
        target.write_bytes(content)
