"""Two forms of a test on static pages: one is drawn, its verdict waits for the other, and both open together."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from acting import DRAWN, Card, visit
from made_forms import forms
from made_page import COLOURS, SHELL, faults_of, write_page
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samestory.exercise import Exercise
from samestory.widget.element import drawn_place, placeholder, waits_of
from samestory.widget.element import element as element_of

FORMS = forms()
SEALED = "Your answer is kept. What was right shows when you have done “{}” too."
ANSWERS = {
    "test-a": {"placed": {"founding": "artifact", "mail": "artifact", "beats": "artifact", "firm": "sound"}},
    "test-b": {"placed": {"told": "tuesday", "no-ferry": "later", "back": "later"}},
}


@pytest.fixture
def site(open_book: Callable[[Path], Any], tmp_path: Path) -> str:
    """Pages: each form alone, both, one drawn to be first or second, and an extra exercise."""
    folder = write_page(tmp_path, [])
    ground, ink = COLOURS["light"]

    def write(name: str, body: str) -> None:
        text = SHELL.format(body=body, theme="light", ground=ground, ink=ink)
        (folder / f"{name}.html").write_text(text, encoding="utf-8")

    def alone(one: Exercise) -> str:
        return element_of(one, 1, waits_of(one, FORMS.__getitem__))

    for name, one in FORMS.items():
        write(name, alone(one))
    write("both", "".join(map(alone, FORMS.values())))
    for turn in ("first", "second"):
        place = drawn_place(turn, list(FORMS.values()))
        for one in FORMS.values():
            place = place.replace(placeholder(one, 1), alone(one))
        write(turn, place)
    one = FORMS["test-b"]
    extra = dataclasses.replace(one, card=dataclasses.replace(one.card, extra=True, until=()))
    write("extra", element_of(extra, 2))
    return str(open_book(folder).address)


@pytest.fixture
def learner(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    seen: list[str] = []
    context.on("console", lambda message: seen.append(message.text))
    context.on("weberror", lambda problem: seen.append(str(problem.error)))
    yield context
    context.close()
    assert seen == []


def at(learner: BrowserContext, site: str, name: str) -> Page:
    page = learner.new_page()
    visit(page, f"{site}/{name}.html")
    return page


def answer(page: Page, name: str) -> Card:
    """Begin with the answer, as if it had been given before, and check it."""
    store = f"samestory:1:{name}"
    page.evaluate("([key, draft]) => localStorage.setItem(key, JSON.stringify({ draft }))", [store, ANSWERS[name]])
    page.reload()
    page.wait_for_function(DRAWN)
    card = Card(page, FORMS[name])
    card.check.click()
    expect(card.feedback).to_be_visible()
    return card


def kept(page: Page, name: str) -> dict[str, Any]:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", f"samestory:1:{name}"))


def expect_open(page: Page, name: str) -> None:
    card = Card(page, FORMS[name])
    verdict = FORMS[name].verdict(ANSWERS[name])
    expect(card.node.get_by_text(f"checked: {verdict.points:g} of {verdict.of:g}")).to_be_visible()
    expect(card.button("Show the solution")).to_be_visible()


def expect_sealed(page: Page, name: str, other: str) -> None:
    card = Card(page, FORMS[name])
    expect(card.headline).to_have_text(SEALED.format(other))
    expect(card.node.locator(".ss-state")).to_have_text("kept")
    expect(card.button("Show the solution")).to_be_hidden()
    expect(card.node.get_by_role("button", name="Hint")).to_have_count(0)
    expect(card.node.locator(".ss-part, .ss-measure")).to_have_count(0)


def scored(page: Page, name: str) -> dict[str, Any]:
    """What a form is kept with once its key is open."""
    page.wait_for_function("(name) => JSON.parse(localStorage[`samestory:1:${name}`]).scored?.rule", arg=name)
    return kept(page, name)


def test_the_answer_is_kept_without_its_score_and_the_card_says_what_is_waited_for(learner, site, node_modules) -> None:
    page = at(learner, site, "test-a")
    answer(page, "test-a")
    expect_sealed(page, "test-a", "Form B")
    entry = kept(page, "test-a")
    assert entry["checked"]
    assert entry["record"]["answer"] == ANSWERS["test-a"]
    assert entry["scored"] is None
    assert faults_of(page, node_modules) == []
    visit(page)
    expect_sealed(page, "test-a", "Form B")


def test_nothing_of_the_key_is_in_the_page_or_its_storage_before_both_are_done(learner, site) -> None:
    page = at(learner, site, "both")
    answer(page, "test-a")
    expect_sealed(page, "test-a", "Form B")
    held = page.content() + page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    for one in FORMS.values():
        key = one.key()
        said = [key["solution"], *(slot["said"] for slot in key["slots"] if slot.get("said"))]
        assert [words for words in said if words[:40] in held] == []
    assert '"credit"' not in held


def test_the_score_is_kept_once_both_are_open(learner, site) -> None:
    page = at(learner, site, "both")
    for name in FORMS:
        answer(page, name)
    verdict = FORMS["test-a"].verdict(ANSWERS["test-a"])
    counts = {one.name: [one.count, one.of] for one in verdict.measures}
    assert set(counts) == {"caught", "trusted"}
    found = scored(page, "test-a")
    assert found["scored"] == {"points": verdict.points, "of": verdict.of, **counts, "rule": 2}
    assert found["record"]["answer"] == ANSWERS["test-a"]


def test_a_page_without_the_browser_s_cryptography_says_why_nothing_opens(learner, site) -> None:
    learner.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page = at(learner, site, "both")
    for name in FORMS:
        card = answer(page, name)
    expect(card.headline).to_contain_text("opens results only on a page that came over https")
    assert kept(page, "test-a")["record"]["answer"] == ANSWERS["test-a"]


def test_a_score_without_sound_items_has_no_counts(learner, site) -> None:
    page = at(learner, site, "extra")
    answer(page, "test-b")
    found = scored(page, "test-b")["scored"]
    assert (found["caught"], found["trusted"]) == (None, None)


def test_on_one_page_both_open_when_the_second_is_checked(learner, site) -> None:
    page = at(learner, site, "both")
    answer(page, "test-b")
    expect_sealed(page, "test-b", "Form A")
    link = Card(page, FORMS["test-b"]).feedback.get_by_role("link", name="Form A")
    expect(link).to_have_attribute("href", "#test-a")
    first = Card(page, FORMS["test-b"]).node.get_by_role("status")
    answer(page, "test-a")
    expect_open(page, "test-a")
    expect_open(page, "test-b")
    expect(first).to_have_text("")  # what was said while it was kept back is not said on


def test_a_form_opens_while_its_page_lies_in_another_tab(learner, site) -> None:
    first = at(learner, site, "test-a")
    answer(first, "test-a")
    expect_sealed(first, "test-a", "Form B")
    second = at(learner, site, "test-b")
    answer(second, "test-b")
    expect_open(second, "test-b")
    expect_open(first, "test-a")


def test_a_form_answered_earlier_is_open_when_its_page_is_looked_at_again(learner, site) -> None:
    page = at(learner, site, "test-a")
    answer(page, "test-a")
    visit(page, f"{site}/test-b.html")
    answer(page, "test-b")
    visit(page, f"{site}/test-a.html")
    expect_open(page, "test-a")


def test_a_change_after_the_check_is_a_draft_and_is_not_lost_when_the_verdict_opens(learner, site) -> None:
    page = at(learner, site, "both")
    answer(page, "test-a")
    card = Card(page, FORMS["test-a"])
    card.node.get_by_role("radio").nth(1).check()
    expect(card.node.locator(".ss-state")).to_have_text("draft")
    changed = kept(page, "test-a")["draft"]
    other = Card(page, FORMS["test-b"])
    for item in other.node.get_by_role("group").filter(has=page.get_by_role("radio")).all():
        item.get_by_role("radio").first.check()
    other.check.click()
    expect(other.node.locator(".ss-state")).to_contain_text("checked")
    expect(card.feedback.get_by_text("For your earlier answer")).to_be_visible()
    assert kept(page, "test-a")["draft"] == changed


def test_starting_again_with_one_form_closes_nothing_since_its_first_complete_check_stays(learner, site) -> None:
    page = at(learner, site, "both")
    answer(page, "test-a")
    answer(page, "test-b")
    expect_open(page, "test-a")
    Card(page, FORMS["test-b"]).button("Start again").click()
    expect_open(page, "test-a")
    Card(page, FORMS["test-b"]).button("Undo").click()
    expect_open(page, "test-a")


def test_an_extra_exercise_says_in_its_head_that_it_does_not_count(learner, site) -> None:
    page = at(learner, site, "extra")
    expect(page.get_by_text("Exercise 2 · about 1 minute · extra, not counted")).to_be_visible()


def shown_at(page: Page) -> list[str]:
    return page.evaluate("() => [...document.querySelectorAll('same-story-exercise')].map((one) => one.id)")


def test_one_form_is_drawn_and_stays_and_the_other_comes_second(learner, site) -> None:
    page = at(learner, site, "first")
    (first,) = shown_at(page)
    draw = page.evaluate("() => localStorage.getItem('samestory:draw')")
    assert draw == {"test-a": "ab", "test-b": "ba"}[first]
    for _ in range(3):
        visit(page)
        assert shown_at(page) == [first]
    visit(page, f"{site}/second.html")
    assert shown_at(page) == [{"test-a": "test-b", "test-b": "test-a"}[first]]
    expect(page.get_by_text("Both forms of the test stand here")).to_have_count(0)


def test_both_draws_come_up(browser, site) -> None:
    seen = set()
    for _ in range(30):
        context = browser.new_context()
        seen.update(shown_at(at(context, site, "first")))
        context.close()
        if len(seen) == 2:
            break
    assert seen == {"test-a", "test-b"}


@pytest.mark.parametrize("name", ["test-a", "test-b"])
def test_a_browser_that_has_an_answer_and_no_draw_takes_that_form_for_the_first(learner, site, name) -> None:
    page = at(learner, site, name)
    answer(page, name)
    visit(page, f"{site}/second.html")
    assert shown_at(page) == [{"test-a": "test-b", "test-b": "test-a"}[name]]


def test_what_is_cleared_in_another_tab_goes_here_too_even_if_it_was_only_begun(learner, site) -> None:
    page, other = at(learner, site, "test-a"), at(learner, site, "test-b")
    page.locator("same-story-exercise input").first.check()
    expect(page.locator(".ss-state")).to_have_text("draft")
    other.evaluate("() => localStorage.removeItem('samestory:1:test-a')")
    expect(page.locator(".ss-state")).to_have_text("not answered")
    page.locator("same-story-exercise input").last.check()
    assert len(kept(page, "test-a")["draft"]["placed"]) == 1


def test_a_full_storage_still_tells_which_form_was_first(learner, site) -> None:
    page = at(learner, site, "test-b")
    answer(page, "test-b")
    learner.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
    visit(page, f"{site}/first.html")
    assert shown_at(page) == ["test-b"]
    visit(page, f"{site}/second.html")
    assert shown_at(page) == ["test-a"]


def test_what_was_kept_back_opens_by_undo_when_the_other_form_is_there_again(learner, site) -> None:
    page = at(learner, site, "both")
    for name, one in ANSWERS.items():
        page.evaluate(
            "([key, draft]) => localStorage.setItem(key, JSON.stringify({ draft }))", [f"samestory:1:{name}", one]
        )
    visit(page)
    first, second = (Card(page, FORMS[name]) for name in FORMS)
    first.check.click()
    expect_sealed(page, "test-a", "Form B")
    first.button("Start again").click()
    second.check.click()
    first.button("Undo").click()
    expect_open(page, "test-a")
    expect_open(page, "test-b")


def test_without_javascript_both_forms_stand_there_with_a_sentence(browser, site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/first.html")
    expect(page.get_by_text("toss a coin")).to_be_visible()
    assert page.locator("same-story-exercise").count() == 2
    context.close()


def begin(page: Page, name: str, placed: dict[str, str]) -> Card:
    """A form with these items placed, and nothing checked since."""
    before = f"Object.assign(JSON.parse(localStorage.getItem('samestory:1:{name}')) ?? {{}}, {{ draft }})"
    page.evaluate(
        f"(draft) => localStorage.setItem('samestory:1:{name}', JSON.stringify({before}))", {"placed": placed}
    )
    page.reload()
    page.wait_for_function(DRAWN)
    return Card(page, FORMS[name])


def test_a_check_with_empty_items_says_which_and_asks(learner, site, node_modules):
    page = at(learner, site, "test-a")
    card = begin(page, "test-a", {"mail": "artifact", "firm": "sound"})
    card.check.click()
    question = "2 of 4 items are still empty: items 1 and 3. Check all the same?"
    asked = card.node.get_by_role("group", name="Items still empty")
    expect(asked).to_contain_text(question)
    expect(card.node.get_by_role("status")).to_have_text(question)
    expect(card.feedback).to_be_hidden()
    assert "record" not in kept(page, "test-a")
    card.button("Go to item 1").press("Enter")
    expect(asked).to_be_hidden()
    page.keyboard.press("Space")
    assert kept(page, "test-a")["draft"]["placed"].keys() == {"founding", "mail", "firm"}
    card.check.press("Enter")
    expect(asked).to_contain_text("1 of 4 items is still empty: item 3.")
    card.button("Check all the same").press("Enter")
    expect(card.check).to_be_focused()
    expect(card.feedback).to_contain_text("shows when no item is left empty and you have done “Form B” too.")
    assert kept(page, "test-a")["left"] == 1
    assert faults_of(page, node_modules) == []


def test_keys_open_only_when_both_forms_are_complete(learner, site):
    page = at(learner, site, "both")
    answer(page, "test-b")
    card = begin(page, "test-a", {"mail": "artifact"})
    card.check.click()
    card.button("Check all the same").click()
    expect(card.feedback).to_contain_text("Your answer is kept. What was right shows when no item is left empty.")
    for name in FORMS:
        expect(Card(page, FORMS[name]).button("Show the solution")).to_be_hidden()
    expect(Card(page, FORMS["test-b"]).feedback).to_contain_text(SEALED.format("Form A"))
    begin(page, "test-a", ANSWERS["test-a"]["placed"]).check.click()
    for name in FORMS:
        expect_open(page, name)


def test_the_first_complete_check_stays_and_later_ones_are_practice(learner, site):
    page = at(learner, site, "both")
    answer(page, "test-b")
    card = answer(page, "test-a")
    first = scored(page, "test-a")
    card = begin(page, "test-a", {**ANSWERS["test-a"]["placed"], "beats": "sound"})
    expect(card.node).to_contain_text("What you check now is practice.")
    card.check.click()
    expect(card.node.get_by_text("practice: 4 of 4")).to_be_visible()
    later = kept(page, "test-a")
    assert {name: later[name] for name in ("record", "checked", "scored")} == {
        name: first[name] for name in ("record", "checked", "scored")
    }
    card.button("Start again").click()
    expect(card.node.get_by_role("status")).to_contain_text("your first complete check stays, and counts")
    assert kept(page, "test-a") == first
    card.button("Undo").click()
    assert kept(page, "test-a")["record"] == first["record"]


def test_of_practice_that_is_kept_back_it_is_not_said_that_it_is_kept(learner, site):
    page = at(learner, site, "test-a")
    answer(page, "test-a")
    card = begin(page, "test-a", {**ANSWERS["test-a"]["placed"], "beats": "sound"})
    expect(card.node.locator(".ss-state")).to_have_text("draft")
    card.check.click()
    expect(card.node.locator(".ss-state")).to_have_text("practice")
    expect(card.headline).to_have_text(SEALED.format("Form B").removeprefix("Your answer is kept. "))
    visit(page)
    expect(card.node.get_by_text("For your earlier answer")).to_be_visible()
    expect(card.headline).to_have_text(SEALED.format("Form B"))


def test_gaps_in_an_answer_of_an_earlier_version_are_counted_where_the_exercise_opens(learner, site):
    page = at(learner, site, "test-a")
    answer(page, "test-a")
    entry = kept(page, "test-a")
    entry["scored"] = {"points": 1, "of": 4, "caught": [1, 2], "trusted": [0, 2]}
    entry["record"]["answer"]["placed"] = {"mail": "artifact"}
    page.evaluate("(entry) => localStorage.setItem('samestory:1:test-a', JSON.stringify(entry))", entry)
    page.reload()
    page.wait_for_function(DRAWN)
    expect(Card(page, FORMS["test-a"]).headline).to_contain_text("shows when no item is left empty and you have done")
    assert kept(page, "test-a")["left"] == 3


def test_a_score_of_an_earlier_version_is_counted_anew_where_the_exercise_opens(learner, site):
    page = at(learner, site, "both")
    for name in FORMS:
        answer(page, name)
    entry = scored(page, "test-a")
    entry["scored"] = {"points": 2, "of": 4, "caught": [2, 2], "trusted": [1, 2]}
    entry["record"]["answer"]["placed"] = dict.fromkeys(entry["record"]["answer"]["placed"], "name")
    page.evaluate("(entry) => localStorage.setItem('samestory:1:test-a', JSON.stringify(entry))", entry)
    page.reload()
    page.wait_for_function(DRAWN)
    assert scored(page, "test-a")["scored"] == {"points": 1, "of": 4, "caught": [1, 2], "trusted": [0, 2], "rule": 2}
    assert kept(page, "test-a")["record"] == entry["record"]
