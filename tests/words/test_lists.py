"""The word lists: each file says what it holds and whence, and no word stands twice where it needs to stand once."""

from importlib.resources import files

import pytest

from samestory.words.lists import groups_in, pairs_in, phrases_in, words_in, words_in_order

FOLDER = files("samestory.words.data")
FILES = sorted(one.name.removesuffix(".txt") for one in FOLDER.iterdir() if one.name.endswith(".txt"))
GROUPED = ["everyday", "page", "places", "saying", "small_words", "sources", "verbs"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_first_what_it_holds_and_where_it_is_from(name: str) -> None:
    head, _, lists = FOLDER.joinpath(f"{name}.txt").read_text("utf-8").partition("\n\n")
    assert all(line.startswith("#") for line in head.splitlines())
    assert "ource" in head or "ritten for this project" in " ".join(head.replace("\n#", "").split())
    assert lists.lstrip().startswith(("[", "#"))


@pytest.mark.parametrize("name", FILES)
def test_nothing_stands_outside_a_group_and_no_group_is_empty(name: str) -> None:
    lines = FOLDER.joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    before = lines[: next(n for n, line in enumerate(lines) if line.startswith("["))]
    assert all(line.startswith("#") or not line for line in before)
    assert all(groups_in(name).values())


@pytest.mark.parametrize("name", GROUPED)
def test_a_word_stands_once(name: str) -> None:
    groups = {group for heading in groups_in(name) for group in heading.split(", ")}
    words = words_in_order(name, *groups)
    assert [word for word in words if words.count(word) > 1] == []


def test_a_word_of_two_groups_is_in_both() -> None:
    assert "announced" in words_in("saying", "quotation") & words_in("saying", "stated")
    assert words_in("saying", "quotation", "said") == words_in("saying", "quotation") | words_in("saying", "said")


def test_a_group_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match=r"saying.txt has no group 'sung'"):
        words_in("saying", "said", "sung")


def test_words_keep_their_order_and_phrases_their_blanks() -> None:
    assert words_in_order("calendar", "months")[::11] == ("January", "December")
    assert "The Economist" in phrases_in("agencies", "outlets")
    assert pairs_in("agencies", "agencies")["EFE"] == "EFE"
