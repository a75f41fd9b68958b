"""The scripts of pages: classic, whole, closed in themselves, and light."""

import gzip
import re
import subprocess
from pathlib import Path

import pytest

from samestory.book import scripts
from samestory.book.tree import counting
from samestory.widget.bundle import classic, joined_modules, page_script

MODULES = sorted(scripts.BOOK_WEB.glob("*.mjs"))
ENTRIES = ("book.mjs", "lesson.mjs", "results.mjs")
TOP_NAME = re.compile(r"^(?:export )?(?:async )?(?:class|const|let|function) (\w+)", re.MULTILINE)
# Runs a script as a page would, in a world with nothing in it, and prints what it leaves there.
LEFT_BEHIND = """
const { runInNewContext } = require("node:vm");
let script = "";
process.stdin.on("data", (some) => { script += some; }).on("end", () => {
  const world = {};
  try { runInNewContext(script, world); } catch (error) { if (error.name === "SyntaxError") throw error; }
  process.stdout.write(JSON.stringify(Object.keys(world)));
});"""


def all_scripts() -> dict[str, str]:
    """The text of each script by its name."""
    results = classic(scripts.BOOK_WEB / "results.mjs")
    lesson = classic(scripts.BOOK_WEB / "lesson.mjs")
    book = scripts.book_script(counting.counted())
    return {"book": book, "lesson": lesson, "results": results, "exercises": page_script()}


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_joined_script_imports_nothing_and_holds_every_name_once(entry: str) -> None:
    script = joined_modules(scripts.BOOK_WEB / entry)
    assert not re.search(r"^(?:import|export) |\bimport\.meta\b", script, re.MULTILINE)
    names = TOP_NAME.findall(script)
    assert len(names) == len(set(names)) > 3


@pytest.mark.browser
@pytest.mark.parametrize("name", ["book", "lesson", "results", "exercises"])
def test_a_script_is_classic_and_leaves_no_name_behind(name: str) -> None:
    done = subprocess.run(
        ["node", "-e", LEFT_BEHIND], input=all_scripts()[name], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.stderr, done.stdout) == ("", "[]")


def test_what_the_contents_count_is_written_into_the_script_of_every_page() -> None:
    script = scripts.book_script({"01-ferry": {"specs": "0123456789ab", "of": 2}})
    assert 'COUNTED_PAGES = {"01-ferry":{"specs":"0123456789ab","of":2}}' in script


def test_the_part_that_every_page_loads_is_at_most_7_kib() -> None:
    style = (scripts.BOOK_WEB.parent / "assets" / "static" / "progress.css").read_bytes()
    assert len(gzip.compress(all_scripts()["book"].encode())) + len(gzip.compress(style)) <= 7 * 1024


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_text_never_becomes_markup(module: Path) -> None:
    source = module.read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|\bconfirm\(|\balert\(", source)
    assert max(map(len, source.split("\n"))) <= 120
