"""The pages' own Python: the files of a worker that runs a learner's code, put into a book that has such exercises.

Pyodide's core comes from the npm package that `book/python/package.json` names; `make book` installs it where an
exercise needs it and npm is there. Beside it stand the parts of this package that need nothing but Python itself. A
book that was built without it says so on the page.
"""

import io
import json
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

import samestory
from samestory.book.directives.desk import DESK_PLACE
from samestory.book.tree.places import ExercisePlace, exercise_of
from samestory.widget.element import NEEDS_PYTHON

_log = logging.getLogger(__name__)

PYTHON_FOLDER = "_static/python"
WORKERS = [Path(__file__).parent / "assets" / f"{name}.js" for name in ("python_worker", "desk_worker", "pages_python")]
CORE = {  # by its name in the package, its name here: many servers do not know what an .mjs is, and browsers refuse it
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
    "python_stdlib.zip": "python_stdlib.zip",
}
WITHOUT = {"name": "samestory-python", "content": "none"}  # what a page's head says where there is no Python
# Without the kinds of exercise: a page grades in JavaScript, and its Python only runs what a learner wrote.
ENGINE = (
    "*.py",
    "thresholds.toml",
    "words/**/*",
    "language/**/*",
    "text/**/*",
    "comparison/**/*",
    "oddity/**/*",
    "exercise/*.py",
    "exercise/code/*.py",
)
# What the desk's page needs besides, in an archive of its own, which nobody else has to load.
DESK_ENGINE = (
    "scanning/**/*",
    "case/**/*",
    "inbox/**/*",
    "desk/**/*",
    "course/*.py",
    "widget/__init__.py",
    "widget/reader/**/*.py",
    "exercise/kinds/*",
    "exercise/parts/*",
)
_STEMMED = ("english", "german", "spanish", "russian", "arabic")
STEMMER = ("among.py", "basestemmer.py", *(f"{name}_stemmer.py" for name in _STEMMED), "COPYING")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same files make the same archive
NOTICE = """Python for the pages of this book.

pyodide.* and python_stdlib.zip: Pyodide {version}, Mozilla Public License 2.0, https://pyodide.org
(its pyodide.mjs and pyodide.asm.mjs are unchanged, and end in .js here)
It holds CPython: Python Software Foundation License, https://docs.python.org/3/license.html
samestory.zip, desk.zip, *_worker.js, pages_python.js: Same Story, BSD 3-Clause
In desk.zip, yaml: PyYAML, MIT License, https://pyyaml.org
In samestory.zip, snowballstemmer: the Snowball project, BSD 3-Clause (its COPYING is there), https://snowballstem.org
"""


def find_python(app: Sphinx, config: Config) -> None:
    """Note which version of Pyodide is installed, if any; pages are written anew when that changes."""
    core = installed(Path(app.srcdir))
    config.samestory_python = version(core) if core else ""


def say_if_missing(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
    """Tell a page that asks for Python that there is none."""
    places = tree.findall(ExercisePlace) if tree is not None else ()
    is_desk = tree is not None and any(DESK_PLACE in one["classes"] for one in tree.findall(nodes.container))
    if not app.config.samestory_python and (is_desk or any(exercise_of(one).needs_python for one in places)):
        context["page_meta"].append(WITHOUT)


def put_python(app: Sphinx, error: Exception | None) -> None:
    """Put the worker and what it loads where pages find it, if any page asks for it; else take it away."""
    if error is not None or app.builder.name != "html":
        return
    top, core = Path(app.outdir), installed(Path(app.srcdir))
    wanted = any(NEEDS_PYTHON in page.read_text(encoding="utf-8") for page in top.rglob("*.html"))
    if wanted and core:
        write_python(core, top / PYTHON_FOLDER)
        return
    shutil.rmtree(top / PYTHON_FOLDER, ignore_errors=True)
    if wanted:
        _log.info("Pages with code are built without Python: npm has not installed book/python.")


def installed(source: Path) -> Path | None:
    """The folder of the installed package below a book's source, or None."""
    core = source / "book" / "python" / "node_modules" / "pyodide"
    return core if all((core / name).is_file() for name in (*CORE, "package.json")) else None


def version(core: Path) -> str:
    """The version of the installed package."""
    return str(json.loads((core / "package.json").read_text(encoding="utf-8"))["version"])


def write_python(core: Path, folder: Path) -> None:
    """Write the worker, Pyodide's core, a lock that names no package, and the engine."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, name in (*((one, one.name) for one in WORKERS), *((core / ours, name) for ours, name in CORE.items())):
        there = folder / name
        # Large files are copied when their size has changed; our own small one may change and keep its length.
        if not there.is_file() or there.stat().st_size != file.stat().st_size or file in WORKERS:
            shutil.copyfile(file, there)
    # Pyodide needs the file, but the packages that its own one lists are not in the book.
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    (folder / "pyodide-lock.json").write_text(json.dumps({"info": lock["info"], "packages": {}}), encoding="utf-8")
    (folder / "samestory.zip").write_bytes(engine())
    (folder / "desk.zip").write_bytes(desk_engine())
    (folder / "NOTICE.txt").write_text(NOTICE.format(version=version(core)), encoding="utf-8")


def engine() -> bytes:
    """What of this package needs nothing but Python, and the stemmer: an archive, with the same bytes each time."""
    return archive_of([*engine_files(), *stemmer_files()])


def desk_engine() -> bytes:
    """What the desk needs besides the engine, and PyYAML's own Python."""
    there = dict(engine_files())
    return archive_of([*((name, held) for name, held in engine_files(DESK_ENGINE) if name not in there), *yaml_files()])


def archive_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of files, named and held, in the order of their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), held, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def engine_files(patterns: Iterable[str] = ENGINE) -> Iterator[tuple[str, bytes]]:
    """The files of the engine: name in the archive and what it holds."""
    package = Path(samestory.__file__).parent
    for file in {file for pattern in patterns for file in package.glob(pattern)}:
        if file.is_file() and file.parent.name != "__pycache__":
            yield file.relative_to(package.parent).as_posix(), file.read_bytes()


def stemmer_files() -> Iterator[tuple[str, bytes]]:
    """The stemmer's files for the languages with a pack, its licence, and an empty start without its others."""
    # Its own start imports the stemmers of all languages.
    yield "snowballstemmer/__init__.py", b""
    for file in distribution("snowballstemmer").files or ():
        if file.name in STEMMER:
            yield f"snowballstemmer/{file.name}", file.read_binary()


def yaml_files() -> Iterator[tuple[str, bytes]]:
    """PyYAML without its part in C, which it does without."""
    for file in distribution("PyYAML").files or ():
        if file.parts[0] == "yaml" and file.suffix == ".py":
            yield f"yaml/{file.name}", file.read_binary()
