"""Names what the book is made of, so that a build redoes what changed and nothing else.

Sphinx watches the pages and the lesson cache watches the code cells; neither sees the case files or the package
that the cells call. Their digests are part of the configuration. A page is read again when any of them changes; its
cells run again only when the data or a module that they load has changed (`rests_on`).
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from samestory.book.rests_on import PACKAGE
from samestory.course import use

# Of most files here it is enough to write the pages anew; what is `_READ_WITH` needs them read again.
_LOOK = (PACKAGE / "book", PACKAGE / "widget" / "web")
_APART = {"book", "cli", "teach"}  # parts of the package that no lesson's cell calls
_READ_WITH = (PACKAGE / "book" / "directives", PACKAGE / "book" / "tree")  # what they make stands in the read pages


def use_the_cases(app: Sphinx, config: Config) -> None:
    """Make the cases that the configuration names the course of this book; their folders count from its own."""
    if config.samestory_cases:
        use(*(Path(app.srcdir) / one for one in config.samestory_cases))


def name_the_sources(app: Sphinx, config: Config) -> None:
    """Digest what lessons call and what pages look like; a changed digest makes Sphinx rebuild."""
    source = Path(app.srcdir)
    called = [path for path in PACKAGE.iterdir() if path.name not in _APART]
    read = ("notebooks/course.yml", "constraints.txt", "book/measures.json")
    given = [source / "seeds", *(source / name for name in (*read, *config.samestory_cases))]
    config.samestory_lessons = digest([*called, *_READ_WITH, *given])
    # Without the modules: a changed one is looked for in what each lesson has loaded (`rests_on`).
    config.samestory_data = digest([*given, *(file for one in called for file in files_below(one) if not _code(file))])
    config.samestory_look = digest(_LOOK)
    # Beside the pages of all builders, so that the book for paper finds the runs of the web book.
    config.nb_execution_cache_path = str(Path(app.outdir).parent / ".jupyter_cache")


def _code(file: Path) -> bool:
    return file.suffix == ".py"


def digest(paths: Iterable[Path]) -> str:
    """Twelve hex digits over the names and bytes of files and folders; one that is missing counts as empty."""
    whole = hashlib.sha256()
    for root in sorted(paths):
        for file in files_below(root):
            whole.update(str(file.relative_to(root.parent)).encode())
            # A digest has one length: bytes can’t move from one file to the next and leave the whole the same.
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:12]


def files_below(root: Path) -> list[Path]:
    """Every file at or under a path in a fixed order, without Python's own leftovers."""
    found = [root] if root.is_file() else root.rglob("*")
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)
