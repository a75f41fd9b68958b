"""A lesson as a small web book: Jupyter Book 1 with our extension underneath, outside any clone."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from samestory.case import load_case
from samestory.errors import SameStoryError
from samestory.publish.lesson import own_texts
from samestory.publish.own_text import Asked, blocks

SOURCE = "source"
_PAGES = ("lesson", "plan")
_CONFIG = """\
title: {title}
author: ""
only_build_toc_files: true
execute: {{execute_notebooks: "off"}}
html: {{use_multitoc_numbering: false}}
sphinx:
  config:
    language: en
    extensions: [myst_nb, jupyter_book, sphinx_external_toc, sphinx_design, samestory.book]
    html_theme: samestory
    html_theme_options: {{}}
    html_title: {title}
    html_context: {{notice: {notice}}}
    html_use_index: false
    html_copy_source: false
    html_show_sourcelink: false
    nb_ipywidgets_js: {{}}
    # What every page of this book knows.
    samestory_cases: [{case}]
"""
# As its own command starts it, which may lie on no path.
_START = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
_TOC = "format: jb-book\nroot: lesson\nchapters:\n  - file: plan\n"


class SiteError(SameStoryError):
    """A book that could not be built; the message holds what the builder said."""


def build_site(folder: Path, out: Path) -> Path:
    """Write the sources of a small book into `out/source`, build it, and return the folder of its pages.

    Raises CaseError, SiteError (Jupyter Book is not installed, or refused a page) and OSError.
    """
    if importlib.util.find_spec("jupyter_book") is None:
        raise SiteError("A book needs Jupyter Book: pip install 'samestory[book]'. Without it, leave --book out.")
    case, source = load_case(folder), out / SOURCE
    own_texts(folder, case)
    source.mkdir(parents=True, exist_ok=True)
    lesson = next((one.card.lesson for one in case.exercises.values()), "")
    for name in _PAGES:
        text = (folder / "lesson" / f"{name}.md").read_text("utf-8-sig")
        (source / f"{name}.md").write_text(_for_the_book(text, case.id, lesson), "utf-8")
    told = {"title": _quoted(case.title), "notice": _quoted(case.licence), "case": _quoted(str(folder.resolve()))}
    (source / "_config.yml").write_text(_CONFIG.format(**told), "utf-8")
    (source / "_toc.yml").write_text(_TOC, "utf-8")
    command = [sys.executable, "-c", _START, "build", str(source), "--path-output", str(out)]
    done = subprocess.run([*command, "--warningiserror", "--keep-going"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SiteError(f"Jupyter Book could not build it:\n{(done.stdout + done.stderr)[-4000:]}")
    return out / "_build" / "html"


def _quoted(text: str) -> str:
    """Return a text as YAML takes it whatever is in it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _for_the_book(text: str, case: str, lesson: str) -> str:
    """Return an author's text with what a book calls otherwise, or counts by itself."""
    parts = []
    for block in blocks(text):
        if not isinstance(block, Asked):
            parts.append(block.typed)
        elif block.name == "record":
            parts.append(f"```{{case}} {case}\n```")
        elif block.name == "answers":
            parts.append(f"```{{answers}} {lesson}\n```")
        elif block.name not in ("scores", "paper"):
            options = "".join(f":{name}: {value}\n" for name, value in block.options.items())
            parts.append(f"````{{{block.name}}} {block.argument}\n{options}{block.body}\n````")
    return "\n\n".join(parts) + "\n"
