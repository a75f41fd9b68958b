"""A small book, built whole from the text of its pages."""

import io
import warnings
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace


def build(folder: Path, pages: dict[str, str], builder: str = "html", **more: Any) -> tuple[Path, str]:
    """Build a book of these pages, with more settings; where it is, and what the build complained about."""
    source, built = folder / "source", folder / builder
    source.mkdir(exist_ok=True)
    for name, text in pages.items():
        (source / f"{name}.md").write_text(text, "utf-8")
    settings = {
        "extensions": ["myst_parser", "samestory.book"],
        "html_theme": "samestory",
        "html_title": "Small Book",
        "root_doc": "welcome",
        "language": "en",
        "source_suffix": {},  # of its own: Sphinx adds what extensions read to one dictionary for all books
        **more,
    }
    complaints = io.StringIO()
    with warnings.catch_warnings(), docutils_namespace():
        warnings.simplefilter("ignore")
        app = Sphinx(
            str(source), None, str(built), str(folder / "trees"), builder, settings, status=None, warning=complaints
        )
        app.build()
    return built, complaints.getvalue()
