"""A book with a hole in it is no book: its build ends with 1 and names the page and what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from samestory.course import load_shipped

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


@pytest.mark.slow
def test_what_pages_ask_for_in_vain_ends_the_build_with_1_until_it_is_mended(tmp_path: Path) -> None:
    holes = {name: f"# {name}\n\n{asked}\n" for name, (asked, _) in HOLES.items()}
    pages = {"welcome": SOUND + "\n```{toctree}\n" + "\n".join(HOLES) + "\n```\n", **holes}
    for _ in range(2):  # a page that is not read again is no better
        code, told = built(tmp_path, **pages)
        assert code == 1
        for name, (_, said) in HOLES.items():
            assert any(f"{name}.md" in line and said in line for line in told.splitlines()), name
    assert built(tmp_path, **{name: f"# {name}\n\nMended.\n" for name in HOLES})[0] == 0


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["force", "cache"])
def test_a_cell_that_fails_ends_the_build_with_1_and_one_that_is_meant_to_fail_does_not(
    mode: str, tmp_path: Path
) -> None:
    code = 'from samestory.lesson import exercise\nexercise("no-such-exercise")'
    lessons = {
        "welcome": SOUND + "\n```{toctree}\nlesson\nmeant\n```\n",
        "lesson": NOTEBOOK.format(tags="", code=code),
        "meant": NOTEBOOK.format(tags=":tags: [raises-exception]\n\n", code="1 / 0"),
    }
    ended, told = built(tmp_path, mode, **lessons)
    assert ended == 1
    (line,) = [line for line in told.splitlines() if "A cell failed" in line]
    assert "lesson.md" in line
    assert "UnknownError: There is no exercise 'no-such-exercise'" in line


def test_jupyter_book_ends_with_an_error_too(tmp_path: Path) -> None:
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: welcome\n")
    (tmp_path / "_config.yml").write_text(
        "title: Small\nsphinx:\n  extra_extensions: [samestory.book]\n  config: {html_theme: samestory}\n"
    )
    (tmp_path / "welcome.md").write_text(f"# Page\n\n```{{exercise}} {NAME}x\n```\n")
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", "."]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=240)
    assert done.returncode != 0
    assert f"There is no exercise '{NAME}x'" in done.stdout + done.stderr
