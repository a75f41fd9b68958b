"""Pages that load themselves anew after a build, and say what was wrong with it: what `samestory write` serves."""

import json
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any

from samestory.cli.book.serve import Pages

_NEWS = "/_write/news"
_SCRIPT = "/_write/live.js"
_BEAT = 10.0  # seconds after which a connection is tried, so that one to a closed tab ends
_NOT_YET = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Not built yet</title>'
    "<body><p>This page has not been built. It comes by itself when it is.</p></body></html>"
)
_LIVE = """// Loads the page anew when it has been built, and shows what was wrong where it could not be.
const edition = Number(new URL(document.currentScript.src).searchParams.get("edition"));
const note = Object.assign(document.createElement("pre"), { id: "ss-write", hidden: true });
note.setAttribute("role", "alert");
note.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:1rem;max-height:50vh;overflow:auto;"
  + "white-space:pre-wrap;color:#fff;background:#8b1a1a;font:14px/1.4 monospace";
document.body.append(note);
new EventSource("/_write/news").onmessage = ({ data }) => {
  const news = JSON.parse(data);
  if (news.edition !== edition) location.reload();
  note.textContent = news.faults.join("\\n");
  note.hidden = !news.faults.length;
};
"""


class News:
    """What the last build came to: its number, and its faults. Threads that wait for more are woken."""

    def __init__(self) -> None:
        self.edition = 0
        self.faults: list[str] = []
        self.told = 0
        self.changed = threading.Condition()

    def tell(self, faults: list[str], built: bool) -> None:
        """Note a build; a page that could not be built stays in its edition, and only its faults are shown."""
        with self.changed:
            # The page loads itself anew when this changes: a page that is still the old one must not.
            self.edition += built
            self.faults = faults
            self.told += 1
            self.changed.notify_all()

    def after(self, seen: int) -> tuple[int, str]:
        """Wait for news that came after those seen, or for `_BEAT` seconds; return which these are, and their text."""
        with self.changed:
            self.changed.wait_for(lambda: self.told > seen, _BEAT)
            text = json.dumps({"edition": self.edition, "faults": self.faults})
            return self.told, text


class LivePages(Pages):
    """The pages of a folder, each with the script that watches for news."""

    def __init__(self, *request: Any, news: News, directory: str) -> None:
        self.news = news
        super().__init__(*request, directory=directory)

    def do_GET(self) -> None:  # noqa: N802 (the name that the server calls)
        """Send a page with the script, the script, the news as they come, or a file as it is."""
        address = self.path.partition("?")[0]
        path = Path(self.translate_path(self.path))
        if address.endswith("/"):
            path /= "index.html"
        if address == _NEWS:
            self._send_news()
        elif address == _SCRIPT:
            self._send("text/javascript; charset=utf-8", _LIVE)
        elif address == "/sw.js":  # a copy for reading offline would show yesterday's page
            self.send_error(HTTPStatus.NOT_FOUND)
        elif path.suffix == ".html":
            page = path.read_text("utf-8") if path.is_file() else _NOT_YET
            script = f'<script src="{_SCRIPT}?edition={self.news.edition}"></script></body>'
            self._send(self.guess_type(str(path)), script.join(page.rsplit("</body>", 1)))
        else:
            super().do_GET()

    def _send(self, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_news(self) -> None:
        # The stream has no length, so in HTTP/1.1 only the end of the connection ends it.
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        # Lower than any number of news, so that a page that has just loaded hears at once how things stand.
        seen = -1
        while True:  # until the browser hangs up, which ends with an error, or the program ends
            seen, text = self.news.after(seen)
            self.wfile.write(f"data: {text}\n\n".encode())
            self.wfile.flush()
