"""A small book built whole: the directive, the theme, the offline copy."""

import re
from pathlib import Path

import pytest
from small_book import build

from samestory.course import load_shipped

NAMES = list(load_shipped().exercises)[:2]
PAGE = """# A page

Its first paragraph.

## First part

```{exercise} %s
```

## Second part

```{exercise} %s
```

## Third part

The end.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    welcome = "# Welcome\n\nHello.\n\n```{toctree}\n:hidden:\nlesson\nplain\nown\n```\n"
    built, complaints = build(
        folder,
        {
            "welcome": welcome,
            "lesson": PAGE % tuple(NAMES),
            "plain": "# Plain\n\nNo exercise.\n",
            "own": "# Own\n\nOne's own texts.\n\n```{desk}\n```\n",
        },
    )
    assert complaints == ""
    return built


def test_exercises_are_numbered_in_the_order_of_the_page(small: Path) -> None:
    text = (small / "lesson.html").read_text("utf-8")
    found = re.findall(r'<same-story-exercise id="([^"]*)" data-number="(\d+)" data-level="(\d)"', text)
    assert found == [(NAMES[0], "1", "3"), (NAMES[1], "2", "3")]


def test_only_pages_with_exercises_load_their_script(small: Path) -> None:
    assert scripts_of(small / "lesson.html") == ["book.js", "samestory.js"]
    assert scripts_of(small / "plain.html") == ["book.js"]


def test_the_desks_page_loads_the_desk_alone_and_says_what_it_waits_for(small: Path) -> None:
    page = small / "own.html"
    assert scripts_of(page) == ["book.js", "desk.js"]
    assert "desk.css" in page.read_text("utf-8")
    assert 'data-awaits="desk.js"' in page.read_text("utf-8")
    assert "desk.css" not in (small / "lesson.html").read_text("utf-8")
    # This small book is built without Python, and the page has to know it.
    assert 'name="samestory-python" content="none"' in page.read_text("utf-8")


def scripts_of(page: Path) -> list[str]:
    """The names of the scripts that a page loads, each of them deferred, classic, and of a named edition."""
    tags = re.findall(r"<script\b[^>]*\bsrc=[^>]*>", page.read_text("utf-8"))
    assert not [tag for tag in tags if "type=" in tag or "defer" not in tag or ".js?v=" not in tag]
    return re.findall(r"_static/([\w.]+\.m?js)", "".join(tags))


def test_a_page_names_no_other_host(small: Path) -> None:
    for page in small.glob("*.html"):
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page.read_text("utf-8")), page.name


def test_a_page_has_a_title_a_description_and_its_sections(small: Path) -> None:
    text = (small / "lesson.html").read_text("utf-8")
    assert "<title>A page · Small Book</title>" in text
    assert '<meta name="description" content="Its first paragraph.">' in text
    assert '<a href="#second-part">Second part</a>' in text


def test_the_books_own_address_leads_to_the_welcome_page(small: Path) -> None:
    assert 'content="0; url=welcome.html"' in (small / "index.html").read_text("utf-8")


def test_the_static_folder_holds_what_pages_use(small: Path) -> None:
    names = {path.name for path in (small / "_static").iterdir()}
    assert {"book.css", "book.js", "samestory.js", "samestory.css", "searchtools.js"} <= names
    assert not {"basic.css", "pygments.css", "file.png"} & names


def test_the_offline_copy_holds_every_page(small: Path) -> None:
    worker = (small / "sw.js").read_text("utf-8")
    for name in ("welcome.html", "lesson.html", "search.html", "searchindex.js", "_static/same-story-serif-1.woff2"):
        assert f'"{name}"' in worker


def test_an_unknown_exercise_is_named_with_the_nearest_ones(tmp_path: Path) -> None:
    _, complaints = build(tmp_path, {"welcome": f"# Page\n\n```{{exercise}} {NAMES[0]}x\n```\n"})
    assert f"There is no exercise '{NAMES[0]}x'. Did you mean {NAMES[0]}" in complaints
