"""Guards over the lessons' explorers: they show what the prose around them says, and every figure has a table."""

import ast
import re
from functools import cache
from typing import Any

import nbformat
import pytest

from samestory.course import folder
from samestory.lesson.exploring import Explorer

NOTEBOOKS = sorted(folder("notebooks").glob("[0-9]*.ipynb"))
EXPLORED = [path for path in NOTEBOOKS if "explore(" in path.read_text("utf-8")]
NOT_RUN = ("exercise", "reader", "drawn")  # calls that show what stands beside the explorers, and nothing that they use


@cache
def explorers(lesson: str) -> list[Explorer]:
    """What the cells of a lesson that end in an explorer show."""
    (path,) = (one for one in NOTEBOOKS if one.stem == lesson)
    known: dict[str, Any] = {}
    found = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        tree = ast.parse(cell.source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, str(path), "exec"), known)
        name = getattr(getattr(getattr(last, "value", None), "func", None), "id", "")
        if last and name not in NOT_RUN:
            shown = eval(compile(ast.Expression(last.value), str(path), "eval"), known)
            found += [shown] if isinstance(shown, Explorer) else []
    return found


def states(explorer: Explorer) -> dict[str, str]:
    """What stands in each state, by the text of its stop, as text without tags."""
    return {state.text: " ".join(re.sub(r"<[^>]*>", " ", state.html).split()) for state in explorer.states}


def counts(explorer: Explorer, pattern: str) -> dict[str, int]:
    """The first number in each state that stands where a pattern says."""
    return {text: int(re.search(pattern, shown)[1]) for text, shown in states(explorer).items()}


@pytest.mark.parametrize("lesson", [path.stem for path in EXPLORED])
def test_every_explorer_is_drawn_and_its_figures_have_alt_text_and_a_table(lesson):
    assert explorers(lesson)
    for explorer in explorers(lesson):
        for state in explorer.states:
            if "<svg" in state.html:
                assert re.search(r'<svg role="img" aria-label="[^"]{20,}"', state.html), state.text
                assert '<div class="ss-table"' in state.html, state.text


def test_lesson_1_finds_twelve_people_on_a_page_and_five_in_its_article():
    (explorer,) = explorers("01-on-the-page")
    assert counts(explorer, r"(\d+) people are named") == {"furniture in": 12, "furniture out": 5}
    table = states(explorer)["furniture in"].partition("Person Named ")[2]
    named = {name: int(re.search(rf"{name} (\d+)", table)[1]) for name in ("Trump", "Lavrov")}
    assert named["Trump"] > named["Lavrov"]


def test_lesson_2_moves_the_date_with_the_verb_each_time_and_with_the_day_of_writing_where_it_passes_one():
    (explorer,) = explorers("02-when")
    days = list(counts(explorer, r"Here \w+ is (\d+) March").values())
    friday, tuesday, will_friday, will_tuesday = days[:4]
    assert (friday, will_friday, days[4], days[6]) == (4, 11, 11, 18)
    assert (tuesday, will_tuesday) == (days[5], days[7]) == (8, 15)


def test_lesson_3_keeps_one_claim_of_nine_where_all_must_agree():
    (explorer,) = explorers("03-three-accounts")
    left = list(counts(explorer, r"(\d) of 9 claims").values())
    assert (left[0], left[-1]) == (9, 1)
    assert sorted(left[at] for at in (3, 5, 6)) == [1, 2, 3]


def test_lesson_4_leaves_two_edits_of_five_changes_once_house_style_is_hidden():
    (explorer,) = explorers("04-who-says-so")
    assert counts(explorer, r"(\d) places differ") == {"house style shown": 5, "house style hidden": 2}
    assert "said on Tuesday he had has an edit" in states(explorer)["house style hidden"]


def test_lesson_5_has_no_stop_with_both_misleading_quotations_alone():
    (explorer,) = explorers("05-exact-words")
    misled, kept, said = (counts(explorer, rf"{sort}, (\d) of") for sort in ("misleading", "harmless", "as said"))
    assert min(stop for stop, count in misled.items() if count == 2) == "below 0.9"
    assert (kept["below 0.9"], said["below 0.9"], said["below 1"]) == (5, 0, 2)
    assert all(count < 2 or kept[stop] for stop, count in misled.items())
