"""The list of files for reading offline, and the worker that holds it."""

import json
import re
from pathlib import Path

from samestory.book.offline import precached, worker


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def edition(text: str) -> str:
    found = re.search(r'const EDITION = "([0-9a-f]{16})"', text)
    assert found
    return found[1]


def test_pages_pictures_and_the_search_index_are_kept(tmp_path: Path) -> None:
    made(tmp_path, {"book/index.html": "", "_static/book.css": "", "_images/a.svg": "", "searchindex.js": ""})
    assert precached(tmp_path) == ["_images/a.svg", "_static/book.css", "book/index.html", "searchindex.js"]


def test_files_that_no_host_serves_or_no_reader_opens_are_left_out(tmp_path: Path) -> None:
    made(tmp_path, {".buildinfo": "", ".hidden/x.html": "", "sw.js": "", "objects.inv": "", "_sources/a.md": ""})
    assert precached(tmp_path) == []


def test_the_worker_lists_every_file_as_json(tmp_path: Path) -> None:
    made(tmp_path, {"a.html": "", 'quo"te.html': ""})
    found = re.search(r"const FILES = (\[.*?\]);", worker(tmp_path), re.DOTALL)
    assert found
    assert json.loads(found[1]) == ["a.html", 'quo"te.html']


def test_the_same_book_makes_the_same_worker(tmp_path: Path) -> None:
    one = made(tmp_path / "one", {"a.html": "text"})
    other = made(tmp_path / "other", {"a.html": "text"})
    assert worker(one) == worker(other)


def test_a_changed_byte_or_a_renamed_file_makes_another_edition(tmp_path: Path) -> None:
    editions = {
        edition(worker(made(tmp_path / "one", {"a.html": "text"}))),
        edition(worker(made(tmp_path / "two", {"a.html": "Text"}))),
        edition(worker(made(tmp_path / "three", {"b.html": "text"}))),
    }
    assert len(editions) == 3


def test_python_for_the_pages_is_kept_when_it_is_used_and_not_before(tmp_path: Path) -> None:
    made(tmp_path, {"a.html": "", "_static/book.css": "", "_static/python/pyodide.asm.wasm": "large"})
    text = worker(tmp_path)
    now, later = (re.search(rf"const {name} = (\[.*?\]);", text, re.DOTALL) for name in ("FILES", "LATER"))
    assert now
    assert later
    assert json.loads(now[1]) == ["_static/book.css", "a.html"]
    assert json.loads(later[1]) == ["_static/python/pyodide.asm.wasm"]


def test_a_changed_page_leaves_the_copy_of_python_as_it_is(tmp_path: Path) -> None:
    python = "_static/python/pyodide.js"
    texts = [
        worker(made(tmp_path / "one", {"a.html": "text", python: ""})),
        worker(made(tmp_path / "two", {"a.html": "Text", python: ""})),
        worker(made(tmp_path / "three", {"a.html": "Text", python: "new"})),
    ]
    found = [re.search(r'const LATER_EDITION = "(\w+)"', text) for text in texts]
    first, second, third = (one[1] for one in found if one)
    assert first == second != third
    assert edition(texts[0]) != edition(texts[1]) == edition(texts[2])
