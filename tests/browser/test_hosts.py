"""Where pages are opened from: a disk, a server that knows few types, a closed frame in another site's page."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from acting import DRAWN, Card, Pointer
from playwright.sync_api import Browser, Frame, Page, Route, expect

from samestory.course import load_shipped
from samestory.exercise import Exercise

FIRST_TEST = "notebooks/00-first-test.html"
LESSON = "notebooks/06-shared-words.html"  # has an explorer, a reader, and an exercise in code
RESULTS = "book/results.html"
BRIEF = "notebooks/10-your-own-event.html"
EXERCISES = load_shipped().lesson("06-shared-words")
HOSTS = ("disk", "server", "frame")
FRAME = "/in-a-frame/"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
NOT_KEPT = "This browser does not let the page keep answers: yours will be gone when you leave the page."
BROKEN_OFF = "net::ERR_ABORTED"
Opened = Page | Frame


class PlainServer(SimpleHTTPRequestHandler):
    """Knows the types of before 2015, tells browsers to guess none, and frames a page at the address `FRAME`."""

    def guess_type(self, path: Any) -> str:
        """Nothing is asked of the machine, which may know what an .mjs is."""
        return TYPES.get(Path(path).suffix, "application/octet-stream")

    def do_GET(self) -> None:
        """Send a file, or a page of ours with the book's page in a closed frame."""
        if not self.path.startswith(FRAME):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", TYPES[".html"])
        self.end_headers()
        page = f'<!doctype html><title>A course site</title><link rel="icon" href="data:,"><iframe name="book" \
width="900" height="700" sandbox="allow-scripts" src="/{self.path.removeprefix(FRAME)}"></iframe>'
        self.wfile.write(page.encode())

    def end_headers(self) -> None:
        """No guessing."""
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


# Where nothing can be kept, a lesson begins with one station, whatever was wished on another page.
ALL_STATIONS = """() => {
    const button = document.querySelector(".sb-whole");
    if (button?.textContent.includes("whole lesson")) button.click();
}"""


@pytest.fixture(scope="module")
def server(built_book: Path) -> Iterator[str]:
    """The address of the book on such a server."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(PlainServer, directory=str(built_book)))
    threading.Thread(target=serving.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_address[1]}"
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def opened(browser: Browser, built_book: Path, server: str) -> Iterator[Callable[[str, str], Opened]]:
    """Opens a page of the book at a host. What a console shows, or what is not found, is a failure.

    A file that a page was still waiting for when the reader went on to another page is none.
    """
    context, seen = browser.new_context(), []
    context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
    context.on("requestfailed", lambda asked: seen.append(f"failed: {asked.url}") if asked.failure != BROKEN_OFF else 0)
    context.on("response", lambda answer: seen.append(f"{answer.status}: {answer.url}") if answer.status > 399 else 0)
    page = context.new_page()

    def opener(host: str, path: str) -> Opened:
        tops = {"disk": f"{built_book.as_uri()}/", "server": f"{server}/", "frame": f"{server}{FRAME}"}
        page.goto(f"{tops[host]}{path}")
        shown = page.frame("book") if host == "frame" else page
        assert shown
        shown.wait_for_function(DRAWN)
        shown.evaluate(ALL_STATIONS)
        return shown

    yield opener
    context.close()
    assert seen == []


def card_of(page: Opened, exercise: Exercise) -> Card:
    """One exercise of a page."""
    return Card(page, exercise)  # type: ignore[arg-type]


def shown_state(page: Opened) -> str | None:
    """The explorer's state that can be seen, by its number."""
    return page.locator("same-story-explorer[data-control=choice] .is-shown").first.get_attribute("data-state")


@pytest.mark.parametrize("host", HOSTS)
def test_a_lesson_is_drawn_checked_and_counted_wherever_it_is_opened(
    opened: Callable[[str, str], Opened], host: str
) -> None:
    page = opened(host, LESSON)
    assert page.locator("same-story-exercise .ss-card").count() == len(EXERCISES)
    assert page.locator("[data-awaits]").count() == 0
    expect(page.locator("same-story-reader .ss-reader")).to_be_visible()
    before = shown_state(page)
    page.locator("same-story-explorer[data-control=choice] input:not(:checked)").first.check()
    assert shown_state(page) != before

    card = card_of(page, next(one for one in EXERCISES if one.card.kind == "choose"))
    right = card.exercise.task.right().to_json()
    Pointer(page).answer(card, right)  # type: ignore[arg-type]
    card.check.click()
    card.expect_verdict(card.exercise.verdict(right))
    expect(card.node.locator(".ss-trouble")).to_have_text(NOT_KEPT if host == "frame" else "")

    page = opened(host, RESULTS)
    in_contents = page.locator(".sb-contents li:has(> [data-lesson='06-shared-words']) > .sb-done")
    expect(in_contents).to_have_count(0 if host == "frame" else 1)
    said = re.compile(
        "in a closed frame of another site" if host == "frame" else r"You have checked 1 of \d+ exercises"
    )
    expect(page.locator('.sb-results[data-part="lessons"]')).to_contain_text(said)


@pytest.mark.parametrize(("host", "why"), [("disk", "opened from disk"), ("frame", "closed frame of another site")])
def test_python_that_cannot_start_is_said_at_once_and_not_asked_for(
    opened: Callable[[str, str], Opened], host: str, why: str
) -> None:
    page = opened(host, LESSON)
    card = card_of(page, next(one for one in EXERCISES if one.card.kind == "code"))
    status = card.node.locator(".ss-code-status")
    expect(status).to_contain_text(why)
    card.node.get_by_role("textbox").fill("def anything(): pass")
    for press in (card.button("Run"), card.check):
        press.click()
        expect(status).to_contain_text(why)
        expect(card.button("Run")).to_have_attribute("aria-disabled", "false")
    expect(card.node.get_by_role("textbox")).to_have_value("def anything(): pass")


@pytest.mark.parametrize("host", HOSTS)
def test_the_search_finds_a_page_wherever_it_is_opened(opened: Callable[[str, str], Opened], host: str) -> None:
    page = opened(host, RESULTS)
    field = page.get_by_role("searchbox", name="Search the book")
    field.fill("odd phrases & more")
    field.fill("odd phrases")
    field.press("Enter")
    page.wait_for_url("**/search.html?q=odd+phrases")
    expect(page.locator("#search-results").get_by_role("link", name="Odd phrases").first).to_be_visible()


@pytest.mark.parametrize("host", HOSTS)
def test_a_test_whose_result_could_never_show_says_so_before_it_is_begun(
    opened: Callable[[str, str], Opened], host: str
) -> None:
    page = opened(host, FIRST_TEST)
    names = page.locator("same-story-exercise").evaluate_all("(all) => all.map(({ id }) => id)")
    # The small items above it measure nothing.
    (form,) = [one for one in map(load_shipped().exercise, names) if one.card.once]
    card = card_of(page, form)
    trouble = card.node.locator(".ss-trouble")
    if host == "frame":
        expect(trouble).to_contain_text(f"{NOT_KEPT} The result waits for an exercise on another page")
    else:
        expect(trouble).to_be_hidden()
    Pointer(page).answer(card, card.exercise.task.right().to_json())  # type: ignore[arg-type]
    card.check.click()
    said = "What was right shows when you have done"
    expect(card.headline).to_contain_text(said if host == "frame" else f"Your answer is kept. {said}")
    if host == "frame":
        expect(card.headline).not_to_contain_text("kept")
    expect(card.node.locator(".ss-state")).to_have_text("not kept" if host == "frame" else "kept")

    page = opened(host, RESULTS)
    tests = page.locator('.sb-results[data-part="tests"]')
    expect(tests).to_contain_text("nothing is kept" if host == "frame" else "You have done one of the two tests.")


def test_a_notebook_that_may_not_come_says_where_it_does(opened: Callable[[str, str], Opened], server: str) -> None:
    assert opened("server", LESSON).locator(".sb-launch-closed").count() == 0
    row = opened("frame", LESSON).locator("p.sb-launch")
    expect(row).to_contain_text("which may let nothing be downloaded. If nothing comes, open the page by itself")
    expect(row).to_contain_text(f"{server}/{LESSON}")


def test_the_brief_says_where_nothing_can_be_taken_along(opened: Callable[[str, str], Opened]) -> None:
    buttons = "Download as Markdown"
    assert opened("disk", BRIEF).get_by_role("button", name=buttons).count() > 0
    framed = opened("frame", BRIEF)
    assert framed.get_by_role("button", name=buttons).count() == 0
    expect(framed.get_by_text("from which nothing can be saved or printed").first).to_be_visible()


def test_no_page_loads_a_module_and_no_file_has_an_ending_that_servers_do_not_know(built_book: Path) -> None:
    assert list(built_book.rglob("*.mjs")) == []
    for page in built_book.rglob("*.html"):
        assert not re.search(r"<script[^>]*\btype=[\"']?module", page.read_text("utf-8")), page


@pytest.fixture
def changed(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens a lesson of which some scripts are another text than they should be, or None: cannot be loaded."""
    context = browser.new_context()
    page = context.new_page()

    def opener(scripts: dict[str, str | None], policy: str = "") -> Page:
        def answer(route: Route) -> None:
            name = urlsplit(route.request.url).path.rpartition("/")[2]
            if scripts.get(name, "") is None:
                route.abort()
            elif name in scripts:
                route.fulfill(body=scripts[name], content_type="text/javascript")
            elif policy and name.endswith(".html"):
                sent = route.fetch()
                route.fulfill(response=sent, headers={**sent.headers, "content-security-policy": policy})
            else:
                route.continue_()

        page.route("**/*", answer)
        page.goto(f"{server}/{LESSON}")
        return page

    yield opener
    context.close()


@pytest.mark.parametrize("policy", ["", "script-src 'self'"])
def test_a_script_that_did_not_load_is_named_with_its_address(
    changed: Callable[..., Page], server: str, policy: str
) -> None:
    page = changed({"samestory.js": None}, policy)
    lines = page.locator("[data-awaits]")
    assert lines.count() == len(EXERCISES) + page.locator("same-story-reader").count()
    for line in lines.all():
        expect(line).to_contain_text(
            f"samestory.js, which draws this part of the page, could not be loaded from {server}"
        )
        expect(line).to_contain_text("tell whoever runs this site")
    expect(page.get_by_text("needs JavaScript to mark and check")).to_have_count(0)
    states = page.locator("same-story-explorer[data-control=choice] [data-state]")
    for state in states.all():
        expect(state).to_be_visible()
    expect(page.locator(".ss-explorer-control:visible")).to_have_count(0)


def test_a_script_that_the_browser_cannot_run_is_told_apart(changed: Callable[..., Page]) -> None:
    page = changed({"samestory.js": "this is no script"})
    expect(page.locator("[data-awaits]").first).to_contain_text("It came, but this browser could not run it")


def test_where_no_script_came_the_line_that_stays_is_true(changed: Callable[..., Page]) -> None:
    page = changed({"samestory.js": None, "book.js": None})
    expect(page.locator("[data-awaits]").first).to_contain_text("If this line stays, the file did not arrive")


def test_an_exercise_that_cannot_be_drawn_does_not_blame_its_script(changed: Callable[..., Page]) -> None:
    page = changed({})
    page.evaluate("""() => {
        const node = document.createElement("same-story-exercise");
        node.append(Object.assign(document.createElement("p"), { textContent: "…" }));
        node.firstChild.dataset.awaits = "samestory.js";
        node.append(Object.assign(document.createElement("script"), { type: "application/json", text: "{" }));
        document.querySelector("main").prepend(node);
    }""")
    broken = page.locator("same-story-exercise").first
    expect(broken).to_contain_text("This exercise could not be read")
    expect(broken.locator("[data-awaits]")).to_have_count(0)


def test_a_page_copied_from_disk_without_its_folder_says_what_is_missing(
    browser: Browser, built_book: Path, tmp_path: Path
) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "_static").mkdir()
    for name in (LESSON, "_static/book.js"):
        shutil.copy(built_book / name, tmp_path / name)
    page = browser.new_page()
    page.goto((tmp_path / LESSON).as_uri())
    expect(page.locator("[data-awaits]").first).to_contain_text("needs the whole folder of the book around it")
    page.close()


def test_without_javascript_only_that_is_given_as_the_reason(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{LESSON}")
    first = page.locator("same-story-exercise").first
    expect(first.locator("noscript p")).to_be_visible()
    expect(first.locator("noscript p")).to_contain_text("needs JavaScript to mark and check; it is switched off")
    expect(first.locator("[data-awaits]")).to_be_hidden()
    context.close()
