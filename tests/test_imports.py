"""Imports point one way, and heavy packages are imported where they are used and nowhere else."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import samestory

PACKAGE = Path(samestory.__file__).parent

# Each floor stands on those below it: words; language;
# text; comparison; exercise and oddity; case; course and scanning; widget;
# lesson, teach, book; cli. `api` is the door for others: it reaches the engine and the cases.
# teach never imports widget, book or lesson; package packs what widget draws.
BASE = {"errors", "table", "template", "thresholds"}
TEXT = {"text", "language", "words", *BASE}
EXERCISE = {"exercise", "comparison", *TEXT}
BELOW_WIDGET = {"answer", "case", "course", *EXERCISE}
ENGINE = {"scanning", "oddity", "case", *EXERCISE}
ARROWS = {
    "errors": set(),
    "table": {"template"},
    "template": set(),
    "thresholds": {"errors"},
    "words": BASE,
    "language": {"words", *BASE},
    "text": {"language", "words", *BASE},
    "comparison": TEXT,
    "oddity": {"comparison", *TEXT},
    "exercise": {"comparison", *TEXT},
    "answer": EXERCISE,
    "case": EXERCISE,
    "archive": {"inbox", "comparison", *TEXT},
    "inbox": {"case", *TEXT},
    "course": {"case", *EXERCISE},
    "scanning": {"oddity", "case", *EXERCISE},
    "draft": ENGINE,
    "publish": {"draft", "widget", *BELOW_WIDGET},
    "api": ENGINE,
    "__init__": {"api"},
    "widget": BELOW_WIDGET,
    "desk": {"widget", "scanning", "inbox", *BELOW_WIDGET},
    "lesson": {"desk", "widget", "scanning", *BELOW_WIDGET},
    "book": {"widget", *BELOW_WIDGET},
    "teach": BELOW_WIDGET,
    "package": {"widget", *BELOW_WIDGET},
    "cli": {"desk", "teach", "package", "scanning", "draft", "publish", "inbox", "archive", *BELOW_WIDGET},
}
# `samestory sync` writes notebooks as the book does, and `samestory pdf` prints one.
EXCEPTIONS = {
    ("cli/book/sync.py", "samestory.book.directives.pair"),
    ("cli/book/pdf.py", "samestory.book.print.chromium"),
}
HEAVY = ["pandas", "matplotlib", "ipywidgets", "anywidget", "IPython", "numpy", "jsonschema", "sphinx", "jupytext"]
HEAVY += ["jinja2", "trafilatura", "docx", "pypdf", "charset_normalizer", "duckdb", "distributed"]


def imported(source: str, inside: str) -> Iterator[str]:
    """The full names of the package's own modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = inside.split(".")[: -node.level] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "samestory" else [module]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "samestory")


def wrong_arrows(file: str, source: str) -> list[str]:
    """The imports of a file, named by its path in the package, that point the wrong way."""
    own = file.removesuffix(".py").split("/")[0]
    inside = ".".join(["samestory", *file.removesuffix(".py").split("/")])
    found = []
    for name in imported(source, inside):
        target = name.split(".")[1] if "." in name else ""
        if target in ("", "__version__", own) or (file, name) in EXCEPTIONS:
            continue
        if target not in ARROWS.get(own, set()):
            found.append(f"{file} imports {name}")
    return found


def test_every_import_points_the_right_way():
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 50
    wrong = [
        one for path in files for one in wrong_arrows(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8"))
    ]
    assert wrong == []


def test_every_part_of_the_package_has_its_arrows():
    parts = {
        path.name.removesuffix(".py")
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts - {"__init__"} <= set(ARROWS)


@pytest.mark.parametrize(
    ("file", "source", "wrong"),
    [
        ("words/word.py", "from samestory.exercise import Card", True),
        ("exercise/card.py", "import samestory.case.load", True),
        ("exercise/card.py", "from samestory.text import words", False),
        ("case/load.py", "def late():\n    from samestory.answer import keep", True),
        ("case/load.py", "from .desk import Desk\nfrom ..exercise import Card", False),
        ("case/load.py", "from ..widget import bundle", True),
        ("teach/grade.py", "from samestory import widget", True),
        ("teach/grade.py", "from samestory.lesson.table import table", True),
        ("teach/grade.py", "import samestory.book", True),
        ("teach/grade.py", "from samestory import __version__", False),
        ("lesson/clip.py", "from samestory.widget.bundle import bundle", False),
        ("cli/book/sync.py", "from samestory.book.directives.pair import notebook", False),
        ("cli/teaching/grade.py", "from samestory.book.directives.pair import notebook", True),
        ("errors.py", "from samestory.text import words", True),
        ("case/load.py", "from samestory.scanning import scan", True),
        ("text/day/read.py", "from samestory.api import read", True),
    ],
)
def test_a_wrong_arrow_would_be_found(file, source, wrong):
    assert bool(wrong_arrows(file, source)) == wrong


@pytest.mark.parametrize(
    "what", ["samestory", "samestory.case", "samestory.exercise", "samestory.answer", "samestory.cli"]
)
def test_importing_a_light_part_imports_nothing_heavy(what):
    code = f"import sys, {what}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_grading_needs_no_widgets_and_no_figures():
    heavy = [name for name in HEAVY if name not in ("jinja2", "jsonschema")]
    code = "import sys, samestory.teach.grade, samestory.teach.desk, samestory.course as course; course.load_shipped();"
    code += f"print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_the_pages_python_imports_is_there():
    """The worker's Python is text in a script, which no checker reads."""
    workers = [(PACKAGE / "book" / "assets" / f"{name}_worker.js").read_text("utf-8") for name in ("python", "desk")]
    wanted = re.findall(r"^from (samestory[\w.]*) import (\w+)$", "\n".join(workers), re.MULTILINE)
    assert len(wanted) == 2
    assert [name for module, name in wanted if not hasattr(importlib.import_module(module), name)] == []
