"""The page of results and the counts in the contents, in a real browser."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import Card, Keyboard, visit
from made_results import REAL, as_storage, both_tests, build_results, course, entry, scored, some_done, taken
from playwright.sync_api import Browser, Locator, Page, expect

from samestory.exercise.parts.discernment import chance_range, gain

RESULTS = "book/results.html"
FILL = "(all) => { for (const [key, one] of Object.entries(all)) localStorage[key] = one; }"
STORED = "() => ({ ...localStorage })"
WHEN = "2026-11-01T09:00:00Z"
FURTHEST = 120  # presses of Tab that lead through the whole page


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book, built once."""
    return build_results(tmp_path_factory.mktemp("results"))


@pytest.fixture
def results(browser: Browser, small: Path, open_book: Any) -> Iterator[Callable[..., Page]]:
    """Opens the page of results with what the browser keeps; a console that is not empty is a failure."""
    book = open_book(small)
    contexts, seen = [], []

    def opener(kept: dict[str, str] | None = None, path: str = RESULTS, **options: Any) -> Page:
        context = browser.new_context(accept_downloads=True, **{"reduced_motion": "reduce", **options})
        contexts.append(context)
        context.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
        context.on(
            "request", lambda asked: None if asked.url.startswith((book.address, "blob:")) else seen.append(asked.url)
        )
        page = context.new_page()
        page.goto(f"{book.address}/welcome.html")
        page.evaluate(FILL, kept or {})
        visit(page, f"{book.address}/{path}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert seen == []


def part(page: Page, name: str) -> Locator:
    """A part of the page."""
    return page.locator(f'.sb-results[data-part="{name}"]')


def row(page: Page, name: str) -> Locator:
    """A row of a table, by what it is about."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))


def in_contents(page: Page, lesson: str) -> Locator:
    """What the contents say of a lesson."""
    return page.locator(f".sb-contents li:has(> [data-lesson='{lesson}']) > .sb-done")


def everything() -> dict[str, str]:
    """Some exercises and both tests, the second form first."""
    return as_storage({**some_done(), **both_tests()}, "ba")


def test_a_page_that_was_left_half_done_leads_on_to_the_exercise_after_the_last_one_checked(results: Any) -> None:
    first, second = REAL

    def open_with(*done: Any) -> Page:
        kept = {one.card.id: entry(one.card.id, one.fingerprint()) for one in done}
        for one in done:
            kept[one.card.id]["record"]["answer"] = one.task.right().to_json()
        page = results(as_storage(kept), "notebooks/01-ferry.html")
        expect(in_contents(page, "01-ferry")).to_contain_text(f"{len(done)} of 2")
        return page

    assert open_with().locator(".sb-go-on").count() == 0
    assert open_with(first, second).locator(".sb-go-on").count() == 0
    page = open_with(first)
    page.get_by_role("link", name="Go on with exercise 2", exact=True).click()
    assert page.url.endswith(f"#{second.card.id}")
    expect(page.get_by_role("article", name=second.card.title)).to_be_in_viewport()


def test_an_empty_browser_is_told_where_to_begin(results: Any) -> None:
    page = results()
    expect(part(page, "lessons")).to_contain_text("No lesson has been begun in this browser yet")
    expect(part(page, "lessons").get_by_role("link", name="1 · The ferry")).to_have_attribute(
        "href", "../notebooks/01-ferry.html"
    )
    expect(part(page, "tests")).to_contain_text("You have done neither test yet")
    expect(part(page, "later")).to_contain_text("When you have done the second test")
    expect(part(page, "certificate")).to_contain_text("There is nothing to put on it yet")
    expect(page.get_by_role("button", name="Print this sheet")).to_be_hidden()
    assert page.get_by_role("table").count() == 0


def test_what_is_done_stands_in_a_table_with_both_scores_of_the_first_look(results: Any) -> None:
    done = some_done()
    done["pier"]["record"]["first"] = {"answer": {"text": "first"}, "when": WHEN, "hints": 1}
    done["pier"]["looked"] = scored(1, 4, [1, 3], [2, 2])
    page = results(as_storage(done))
    assert row(page, "2 · The harbour").first.get_by_role("cell").all_inner_texts() == [
        "2 of 3",
        "2.5 of 4",
        "1 of 3\nafter feedback 2 of 3",
        "2 of 2\nafter feedback 1 of 2",
    ]
    expect(part(page, "lessons")).to_contain_text("In 1 exercise with either score a hint was open at the first look.")
    assert row(page, "All lessons").get_by_role("cell").first.inner_text() == "3 of 5"
    expect(part(page, "lessons")).to_contain_text("1 exercise was checked without a score")
    expect(part(page, "lessons")).to_contain_text("1 exercise changed after you had answered")
    expect(part(page, "lessons")).to_contain_text("1 extra exercise was done besides")
    expect(part(page, "lessons")).to_contain_text("Go on with 1 · The ferry")


def test_one_test_alone_shows_no_score(results: Any) -> None:
    page = results(as_storage({"test-b": taken("test-b", {0}, "2026-10-01T09:00:00Z")}, "ba"))
    expect(part(page, "tests")).to_contain_text("You have done one of the two tests")
    assert part(page, "tests").get_by_role("table").count() == 0


def test_both_tests_stand_side_by_side_and_no_gain_without_its_interval(results: Any) -> None:
    page = results(everything())
    cells = {name: row(page, name).get_by_role("cell").all_inner_texts() for name in ("Faults caught", "Leaning, c")}
    assert cells["Faults caught"] == ["3 of 6", "5 of 6"]
    assert cells["Leaning, c"] == ["0.2", "0.0"]
    tests = part(page, "tests")
    assert row(page, "A changed fact").count() == 0
    value, low, high = gain(((3, 6), (4, 6)), ((5, 6), (5, 6)))
    expect(tests).to_contain_text(
        f"your d′ changed by +{value:.1f}. With so few items, every change between −{-low:.1f} and +{high:.1f} fits"
    )
    expect(tests).to_contain_text("can’t tell whether anything has changed")
    guessing = chance_range(6, 6)
    picture = tests.get_by_role("img")
    expect(picture).to_have_accessible_name(
        re.compile(f"second test: d′ .* between −{guessing:.1f} and {guessing:.1f}")
    )
    expect(picture).to_be_visible()
    expect(part(page, "later")).to_contain_text("Due since 8 November 2026")


def test_two_tests_that_went_alike_are_told_in_one_breath(results: Any) -> None:
    wrong = {0, 2, 6}
    both = {name: taken(name, wrong, f"2026-{month}-01T09:00:00Z") for name, month in (("test-a", 10), ("test-b", 11))}
    tests = part(results(as_storage(both, "ab")), "tests")
    expect(tests).to_contain_text("your d′ changed by 0.0.")
    expect(tests).to_contain_text("In both tests you leaned towards trusting.")


def test_practised_and_fresh_passages_are_told_apart(results: Any) -> None:
    week = course()["later"][0]
    score = {"points": 3, "of": 4, "caught": [2, 2], "trusted": [1, 2], "rule": 2}
    done = entry(week["practised"]["id"], week["practised"]["spec"], scored=score)
    page = results(as_storage({**both_tests(), week["practised"]["id"]: done}, "ba"))
    expect(part(page, "later")).to_contain_text("One half is done")
    assert row(page, "Practised").get_by_role("cell").all_inner_texts() == ["3 of 4", "2 of 2", "1 of 2"]
    expect(row(page, "Fresh").get_by_role("cell").first).to_have_text("not done")


def test_the_contents_count_what_is_done_on_every_page(results: Any) -> None:
    page = results(everything(), "welcome.html")
    said = {
        name: in_contents(page, name).text_content()
        for name in ("00-first-test", "01-ferry", "02-harbour", "11-second-test", "12-later-checks")
    }
    assert {name: text.split(" exercise")[0] for name, text in said.items()} == {
        "00-first-test": "1 of 1", "01-ferry": "1 of 2", "02-harbour": "2 of 3",
        "11-second-test": "1 of 1", "12-later-checks": "0 of 4",
    }  # fmt: skip
    assert said["02-harbour"] == "2 of 3 exercises done"
    assert said["00-first-test"] == "1 of 1 exercise done, all of this page"


def test_the_contents_follow_an_answer_on_this_page_and_in_another_tab(results: Any) -> None:
    page = results(path="notebooks/01-ferry.html")
    expect(in_contents(page, "01-ferry")).to_contain_text("0 of 2")
    card = Card(page, REAL[0])
    Keyboard(page).answer(card, REAL[0].task.right().to_json())
    card.check.click()
    expect(in_contents(page, "01-ferry")).to_contain_text("1 of 2")
    other = page.context.new_page()
    other.goto(page.url.replace("notebooks/01-ferry", "book/results"))
    expect(part(other, "lessons")).to_contain_text("You have checked 1 of 5 exercises")
    other.evaluate("localStorage.clear()")
    expect(in_contents(page, "01-ferry")).to_contain_text("0 of 2")


def test_the_contents_keep_their_places_when_they_are_counted(results: Any) -> None:
    page = results(everything(), viewport={"width": 1300, "height": 800})
    tops = "() => [...document.querySelectorAll('.sb-contents a')].map((link) => link.getBoundingClientRect().top)"
    counted = page.evaluate(tops)
    page.evaluate("() => document.querySelectorAll('.sb-done').forEach((mark) => mark.remove())")
    assert page.evaluate(tops) == counted


def test_without_a_script_nothing_is_counted_and_the_page_says_why(
    browser: Browser, small: Path, open_book: Any
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{open_book(small).address}/{RESULTS}")
    expect(part(page, "lessons").locator("noscript p")).to_contain_text("needs JavaScript")
    assert page.locator(".sb-done").count() == 0
    context.close()


def save(page: Page, button: str = "Save my answers to a file") -> Path:
    """The file that the browser saves."""
    with page.expect_download() as saved:
        page.get_by_role("button", name=button).click()
    assert saved.value.suggested_filename.startswith("same-story-answers-20")
    return Path(saved.value.path())


def choose(page: Page, text: str | bytes) -> None:
    """Choose a file that holds this."""
    data = text.encode() if isinstance(text, str) else text
    page.get_by_label("A file that was saved on this page").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": data}
    )


def test_saved_cleared_brought_in_and_taken_back(results: Any) -> None:
    page = results({**everything(), "samestory:theme": "light", "another site": "stays"})
    before = page.evaluate(STORED)
    file = save(page).read_bytes()
    assert set(json.loads(file)["answers"]) == {*some_done(), *both_tests()}
    expect(part(page, "keep")).to_contain_text("saves a file with your answers to 7 exercises")

    page.get_by_role("button", name="Clear this browser").click()
    asked = page.get_by_role("group", name="Clear this browser?")
    expect(asked).to_be_focused()
    expect(asked).to_contain_text("7 checked answers")
    expect(asked).to_contain_text("which of the two tests came first")
    page.get_by_role("button", name="Keep everything").click()
    assert page.evaluate(STORED) == before
    page.get_by_role("button", name="Clear this browser").click()
    assert save(page, "Save a file first").read_bytes()[:20] == file[:20]
    page.get_by_role("button", name="Clear it all now").click()
    assert page.evaluate(STORED) == {"another site": "stays"}
    expect(part(page, "lessons")).to_contain_text("No lesson has been begun")
    expect(in_contents(page, "02-harbour")).to_contain_text("0 of 3")
    expect(part(page, "keep")).to_contain_text("Cleared.")

    choose(page, file)
    expect(part(page, "keep")).to_contain_text("Of these: 7 are new here; the order of your two tests")
    assert page.evaluate(STORED) == {"another site": "stays"}
    page.get_by_role("button", name="Bring them in").click()
    expect(part(page, "lessons")).to_contain_text("You have checked 3 of 5 exercises")
    expect(in_contents(page, "02-harbour")).to_contain_text("2 of 3")
    # How one likes to read is no answer, and in no file.
    same = {key: text for key, text in before.items() if key not in ("samestory:theme", "samestory:whole")}
    assert {k: unpacked(v) for k, v in page.evaluate(STORED).items()} == {k: unpacked(v) for k, v in same.items()}
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(STORED) == {"another site": "stays"}
    expect(part(page, "keep")).to_contain_text("Everything is as it was before")


def unpacked(text: str) -> Any:
    """What a stored text holds, in whatever order."""
    return json.loads(text) if text.startswith("{") else text


def test_a_file_that_was_mended_can_be_chosen_again_by_the_same_name(results: Any, tmp_path: Path) -> None:
    page = results()
    file = tmp_path / "answers.json"
    field = page.get_by_label("A file that was saved on this page")
    for text, said in (("{", "cut short"), ('{"cells": []}', "not one of Same Story")):
        file.write_text(text, "utf-8")
        with page.expect_file_chooser() as chooser:
            field.click()
        chooser.value.set_files(file)
        expect(part(page, "keep")).to_contain_text(said)


def test_an_answer_checked_in_another_tab_meanwhile_is_neither_replaced_nor_taken_back(results: Any) -> None:
    page = results(as_storage(some_done()))
    answers = json.loads(save(page).read_text("utf-8"))
    for name in ("pier", "buoy"):
        answers["answers"][name]["record"]["when"] = "2026-12-01T00:00:00Z"
    newest = json.loads(page.evaluate(STORED)["samestory:1:pier"])
    newest["record"]["when"] = "2026-12-02T00:00:00Z"
    choose(page, json.dumps(answers))
    expect(part(page, "keep")).to_contain_text("2 would take the place of the answer here")
    page.evaluate(FILL, {"samestory:1:pier": json.dumps(newest)})
    page.get_by_role("button", name="Bring them in").click()
    expect(part(page, "keep")).to_contain_text("Brought in: 1 answer and 1 first look.")
    newest["record"]["exercise"] = "buoy"
    page.evaluate(FILL, {"samestory:1:buoy": json.dumps(newest)})
    page.get_by_role("button", name="Undo").click()
    expect(part(page, "keep")).to_contain_text("Taken back, but for 1 answer that changed since.")
    whens = [json.loads(page.evaluate(STORED)[f"samestory:1:{name}"])["record"]["when"] for name in ("pier", "buoy")]
    assert whens == ["2026-12-02T00:00:00Z"] * 2


def test_the_newest_of_two_answers_stays(results: Any) -> None:
    page = results(as_storage(some_done()))
    answers = json.loads(save(page).read_text("utf-8"))
    for name, when in (("pier", "2026-12-01T00:00:00Z"), ("buoy", "2026-01-01T00:00:00Z")):
        answers["answers"][name]["record"]["when"] = when
        answers["answers"][name]["record"]["answer"] = {"text": "of the file"}
    choose(page, json.dumps(answers))
    said = part(page, "keep")
    expect(said).to_contain_text("1 would take the place of the answer here")
    expect(said).to_contain_text(
        "1 would stay out, because the answer here counts; "
        "of 1 an earlier first look would be taken over; 3 are the same as here"
    )
    page.get_by_role("button", name="Bring them in").click()
    stored = page.evaluate(STORED)
    texts = {name: json.loads(stored[f"samestory:1:{name}"])["record"]["answer"]["text"] for name in ("pier", "buoy")}
    assert texts == {"pier": "of the file", "buoy": "yes"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "This file is not JSON, or it is cut short"),
        (b"\xff\xfe\x00\x01", "This file is not JSON"),
        ('{"cells": []}', "not one of Same Story"),
        ('{"format": "same-story-answers", "schema": 2, "answers": {}}', "a newer edition"),
        ('{"format": "same-story-answers", "schema": 1, "answers": {"pier": 1}}', "The file is damaged"),
        (" " * (4 * 1024 * 1024 + 1), "too large"),
    ],
)
def test_a_broken_file_changes_nothing_and_says_why(results: Any, text: str | bytes, said: str) -> None:
    page = results(everything())
    before = page.evaluate(STORED)
    choose(page, text)
    expect(part(page, "keep")).to_contain_text(said)
    expect(part(page, "keep")).to_contain_text("Nothing was changed.")
    expect(page.get_by_role("button", name="Bring them in")).to_have_count(0)
    assert page.evaluate(STORED) == before


def test_where_the_browser_keeps_nothing_the_page_says_so(browser: Browser, small: Path, open_book: Any) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })")
    page = context.new_page()
    problems: list[Any] = []
    page.on("pageerror", lambda problem: problems.append(problem))
    page.goto(f"{open_book(small).address}/{RESULTS}")
    expect(part(page, "lessons")).to_contain_text("This browser keeps nothing for this book")
    page.get_by_role("button", name="Save my answers to a file").click()
    expect(part(page, "keep")).to_contain_text("There is nothing to save")
    assert problems == []
    context.close()


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus."""
    for _ in range(FURTHEST):
        if goal.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("the keyboard does not get there")


def test_keys_alone_clear_the_browser_and_print_the_sheet(results: Any) -> None:
    page = results(everything())
    page.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    tab_to(page, page.get_by_label("The name for the sheet"))
    page.keyboard.type("Ada Lind")
    expect(page.get_by_role("region", name="The sheet")).to_contain_text("Ada Lind")
    tab_to(page, page.get_by_role("button", name="Print this sheet"))
    page.keyboard.press("Enter")
    assert "sb-sheet-alone" in page.evaluate("window.printed")
    tab_to(page, page.get_by_role("button", name="Clear this browser"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Clear it all now"))
    page.keyboard.press("Enter")
    expect(part(page, "keep").get_by_text("Cleared.")).to_be_focused()
    assert page.evaluate(STORED) == {}


def test_the_name_on_the_sheet_is_kept_nowhere(results: Any) -> None:
    page = results(everything())
    before = page.evaluate(STORED)
    page.get_by_label("The name for the sheet").fill("Ada Lind")
    assert page.evaluate(STORED) == before
    page.reload()
    expect(page.get_by_label("The name for the sheet")).to_have_value("")


def test_the_sheet_prints_alone_and_claims_no_more_than_it_knows(results: Any) -> None:
    page = results(everything())
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this sheet").click()
    page.emulate_media(media="print")
    sheet = page.get_by_role("region", name="The sheet")
    expect(sheet).to_contain_text("a browser held checked answers to 3 of 5 exercises of the course, in 2 lessons")
    expect(sheet).to_contain_text("nobody watched")
    expect(sheet).to_contain_text("no grade")
    expect(sheet).to_contain_text("In the first test: caught 3 of 6 faults and rightly trusted 4 of 6 sound passages")
    seen = page.evaluate("() => document.body.innerText.trim()")
    assert seen == sheet.inner_text().strip()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Lesson by lesson")).to_be_visible()
    for control in page.get_by_role("button").all():
        expect(control).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kept", ["nothing", "everything"])
def test_axe_finds_no_fault(results: Any, node_modules: Path, scheme: str, width: int, kept: str) -> None:
    stored = everything() if kept == "everything" else {}
    page = results(stored, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Clear this browser").click()
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    found = page.evaluate("async () => (await axe.run({ resultTypes: ['violations'] })).violations")
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize(
    ("width", "style"), [(360, "/* as it is */"), (320, "/* as it is */"), (640, "html { font-size: 200% }")]
)
def test_the_page_fits_a_phone_and_large_letters(results: Any, width: int, style: str) -> None:
    page = results(everything(), viewport={"width": width, "height": 700})
    page.add_style_tag(content=style)
    page.get_by_role("button", name="Clear this browser").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """() => [...document.querySelectorAll(".sb-results :is(button, input)")]
        .map((node) => node.getBoundingClientRect()).filter(({ width, height }) => width && height < 44).length"""
    assert page.evaluate(small) == 0
    expect(row(page, "2 · The harbour").first.get_by_role("cell").first).to_have_text("2 of 3")
