"""Names what the book is made of, so that a build redoes what changed and nothing else.

Sphinx watches the pages and the lesson cache watches the code cells; neither sees the case files or the package
that the cells call. Their digest is part of the configuration, and the lesson cache is kept under its name.
"""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

import samestory

PACKAGE = Path(samestory.__file__).parent
_LOOK = (PACKAGE / "book", PACKAGE / "widget" / "web")
_APART = {"book", "cli", "teach"}  # parts of the package that no lesson's cell calls


def name_the_sources(app: Sphinx, config: Config) -> None:
    """Digest what lessons call and what pages look like; a changed digest makes Sphinx rebuild."""
    source = Path(app.srcdir)
    called = [path for path in PACKAGE.iterdir() if path.name not in _APART]
    plan = source / "notebooks" / "course.yml"
    lessons = digest([*called, source / "seeds", plan, source / "constraints.txt"])
    config.samestory_lessons = lessons
    config.samestory_look = digest(_LOOK)
    config.nb_execution_cache_path = str(cache_for(Path(app.outdir).parent / ".jupyter_cache", lessons))


def cache_for(folder: Path, name: str) -> Path:
    """The cache of this digest; caches of earlier ones are removed, so that none is ever mistaken for fresh."""
    if folder.is_dir():
        for old in folder.iterdir():
            if old.name != name and old.is_dir():
                shutil.rmtree(old)
    return folder / name


def digest(paths: Iterable[Path]) -> str:
    """Twelve hex digits over the names and bytes of files and folders; one that is missing counts as empty."""
    whole = hashlib.sha256()
    for root in sorted(paths):
        for file in files_below(root):
            whole.update(str(file.relative_to(root.parent)).encode())
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:12]


def files_below(root: Path) -> list[Path]:
    """Every file at or under a path in a fixed order, without Python's own leftovers."""
    found = [root] if root.is_file() else root.rglob("*")
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)
