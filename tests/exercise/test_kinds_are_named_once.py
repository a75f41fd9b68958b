"""A kind of exercise is named in its own files: a list of kinds anywhere else would have to be kept up with them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory.exercise import all_kinds

ROOT = Path(__file__).parents[2]
KINDS = frozenset(all_kinds())
MOST = 2  # kinds that one literal may name
QUOTED = re.compile(rf"""(["'`])({"|".join(KINDS)})\1""")
OWN = (
    *("src/samestory/exercise/kinds", "src/samestory/widget/web/kinds"),
    # Which kinds can be drafted, and which go into a quiz: a kind that is in neither list is told of, not lost.
    *("src/samestory/draft", "src/samestory/package/quiz"),
    *("tests/draft", "tests/package/test_quiz.py", "tests/browser/test_own_lesson.py"),
)


def named_in_python(source: str) -> list[int]:
    """The lines on which a literal, or a `match`, names more kinds than it may."""
    lists = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Match)
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, lists)]
    return [node.lineno for node in nodes if len(KINDS & set(constants(node))) > MOST]


def constants(node: ast.AST) -> Iterator[str]:
    return (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def named_in_javascript(source: str) -> bool:
    """True if a module names more kinds than it may."""
    return len({found[2] for found in QUOTED.finditer(source)}) > MOST


def offenders() -> Iterator[str]:
    for folder in ("src", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            file = path.relative_to(ROOT).as_posix()
            if file.startswith(OWN) or "node_modules" in file:
                continue
            if path.suffix == ".py":
                yield from (f"{file}:{line}" for line in named_in_python(path.read_text("utf-8")))
            elif path.suffix in (".mjs", ".js") and named_in_javascript(path.read_text("utf-8")):
                yield file


def test_no_list_of_kinds_stands_outside_of_their_own_files():
    assert list(offenders()) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('A = ("match", "order", "short")', [1]),
        ('A = {"match": 1, "order": 2, "short": 3}', [1]),
        ('match kind:\n    case "match": a()\n    case "order": b()\n    case "short": c()', [1]),
        ('A = {"match", "order"}', []),
        ('A = "a short match in order"', []),
    ],
)
def test_a_list_of_kinds_would_be_found(source, found):
    assert named_in_python(source) == found
