"""The pages' own Python: what is put beside them, when, and that the engine needs nothing but Python."""

import html
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from made_cases import exercise

from samestory.book import python_worker
from samestory.book.python_worker import CORE, PYTHON_FOLDER, WITHOUT, desk_engine, engine, put_python, say_if_missing
from samestory.book.tree.places import place_of_exercise
from samestory.course import load_shipped
from samestory.widget.element import element


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A book's source in which npm has installed Pyodide, as far as this is looked at."""
    core = tmp_path / "source" / "book" / "python" / "node_modules" / "pyodide"
    core.mkdir(parents=True)
    for name in CORE:
        (core / name).write_text(name)
    (core / "package.json").write_text('{"version": "1.2.3"}')
    (core / "pyodide-lock.json").write_text('{"info": {"python": "3"}, "packages": {"numpy": {}}}')
    return tmp_path / "source"


def page_with(kind: str) -> nodes.document:
    """The tree of a page with the first exercise of a kind."""
    name = next(name for name, one in load_shipped().exercises.items() if one.card.kind == kind)
    page: nodes.document = new_document("a page")
    page += place_of_exercise(name, 1)
    return page


def built(tmp_path: Path, source: Path, kind: str = "ferry-count") -> Any:
    top = tmp_path / "html"
    top.mkdir(exist_ok=True)
    (top / "page.html").write_text(element(exercise(kind), 1), "utf-8")
    app = SimpleNamespace(outdir=str(top), srcdir=str(source), builder=SimpleNamespace(name="html"))
    put_python(app, None)
    return top / PYTHON_FOLDER


def test_a_book_with_code_gets_python_and_a_lock_that_names_no_package(tmp_path: Path, source: Path) -> None:
    folder = built(tmp_path, source)
    names = {file.name for file in folder.iterdir()}
    workers = {"python_worker.js", "desk_worker.js", "pages_python.js"}
    assert names == {*CORE.values(), *workers, "pyodide-lock.json", "samestory.zip", "desk.zip", "NOTICE.txt"}
    assert json.loads((folder / "pyodide-lock.json").read_text()) == {"info": {"python": "3"}, "packages": {}}
    assert "Pyodide 1.2.3, Mozilla Public License" in (folder / "NOTICE.txt").read_text()


def test_a_book_without_code_gets_none_and_loses_what_it_had(tmp_path: Path, source: Path) -> None:
    assert built(tmp_path, source).is_dir()
    assert not built(tmp_path, source, "ferry-why").exists()


def test_who_only_speaks_of_code_gets_no_python(tmp_path: Path, source: Path) -> None:
    top = tmp_path / "html"
    top.mkdir()
    said = html.escape(element(exercise("ferry-count"), 1))
    (top / "about.html").write_text(f'<code>{said}</code><script>{{"kind":"code"}}</script>', "utf-8")
    app: Any = SimpleNamespace(outdir=str(top), srcdir=str(source), builder=SimpleNamespace(name="html"))
    put_python(app, None)
    assert not (top / PYTHON_FOLDER).exists()


def test_a_book_that_is_built_without_npm_is_built_and_says_so(tmp_path: Path) -> None:
    assert not built(tmp_path, tmp_path / "nowhere").exists()
    for python, said in (("", True), ("1.2.3", False)):
        context: dict[str, Any] = {"page_meta": []}
        app: Any = SimpleNamespace(config=SimpleNamespace(samestory_python=python))
        say_if_missing(app, "a", "", context, page_with("code"))
        assert (WITHOUT in context["page_meta"]) is said


def test_a_page_without_code_says_nothing_of_python() -> None:
    context: dict[str, Any] = {"page_meta": []}
    app: Any = SimpleNamespace(config=SimpleNamespace(samestory_python=""))
    for tree in (page_with("choose"), None):
        say_if_missing(app, "a", "", context, tree)
    assert context["page_meta"] == []


def test_a_build_that_failed_or_makes_no_pages_gets_nothing(tmp_path: Path, source: Path) -> None:
    for error, form in ((ValueError(), "html"), (None, "latex")):
        app = SimpleNamespace(outdir=str(tmp_path), srcdir=str(source), builder=SimpleNamespace(name=form))
        put_python(app, error)  # type: ignore[arg-type]
    assert not (tmp_path / PYTHON_FOLDER).exists()


def test_the_engine_is_the_same_each_time_small_and_without_keys_or_front_end() -> None:
    assert engine() == engine()
    names = zipfile.ZipFile(io.BytesIO(engine())).namelist()
    assert {name.split("/")[1] for name in names} == {
        "__init__.py",
        "api.py",
        "errors.py",
        "table.py",
        "template.py",
        "thresholds.py",
        "thresholds.toml",
        "words",
        "language",
        "text",
        "comparison",
        "oddity",
        "exercise",
        *("among.py", "basestemmer.py", "COPYING"),
        *(f"{name}_stemmer.py" for name in ("english", "german", "spanish", "russian", "arabic")),
    }
    assert not [name for name in names if "/kinds/" in name or "__pycache__" in name]
    # Names, words by their frequency and the runs of words that are odd are most of it; Python itself is 14 MB, and the
    # packs of four languages with their stemmers are 30 KB.
    assert len(engine()) < 1100 * 1024


def test_the_engine_runs_code_with_nothing_but_python(tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(engine())).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import json, samestory.text\n"
        "from samestory.comparison import likeness, overlap\n"
        "from samestory.oddity import odd_phrases\n"
        "from samestory.words.key import root\n"
        "assert root('nation') == root('nationally') and odd_phrases('The the gate shut.')\n"
        "from samestory.exercise.code.run import run_quietly\n"
        "view, source = json.load(sys.stdin)\n"
        "run_quietly(view, source, lambda one: print(json.dumps(one), file=sys.__stdout__))\n"
        "assert all(sys.modules[name].__file__.startswith(sys.path[0]) for name in ('samestory', 'snowballstemmer'))"
    )
    one = exercise("ferry-count")
    given = json.dumps([one.view(), one.task.model])
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], input=given, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ['{"value": "5"}', '{"value": "7"}', '{"value": "0"}']


def test_the_version_is_noted_so_that_pages_are_written_anew(source: Path) -> None:
    config = SimpleNamespace(samestory_python="?")
    python_worker.find_python(SimpleNamespace(srcdir=str(source)), config)  # type: ignore[arg-type]
    assert config.samestory_python == "1.2.3"
    python_worker.find_python(SimpleNamespace(srcdir=str(source / "nowhere")), config)  # type: ignore[arg-type]
    assert config.samestory_python == ""


def test_the_desk_needs_nothing_but_python_and_its_two_archives(tmp_path: Path) -> None:
    for packed in (engine(), desk_engine()):
        zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path / "python")
    code = """
import base64, json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from samestory.desk.page import PageDesk
page = PageDesk(pathlib.Path(sys.argv[2]))
texts = ["About 300 people came on Monday, said Ann Lee.", "About 400 people came on Monday, said Ann Lee."]
files = [{"name": f"{n}.txt", "content": base64.b64encode(text.encode()).decode()} for n, text in enumerate(texts)]
page.ask(json.dumps({"op": "add", "files": files}))
seen = json.loads(page.ask(json.dumps({"op": "reader", "articles": ["text-0", "text-1"]})))
print(len(json.loads(page.ask('{"op": "open"}'))["desk"]["cards"]), len(seen["reader"]["texts"]))
"""
    # -I and -S: neither this machine's packages nor the folder that the test runs in.
    command = [sys.executable, "-I", "-S", "-c", code, str(tmp_path / "python"), str(tmp_path / "desk")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["2", "2"], "")
