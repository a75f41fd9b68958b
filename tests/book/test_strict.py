"""A book with a hole in it is no book: its build ends with 1 and names the page and what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from samestory.case import load_shipped

NAME = next(iter(load_shipped().exercises))
SETTINGS = """
extensions = ["myst_nb", "samestory.book"]
html_theme = "samestory"
root_doc = "welcome"
nb_execution_mode = "{mode}"
exclude_patterns = ["_build"]
"""
NOTEBOOK = """---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{display_name: Python 3, name: python3}}
---

# A lesson

```{{code-cell}} python
{tags}{code}
```
"""
SOUND = f"# Page\n\n```{{exercise}} {NAME}\n```\n"
HOLES = {
    "exercise": (f"```{{exercise}} {NAME}x\n```", f"There is no exercise '{NAME}x'. Did you mean {NAME}"),
    "lesson": ("```{answers} no-such-lesson\n```", "There is no lesson 'no-such-lesson'"),
    "case": ("```{case} no-such-case\n```", "There is no case 'no-such-case'"),
    "lines": ("```{lines} 0\n```", "Give a number of lines from 1"),
}


def built(folder: Path, mode: str = "force", **pages: str) -> tuple[int, str]:
    """Build a book as its author does, without treating warnings as errors; the exit code and what was said."""
    source = folder / "source"
    source.mkdir(exist_ok=True)
    (source / "conf.py").write_text(SETTINGS.format(mode=mode), "utf-8")
    for name, text in pages.items():
        (source / f"{name}.md").write_text(text, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", source, folder / "html"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=240)
    return done.returncode, done.stdout + done.stderr


def test_a_sound_book_ends_with_0(tmp_path: Path) -> None:
    assert built(tmp_path, welcome=SOUND)[0] == 0


@pytest.mark.parametrize("hole", HOLES)
def test_what_a_page_asks_for_in_vain_ends_the_build_with_1_until_it_is_mended(hole: str, tmp_path: Path) -> None:
    asked, said = HOLES[hole]
    for _ in range(2):  # a page that is not read again is no better
        code, told = built(tmp_path, welcome=f"# Page\n\n{asked}\n")
        assert code == 1
        assert said in told
        assert "welcome" in told
    assert built(tmp_path, welcome=SOUND)[0] == 0


@pytest.mark.parametrize("mode", ["force", "cache"])
def test_a_cell_that_fails_ends_the_build_with_1(mode: str, tmp_path: Path) -> None:
    code = 'from samestory.lesson import exercise\nexercise("no-such-exercise")'
    page = NOTEBOOK.format(tags="", code=code)
    for _ in range(2):
        ended, told = built(tmp_path, mode, welcome=SOUND + "\n```{toctree}\nlesson\n```\n", lesson=page)
        assert ended == 1
        assert "lesson" in told
        assert "A cell failed: samestory.case.problem.UnknownError: There is no exercise 'no-such-exercise'" in told


def test_a_cell_that_is_meant_to_fail_is_no_fault(tmp_path: Path) -> None:
    page = NOTEBOOK.format(tags=":tags: [raises-exception]\n\n", code="1 / 0")
    assert built(tmp_path, welcome=page)[0] == 0


def test_every_hole_is_named_at_once(tmp_path: Path) -> None:
    pages = {"welcome": SOUND + "\n```{toctree}\none\ntwo\n```\n"}
    pages |= {name: f"# {name}\n\n```{{exercise}} missing-{name}\n```\n" for name in ("one", "two")}
    code, told = built(tmp_path, **pages)
    assert code == 1
    assert "one.md" in told
    assert "'missing-one'" in told
    assert "'missing-two'" in told


def test_jupyter_book_ends_with_an_error_too(tmp_path: Path) -> None:
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: welcome\n")
    (tmp_path / "_config.yml").write_text(
        "title: Small\nsphinx:\n  extra_extensions: [samestory.book]\n  config: {html_theme: samestory}\n"
    )
    (tmp_path / "welcome.md").write_text(f"# Page\n\n```{{exercise}} {NAME}x\n```\n")
    command = [sys.executable, "-m", "jupyter_book", "build", "."]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=240)
    assert done.returncode != 0
    assert f"There is no exercise '{NAME}x'" in done.stdout + done.stderr
