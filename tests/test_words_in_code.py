"""The words in the code: one name for one thing, a word above each long pattern, and now and then a reason.

Each test lists what breaks its rule, with its place.
"""

import ast
import io
import tokenize
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import samestory
import samestory.comparison
import samestory.text

PACKAGE = Path(samestory.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
CODE = {tokenize.NAME, tokenize.NUMBER, tokenize.STRING, tokenize.OP}
LEAST = 0.04  # comments for each line of code
# Commands and extensions are found by being there, each with these. And the doors have verbs and nouns of their own:
# `text.quotations` are those of one text, `comparison.quotations` the pairs of two.
PROTOCOL = {
    "add_to",
    "run",
    "setup",
    "log",
    "main",
    *samestory.__all__,
    *samestory.text.__all__,
    *samestory.comparison.__all__,
}


def source(file: Path) -> str:
    return file.read_text("utf-8")


def short(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def public_names(text: str) -> Iterator[str]:
    """The constants, functions and classes that a module defines for others, at its top level."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        else:
            continue
        yield from (name for name in names if not name.startswith("_"))


def patterns_without_a_word(text: str) -> Iterator[int]:
    """The lines of regular expressions that are longer than a line and have no comment above them."""
    lines = text.splitlines()
    tree = ast.parse(text)
    starts = {}  # of the statement that each expression stands in
    for statement in (node for node in ast.walk(tree) if isinstance(node, ast.stmt)):
        for node in ast.walk(statement):
            if isinstance(node, ast.Call):
                starts[node] = statement.lineno  # the innermost comes last
    for node, start in starts.items():
        called = node.func
        if not (isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re"):
            continue
        if not node.args or not isinstance(node.args[0], ast.Constant | ast.JoinedStr | ast.BinOp):
            continue
        first = node.args[0]
        if (first.end_lineno or first.lineno) > first.lineno and not lines[start - 2].lstrip().startswith("#"):
            yield start


def comment_share(texts: Iterable[str]) -> float:
    """Comments for each line of code."""
    comments = lines = 0
    for text in texts:
        read = list(tokenize.generate_tokens(io.StringIO(text).readline))
        comments += sum(token.type == tokenize.COMMENT for token in read)
        lines += len({token.start[0] for token in read if token.type in CODE})
    return comments / lines


def test_a_public_name_is_defined_once() -> None:
    homes = defaultdict(set)
    for file in FILES:
        for name in public_names(source(file)):
            homes[name].add(short(file))
    assert {name: sorted(at) for name, at in homes.items() if len(at) > 1 and name not in PROTOCOL} == {}


def test_a_pattern_longer_than_a_line_says_what_it_takes() -> None:
    assert [f"{short(file)}:{line}" for file in FILES for line in patterns_without_a_word(source(file))] == []


def test_comments_say_why_here_and_there() -> None:
    assert comment_share(map(source, FILES)) >= LEAST


def test_a_pattern_without_a_word_would_be_found() -> None:
    bare = 'import re\n\nONE = re.compile(\n    r"a"\n    r"b"\n)\n'
    assert list(patterns_without_a_word(bare)) == [3]
    assert list(patterns_without_a_word(bare.replace("ONE", "# Takes “ab”, leaves “ba”.\nONE"))) == []
    assert list(patterns_without_a_word('import re\n\nONE = re.compile(r"ab")\n')) == []
