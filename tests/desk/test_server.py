"""The desk's server answers its own page, with the token, on this machine's address; nobody else, and nothing else."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samestory.case import load_case
from samestory.desk.server import DeskServer
from samestory.desk.session import DeskSession

Reply = tuple[int, dict[str, str], bytes]
Send = Callable[..., Reply]


@pytest.fixture
def server(fire: Path) -> Iterator[DeskServer]:
    server = DeskServer(DeskSession(fire))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def send(server: DeskServer) -> Send:
    """Sends a request as the page would, but for what a test changes; None leaves a header out."""

    def sender(method: str, path: str, body: bytes | None = None, **changed: str | None) -> Reply:
        told = {
            "Host": f"127.0.0.1:{server.server_address[1]}",
            "Origin": server.origin,
            "X-Samestory-Token": server.token,
            "Content-Type": "application/json",
        } | {name.replace("_", "-"): value for name, value in changed.items()}
        connection = http.client.HTTPConnection("127.0.0.1", int(server.server_address[1]), timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in told.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None and "Content-Length" not in told:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        reply = connection.getresponse()
        return reply.status, dict(reply.getheaders()), reply.read()

    return sender


OPEN = json.dumps({"op": "open"}).encode()


def test_whoever_has_the_token_gets_the_page_and_answers(server: DeskServer, send: Send) -> None:
    assert server.server_address[0] == "127.0.0.1"
    status, headers, page = send("GET", f"/?token={server.token}")
    assert (status, headers["Cache-Control"], headers["Referrer-Policy"]) == (200, "no-store", "no-referrer")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert b"class DeskApp" in page
    status, _, answer = send("POST", "/ask", OPEN)
    assert (status, json.loads(answer)["desk"]["name"]) == (200, "fire")


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"X_Samestory_Token": None}, 403),
        ({"X_Samestory_Token": ""}, 403),
        ({"X_Samestory_Token": "x" * 32}, 403),
        ({"X_Samestory_Token": "é"}, 403),
        ({"Origin": None}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "http://localhost:80"}, 403),
        ({"Host": "example.org"}, 404),
        ({"Host": "localhost"}, 404),
        ({"Host": None}, 404),
        ({"Content_Type": "text/plain"}, 400),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 400),
        ({"Content_Length": "-1"}, 400),
        ({"Content_Length": "²"}, 400),
        ({"Content_Length": "99999999999"}, 413),
    ],
)
def test_a_question_from_elsewhere_is_refused(send: Send, fire: Path, changed: dict[str, Any], status: int) -> None:
    said = json.dumps({"op": "remove", "article": "valley-echo"}).encode()
    assert send("POST", "/ask", said, **changed)[0] == status
    assert (fire / "articles" / "valley-echo.txt").is_file()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 403),
        ("GET", "/?token=", 403),
        ("GET", "/?token=x&token={token}", 403),
        ("GET", "/ask?token={token}", 404),
        ("GET", "/case.yml?token={token}", 404),
        ("GET", "/../case.yml?token={token}", 404),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd?token={token}", 404),
        ("GET", "//etc/passwd?token={token}", 404),
        ("GET", "http://example.org/?token=x", 403),
        ("POST", "/", 404),
        ("POST", "/ask/../ask", 404),
        ("POST", "/ask?token={token}", 404),
        ("PUT", "/ask", 501),
        ("OPTIONS", "/ask", 501),
        ("DELETE", "/", 501),
    ],
)
def test_nothing_else_is_reachable(server: DeskServer, send: Send, method: str, path: str, status: int) -> None:
    found, headers, body = send(method, path.format(token=server.token), OPEN if method == "POST" else None)
    assert found == status
    assert b"valley" not in body
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff", b"3", b'"open"', b"[]"])
def test_what_is_no_question_gets_no_answer_and_the_server_goes_on(send: Send, body: bytes) -> None:
    status, _, answer = send("POST", "/ask", body)
    assert status == 400 or "trouble" in json.loads(answer)
    assert send("POST", "/ask", OPEN)[0] == 200


def test_half_a_character_in_a_question_stops_nothing(send: Send, fire: Path) -> None:
    mine = {"op": "decide", "decided": "own", "article": "harbour-post", "from": 0, "to": 1, "label": "slip"}
    assert "trouble" not in json.loads(send("POST", "/ask", json.dumps({**mine, "why": "\ud800 so"}).encode())[2])
    assert [one.why for one in load_case(fire).findings.values()] == ["? so"]
    assert "trouble" not in DeskSession(fire).ask({"op": "open"})
