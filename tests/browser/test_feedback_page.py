"""A student's page of feedback in a real browser: its policy lets its own style through, and everybody can read it."""

from pathlib import Path
from typing import Literal

import pytest
from made_notebooks import answered, notebook, record
from made_page import faults_of
from playwright.sync_api import Browser, Page
from small_course import RIGHT, keys

from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.report.feedback import page as feedback

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "long" * 100


@pytest.fixture
def written(tmp_path: Path) -> str:
    """The address of a page with right, wrong, assigned, hostile and unreadable answers."""
    records = [record(name, answer) for name, answer in RIGHT.items()]
    records += [record("farewell", {"text": HOSTILE}), record("stranger")]
    data = notebook(answered(*records))
    mine = [
        Submission(HOSTILE, "", "a.ipynb", lambda _: Content(data)),
        Submission(HOSTILE, "", "b.ipynb", lambda _: Content(b"")),
    ]
    path = tmp_path / "page.html"
    path.write_text(feedback(grade_student(mine, keys(["reason"]))), encoding="utf-8")
    return path.as_uri()


def test_the_page_is_styled_and_nothing_is_refused(page: Page, written: str) -> None:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(written)
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "704px"
    assert heard == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_no_fault_and_nothing_sticks_out(
    scheme: Literal["light", "dark"], width: int, browser: Browser, written: str, node_modules: Path
) -> None:
    # the policy would refuse axe itself, so it is set aside for this test alone
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(written)
    found = faults_of(page, node_modules)
    sticking = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert (found, sticking) == ([], 0)
