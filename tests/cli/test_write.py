"""`samestory write`: one page, built anew with every save; what is wrong shows in the terminal and on the page."""

import http.client
import json
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from samestory.cli.book import serve
from samestory.cli.book._writing.builder import Builder
from samestory.cli.book._writing.live import LivePages, News
from samestory.cli.book._writing.watch import changes
from samestory.cli.book.write import CannotWriteError, page_of

ROOT = Path(__file__).parents[2]
PAGE = """---
file_format: mystnb
kernelspec: {{name: python3}}
---
# A lesson

It says {said}, and [sends you on](missing.md).

```{{code-cell}} ipython3
from samestory.lesson import exercise
{code}
```
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book of two lessons and a page."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "book").mkdir()
    shutil.copy(ROOT / "_config.yml", tmp_path)
    for page in ("notebooks/01-on-the-page", "notebooks/10-your-own-event", "book/glossary"):
        (tmp_path / f"{page}.md").write_text(PAGE.format(said="this", code="print(20 + 1)"))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("1", "notebooks/01-on-the-page"),
        ("01", "notebooks/01-on-the-page"),
        ("10", "notebooks/10-your-own-event"),
        ("your-own-event", "notebooks/10-your-own-event"),
        ("01-on-the-page.md", "notebooks/01-on-the-page"),
        ("notebooks/01-on-the-page", "notebooks/01-on-the-page"),
        ("book/glossary.md", "book/glossary"),
    ],
)
def test_a_page_is_named_by_its_number_its_name_or_its_path(root: Path, name: str, page: str) -> None:
    assert page_of(root, name) == page


@pytest.mark.parametrize("name", ["7", "", "..", "../secret", "book", "²", "9" * 5000, "a\0b"], ids=range(8))
def test_a_page_that_is_not_there_is_a_message_that_lists_the_lessons(root: Path, name: str) -> None:
    (root.parent / "secret.md").write_text("# Not of this book")
    with pytest.raises(CannotWriteError, match="01-on-the-page, 10-your-own-event"):
        page_of(root, name)


def test_a_folder_without_a_book_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"_config\.yml"):
        page_of(tmp_path, "1")


def test_what_was_changed_added_or_removed_is_told_once_and_what_is_made_is_not(root: Path) -> None:
    saved = changes(root)
    assert next(saved) == set()
    lesson, glossary, new = root / "notebooks/01-on-the-page.md", root / "book/glossary.md", root / "book/new.yml"
    lesson.write_text("# Changed")  # while nobody asks
    glossary.unlink()
    new.write_text("x: 1")
    for made in (".hidden.md", "lesson.md~", "lesson.ipynb"):
        (root / "notebooks" / made).write_text("")
    assert next(saved) == {lesson, glossary, new}
    new.write_text("x: 12")
    assert next(saved) == {new}


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, News, int]]:
    """A folder of pages on a server that tells the news."""
    news = News()
    with serve.open_server(tmp_path, 0, partial(LivePages, news=news)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield tmp_path, news, server.server_address[1]
        server.shutdown()


def asked(port: int, path: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(serve.HERE, port, timeout=20)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    return connection.getresponse()


def test_a_page_carries_the_script_of_its_edition_and_one_not_built_yet_does_too(live: tuple[Path, News, int]) -> None:
    folder, news, port = live
    assert "It comes by itself" in asked(port, "/page.html").read().decode()
    (folder / "page.html").write_text("<html><body><p>“Né”</p></body></html>", "utf-8")
    news.tell([], built=True)
    page = asked(port, "/page.html").read().decode()
    assert page == '<html><body><p>“Né”</p><script src="/_write/live.js?edition=1"></script></body></html>'
    assert "new EventSource" in asked(port, "/_write/live.js?edition=1").read().decode()


def test_no_copy_is_kept_and_nothing_else_is_shown(live: tuple[Path, News, int]) -> None:
    folder, _, port = live
    (folder / "sw.js").write_text("//")
    assert [asked(port, path).status for path in ("/sw.js", "/missing.css", "/../x.css")] == [404, 404, 404]


def test_news_come_at_once_and_with_each_build_a_page_not_built_keeps_its_edition(
    live: tuple[Path, News, int],
) -> None:
    _, news, port = live
    coming = asked(port, "/_write/news")

    def told() -> dict[str, object]:
        line = coming.readline()
        coming.readline()
        return json.loads(line.removeprefix(b"data: "))

    assert told() == {"edition": 0, "faults": []}
    news.tell([], built=True)
    assert told() == {"edition": 1, "faults": []}
    news.tell(["case.yml:3: </script> “no”"], built=False)
    assert told() == {"edition": 1, "faults": ["case.yml:3: </script> “no”"]}


def test_a_builder_that_dies_says_its_last_words_and_the_next_one_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samestory.cli.book._writing.builder._MODULE", "toy_builder")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    toy = tmp_path / "toy_builder.py"
    toy.write_text("import nothing_of_the_kind")
    with Builder(tmp_path, "page", tmp_path) as builder:
        built, faults = builder.build()
        assert not built
        assert faults[-1] == "ModuleNotFoundError: No module named 'nothing_of_the_kind'"
        toy.write_text("""print("a greeting"); input(); print('{"built": true, "faults": ["one"]}')""")
        builder.renew()
        assert builder.build() == (True, ["one"])
        process = builder.waiting.process
    assert process.poll() == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_a_save_is_built_and_shown_a_fault_is_told_and_ctrl_c_ends_it_all(root: Path) -> None:
    lesson = root / "notebooks/01-on-the-page.md"
    command = [sys.executable, "-m", "samestory.cli", "write", "1", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout
        port = int(process.stdout.readline().split(":")[2].split("/")[0])
        assert "built in" in process.stdout.readline()
        page = asked(port, "/notebooks/01-on-the-page.html")
        assert "It says this" in page.read().decode()
        lesson.write_text(PAGE.format(said="that", code="exercise('no-such')"))
        told = [process.stdout.readline() for _ in range(2)]
        assert "  built in" in told[0]
        assert "There is no exercise 'no-such'" in told[1] + asked(port, "/_write/news").readline().decode()
        assert "It says that" in asked(port, "/notebooks/01-on-the-page.html").read().decode()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert rest.endswith("Stopped.\n")
