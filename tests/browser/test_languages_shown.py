"""Texts of another language: their direction, their voice, and arrows that follow the reading."""

from pathlib import Path

import yaml
from made_page import COLOURS, SHELL, write_page
from playwright.sync_api import Browser

from samestory.case import Case, load_case
from samestory.case.desk import Desk
from samestory.case.model import Reference
from samestory.inbox.made import make_case
from samestory.inbox.taken import FileFound, Taken
from samestory.lesson.clip import Clipping
from samestory.widget.element import element
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.view import reader_text, view_of

EVENTS = Path(__file__).parents[1] / "cases" / "languages" / "seen.yml"
FINDINGS = {
    "schema": 1,
    "article": "ar-b",
    "controls": [],
    "findings": [
        {
            "id": "ar-some",
            "label": "altered-quotation",
            "quote": "أخرجنا بعض العمال من المخزن",
            "at": [0, 0],
            "should_be": None,
            "certainty": "likely",
            "why": "x",
            "evidence": [{"article": "ar-a", "quote": "أخرجنا كل العمال من المخزن"}],
            "harm": {"level": "low", "why": "x"},
        }
    ],
}
EXERCISES = {
    "schema": 1,
    "lesson": "14-fire",
    "exercises": [
        {
            "id": "ar-mark",
            "kind": "highlight",
            "title": "Fire",
            "minutes": 5,
            "prompt": "Which words differ?",
            "passage": {"article": "ar-b"},
            "labels": ["slip", "altered-quotation"],
            "findings": "all",
            "controls": "all",
            "hints": ["a.", "b."],
            "solution": "x",
        }
    ],
}


def arabic(folder: Path) -> Case:
    event = next(one for one in yaml.safe_load(EVENTS.read_text("utf-8")) if one["lang"] == "ar")
    case = folder / "fire"
    make_case(case, "Fire", [Taken(FileFound(f"ar-{which}.txt", b""), event[which]) for which in "ab"])
    (finding,) = FINDINGS["findings"]
    text = (case / "articles" / "ar-b.txt").read_text("utf-8")
    start = text.index(finding["quote"])
    finding["at"] = [start, start + len(finding["quote"])]
    for name, sheet in (("findings/ar-b.yml", FINDINGS), ("exercises/fire.yml", EXERCISES)):
        (case / name).parent.mkdir()
        (case / name).write_text(yaml.safe_dump(sheet, allow_unicode=True), "utf-8")
    return load_case(case)


def test_arabic_runs_from_right_to_left_and_the_left_arrow_leads_on(browser: Browser, tmp_path: Path) -> None:
    case = arabic(tmp_path)
    (tmp_path / "page").mkdir()
    write_page(tmp_path / "page", list(case.exercises.values()))
    texts = [reader_text(case, name, None, None) for name in case.articles]
    body = reader_element(view_of(texts, (), case)) + element(case.exercises["ar-mark"], 1)
    ground, ink = COLOURS["light"]
    file = tmp_path / "page" / "index.html"
    file.write_text(SHELL.format(theme="light", ground=ground, ink=ink, body=body), "utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(file.as_uri())
    words = page.locator(".ss-words")
    assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("ar", "rtl")
    shown = page.locator(".ss-r-scroll").first
    assert (shown.get_attribute("lang"), shown.get_attribute("dir")) == ("ar", "rtl")
    cursor = page.locator(".ss-cursor")
    cursor.focus()
    page.keyboard.press("ArrowLeft")
    assert cursor.get_attribute("aria-valuenow") == "2"
    page.keyboard.press("ArrowRight")
    assert cursor.get_attribute("aria-valuenow") == "1"
    # A prompt in English keeps its own direction beside the text.
    left = page.get_by_text("Which words differ?").evaluate("node => getComputedStyle(node).direction")
    assert left == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_evidence_in_another_language_says_so(tmp_path: Path) -> None:
    case = arabic(tmp_path)
    shown = Desk(case.articles, case.record, case.findings, case.controls).cite(
        Reference(article="ar-a", quote="أخرجنا كل العمال")
    )
    assert shown.to_json()["lang"] == "ar"
    assert 'lang="ar" dir="auto"' in Clipping(shown)._repr_html_()
