"""The scripts that pages load, each a classic one: a browser takes it from disk, from any server, in a closed frame.

`book.js` is for every page. `samestory.js` is for pages with exercises, readers or explorers, `lesson.js` for
lessons, and `results.js` for the page of results: they are apart because most pages need neither, and because a page
can only say that one of them is missing if another one has come.
"""

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from samestory.book.directives.desk import DESK_SCRIPT, DESK_STYLE
from samestory.book.tree import counting
from samestory.widget import awaited
from samestory.widget.bundle import SHARED_STYLE, classic, desk_script, desk_style, page_script, styles

BOOK_WEB = Path(__file__).parent / "web"
EVERYWHERE = "book.js"
LESSON_SCRIPT = "lesson.js"


def write_scripts(app: Sphinx) -> None:
    """Put the scripts, and the style of what they draw, where pages find them."""
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    for name, text in (
        (EVERYWHERE, book_script(counting.counted())),
        (awaited.SCRIPT, page_script()),
        (SHARED_STYLE, styles()),
        (DESK_SCRIPT, desk_script("page")),
        (DESK_STYLE, desk_style()),
        (LESSON_SCRIPT, classic(BOOK_WEB / "lesson.mjs")),
        (counting.RESULTS_SCRIPT, classic(BOOK_WEB / "results.mjs")),
    ):
        (static / name).write_text(text, encoding="utf-8")


def book_script(pages: dict[str, dict[str, Any]]) -> str:
    """Return the script of every page, with what the contents count written into it."""
    return classic(BOOK_WEB / "book.mjs").replace('"COUNTED"', json.dumps(pages, separators=(",", ":")))
