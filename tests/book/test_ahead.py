"""Lessons that run side by side before the pages are read: the pages then find them run, and a fault is told once."""

import io
import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest
from myst_nb.core.execute import cache as reading
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from samestory.book.ahead import LONGEST_FOLDER, run_notebook, talking_through

PAGE = """---
file_format: mystnb
kernelspec: {{name: python3}}
---
# Page {name}

```{{code-cell}} ipython3
{code}
```
"""


def notebook(code: str) -> Any:
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])


def build(folder: Path, codes: dict[str, str]) -> tuple[Path, str]:
    source, complaints = folder / "source", io.StringIO()
    source.mkdir()
    for name, code in codes.items():
        (source / f"{name}.md").write_text(PAGE.format(name=name, code=code), "utf-8")
    listed = "\n".join(codes)
    (source / "index.md").write_text(f"# Book\n\n```{{toctree}}\n{listed}\n```\n", "utf-8")
    settings = {"extensions": ["myst_nb", "samestory.book"], "html_theme": "samestory", "nb_execution_mode": "cache"}
    with warnings.catch_warnings(), docutils_namespace():
        warnings.simplefilter("ignore")
        app = Sphinx(str(source), None, str(folder / "html"), str(folder / "trees"), "html", settings, None, complaints)
        app.build()
    return folder / "html", complaints.getvalue()


def test_pages_are_read_with_what_ran_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "single_nb_execution", lambda *_, **__: pytest.fail("it ran while it was read"))
    built, complaints = build(tmp_path, {"one": "print(20 + 1)", "two": "print(30 + 2)"})
    assert "21" in (built / "one.html").read_text("utf-8")
    assert "32" in (built / "two.html").read_text("utf-8")
    assert complaints == ""


def test_one_that_fails_is_told_as_it_is_read_and_the_other_is_there(tmp_path: Path) -> None:
    built, complaints = build(tmp_path, {"one": "1 / 0", "two": "print(30 + 2)"})
    assert "32" in (built / "two.html").read_text("utf-8")
    assert "ZeroDivisionError" in (built / "one.html").read_text("utf-8")
    assert "one.md" in complaints


def test_a_run_fills_in_the_outputs_in_a_folder_of_its_own_or_says_that_it_failed() -> None:
    one = notebook("import os; print(os.listdir())")
    ran = run_notebook(one, 60)
    assert ran is not None
    assert ran.seconds > 0
    assert ran.modules == []
    assert len(one.cells) == 1
    assert one.cells[0].outputs[0].text == "[]\n"
    assert run_notebook(notebook("1 / 0"), 60) is None
    assert run_notebook(notebook("import os; os._exit(1)"), 60) is None


def test_a_folder_too_long_for_sockets_is_not_used_for_them() -> None:
    assert not talking_through("/" + "x" * LONGEST_FOLDER)
