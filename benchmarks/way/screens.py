"""Measures how long the lessons are: the minutes of each station, and how many phone screens it fills unanswered.

    python benchmarks/way/screens.py [_build/html]

Needs the built book, chromium, and playwright. A screen is 390 by 844 pixels.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from samestory.course import load_shipped

WIDTH, HEIGHT = 390, 844
DRAWN = "() => [...document.querySelectorAll('same-story-exercise')].every((one) => one.querySelector('article'))"
MEASURE = """() => [...document.querySelectorAll(".sb-station")].map((node) => ({
    title: node.querySelector("h2").firstChild.textContent, id: node.id, minutes: Number(node.dataset.minutes),
}))"""


@dataclass(frozen=True)
class Row:
    """One station: its minutes as the page says them, and its height in phone screens."""

    title: str
    minutes: int
    screens: float


def rows(page: Page, address: str) -> Iterator[Row]:
    """Each station of a lesson, opened by its address."""
    page.goto(address)
    page.wait_for_function(DRAWN)
    for one in page.evaluate(MEASURE):
        page.evaluate("(id) => { location.hash = id; }", one["id"])
        page.wait_for_function("(id) => !document.getElementById(id).hidden", arg=one["id"])
        tall = page.evaluate("() => document.querySelector('.sb-main').getBoundingClientRect().height")
        yield Row(one["title"], one["minutes"], tall / HEIGHT)


def main() -> None:
    """Print the table."""
    built = Path(sys.argv[1] if len(sys.argv) > 1 else "_build/html").resolve()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        print("| lesson | station | minutes | screens |\n| --- | --- | ---: | ---: |")
        for lesson in load_shipped().syllabus.lessons:
            found = list(rows(page, (built / "notebooks" / f"{lesson.page}.html").as_uri()))
            for at, row in enumerate(found, 1):
                print(f"| {lesson.page[:2]} | {at} {row.title} | {row.minutes} | {row.screens:.1f} |")
            together = sum(row.screens for row in found)
            print(f"| {lesson.page[:2]} | **together** | {sum(row.minutes for row in found)} | {together:.1f} |")
        browser.close()


if __name__ == "__main__":
    main()
