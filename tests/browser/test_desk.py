"""The desk in a browser: a teacher with texts of their own on the page, by keys, offline; and the command's window."""

import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import visit
from made_page import COLOURS, SMALL, faults_of
from playwright.sync_api import Browser, Page, expect

from samestory.book.offline import worker
from samestory.book.python_worker import installed, write_python
from samestory.case import load_case
from samestory.cli import main
from samestory.desk.packed_case import unpack_case
from samestory.desk.server import DeskServer
from samestory.desk.session import DeskSession
from samestory.inbox import Taken, take_files
from samestory.inbox.made import make_case
from samestory.widget.bundle import desk_script, desk_style, styles

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "tests" / "cases" / "desk").iterdir())
SLOW = 90_000  # milliseconds that a busy machine may take to start Python
SHELL = """<!doctype html><html lang="en" data-theme="{theme}"><meta charset="utf-8"><title>Your own texts</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/samestory.css"><link rel="stylesheet" href="_static/desk.css">
<style>body {{ margin: 0 auto; max-width: 76rem; padding: 0 1rem; background: {ground}; color: {ink} }}</style>
<script defer src="_static/desk.js"></script>
<script>navigator.serviceWorker?.register("sw.js")</script>
<main><h1>Your own texts</h1><div class="ss-desk-place"><p>It waits.</p></div></main></html>"""
COPIED = """async () => {
    const name = (await caches.keys()).find((one) => one.includes("later"));
    return Boolean(name) && (await (await caches.open(name)).keys()).length >= 9;
}"""
# A store that has no room for what is put into it.
FULL = """() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


@pytest.fixture(scope="session")
def desk_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the desk alone, and the Python that a built book would have."""
    core = installed(ROOT)
    if core is None:
        pytest.fail("Python for the pages is not installed. Run: make tools")
    folder = tmp_path_factory.mktemp("desk-page")
    write_python(core, folder / "_static" / "python")
    ground, ink = COLOURS["light"]
    (folder / "index.html").write_text(SHELL.format(theme="light", ground=ground, ink=ink), "utf-8")
    for name, text in (("desk.js", desk_script("page")), ("desk.css", desk_style()), ("samestory.css", styles())):
        (folder / "_static" / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def window(tmp_path: Path) -> Iterator[tuple[DeskServer, Path]]:
    """The server of the command, on the case of the fire."""
    folder = tmp_path / "fire"
    make_case(folder, "The fire", [one for one in take_files(TEXTS) if isinstance(one, Taken)])
    server = DeskServer(DeskSession(folder, "Ada"))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server, folder
    server.shutdown()
    server.server_close()


def watched(page: Page) -> list[str]:
    seen: list[str] = []
    page.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: seen.append(str(error)))
    return seen


def status(page: Page, words: str) -> None:
    expect(page.locator(".ss-d-status")).to_contain_text(words, timeout=SLOW)


def lines(page: Page) -> Any:
    return page.locator(".ss-d-line")


def test_in_the_commands_window_keys_decide_and_the_case_is_written(
    browser: Browser, window: tuple[DeskServer, Path]
) -> None:
    server, folder = window
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    seen = watched(page)
    page.goto(server.address)
    expect(page.locator(".ss-d-what")).to_be_focused(timeout=SLOW)
    count = lines(page).count()
    page.keyboard.press("a")
    status(page, f"Kept as a finding. {count - 1} left.")
    page.keyboard.press("r")
    expect(page.get_by_role("group", name="Is it sound?")).to_be_visible()
    page.keyboard.press("y")
    status(page, f"Kept as a sound place. {count - 2} left.")
    page.keyboard.press("c")
    expect(page.get_by_label("What it is")).to_be_focused()
    page.get_by_label("Why: what a learner reads").fill("Because “so”.")
    page.get_by_role("button", name="First word later").click()
    page.get_by_role("button", name="Keep it so").click()
    status(page, f"{count - 3} left.")
    page.keyboard.press("u")
    status(page, "Taken back")
    expect(page.locator(".ss-d-counts summary")).to_contain_text("0 faults, 1 open, 1 sound place")
    case = load_case(folder)
    assert (len(case.findings), len(case.controls)) == (1, 1)
    # The same by the text: the first word, then the last, then the label.
    page.locator(".ss-w").nth(3).click()
    page.locator(".ss-w").nth(4).click()
    page.locator(".ss-picker").get_by_role("button", name="framing").click()
    expect(page.locator(".ss-d-what")).to_contain_text("Your own: framing")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Side by side").click()
    expect(page.locator(".ss-reader .ss-r-pane")).to_have_count(2)
    # Another person, at another window on the same folder, differs; who decides in sight of both settles it.
    first = page.locator(".ss-d-line").first
    other = DeskSession(folder, "Ben")
    other.ask({"op": "decide", "proposal": first.get_attribute("data-id"), "decided": "refused"})
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Take in another person’s decisions").click()
    choosing.value.set_files(str(folder / "desk.yml"))
    status(page, "0 decisions taken in.")
    expect(page.locator(".ss-d-people")).to_contain_text("Ada and Ben agree on 0 of 1")
    first.click()
    expect(page.locator(".ss-d-dispute")).to_contain_text("Ben calls it neither")
    page.get_by_role("button", name="Take Ada’s").click()
    status(page, "Kept as a finding.")
    context.close()
    assert len(load_case(folder).findings) == 2
    assert seen == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone_nothing_sticks_out_and_nothing_is_too_small(
    browser: Browser, window: tuple[DeskServer, Path], node_modules: Path, theme: Any
) -> None:
    server, _ = window
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    page.goto(server.address)
    expect(page.locator(".ss-d-what")).to_be_focused(timeout=SLOW)
    for fold in page.locator(".ss-desk > .ss-d-fold > summary, .ss-d-counts > summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(SMALL.replace("same-story-exercise", ".ss-desk")) == []
    assert faults_of(page, node_modules) == []
    context.close()


@pytest.mark.slow
def test_a_teacher_with_texts_of_their_own_offline_and_back(
    browser: Browser, desk_page: Path, open_book: Callable[[Path], Any], tmp_path: Path
) -> None:
    (desk_page / "sw.js").write_text(worker(desk_page), "utf-8")
    book = open_book(desk_page)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    seen, asked = watched(page), []
    context.on("request", lambda one: asked.append(one.url))
    visit(page, f"{book.address}/index.html")
    pasted, *files = TEXTS
    page.get_by_label("Outlet", exact=True).fill("Harbour Post")
    page.get_by_label("Day it appeared").fill("2026-05-12")
    page.get_by_label("The text", exact=True).fill(pasted.read_text("utf-8"))
    page.get_by_role("button", name="Add this text").click()
    page.locator("input[type=file][multiple]").set_input_files([str(one) for one in files])
    expect(lines(page).first).to_be_attached(timeout=SLOW)
    count = lines(page).count()
    assert count > 8
    assert all(url.startswith((book.address, "data:", "blob:")) for url in asked)

    # Words marked for a brief wait for the form of lesson 10.
    page.locator(".ss-w").nth(0).click()
    page.locator(".ss-w").nth(1).click()
    page.get_by_role("button", name="Quote it in a brief").click()
    status(page, "Put by for a brief")
    (put_by,) = page.evaluate("JSON.parse(localStorage['samestory:quotations']).quotes")
    assert (len(put_by["quote"].split()), put_by["source"].split(",")[0]) == (2, "Harbour Post")

    # Without a network from here on.
    page.wait_for_function(COPIED, timeout=SLOW)
    book.stop()
    context.set_offline(True)
    page.get_by_label("Title").fill("Fire in the market hall")
    page.get_by_label("Title").blur()
    page.locator(".ss-d-what").focus()
    for turn in range(count):
        for key in ("a", "ry", "rx")[turn % 3]:
            page.keyboard.press(key)
        status(page, f"{count - turn - 1} left." if turn + 1 < count else "Nothing is left to decide.")
    expect(page.locator(".ss-d-kept")).to_contain_text("Kept in this browser")
    counted = page.locator(".ss-d-counts summary").inner_text()

    # All is there after a reload, and a second tab that goes on is told apart from this one.
    page.reload()
    expect(page.locator(".ss-d-counts summary")).to_have_text(counted, timeout=SLOW)
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator(".ss-d-counts summary")).to_have_text(counted, timeout=SLOW)
    other.locator(".ss-d-what").focus()
    other.keyboard.press("u")
    status(other, "Taken back")
    page.locator(".ss-d-what").focus()
    page.keyboard.press("u")
    expect(page.locator(".ss-d-kept")).to_contain_text("Another tab has changed this case")
    page.close()

    # A store that is full is said, and what it could not take is saved to a file all the same.
    other.evaluate(FULL)
    other.keyboard.press("u")
    expect(other.locator(".ss-d-kept")).to_contain_text("storage is full")
    with other.expect_download() as saving:
        other.get_by_role("button", name="Save to a file").click()
    saved = tmp_path / "fire-in-the-market-hall.zip"
    saving.value.save_as(saved)
    assert saving.value.suggested_filename == saved.name
    assert all("/" in name for name in zipfile.ZipFile(saved).namelist())

    # The command opens what the page has saved, and the page what the command has.
    unpack_case(saved.read_bytes(), tmp_path / "fire-in-the-market-hall")
    case = load_case(tmp_path / "fire-in-the-market-hall")
    kept = len(case.findings), len(case.controls)
    assert case.title == "Fire in the market hall"
    assert min(kept) >= 2
    assert main(["check", str(tmp_path / "fire-in-the-market-hall")]) == 0
    with other.expect_file_chooser() as choosing:
        other.get_by_role("button", name="Open a saved file").click()
    choosing.value.set_files(str(saved))
    other.get_by_role("button", name="Open it all the same").click()
    expect(other.locator(".ss-d-counts summary")).to_contain_text(f"{kept[0]} open, {kept[1]} sound", timeout=SLOW)
    context.close()
    assert [one for one in seen if "ERR_INTERNET" not in one and "ERR_CONNECTION" not in one] == []
