"""Guards over the three forms of the test: they keep to one plan, item by item, and can't be guessed."""

import itertools
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from samestory.course import case_folders, folder, load_shipped
from samestory.exercise.seal import is_sealed

FORMS = ("form-a", "form-b", "form-c")
PAIRS = list(itertools.combinations(FORMS, 2))
(CASE,) = (case for case in load_shipped().cases.values() if case.tests_only)
# Rows of the plan in book/teaching/blueprint.md, by the words that the page has, the group, the level.
BLUEPRINT = [
    ("A number of days", "detail", "easy"),
    ("A name", "detail", "middle"),
    ("A statement turned round", "words", "hard"),
    ("News agency copy", "source", "middle"),
    ("Two accounts with different numbers", "look", "easy"),
    ("Somebody says so", "look", "hard"),
    ("A rounded number", "sound", "easy"),
    ("A day that has to be worked out", "sound", "middle"),
    ("One person, two names", "sound", "middle"),
    ("A quotation, word for word", "sound", "easy"),
    ("A careful statement", "sound", "hard"),
    ("Two witnesses", "sound", "hard"),
]
# The rows of each form in its order, by their number in the plan.
ORDER = {
    "form-a": (7, 2, 3, 1, 8, 12, 4, 10, 6, 5, 9, 11),
    "form-b": (10, 4, 11, 7, 2, 12, 9, 1, 3, 5, 8, 6),
    "form-c": (5, 8, 12, 1, 4, 3, 9, 7, 6, 10, 2, 11),
}


@cache
def specs() -> dict[str, dict[str, Any]]:
    (path,) = [path for path in case_folders() if path.name == CASE.id]
    sheet = yaml.safe_load((path / "exercises" / "forms.yml").read_text("utf-8"))
    return {one["id"]: one for one in sheet["exercises"]}


def items(name: str) -> list[dict[str, Any]]:
    return list(specs()[name]["items"])


def sound(name: str) -> list[bool]:
    return [item["group"] == "sound" for item in items(name)]


def lines(item: dict[str, Any]) -> tuple[str, str, str]:
    """The words to judge, where they are printed, and what there is to check them by."""
    words, printed, check = item["text"].strip().split("\n")
    assert printed.startswith("Printed: “"), item["id"]
    assert printed.endswith("”"), item["id"]
    return words, printed.removeprefix("Printed: ")[1:-1], check.removeprefix("To check: ")


def plain(text: str) -> str:
    return " ".join(re.sub('[“”‘’"]', "'", text).split())


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_twelve_items_six_of_them_sound_and_two_to_look_up(name: str) -> None:
    assert len(items(name)) == 12
    assert sum(sound(name)) == 6
    assert Counter(item["group"] for item in items(name))["look"] == 2
    measures = {one.name: (one.count, one.of) for one in load_shipped().exercise(name).solution().measures}
    assert measures == {"caught": (6, 6), "trusted": (6, 6)}


@pytest.mark.parametrize("name", FORMS)
def test_every_item_asks_for_a_row_of_the_plan_and_every_row_is_asked_for_once(name: str) -> None:
    assert sorted(ORDER[name]) == list(range(1, 13))
    assert [BLUEPRINT[row - 1][1] for row in ORDER[name]] == [item["group"] for item in items(name)]


def test_item_by_item_the_forms_are_equally_hard() -> None:
    levels = [[BLUEPRINT[row - 1][2] for row in ORDER[name]] for name in FORMS]
    assert levels[0] == levels[1] == levels[2]
    for name in FORMS:
        hard = Counter(zip(levels[0], sound(name), strict=True))
        assert set(hard.values()) == {2}  # of each level two are sound, and two are not


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_key_of_one_form_does_not_give_away_another(pair: tuple[str, str]) -> None:
    first, second = map(sound, pair)
    assert 4 <= sum(a == b for a, b in zip(first, second, strict=True)) <= 8


@pytest.mark.parametrize("name", FORMS)
def test_what_is_sound_comes_in_no_pattern(name: str) -> None:
    runs = [len([*group]) for _, group in itertools.groupby(sound(name))]
    assert max(runs) <= 3
    assert 5 <= len(runs) <= 9


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_forms_are_about_equally_long_row_by_row(pair: tuple[str, str]) -> None:
    lengths = [
        {row: len(item["text"].split()) for row, item in zip(ORDER[name], items(name), strict=True)} for name in pair
    ]
    assert abs(sum(lengths[0].values()) - sum(lengths[1].values())) <= 0.1 * sum(lengths[0].values())
    assert max(abs(lengths[0][row] - lengths[1][row]) for row in range(1, 13)) <= 16


@pytest.mark.parametrize("name", FORMS)
def test_a_rule_of_thumb_gets_eight_of_twelve_at_most(name: str) -> None:
    """Length, marks in print, figures, a name of a person: none of them tells what is sound."""
    lengths = sorted(len(item["text"].split()) for item in items(name))
    for thumb in (
        lambda item: len(item["text"].split()) > lengths[5],
        lambda item: len(lines(item)[0].split()) > 4,
        lambda item: len(lines(item)[2].split()) > 22,
        lambda item: "‘" in lines(item)[1],
        lambda item: any(char.isdigit() for char in lines(item)[0]),
        lambda item: any(char.isdigit() for char in lines(item)[2]),
        lambda item: lines(item)[2].count("“") > 1,
    ):
        right = sum(bool(thumb(item)) == (item["group"] == "sound") for item in items(name))
        assert 3 <= right <= 9, right


@pytest.mark.parametrize("name", FORMS)
def test_an_item_prints_what_its_article_prints(name: str) -> None:
    for item in items(name):
        words, printed, check = lines(item)
        first = item["evidence"][0]
        article = plain(CASE.articles[first["article"]].text)
        assert plain(printed).strip("'") in article, item["id"]
        assert plain(words).strip("'").removesuffix(" …").strip("'").removesuffix(" …") in article, item["id"]
        assert len(check.split()) >= 12, item["id"]
        assert plain(first["quote"]) in article


@pytest.mark.parametrize("name", FORMS)
def test_every_fault_says_why_it_is_not_sound_and_what_is_to_be_looked_up_says_where(name: str) -> None:
    for item in items(name):
        assert set(item["wrong"]) >= ({"look"} if item["group"] == "sound" else {"sound"}), item["id"]
        if item["group"] == "look":
            assert "The place to look:" in item["say"]
            assert any(one.get("says", "").startswith("Place to look: ") for one in item["evidence"])


def test_the_forms_ask_in_the_same_words() -> None:
    views = [load_shipped().exercise(name).view() for name in FORMS]
    assert views[0]["groups"] == views[1]["groups"] == views[2]["groups"]
    assert views[0]["prompt"][1:] == views[1]["prompt"][1:] == views[2]["prompt"][1:]
    assert [len(view["sure"]) for view in views] == [4, 4, 4]


def test_two_forms_wait_for_each_other_and_all_measure_once_and_are_sealed() -> None:
    cards = {name: load_shipped().exercise(name).card for name in FORMS}
    assert [cards[name].until for name in FORMS] == [("form-b",), ("form-a",), ()]
    for name, card in cards.items():
        assert (card.hints, card.minutes, card.lesson, card.once) == ((), 15, "forms", True)
        assert is_sealed(load_shipped().exercise(name))


def test_the_printed_plan_has_every_row_with_its_level_and_quotes_no_item() -> None:
    page = (folder("notebooks").parent / "book" / "teaching" / "blueprint.md").read_text("utf-8")
    for words, group, level in BLUEPRINT:
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {words}")]
        assert f"| {level} |" in row
        assert ("| sound |" in row) == (group == "sound")
    for name in FORMS:
        assert not [item["id"] for item in items(name) if lines(item)[0].strip("“”") in page]
