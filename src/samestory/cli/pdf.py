"""`samestory pdf BOOK OUT`: the whole course as one PDF, printed by Chromium from the built book."""

import argparse
import html
import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from samestory.cli import FINE
from samestory.cli.serve import HERE, Pages, Server
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.exercise import Exercise

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_PLAYWRIGHT = "The PDF is printed by way of playwright. Install it with: pip install playwright"
NO_BROWSER = "The PDF is printed by Chromium, which was not found. On Debian: apt-get install chromium"
FAILED = "{} could not print the course: {}"
ADDRESS = "/the-whole-course.html"  # beside the book's files, and not one of them
FLAGS = ("--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
SHEET = {"width": 672, "height": 980}  # CSS pixels: what A4 leaves between its margins
BOOK_TITLE = re.compile(r'<meta name="application-name" content="([^"]*)">')
PATIENCE = 180_000  # milliseconds
DRAWN = """() => [...document.querySelectorAll("same-story-exercise, same-story-reader")]
    .every((one) => one.querySelector(".ss-card, .ss-trouble")) && document.fonts.ready.then(() => true)"""
FOOT = (
    '<div style="width: 100%; font: 8pt sans-serif; color: #444; text-align: center">'
    '<span class="pageNumber"></span></div>'
)


class CannotPrintError(SameStoryError):
    """No book to print, or nothing to print it with."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("pdf", help="print the built book into one PDF")
    parser.add_argument("book", metavar="BOOK", type=Path, help="the built book, such as _build/html")
    parser.add_argument("out", metavar="OUT", type=Path, help="the PDF to write")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the course and say how big it is; always 0, for what goes wrong is a CannotPrintError."""
    printed = print_book(arguments.book, load_shipped().exercises)
    write(arguments.out, printed)
    print(f"{arguments.out}: {len(printed) / 2**20:.1f} MiB.")
    return FINE


def write(out: Path, printed: bytes) -> None:
    """Write the PDF; what lay there before goes only once the new one is whole. CannotPrintError if that fails."""
    whole = out.with_name(f"{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(printed)
        whole.replace(out)
    except OSError as error:
        with suppress(OSError):
            whole.unlink()
        raise CannotPrintError(f"{out} can’t be written: {error.strerror or error}.") from error


def print_book(book: Path, exercises: Mapping[str, Exercise]) -> bytes:
    """Return the PDF of a built book. It is printed twice: the first time tells the page numbers for the contents.

    Raises CannotPrintError if there is no book, no playwright or no Chromium.
    """
    from samestory.book.print.paper import (
        document,  # here, for whoever installs no more than the exercises has no Sphinx
    )
    from samestory.book.print.places import page_numbers
    from samestory.book.print.whole import contents, leaves

    first = book / "index.html"
    if not first.is_file():
        raise CannotPrintError(f"{book} is no built book. Build it first: make book")
    page = first.read_text("utf-8")
    listed = contents(page, "index.html")
    if not listed:
        raise CannotPrintError(f"{first} has no list of pages. Build the book anew: make clean book")
    lost = [one.address for one in listed if not (book / one.address).is_file()]
    if lost:
        raise CannotPrintError(f"{book} lacks the page {lost[0]}. Build the book anew: make clean book")
    printed = leaves(listed, lambda address: (book / address).read_text("utf-8"))
    title = title_of(page)
    if not title:
        raise CannotPrintError(f"{first} does not name its book. Build the book anew: make clean book")
    with chromium() as browser:
        drafted = print_page(browser, book, document(title, printed, exercises, {}))
        return print_page(browser, book, document(title, printed, exercises, page_numbers(drafted)))


def title_of(page: str) -> str:
    """Return the title of the book that a page is from; empty if the page names none.

    >>> title_of('<meta name="application-name" content="Week 1 &middot; The sea">')
    'Week 1 · The sea'
    """
    found = BOOK_TITLE.search(page)
    return html.unescape(found[1]) if found else ""


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a Chromium that reaches this machine only; CannotPrintError says what is missing."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise CannotPrintError(NO_PLAYWRIGHT) from error
    with sync_playwright() as play:
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


def print_page(browser: Any, book: Path, text: str) -> bytes:
    """Return the PDF of one page of HTML, tagged and with an outline."""
    with shown(browser, book, text) as page:
        printed: bytes = page.pdf(
            format="A4", prefer_css_page_size=True, tagged=True, outline=True,
            display_header_footer=True, header_template="<span></span>", footer_template=FOOT,
        )  # fmt: skip
    return printed


@contextmanager
def shown(browser: Any, book: Path, text: str) -> Iterator[Any]:
    """Show a page of HTML as on paper, as if it lay at the top of the book's folder, in a fresh profile."""
    with Server((HERE, 0), partial(WithOne, text=text, directory=str(book))) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        context = browser.new_context(viewport=SHEET, color_scheme="light")
        try:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.emulate_media(media="print")
            page.goto(f"http://{HERE}:{server.server_address[1]}{ADDRESS}")
            page.wait_for_function(DRAWN)
            yield page
        finally:
            context.close()
            server.shutdown()


class WithOne(Pages):
    """The files of a folder, and one page that is no file."""

    def __init__(self, *request: Any, text: str, directory: str) -> None:
        self.text = text.encode()
        super().__init__(*request, directory=directory)

    def do_GET(self) -> None:  # noqa: N802 (the name that the server calls)
        """Send the page, or a file."""
        if self.path != ADDRESS:
            super().do_GET()
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.text)))
        self.end_headers()
        self.wfile.write(self.text)
