"""Rare wordings and slips that texts share: cases in tests/cases/oddity/shared.yml, the five articles, any texts."""

import pytest
from growing import EVERY_PLANE, assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import SHIPPED, read_cases

from samestory.oddity import shared_oddities

PIECES = ["even", "worse-case", "want", "an", "attack", "the", "goverment", "Blinkin", "Blinken", "gnaws", "breakwater"]
PIECES += ["“", "”", '"', ".", ",", "\n", "\0", "🚢", "İ", "we shall not sell the old lighthouse", "’s", "\u00a0"]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.text(max_size=60))
FIVE = ["al-jazeera", "powerhouse-news", "responsible-statecraft", "san-juan-daily-star", "visegrad24"]

HOSTILE = {
    "a word": repeated("word "),
    "marks": repeated('"'),
    "digits": repeated("1"),
    "no spaces": repeated("a"),
    "NUL": repeated("\0a"),
    "CRLF": repeated("ab\r\n"),
    "every plane": repeated(EVERY_PLANE),
    "quotations": repeated("“a” "),
    "slips": repeated("goverment "),
}


def five():
    return [(SHIPPED / "articles" / f"{name}.txt").read_text("utf-8") for name in FIVE]


@pytest.mark.parametrize("case", read_cases("oddity/shared.yml"), ids=lambda case: " | ".join(case["texts"])[:70])
def test_the_oddities_of_the_case_are_found(case):
    found = shared_oddities(case["texts"], case.get("background", ()), case.get("record", ()))
    own = [f"{one.kind}: {one.text}" for one in found if one.kind != "quotation"]
    assert own == case["found"]
    assert len(found) - len(own) == case.get("quotations", 0)


def test_on_the_five_articles_the_odd_compound_is_first_and_the_shared_quotation_apart():
    found = shared_oddities(five())
    assert [(one.kind, one.text.split()[0], [place.article for place in one.places]) for one in found] == [
        ("slip", "even", [0, 1]),
        ("quotation", "Now", [0, 2]),
    ]
    assert found[0].text == "even worse-case"
    assert found[0].quoted


def test_the_attack_that_one_wants_counts_once_a_second_text_has_it():
    alone = [one.text for one in shared_oddities(five())]
    second = "“Russia could at any point want an attack in Ukraine,” the spokeswoman said on Tuesday."
    assert "want an attack" not in alone
    assert "want an attack" in [one.text for one in shared_oddities([*five(), second])]


def test_with_the_record_the_wrong_word_itself_is_shown():
    second = "“Russia could at any point want an attack in Ukraine,” the spokeswoman said on Tuesday."
    said = ["Russia could at any point launch an attack in Ukraine."]
    found = {one.text: one for one in shared_oddities([*five(), second], record=said)}
    assert "where the record has “launch”" in found["want"].reason


def test_a_single_text_in_the_place_of_a_list_is_refused():
    with pytest.raises(TypeError, match="put a single one into"):
        shared_oddities("even worse-case")


@given(st.lists(texts, max_size=3), st.lists(texts, max_size=1), st.lists(texts, max_size=1))
def test_offsets_cut_words_and_every_finding_stands_in_two_articles(articles, background, record):
    for one in shared_oddities(articles, background, record):
        assert one.text in {articles[at.article][at.start : at.end] for at in one.places}
        assert len({at.article for at in one.places}) == one.found > 1
        assert 0 <= one.rarity <= 1


@given(st.lists(texts, min_size=2, max_size=3, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(articles, random):
    order = list(range(len(articles)))
    random.shuffle(order)
    turned = [articles[number] for number in order]

    def found(texts):
        return {
            (one.text, one.kind, one.rarity, frozenset((texts[at.article], at.start) for at in one.places))
            for one in shared_oddities(texts)
        }

    assert found(turned) == found(articles)


def both_odd(text):
    assert all(one.found == 2 for one in shared_oddities([text, text]))


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_a_hostile_text_takes_twice_the_time(made):
    assert_in_step(both_odd, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_of_500_kb_ends(made):
    both_odd(made(500_000))
