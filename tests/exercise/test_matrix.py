"""Matrix: what beats chance is paid, silences are counted apart, and a matrix that needs no reading is refused."""

import random
from itertools import product
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_cases import FERRY, Copy, exercise

from samestory.exercise.kinds.matrix import STANDS
from samestory.exercise.parts.agreement import kappa

FILE = "exercises/matrix.yml"
TASK = exercise("ferry-claims").task
CELLS = [(claim.id, column.id, cell) for claim, column, cell in TASK.cells()]

stands = st.sampled_from([*STANDS, None])
keys = st.lists(st.sampled_from(STANDS), min_size=4, max_size=24).filter(lambda key: len(set(key)) > 1)


@given(keys, st.sampled_from(STANDS))
def test_one_word_everywhere_is_worth_nothing_whatever_the_key(key, word):
    assert kappa([((right,), word) for right in key]).share == 0


@given(keys, st.data())
def test_only_a_whole_key_gets_everything_and_mending_a_cell_of_it_never_costs(key, data):
    said = [data.draw(stands) for _ in key]
    found = kappa([((right,), word) for right, word in zip(key, said, strict=True)])
    assert 0 <= found.share <= 1
    assert (found.share == 1) == (said == key)
    gaps = [at for at, word in enumerate(said) if word is None]
    for at in gaps[:1]:
        mended = [*said[:at], key[at], *said[at + 1 :]]
        assert kappa([((right,), word) for right, word in zip(key, mended, strict=True)]).share >= found.share


@pytest.mark.parametrize("likely", [(1, 1, 1), (8, 1, 1), (1, 1, 6)])
def test_guessing_earns_next_to_nothing_on_average_however_the_guesses_are_weighted(likely):
    dice = random.Random(7)
    key = [*["agrees"] * 9, *["conflicts"] * 3, *["silent"] * 8]
    shares = [
        kappa([((right,), word) for right, word in zip(key, dice.choices(STANDS, likely, k=20), strict=True)]).share
        for _ in range(2000)
    ]
    assert mean(shares) <= 0.08


@settings(max_examples=100)
@given(st.lists(stands, min_size=len(CELLS), max_size=len(CELLS)))
def test_measures_count_silences_apart_from_what_is_said(said):
    raw: dict[str, dict[str, str | None]] = {}
    for (claim, article, _), word in zip(CELLS, said, strict=True):
        raw.setdefault(claim, {})[article] = word
    answer = TASK.parse(raw)
    if answer.empty:
        return
    verdict = TASK.grade(answer, 5)
    right = sum(part.outcome == "right" for part in verdict.parts)
    spoken, silent = verdict.measures
    assert (spoken.name, spoken.of, silent.name, silent.of) == ("spoken", 7, "silent", 3)
    assert spoken.count + silent.count == right
    assert [part.id for part in verdict.parts] == [f"{claim}/{article}" for claim, article, _ in CELLS]


def test_one_word_for_each_article_never_earns_more_than_the_sample_says():
    best = next(sample for sample in TASK.samples() if sample.name == "one word for each article")
    shares = []
    for words in product(STANDS, repeat=2):
        raw = {claim.id: dict(zip(("harbour-post", "island-radio"), words, strict=True)) for claim in TASK.claims}
        shares.append(TASK.grade(TASK.parse(raw), 100).points)
    assert TASK.grade(TASK.parse(best.raw), 100).points == max(shares) <= 50


UNBUILDABLE = [
    ("articles: [harbour-post, island-radio]", "articles: [harbour-post, harbour-post]", ".articles[1].id",
     "a second 'harbour-post'"),
    ("articles: [harbour-post, island-radio]", "articles: [harbour-post, island-times]", ".claims[0]",
     "claim 'two-days' has a cell for 'island-radio'"),
    ("          island-radio: {is: agrees, say: Its first sentence has them.}\n", "", ".claims[0]",
     "claim 'two-days' has no cell for 'island-radio'"),
    ("- id: name\n", "- id: cafe\n", ".claims[4].id", "a second 'cafe'"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "found"), UNBUILDABLE)
def test_a_spec_that_makes_no_matrix_is_a_problem(old, new, field, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, old, new)
    problem = copy.problem()
    assert (problem.file, problem.field) == (FILE, f"exercises[0]{field}")
    assert found in problem.found


def test_a_matrix_that_one_word_or_one_for_each_article_fills_is_refused(tmp_path):
    copy = Copy(FERRY, tmp_path)
    text = copy.text(FILE)
    copy.write(FILE, text.replace("is: conflicts", "is: agrees").replace("is: silent", "is: agrees"))
    assert "every cell takes 'agrees'" in copy.problem().found
    by_article = text.replace("harbour-post: {is: conflicts", "harbour-post: {is: agrees")
    by_article = by_article.replace("island-radio: {is: agrees", "island-radio: {is: silent")
    copy.write(FILE, by_article.replace("island-radio: {is: conflicts", "island-radio: {is: silent"))
    assert "one answer for each article" in copy.problem().found


def test_an_article_that_is_not_there_is_a_problem(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.write(FILE, copy.text(FILE).replace("articles: [harbour-post, island-radio]", "articles: [a-b, island-radio]")
               .replace("          harbour-post:", "          a-b:"))  # fmt: skip
    assert "there is no article 'a-b'" in copy.problem().found


def test_an_answer_is_told_claim_by_claim():
    told = TASK.told(TASK.parse({"cafe": {"harbour-post": "conflicts", "island-radio": "silent"}}))
    assert told == [("The café on the quay is shut.", "Harbour Post conflicts, Island Radio silent", False)]


def test_what_is_shown_tells_nothing_of_the_cells():
    view = exercise("ferry-claims").view()
    assert set(view["claims"][0]) == {"id", "text"}
    assert not any(word in str(view["articles"]) for word in STANDS)
