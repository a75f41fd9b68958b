"""The course on paper: a small book printed whole, and what a learner with a pencil finds on its sheets."""

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from small_book import build

from samestory.book.print.chromium import NO_BROWSER, NUMBER, CannotPrintError, print_book, shown_on_paper, write
from samestory.book.print.places import page_numbers
from samestory.course import load_shipped
from samestory.widget.element import element

pytestmark = pytest.mark.xdist_group("pdf")  # one worker builds and prints the small book
COURSE = load_shipped().exercises
KINDS = {one.card.kind: one for one in reversed(COURSE.values())}  # the first of each kind
SMALL = 2 * 2**20  # bytes
NAMES = "\n\n".join(
    f"## Part {number}\n\n```{{exercise}} {one.card.id}\n```" for number, one in enumerate(KINDS.values())
)
PAGES = {
    "welcome": "# Welcome\n\nGo to [the lesson](lesson.md).\n\n```{toctree}\n:hidden:\nlesson\nwords\n```\n",
    "lesson": f"# A lesson\n\n{NAMES}\n",
    "words": "# Words\n\nThe ferry of Nordo sails at nine.\n",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built, complaints = build(tmp_path_factory.mktemp("book"), PAGES, builder="singlehtml")
    assert complaints == ""
    return built


def command(*words: object, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as it is run: this one has its browser open already."""
    there = [sys.executable, "-m", "samestory.cli", "pdf", *map(str, words)]
    return subprocess.run(there, capture_output=True, text=True, timeout=240, env={**os.environ, **surroundings})


@pytest.fixture(scope="module")
def printed(small: Path, tools: dict[str, str]) -> bytes:
    out = small.parent / "printed" / "small.pdf"
    done = command(small, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{out}: {out.stat().st_size / 2**20:.1f} MiB.\n"
    return out.read_bytes()


def streams(printed: bytes) -> bytes:
    """What the file's packed parts hold."""
    found = []
    for packed in re.finditer(rb"/FlateDecode[^>]*>>\s*stream\r?\n", printed):
        try:
            found.append(zlib.decompressobj().decompress(printed[packed.end() :]))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_the_pdf_is_tagged_has_an_outline_and_names_its_language(printed: bytes) -> None:
    assert printed.startswith(b"%PDF-")
    for part in (b"/StructTreeRoot", b"/Marked true", b"/Outlines", b"/Lang (en)"):
        assert part in printed


def test_each_page_of_the_book_begins_a_sheet_and_the_answers_come_last(printed: bytes) -> None:
    places = page_numbers(printed)
    assert list(places) == ["p1", "p2", "p3", "answers"]
    assert places["p1"] == 3
    assert sorted(set(places.values())) == list(places.values())
    assert len(re.findall(rb"/Type /Page\b", printed)) >= places["answers"] > len(KINDS)


def test_the_contents_say_on_which_page_each_sheet_begins(small: Path, tools: dict[str, str], browser: Browser) -> None:
    with shown_on_paper(browser, small / "index.html") as page:
        page.evaluate(NUMBER, {"p1": 3, "p3": 41, "elsewhere": 7})
        rows = page.locator(".sp-contents a").all_text_contents()
    assert rows == ["Welcome3", "A lesson", "Words41", "Answers"]


def test_the_file_is_small(printed: bytes) -> None:
    assert len(printed) < SMALL


def test_the_file_holds_letters_and_no_pictures_of_letters(printed: bytes) -> None:
    held = streams(printed)
    assert held.count(b"beginbfchar") + held.count(b"beginbfrange") > 0
    assert b"/Subtype /Image" not in printed


def test_every_kind_can_be_answered_with_a_pencil(small: Path, tools: dict[str, str], browser: Browser) -> None:
    """What stands in the printed page: each prompt, somewhere to write or tick, and no button."""
    with shown_on_paper(browser, small / "index.html") as page:
        text = page.inner_text("body")
        for one in KINDS.values():
            card = page.locator(f'same-story-exercise[id$="-{one.card.id}"] .ss-card')
            assert one.card.title in text
            assert card.count() == 1
            place = card.locator(
                ".ss-writing i, .ss-area-lines i, input:is([type=radio], [type=checkbox], [type=text]), "
                ".ss-order-row .ss-grip, .ss-match-blank, .ss-stand-paper, .ss-number-input"
            )
            assert place.locator("visible=true").count() > 0, one.card.kind
            assert card.locator("button:visible:not(.ss-match-press, .ss-grip)").count() == 0, one.card.kind
        assert "Answers" in text
        assert KINDS["highlight"].card.solution[:40] in text


def test_labels_stand_under_a_passage_that_asks_for_them(small: Path, browser: Browser, tools: dict[str, str]) -> None:
    labelled = next(one for one in COURSE.values() if one.card.kind == "highlight" and one.view()["labels"])
    style = '<link rel="stylesheet" href="_static/samestory.css">'
    script = '<script defer src="_static/samestory.js"></script>'
    alone = small / "alone.html"
    alone.write_text(f"<!doctype html><meta charset=utf-8>{style}{script}{element(labelled, 1)}", "utf-8")
    with shown_on_paper(browser, alone) as page:
        legend = page.locator(".ss-legend dl")
        assert legend.is_visible()
        for label in labelled.view()["labels"]:
            assert label["name"] in legend.inner_text()


def test_without_a_browser_the_message_says_what_to_install(small: Path, tmp_path: Path) -> None:
    done = command(small, tmp_path / "no.pdf", PATH=str(tmp_path), PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == f"{NO_BROWSER}\n"
    assert not (tmp_path / "no.pdf").exists()


def test_without_a_book_for_paper_the_message_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(CannotPrintError, match="make pdf"):
        print_book(tmp_path)
    (tmp_path / "index.html").write_text("<!doctype html><p>A book for screens", "utf-8")
    with pytest.raises(CannotPrintError, match="no book for paper"):
        print_book(tmp_path)


def test_a_browser_that_does_not_start_is_named(small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    done = command(small, tmp_path / "x.pdf", PATH=f"{tmp_path}:/bin:/usr/bin")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{broken} could not print the course: ")
    assert "Traceback" not in done.stderr


def test_where_the_pdf_cannot_be_written_the_older_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "course.pdf"
    write(out, b"%PDF older")

    def full(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotPrintError, match=r"course\.pdf can’t be written: No space left on device"):
        write(out, b"%PDF newer")
    assert out.read_bytes() == b"%PDF older"
    assert list(tmp_path.iterdir()) == [out]
