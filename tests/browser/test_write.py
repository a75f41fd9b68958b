"""The page that `samestory write` shows: it comes by itself, loads itself anew, and tells of faults."""

import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect

from samestory.cli.book import serve
from samestory.cli.book._writing.live import LivePages, News

BUILT = '<!DOCTYPE html><html lang="en"><title>A lesson</title><body><p>{}</p></body></html>'


def test_a_page_loads_itself_anew_and_tells_of_faults(tmp_path: Path, page: Page) -> None:
    news, file = News(), tmp_path / "lesson.html"
    with serve.open_server(tmp_path, 0, partial(LivePages, news=news)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        page.goto(f"http://{serve.HERE}:{server.server_address[1]}/lesson.html")
        expect(page.get_by_text("It comes by itself")).to_be_visible()
        file.write_text(BUILT.format("One account."))
        news.tell([], built=True)
        expect(page.get_by_text("One account.")).to_be_visible()
        news.tell(["findings/a.yml:3 [quote]: <b>not in the article</b>"], built=False)
        expect(page.get_by_role("alert")).to_have_text("findings/a.yml:3 [quote]: <b>not in the article</b>")
        expect(page.get_by_text("One account.")).to_be_visible()
        file.write_text(BUILT.format("Three accounts."))
        news.tell([], built=True)
        expect(page.get_by_text("Three accounts.")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_hidden()
        server.shutdown()
