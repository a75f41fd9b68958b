"""Every learner's sheet prints on one page of paper; the answers of a plan open by keyboard, without a script."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from small_book import build

pytestmark = pytest.mark.browser

TEACHING = Path(__file__).parents[2] / "book" / "teaching"
SHEETS = {f"sheet-{path.stem}": path for path in sorted((TEACHING / "sheets").glob("*.md"))}
PLAN = "# Plan\n\n## Answers\n\n```{answers} 01-on-the-page\n```\n"
SHEET_OF_PDF = re.compile(rb"/Type /Page\b")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of all sheets and a plan."""
    pages = {name: path.read_text("utf-8") for name, path in SHEETS.items()} | {"plan": PLAN}
    listed = "\n".join(pages)
    book, complaints = build(
        tmp_path_factory.mktemp("book"), {**pages, "welcome": f"# Welcome\n\n```{{toctree}}\n{listed}\n```\n"}
    )
    assert complaints == ""
    return book


@pytest.fixture
def opened(browser: Browser, open_book: Any, built: Path) -> Iterator[tuple[Page, str]]:
    """A page without scripts, and the address of the book."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page(), open_book(built).address
    context.close()


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_prints_on_one_page(opened: tuple[Page, str], name: str, paper: str) -> None:
    page, address = opened
    page.goto(f"{address}/{name}.html")
    assert len(SHEET_OF_PDF.findall(page.pdf(format=paper))) == 1


def test_answers_open_by_keyboard_without_a_script_and_print_as_they_stand(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}/plan.html")
    fold = page.locator("details.sb-answers")
    closed = len(page.pdf(format="A4"))
    fold.locator("summary").press("Enter")
    assert fold.get_by_role("heading", name="1. How many of these words are the article?").is_visible()
    assert len(page.pdf(format="A4")) > 2 * closed
