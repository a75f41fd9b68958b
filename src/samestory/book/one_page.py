"""Builds one page of the book in a process that is started ahead: its imports are over when it is needed.

`python -m samestory.book.one_page ROOT PAGE FOLDER` gets ready, waits for a line, builds once, prints as JSON whether
the page is `built` and which `faults` it met, and ends. A change of the package itself needs a new process; a change of
a page, of a case or of the course's plan is read when it builds.
"""

import contextlib
import importlib
import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_book.config import get_final_config
from sphinx.application import Sphinx, builtin_extensions
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from samestory.book.ahead import run_lessons, talking_through
from samestory.course import load_shipped
from samestory.errors import SameStoryError

SLOW = (*builtin_extensions, "myst_nb.sphinx_ext", "jupyter_cache.cache.db", "jupyter_cache.executors.utils")
FIRST_CELL = "import pandas, matplotlib.pyplot, samestory.lesson"  # what lessons import, and nothing that reads a case
# The page stands alone: what it points at on other pages isn't there.
ALONE = ["myst.xref_missing", "ref.ref", "ref.doc", "toc.not_readable", "toc.excluded"]


def build_when_told(root: Path, page: str, folder: Path) -> None:
    """Get ready, wait, build, say what went wrong. Nothing is built for a parent that has gone."""
    for name in SLOW:
        importlib.import_module(name)
    with waiting_kernel() as kernel:
        # Not even a line end is the end of the pipe: whoever waited for the page has gone.
        if sys.stdin.readline():
            built, faults = build(root, page, folder, kernel)
            print(json.dumps({"built": built, "faults": faults}), flush=True)


@contextlib.contextmanager
def waiting_kernel() -> Iterator[Any]:
    """A kernel with a lesson's imports behind it, in a folder of its own; it takes most of the time of a short run."""
    from jupyter_core.utils import run_sync
    from nbclient import NotebookClient
    from nbformat import v4

    new: Any = v4  # without types
    notebook = new.new_notebook(cells=[new.new_code_cell(FIRST_CELL)])
    with TemporaryDirectory() as home, TemporaryDirectory() as sockets:
        where = {"metadata": {"path": home}}
        client: Any = NotebookClient(notebook, timeout=120, resources=where, config=talking_through(sockets))
        # The channels stay open, or the kernel would be shut down with its imports behind it.
        client.execute(cleanup_kc=False)
        try:
            yield client.km
        finally:
            client.kc.stop_channels()
            run_sync(client.km.shutdown_kernel)(now=True)


def build(root: Path, page: str, folder: Path, kernel: Any = None) -> tuple[bool, list[str]]:
    """Build a page into `folder`/html; return whether it is there, and what is wrong with it or with the cases."""
    nocolor()
    complaints = io.StringIO()
    own = {
        "root_doc": page,
        "include_patterns": [f"{page}.md"],
        "suppress_warnings": ALONE,
        "nb_execution_raise_on_error": False,  # the page shows where it failed
        # Nothing here is LaTeX, but Jupyter Book takes for granted that its command line has set this.
        "latex_individualpages": False,
    }
    try:
        load_shipped()  # with a fault in a case every cell would fail: say it once, and leave the page as it was
        config, _ = get_final_config(
            user_yaml=root / "_config.yml", cli_config=own, sourcedir=root, use_external_toc=False
        )
        with patch_docutils(), docutils_namespace():
            trees = folder / ".doctrees"
            app = Sphinx(str(root), None, str(folder / "html"), str(trees), "html", config, None, complaints)
            # Ahead of the extension’s own, which then finds a good run and starts no kernel.
            app.connect("env-before-read-docs", partial(run_lessons, kernel=kernel), priority=400)
            app.build()
    except SameStoryError as error:
        return False, [str(error)]
    except Exception as error:  # whatever stops Sphinx: an author mends it, and the loop goes on
        return False, [*complaints.getvalue().splitlines(), f"{type(error).__name__}: {error}"]
    return True, [line for line in complaints.getvalue().splitlines() if line.strip()]


if __name__ == "__main__":
    build_when_told(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
