"""The house stays in order: no logic stands twice, and no folder is crowded. Each test lists what breaks its rule."""

import ast
import io
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import samestory

PACKAGE = Path(samestory.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
ALIKE = 12  # lines of logic in a row
CROWD = 20  # modules in a folder, its `__init__` not counted
OPEN_ENDED = {"exercise/kinds", "oddity/rules", "scanning/rules"}  # one file a kind or rule: these may grow
CODE = {tokenize.NAME, tokenize.NUMBER, tokenize.STRING, tokenize.OP}


def source(file: Path) -> str:
    return file.read_text("utf-8")


def short(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def logic(text: str) -> list[tuple[int, str]]:
    """The lines of functions, numbered, without comments, docstrings and imports. Local names are all the same."""
    own: dict[int, set[str]] = {}  # the local names at each line
    dropped: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
            names |= {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
            for line in lines_of(node):
                own[line] = own.get(line, set()) | names
        elif isinstance(node, ast.Import | ast.ImportFrom) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        ):
            dropped |= set(lines_of(node))
    lines: dict[int, list[str]] = defaultdict(list)
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        at = token.start[0]
        if token.type in CODE and at in own:
            local = token.string in own[at] and before != "."  # behind a point it is an attribute
            lines[at].append("_" if local else token.string)
        before = token.string
    kept = ((at, " ".join(tokens)) for at, tokens in sorted(lines.items()) if at not in dropped)
    return [(at, line) for at, line in kept if any(sign.isalnum() for sign in line)]


def lines_of(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def twins(files: Iterable[tuple[str, str]], size: int = ALIKE) -> list[str]:
    """Pairs of places that have `size` lines of logic or more in a row in common, the longest run of each."""
    read = {name: logic(text) for name, text in files}
    windows: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for name, lines in read.items():
        for at in range(len(lines) - size + 1):
            windows[tuple(line for _, line in lines[at : at + size])].append((name, at))
    found = {}
    for places in windows.values():
        for one, two in pairwise(places):
            apart = (one[0], two[0], two[1] - one[1])
            found.setdefault(apart, (one, two))
    return sorted(
        f"{one[0]}:{read[one[0]][one[1]][0]} and {two[0]}:{read[two[0]][two[1]][0]}" for one, two in found.values()
    )


def test_no_two_places_hold_the_same_logic() -> None:
    assert twins((short(file), source(file)) for file in FILES) == []


def test_no_folder_is_crowded() -> None:
    modules = Counter(short(file.parent) for file in FILES if file.stem != "__init__")
    assert {name: count for name, count in modules.items() if count > CROWD and name not in OPEN_ENDED} == {}


def test_a_twin_would_be_found_whatever_its_names() -> None:
    body = "\n".join(f"    {{x}} = step({{x}}, {n})  # {{x}}" for n in range(ALIKE))
    one = f"def one(a):\n    '''Told.'''\n{body.format(x='a')}\n    return a\n"
    two = f"import os\n\ndef two(b):\n{body.format(x='b')}\n    print(b)\n"
    assert len(twins([("one.py", one), ("two.py", two)])) == 1
    assert twins([("one.py", one), ("two.py", two.replace("step(b, 5)", "leap(b, 5)"))]) == []
