"""The desk on this machine: one page and one address to ask, for whoever has the token, and nothing else.

The server listens on 127.0.0.1 only. A request must name that address as its host (so no other name can be pointed at
it), a question must come from the page itself (its Origin), and both must bring the token that the command printed.
"""

import hmac
import html
import json
import secrets
import threading
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from samestory.desk.session import DeskSession
from samestory.widget.bundle import desk_script, desk_style, styles

_HERE = "127.0.0.1"
_LARGEST = 60_000_000  # bytes of a question: twenty files of some size, in base64
_TOKEN = "X-Samestory-Token"
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="data:,">
<style nonce="{nonce}">body {{ margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--ss-ground) }}
h1 {{ font: 700 1.35rem/1.3 var(--ss-sans); color: var(--ss-ink); margin: 0 0 0.6rem }}
{style}</style>
<main><h1>{title}</h1><div id="desk" data-token="{token}"><p>The desk needs JavaScript.</p></div></main>
<script nonce="{nonce}">{theme}</script><script nonce="{nonce}">{script}</script></html>
"""
# What a book does by its own button: the desk's window follows the system.
_THEME = "if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark';"


class DeskServer(ThreadingHTTPServer):
    """A session on a free port; `token` opens it."""

    daemon_threads = True

    def __init__(self, session: DeskSession, port: int = 0) -> None:
        self.session, self.token = session, secrets.token_urlsafe(24)
        # Two questions at once would write the same files.
        self.turn = threading.Lock()
        super().__init__((_HERE, port), partial(_Asked))

    @property
    def origin(self) -> str:
        """Where the page is, without a slash at the end."""
        return f"http://{_HERE}:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """What the person opens."""
        return f"{self.origin}/?token={self.token}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no error of ours, and nobody reads a traceback here."""


class _Asked(BaseHTTPRequestHandler):
    server: DeskServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the page, to whoever brings the token."""
        asked = urlsplit(self.path)
        if not self._is_host() or asked.path != "/":
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not self._has(next(iter(parse_qs(asked.query).get("token", [])), "")):
            self._refuse(HTTPStatus.FORBIDDEN)
        else:
            self._send_page()

    def do_POST(self) -> None:
        """Answer a question of the page."""
        size = self.headers.get("Content-Length", "")
        if not self._is_host() or self.path != "/ask":
            self._refuse(HTTPStatus.NOT_FOUND)
        elif self.headers.get("Origin") != self.server.origin or not self._has(self.headers.get(_TOKEN, "")):
            self._refuse(HTTPStatus.FORBIDDEN)
        # A form of another page can send no JSON without being asked first.
        elif self.headers.get_content_type() != "application/json" or not size.isascii() or not size.isdigit():
            self._refuse(HTTPStatus.BAD_REQUEST)
        elif int(size) > _LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._answer(self.rfile.read(int(size)))

    def _answer(self, body: bytes) -> None:
        try:
            asked = json.loads(body)
        except (ValueError, RecursionError):
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        with self.server.turn:
            reply = self.server.session.ask(asked)
        # Halves of characters, which a page can send, must not stop the reply.
        self._send(HTTPStatus.OK, "application/json", json.dumps(reply).encode())

    def _send_page(self) -> None:
        nonce = secrets.token_urlsafe(16)
        page = _PAGE.format(
            title=f"The desk: {html.escape(self.server.session.folder.name)}",
            nonce=nonce,
            token=html.escape(self.server.token),
            style=styles() + desk_style(),
            theme=_THEME,
            script=desk_script("server"),
        )
        policy = f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
        policy += "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", page.encode(), {"Content-Security-Policy": policy})

    def _is_host(self) -> bool:
        return self.headers.get("Host") == urlsplit(self.server.origin).netloc

    def _has(self, token: str) -> bool:
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode())

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True  # what a refused question still holds is not read as the next one
        self._send(status, "text/plain; charset=utf-8", f"{status.phrase}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            **(more or {}),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the address holds the token."""
