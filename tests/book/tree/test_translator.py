"""What Sphinx, docutils and MyST-NB write so that not everyone can read it, written otherwise."""

from pathlib import Path

import pytest
from small_book import build

PAGES = {
    "welcome": "# Welcome\n\n| a |\n| - |\n| 1 |\n\n| b |\n| - |\n| 2 |\n\n"
    "```{toctree}\n:hidden:\n:caption: Lessons\n\nnotes\n```\n",
    "notes": "# Notes\n\nOne[^1] and two[^2].\n\n[^1]: A note.\n\n[^2]: Another one.\n",
}
CELL = """---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
---

# Hidden

```{code-cell} ipython3
:tags: [hide-input]

1
```
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built, complaints = build(tmp_path_factory.mktemp("book"), PAGES)
    assert complaints == ""
    return built


def test_a_table_stands_in_a_box_with_a_name_that_a_keyboard_can_move(book: Path) -> None:
    page = (book / "welcome.html").read_text("utf-8")
    for number in (1, 2):
        assert f'<div class="ss-table" role="region" tabindex="0" aria-label="Table {number}"><table class=' in page
    assert page.count("ss-table") == page.count("</table>\n</div>") == 2


def test_a_list_of_notes_inside_the_text_is_said_to_be_one(book: Path) -> None:
    page = (book / "notes.html").read_text("utf-8")
    assert page.count('<aside class="footnote-list brackets" role="note" aria-label="Notes">') == 1
    assert page.count('<aside class="footnote brackets"') == 2


def test_the_list_of_pages_says_which_one_is_open_and_its_captions_are_no_headings(book: Path) -> None:
    welcome, notes = ((book / f"{name}.html").read_text("utf-8") for name in ("welcome", "notes"))
    assert '<p class="caption"><span class="caption-text">Lessons</span></p>' in welcome
    assert '<a aria-current="page" class="current reference internal" href="#">Notes</a>' in notes
    assert '<a class="reference internal" href="notes.html">Notes</a>' in welcome


def test_a_fold_is_called_by_the_words_that_it_shows(tmp_path: Path) -> None:
    built, _ = build(tmp_path, {"welcome": CELL}, extensions=["myst_nb", "samestory.book"], nb_execution_mode="off")
    page = (built / "welcome.html").read_text("utf-8")
    assert "<summary>\n<p" in page
    assert "Toggle" not in page
