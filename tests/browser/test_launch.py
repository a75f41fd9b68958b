"""The links to a lesson's notebook in a real browser: quiet until they are followed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from small_book import build


@pytest.fixture(scope="module")
def nordo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    (folder / "source" / "notebooks").mkdir(parents=True)
    (folder / "source" / "notebooks" / "01-ferry.ipynb").write_text('{"cells": []}', "utf-8")
    pages = {
        "welcome": "# Welcome\n\nHello.\n\n```{toctree}\n:hidden:\nnotebooks/01-ferry\n```\n",
        "notebooks/01-ferry": "# The ferry\n\nIt left at two.\n",
    }
    built, complaints = build(folder, pages, samestory_launch={"repository": "ana/nordo"})
    assert complaints == ""
    return built


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_links_ask_nobody_fit_a_phone_and_have_no_fault(
    browser: Browser, open_book: Callable[[Path], Any], nordo: Path, node_modules: Path, theme: str
) -> None:
    book = open_book(nordo)
    context = browser.new_context(color_scheme=theme, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    elsewhere: list[str] = []
    context.on("request", lambda one: None if one.url.startswith(book.address) else elsewhere.append(one.url))
    page.goto(f"{book.address}/notebooks/01-ferry.html", wait_until="networkidle")
    page.get_by_text("What these need").click()
    page.get_by_role("link", name="Open in Colab").hover()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found] == []
    assert elsewhere == []
    context.close()


def test_the_notebook_is_downloaded_under_its_name(
    browser: Browser, open_book: Callable[[Path], Any], nordo: Path
) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{open_book(nordo).address}/notebooks/01-ferry.html")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the notebook").click()
    assert waiting.value.suggested_filename == "01-ferry.ipynb"
    assert Path(waiting.value.path()).read_text("utf-8") == '{"cells": []}'
    context.close()


def test_on_paper_there_is_nothing_to_press(browser: Browser, open_book: Callable[[Path], Any], nordo: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{open_book(nordo).address}/notebooks/01-ferry.html")
    page.emulate_media(media="print")
    expect(page.get_by_text("Download the notebook")).to_be_hidden()
    context.close()
