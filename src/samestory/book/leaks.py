"""Ends a build with exit code 1 where a page shows what the tests are made of, or a page of theirs what is right."""

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

from samestory.book.shown_text import shown_pieces
from samestory.course import Course, load_shipped
from samestory.course.kept_words import Leak, words_kept

_log = logging.getLogger(__name__)


def end_with_leaks(app: Sphinx, error: Exception | None) -> None:
    """Say every place where words kept for the tests stand, and let the build end with 1 if there is any."""
    if error or app.builder.name != "html":
        return
    for page, leak in leaks_in(Path(app.outdir), load_shipped()):
        said = "stands here in a row, and is kept for the tests: take it out"
        _log.error("“%s” of %s %s.", leak.words, leak.source, said, location=page, type="samestory")
        app.statuscode = 1


def leaks_in(folder: Path, course: Course) -> Iterator[tuple[str, Leak]]:
    """Yield what the pages and notebooks in a folder show of the tests, each with its page."""
    kept, own = words_kept(course.cases.values()), course.syllabus.test_pages()
    if not kept.cases:
        return
    for file in sorted([*folder.rglob("*.html"), *folder.rglob("*.ipynb")]):
        page = file.relative_to(folder).as_posix()
        yield from ((page, leak) for leak in kept.found_in(shown_pieces(file), file.stem in own))
