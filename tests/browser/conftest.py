"""What browser tests share: a Chromium that reaches this machine only, and the built book on a server that counts."""

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))  # for `acting`, `lab` and `lesson7`

from acting import visit
from lab import Lab

from samestory.cli.book import serve

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILT = ROOT / "_build" / "html"
LESSON = "notebooks/07-odd-phrases.html"
BLOCKED = "warning: Service Worker registration blocked by Playwright"
NEEDED = {"chromium": ("chromium-headless-shell", "chromium"), "node": ("node",), "npm": ("npm",)}
# A test of stations asks for one at a time by a script of its own, which runs after this one.
WHOLE = "try { localStorage['samestory:whole'] ??= 'yes' } catch {}"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs the browser's tools, so `-m "not browser"` leaves all of them out.

    Those that need JupyterLab are of one group: one worker runs them all and starts it once.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if "lab_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("lab"))


@dataclass
class Book:
    """A folder of pages on a server.

    `sent` counts the bytes that pages asked for, head included, for each address. What the service worker
    fetches for the offline copy, once the page is there, is counted in `copied`.
    """

    folder: Path
    server: ThreadingHTTPServer
    sent: dict[str, int] = field(default_factory=dict)
    copied: dict[str, int] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the book is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def stop(self) -> None:
        """Be gone, as a server is when the network is. May be called twice."""
        self.server.shutdown()
        self.server.server_close()


class CountingPages(serve.Pages):
    """The pages of `samestory serve`; every answer closes its connection, so that a stopped server is really gone."""

    protocol_version = "HTTP/1.0"

    def __init__(self, *request: Any, sent: dict[str, int], copied: dict[str, int], directory: str) -> None:
        self.sent, self.copied = sent, copied
        super().__init__(*request, directory=directory)

    def do_GET(self) -> None:  # noqa: N802 (the name that the server calls)
        """Send a page and note what it weighed on the wire."""
        write, weighed = self.wfile.write, []
        self.wfile.write = lambda data: weighed.append(len(data)) or write(data)  # type: ignore[method-assign]
        try:
            super().do_GET()
        finally:
            by_worker = self.headers.get("Referer", "").endswith("/sw.js") or "Service-Worker" in self.headers
            count = self.copied if by_worker else self.sent
            count[self.path] = count.get(self.path, 0) + sum(weighed)


def open_folder(folder: Path) -> Book:
    """A folder of pages on a free port, answering."""
    sent: dict[str, int] = {}
    copied: dict[str, int] = {}
    pages = partial(CountingPages, sent=sent, copied=copied, directory=str(folder))
    book = Book(folder, serve.Server((serve.HERE, 0), pages), sent, copied)
    threading.Thread(target=book.server.serve_forever, args=(0.02,), daemon=True).start()
    return book


@pytest.fixture(scope="session")
def tools() -> dict[str, str]:
    """Where chromium, node and npm are; a machine without them fails the test and says how to get them.

    Chromium's headless shell comes first: the same engine, without the windows that nobody sees.
    """
    found = {name: next(filter(None, map(shutil.which, named)), None) for name, named in NEEDED.items()}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        pytest.fail(
            f"Browser tests need {' and '.join(missing)}. On Debian: apt-get install chromium nodejs npm. "
            "To leave them out: make test BROWSER=0"
        )
    return {name: str(path) for name, path in found.items()}


@pytest.fixture(scope="session")
def node_modules(tools: dict[str, str]) -> Path:
    """The measuring tools from `package-lock.json`, installed."""
    modules = HERE / "node_modules"
    if not (modules / "axe-core" / "axe.min.js").is_file() or not (modules / ".bin" / "lighthouse").exists():
        pytest.fail("The measuring tools are not installed. Run: make tools")
    return modules


@pytest.fixture(scope="session")
def built_book() -> Path:
    """The folder of the built book."""
    if not (BUILT / "sw.js").is_file():
        pytest.fail("The book is not built. Run: make book")
    return BUILT


@pytest.fixture(scope="session")
def book(built_book: Path) -> Iterator[Book]:
    """The built book on a server of this machine."""
    opened = open_folder(built_book)
    yield opened
    opened.stop()


@pytest.fixture
def open_book() -> Iterator[Callable[[Path], Book]]:
    """Puts a folder of pages on a server of its own, which a test may stop before its end."""
    opened: list[Book] = []

    def opener(folder: Path) -> Book:
        opened.append(open_folder(folder))
        return opened[-1]

    yield opener
    for book in opened:
        book.stop()


@pytest.fixture(scope="session")
def flags() -> tuple[str, ...]:
    """How Chromium is started, for a tool that starts one itself."""
    return FLAGS


@pytest.fixture(scope="session")
def browser(tools: dict[str, str]) -> Iterator[Browser]:
    """A Chromium for which no other machine exists. A reader of its lessons wants all stations at once."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=tools["chromium"], args=list(FLAGS))
        made = chromium.new_context

        def new_context(**options: Any) -> BrowserContext:
            context = made(**options)
            context.add_init_script(WHOLE)
            return context

        chromium.new_context = new_context  # type: ignore[method-assign]
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    fresh = browser.new_context()
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of a fresh profile."""
    return context.new_page()


@pytest.fixture(scope="session")
def lab_server(tools: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab for all the tests that need one."""
    server = Lab(tmp_path_factory.mktemp("lab"))
    yield server
    server.stop()


@pytest.fixture
def lab(lab_server: Lab) -> Iterator[Lab]:
    """The JupyterLab; the kernels that a test starts in it end with the test."""
    yield lab_server
    lab_server.end_kernels()


@pytest.fixture
def lesson(browser: Browser, book: Book) -> Iterator[Callable[..., Page]]:
    """Opens the lesson, or another address, in a fresh profile. Whatever a console shows by the end is a failure.

    No copy of the whole book is made for reading offline, but for a test that allows `service_workers`.
    """
    contexts: list[BrowserContext] = []
    seen: list[str] = []

    def opener(address: str = "", script: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"service_workers": "block", **options})
        contexts.append(context)
        context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
        if script:
            context.add_init_script(script)
        page = context.new_page()
        visit(page, address or f"{book.address}/{LESSON}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert [one for one in seen if one != BLOCKED] == []
