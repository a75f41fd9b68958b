"""The exercises handled as nobody should and somebody will: held keys, odd texts, hundreds of marks."""

from typing import Any

import pytest
from acting import ANSWERED, Card, Keyboard, Pointer, face_of
from lesson7 import EXERCISES, ONE_OF_EACH, card_of, expect_kept, give, half_right, stand_before
from playwright.sync_api import expect


def expect_focus_in(card: Card) -> None:
    """The focus is on something in this exercise."""
    assert card.node.evaluate("(node) => node !== document.activeElement && node.contains(document.activeElement)")


@pytest.mark.parametrize("name", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_the_focus_is_never_lost(lesson: Any, name: str) -> None:
    page = lesson()
    card, hands, hints = card_of(page, name), Keyboard(page), len(EXERCISES[name].card.hints)
    stand_before(page, name)
    hands.answer(card, half_right(name))
    for button in ["Check", *(f"Hint {number} of {hints}" for number in range(1, hints + 1))]:
        hands.use(card.button(button))
        expect_focus_in(card)
    for button in ("Show the solution", "Start again", "Undo"):
        hands.use(card.button(button), back=button != "Undo")
        expect_focus_in(card)
    for _ in range(len(half_right(name).get("marks", []))):
        card.node.get_by_role("button", name="Remove “").last.focus()
        hands.press("Enter")
        expect_focus_in(card)


def test_keys_in_a_passage_at_odd_times(lesson: Any) -> None:
    page = lesson()
    card, hands = card_of(page, "geneva-paragraph"), Keyboard(page)
    card.cursor.focus()
    for key in ("Escape", "Delete", "Backspace", "z", "ArrowLeft", "Shift+ArrowLeft", "Escape", "ArrowUp"):
        hands.press(key)
    assert card.face()["lists"] == []
    expect(card.cursor).to_have_attribute("aria-valuenow", "1")

    starts = card.view["passage"]["sentences"]
    hands.select(card, starts[2] - 2, starts[2] + 1)  # from one paragraph into the next
    hands.press("s")
    across = f"Label of “{card.phrase(starts[2] - 2, starts[2] + 1)}”"
    assert card.face()["lists"] == [[across, "slip"]]

    hands.select(card, starts[2] - 3, starts[2] - 2)  # on a part of it
    heard = card.listen()
    hands.press("n")
    assert card.face()["lists"] == [[f"Label of “{card.phrase(starts[2] - 3, starts[2] - 2)}”", "name"]]
    assert "It replaces an earlier mark." in heard()[0]
    hands.press("Delete")
    assert card.face()["lists"] == []

    page.keyboard.down("Enter")
    page.keyboard.down("Enter")  # held: the second press must not press what got the focus
    page.keyboard.up("Enter")
    assert card.face()["lists"] == []
    hands.press("Escape")
    expect(card.cursor).to_be_focused()
    hands.press("Control+Shift+Home")
    hands.press("Control+Shift+End")
    hands.press("Shift+Tab")
    expect(card.cursor).not_to_be_focused()


def test_a_mouse_may_drag_and_other_buttons_mark_nothing(lesson: Any) -> None:
    page = lesson(viewport={"width": 1280, "height": 800})
    card = card_of(page, "geneva-paragraph")
    card.word(3).click(button="right")
    card.word(3).click(button="middle")
    expect(card.picker.get_by_role("button")).to_have_count(0)
    card.word(23).hover()
    page.mouse.down()
    card.word(26).hover()
    card.word(28).hover()
    page.mouse.up()
    card.picker.get_by_role("button", name="name", exact=True).click()
    assert card.face()["lists"] == [[f"Label of “{card.phrase(23, 28)}”", "name"]]
    card.word(25).click()  # a mark is taken up as a whole
    card.picker.get_by_role("button", name="Remove the mark").click()
    assert card.face()["lists"] == []
    expect(card.cursor).to_be_focused()


def test_a_double_click_counts_once(lesson: Any) -> None:
    card = card_of(lesson(), "review-thursday")
    card.button("Hint 1 of 2").dblclick()
    card.button("Hint 2 of 2").dblclick()
    expect(card.node.get_by_text("Solution", exact=True)).to_be_hidden()
    card.button("Show the solution").dblclick()
    expect(card.node.get_by_text("Solution", exact=True)).to_be_visible()
    expect(card.button("Undo")).to_be_hidden()


def test_hundreds_of_marks_are_no_burden(lesson: Any) -> None:
    page, exercise = lesson(), EXERCISES["odd-phrases"]
    marks = next(sample.raw for sample in exercise.samples() if sample.name == "every other word")["marks"]
    give(page, {"odd-phrases": {"marks": marks[:-1]}})
    card = card_of(page, "odd-phrases")
    Pointer(page).highlight(card, {"marks": marks[-1:]})
    assert card.check.evaluate(ANSWERED) <= PATIENCE
    card.expect_verdict(exercise.verdict({"marks": marks}))
    assert card.face() == face_of(exercise, {"marks": marks})
    card.check.dblclick()
    card.expect_verdict(exercise.verdict({"marks": marks}))


PATIENCE = 1000  # ms
ODD_TEXTS = [
    "ＬＵＨＡＮＳＫ Ｐｅｏｐｌｅ＇ｓ Ｒｅｐｕｂｌｉｃ",
    "\u00a0“Luhansk\u202fPeople’s\u3000Republic”…\u200b", "Luhansk Peo\u00adple’s Republic",
    "the THE the", "…", "“”", "ǅ İ ı ſ ẞ ß Σς ﬁ", "ЛУГАНСК", "e\u0301 \u0344 ﷺ", "\u202eRTL\u202c עברית",
    "👩‍👩‍👧 😀" * 9, "<b>Luhansk</b> & <script>", "constructor", "__proto__", "x" * 200, "Luhansk " * 25,
    "0", "null",
]  # fmt: skip


def test_odd_texts_get_the_verdict_of_python_and_break_nothing(lesson: Any) -> None:
    page, exercise = lesson(viewport={"width": 320, "height": 640}), EXERCISES["luhansk-name"]
    card = card_of(page, "luhansk-name")
    for text in ODD_TEXTS:
        field = card.node.get_by_label("Your answer")
        field.fill(text)
        field.press("Enter")
        verdict = exercise.verdict({"text": field.input_value()})
        card.expect_verdict(verdict)
        for part in verdict.parts:
            expect(card.feedback.get_by_text(" ".join(part.heading.split()), exact=True)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect_kept(page, "luhansk-name", {"text": ODD_TEXTS[-1]})
