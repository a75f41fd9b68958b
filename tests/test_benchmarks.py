"""The benchmarks run seldom, so what they take from the package is looked at here: it must still be there."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
FILES = sorted(BENCHMARKS.rglob("*.py"))


def imported(file: Path) -> Iterator[tuple[str, str]]:
    """What a file takes from the package: module and name."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "samestory":
            yield from ((str(node.module), one.name) for one in node.names)


def is_there(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False


def test_what_a_benchmark_takes_from_the_package_is_there() -> None:
    gone = [f"{file.name}: {module}.{name}" for file in FILES for module, name in imported(file)]
    gone = [one for one in gone if not is_there(*one.split(": ")[1].rsplit(".", 1))]
    assert FILES
    assert gone == []
