"""A page with exercises of the made-up case alone, for kinds that no lesson of the course uses yet."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from acting import Card, visit
from made_cases import ferry
from playwright.sync_api import Browser, Page

from samestory.exercise import Exercise
from samestory.widget.bundle import bundle, page_script, styles
from samestory.widget.element import element

SHELL = """<!doctype html>
<html lang="en" data-theme="{theme}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Exercises</title>
<link rel="stylesheet" href="samestory.css">
<style>body {{ margin: 0 auto; max-width: 60rem; padding: 0 1rem; background: {ground}; color: {ink} }}</style>
<script defer src="samestory.js"></script>
<main>
<h1>Exercises</h1>
<h2>To do</h2>
{body}
</main>
</html>
"""
COLOURS = {"light": ("#fff", "#1d1c1a"), "dark": ("#14181e", "#e8e5de")}
SIZES: dict[str, tuple[dict[str, Any], str]] = {
    "narrow": ({"viewport": {"width": 320, "height": 640}}, "/* as it is */"),
    "zoomed": ({"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}, "/* as it is */"),
    "large letters": ({"viewport": {"width": 640, "height": 800}}, "html { font-size: 200% }"),
}
SPILLS = """() => [...document.querySelectorAll("same-story-exercise *")].filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width > 1 && (right > innerWidth + 1 || left < -1);
}).map((node) => `${node.tagName} ${node.className}: ${node.textContent.slice(0, 40)}`)"""
SMALL = """() => [...document.querySelectorAll("same-story-exercise :is(button, select, textarea, label, summary)")]
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
    .map(([node, { width, height }]) => `${node.tagName} ${node.textContent}: ${width} x ${height}`)"""
MOVING = """() => [...document.querySelectorAll("same-story-exercise *")].filter((node) => {
    const { transitionDuration, animationName } = getComputedStyle(node);
    return transitionDuration !== "0s" || animationName !== "none";
}).length"""


def of_kind(kind: str) -> dict[str, Exercise]:
    """The exercises of a kind by id."""
    return {name: one for name, one in ferry().exercises.items() if one.card.kind == kind}


def write_page(folder: Path, some: Sequence[Exercise], theme: str = "light") -> Path:
    """Write the page and what it loads; return its folder."""
    ground, ink = COLOURS[theme]
    body = "\n".join(element(one, number) for number, one in enumerate(some, 1))
    (folder / "index.html").write_text(SHELL.format(body=body, theme=theme, ground=ground, ink=ink), encoding="utf-8")
    (folder / "samestory.js").write_text(page_script(), encoding="utf-8")
    (folder / "samestory.mjs").write_text(bundle(), encoding="utf-8")  # for what plays a notebook here
    (folder / "samestory.css").write_text(styles(), encoding="utf-8")
    return folder


@contextmanager
def page_of(
    kind: str, browser: Browser, open_book: Callable[[Path], Any], folder: Path, theme: str = "light", **options: Any
) -> Iterator[Page]:
    """A page with every exercise of a kind; a console that is not empty, or another host, is a failure."""
    book = open_book(write_page(folder, list(of_kind(kind).values()), theme))
    context = browser.new_context(color_scheme=theme, accept_downloads=True, **options)
    seen: list[str] = []
    context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
    elsewhere = (book.address, "data:", "blob:")
    context.on("request", lambda asked: None if asked.url.startswith(elsewhere) else seen.append(asked.url))
    page = context.new_page()
    visit(page, f"{book.address}/index.html")
    yield page
    context.close()
    assert seen == []


def begin(page: Page, answers: dict[str, Any]) -> None:
    """Let the page find answers that were begun earlier."""
    kept = {f"samestory:1:{name}": json.dumps({"draft": answer}) for name, answer in answers.items()}
    page.evaluate("(all) => { for (const [key, one] of Object.entries(all)) localStorage[key] = one; }", kept)
    visit(page)


def check_all(page: Page, kind: str, answers: dict[str, Any]) -> None:
    """Begin with these answers and check each."""
    begin(page, answers)
    for name, answer in answers.items():
        card = Card(page, of_kind(kind)[name])
        card.check.click()
        card.expect_verdict(card.exercise.verdict(answer))


def faults_of(page: Page, node_modules: Path) -> list[Any]:
    """What axe finds."""
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found]


def misfits_of(page: Page, style: str, width: int) -> list[str]:
    """What sticks out, or is too small to be hit, with a style added."""
    page.add_style_tag(content=style)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*page.evaluate(SPILLS), *page.evaluate(SMALL), *([f"page {wide}"] if wide > width else [])]
