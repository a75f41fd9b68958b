"""`samestory serve DIR`: show a folder of pages on this machine, and on this machine only."""

import argparse
import errno
import gzip
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from samestory.errors import SameStoryError

HERE = "127.0.0.1"
PORT = 8000
TRIES = 50
SMALL = 256  # bytes; below this, packing costs more than it saves
PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".xml", ".csv", ".ipynb")
TYPES = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ipynb": "application/x-ipynb+json",
}
NOT_FOUND = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Page not found</title>'
    '<p>There is no such page here. <a href="/">Start at the front page</a>.</p></html>'
)


class CannotServeError(SameStoryError):
    """No folder to show, or no port to show it on."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("serve", help="show the web book on this machine")
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder of pages, such as _build/html")
    parser.add_argument("--port", type=port_number, help=f"the first port to try (default: $PORT, or {PORT})")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C (or SIGTERM); both end it with exit code 0."""
    if not arguments.folder.is_dir():
        raise CannotServeError(f"{arguments.folder} is not a folder. Build the book first: make book")
    first = arguments.port if arguments.port is not None else port_from_environment()
    server = open_server(arguments.folder, first)
    for name in (signal.SIGINT, signal.SIGTERM):
        # From another thread: shutdown waits for the loop to end, and a handler runs inside that very loop.
        signal.signal(name, lambda *_: threading.Thread(target=server.shutdown, daemon=True).start())
    port = server.server_address[1]
    # Who asks for 0 wants any free port and has nothing taken from them.
    if first not in (0, port):
        print(f"Port {first} is taken; using {port} instead.")
    print(f"The book is at http://{HERE}:{port}/  (Ctrl-C stops)", flush=True)
    with server:
        server.serve_forever(poll_interval=0.1)
    print("\nStopped.")
    return 0


def port_number(text: str) -> int:
    """A port, or a ValueError that argparse turns into a message; 0 means any free one."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def port_from_environment() -> int:
    """PORT if it is set to something, else the usual one."""
    text = os.environ.get("PORT", "").strip()
    try:
        return port_number(text) if text else PORT
    except ValueError as error:
        raise CannotServeError(f"PORT is {text!r}; a port is a number from 0 to 65535.") from error


def open_server(folder: Path, first: int, pages: Callable[..., "Pages"] | None = None) -> ThreadingHTTPServer:
    """A server on the first free port from `first` on, of `pages`, or of the plain ones."""
    for port in range(first, min(first + TRIES, 65536)):
        try:
            return Server((HERE, port), partial(pages or Pages, directory=str(folder)))
        except OSError as error:
            # Not allowed is like taken: low ports need rights, and Windows keeps ranges for itself.
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise CannotServeError(f"No free port from {first} to {first + TRIES - 1}. Name another: --port 9000")


class Server(ThreadingHTTPServer):
    """One thread a request; two servers never share a port."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers take the same port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up has turned the page; that is no error of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Pages(SimpleHTTPRequestHandler):
    """Files of one folder, packed where it helps, with right types, and asked for anew after a rebuild."""

    protocol_version = "HTTP/1.1"
    error_message_format = NOT_FOUND
    extensions_map = TYPES
    path = ""  # until a request has one: what is no HTTP never does

    def do_GET(self) -> None:
        """Send a page; a text is packed if the browser takes gzip and it is worth it."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (accepts and path.suffix in PACKED and path.is_file() and path.stat().st_size >= SMALL):
            super().do_GET()
            return
        stat = path.stat()
        # Time and size tell a file from its next edition without reading it.
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        body = packed(path, stat.st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, path: Any) -> None:
        """A folder without an index page is not there."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Addresses that carry a version never change; everything else is asked for again."""
        versioned = urlsplit(self.path).query.startswith("v=")
        # “no-cache” still keeps the file, and asks each time whether it is the newest.
        self.send_header("Cache-Control", "max-age=31536000, immutable" if versioned else "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: a reader has no use for a line per file."""


@lru_cache(maxsize=512)
def packed(path: Path, changed: int) -> bytes:
    """A file, gzipped; kept until the file changes."""
    # Level 6 is where packing harder gains next to nothing; without a time the bytes are the same each time.
    return gzip.compress(path.read_bytes(), 6, mtime=0)
