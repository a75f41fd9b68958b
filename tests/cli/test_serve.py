"""`samestory serve`: pages on this machine only, packed and fresh, and a clean end."""

import gzip
import http.client
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory.cli.book import serve

TEXT = "<p>Luhansk</p>" * 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text(TEXT)
    (tmp_path / "module.mjs").write_text("export default 1;\n" * 50)
    (tmp_path / "face.woff2").write_bytes(b"wOF2" * 200)
    return tmp_path


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    server = serve.open_server(folder, 0)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def get(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(serve.HERE, port, timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.html?v=1"])
def test_texts_are_packed_for_browsers_that_take_it(port: int, path: str) -> None:
    response, body = get(port, path, **{"Accept-Encoding": "gzip, br"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(body) < len(TEXT)
    assert gzip.decompress(body).decode() == TEXT


def test_texts_come_plain_to_those_that_do_not(port: int) -> None:
    response, body = get(port, "/index.html")
    assert response.headers["Content-Encoding"] is None
    assert body.decode() == TEXT


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/module.mjs", "text/javascript; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/face.woff2", "font/woff2"),
    ],
)
def test_files_have_the_types_that_browsers_insist_on(port: int, path: str, kind: str) -> None:
    for accepted in ("gzip", "identity"):
        response, _ = get(port, path, **{"Accept-Encoding": accepted})
        assert response.headers["Content-Type"] == kind


def test_a_page_is_asked_for_again_and_sent_again_only_if_it_changed(port: int, folder: Path) -> None:
    response, _ = get(port, "/index.html", **{"Accept-Encoding": "gzip"})
    assert response.headers["Cache-Control"] == "no-cache"
    tag = response.headers["ETag"]
    again, body = get(port, "/index.html", **{"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (again.status, body) == (304, b"")
    (folder / "index.html").write_text(TEXT + "rebuilt")
    rebuilt, body = get(port, "/index.html", **{"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert rebuilt.status == 200
    assert gzip.decompress(body).decode().endswith("rebuilt")


@pytest.mark.parametrize("path", ["/missing.html", "/deep/", "/../secret", "/%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_not_a_page_of_the_folder_is_not_found(port: int, path: str) -> None:
    response, body = get(port, path, **{"Accept-Encoding": "gzip"})
    assert response.status == 404
    assert b"no such page" in body


def test_a_taken_port_makes_way_for_the_next(folder: Path, port: int) -> None:
    server = serve.open_server(folder, port)
    assert port < server.server_address[1] <= port + serve.TRIES
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_the_port_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9123")
    assert serve.port_from_environment() == 9123
    monkeypatch.setenv("PORT", "")
    assert serve.port_from_environment() == serve.PORT
    monkeypatch.setenv("PORT", "many")
    with pytest.raises(serve.CannotServeError, match="many"):
        serve.port_from_environment()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_its_address_and_stops_cleanly(folder: Path, stop: signal.Signals) -> None:
    command = [sys.executable, "-m", "samestory.cli", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("The book is at http://127.0.0.1:")
        address = int(line.split(":")[2].split("/")[0])
        with socket.create_connection((serve.HERE, address), timeout=10):
            process.send_signal(stop)
            output, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert errors == ""
    assert "Stopped." in output


def test_a_browser_that_hangs_up_leaves_no_traceback(
    folder: Path, port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "big.woff2").write_bytes(bytes(8_000_000))
    with socket.create_connection((serve.HERE, port), timeout=10) as browser:
        browser.sendall(b"GET /big.woff2 HTTP/1.1\r\nHost: here\r\n\r\n")
        browser.recv(100)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    response, _ = get(port, "/index.html")
    assert response.status == 200
    assert "Traceback" not in capfd.readouterr().err


def test_a_missing_folder_is_a_message_and_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "samestory.cli", "serve", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert "make book" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_http_is_answered_without_a_word_in_the_terminal(
    port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection((serve.HERE, port), timeout=10) as link:
        link.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        assert b"There is no such page here" in link.recv(4096)
    assert capfd.readouterr().err == ""
