"""Prints a page of HTML as a PDF, with a Chromium that reaches nothing but this machine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from samestory.book.print.places import page_numbers
from samestory.errors import SameStoryError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_PLAYWRIGHT = "The PDF is printed by way of playwright. Install it with: pip install playwright"
NO_BROWSER = "The PDF is printed by Chromium, which was not found. On Debian: apt-get install chromium"
FAILED = "{} could not print the course: {}"
# No name resolves, and QUIC is off: a page that names another host is printed without it, and nobody is asked.
FLAGS = ("--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND")
SHEET = {"width": 672, "height": 980}  # CSS pixels: what A4 leaves between its margins
PATIENCE = 180_000  # milliseconds
# A card or a message of trouble, both are drawn; fonts come later and would move what stands on each page.
DRAWN = """() => [...document.querySelectorAll("same-story-exercise, same-story-reader")]
    .every((one) => one.querySelector(".ss-card, .ss-trouble")) && document.fonts.ready.then(() => true)"""
NUMBER = """(pages) => document.querySelectorAll(".sp-contents a").forEach((link) => {
    link.querySelector("span").textContent = pages[link.hash.slice(1)] ?? "";
})"""
FOOT = (
    '<div style="width: 100%; font: 8pt sans-serif; color: #444; text-align: center">'
    '<span class="pageNumber"></span></div>'
)
PAPER = {
    "format": "A4", "prefer_css_page_size": True, "tagged": True, "outline": True,
    "display_header_footer": True, "header_template": "<span></span>", "footer_template": FOOT,
}  # fmt: skip


class CannotPrintError(SameStoryError):
    """No book to print, nothing to print it with, or no place for the PDF."""


def print_book(book: Path) -> bytes:
    """Return the PDF of a book for paper. It is printed twice: the first time tells the page numbers for the contents.

    Raises CannotPrintError if there is no book, no playwright or no Chromium.
    """
    first = book / "index.html"
    if not first.is_file() or "sp-title" not in first.read_text("utf-8"):
        raise CannotPrintError(f"{book} is no book for paper. Build it first: make pdf")
    with chromium() as browser, shown_on_paper(browser, first) as page:
        # Each number stands at the end of a line of its own, so filling them in moves nothing to another page.
        page.evaluate(NUMBER, page_numbers(page.pdf(**PAPER)))
        printed: bytes = page.pdf(**PAPER)
    return printed


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a Chromium; CannotPrintError says what is missing."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise CannotPrintError(NO_PLAYWRIGHT) from error
    with sync_playwright() as play:
        # The system’s own comes first; without one, playwright looks for the one that it has installed itself.
        path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
        try:
            browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            raise CannotPrintError(FAILED.format(path, first_line(error)) if path else NO_BROWSER) from error
        try:
            yield browser
        except Error as error:
            raise CannotPrintError(FAILED.format(path or "Chromium", first_line(error))) from error
        finally:
            with suppress(Error):
                browser.close()


def first_line(error: Exception) -> str:
    """What went wrong, without the log below it."""
    return str(error).strip().partition("\n")[0]


@contextmanager
def shown_on_paper(browser: Any, file: Path) -> Iterator[Any]:
    """Show a page from disk as on paper, with all exercises drawn, in a fresh profile."""
    context = browser.new_context(viewport=SHEET, color_scheme="light")
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.emulate_media(media="print")
        page.goto(file.resolve().as_uri())
        page.wait_for_function(DRAWN)
        yield page
    finally:
        context.close()


def write(out: Path, printed: bytes) -> None:
    """Write the PDF; what lay there before goes only once the new one is whole. CannotPrintError if that fails."""
    # In the same folder, since only there a file takes another’s place in one step.
    whole = out.with_name(f"{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(printed)
        whole.replace(out)
    except OSError as error:
        with suppress(OSError):
            whole.unlink()
        raise CannotPrintError(f"{out} can’t be written: {error.strerror or error}.") from error
