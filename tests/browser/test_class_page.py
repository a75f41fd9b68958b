"""The class page in a real browser: read by everybody, on a phone and a wall, in light and dark and on paper."""

from pathlib import Path
from typing import Literal

import pytest
from made_notebooks import answered, notebook, record
from made_page import faults_of
from playwright.sync_api import Browser, Page

from samestory.cli import main
from samestory.course import load_shipped

LONG = "Averylongword" * 6


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page on five sections of four, with every exercise of the course and long typed words."""
    folder = tmp_path_factory.mktemp("class")
    course = load_shipped()
    book = [record(one.card.id, one.key()["answer"]) for one in course.exercises.values()]
    typed = [one.card.id for one in course.exercises.values() if one.card.kind == "short"]
    wrong = [record(name, {"text": LONG}) for name in typed] + [one for one in book if one["exercise"] not in typed]
    for at in range(20):
        path = folder / "in" / f"Section {at % 5}" / f"Student {at}" / "all.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(notebook(answered(*(wrong if at < 12 else book))))
    main(["grade", str(folder / "in"), "--out", str(folder / "out")])
    return (folder / "out" / "class.html").as_uri()


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        *(("light", 320), ("dark", 1200)),
        *(pytest.param(scheme, width, marks=pytest.mark.slow) for scheme, width in (("dark", 320), ("light", 1200))),
    ],
)
def test_axe_finds_no_fault_and_nothing_sticks_out(
    scheme: Literal["light", "dark"], width: int, browser: Browser, written: str, node_modules: Path
) -> None:
    # the policy would refuse axe itself, so it is set aside for this test alone
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(written)
    assert page.get_by_text(LONG).count() > 0
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    sticking = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = faults_of(page, node_modules)
    context.close()
    assert (found, sticking) == ([], 0)


def test_a_keyboard_opens_the_choices_and_paper_leaves_them_out(page: Page, written: str) -> None:
    page.goto(written)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.emulate_media(media="print")
    assert not page.locator("details").first.is_visible()
