"""One name in two spellings: readable cases in tests/cases/names.yml, the five articles, and any texts."""

import pytest
from growing import EVERY_PLANE, assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import SHIPPED, read_cases

from samestory.comparison.name.find import names
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import letters_of
from samestory.comparison.name.stock import commonness

PIECES = ["Blinken", "Blinkin", "Kyiv", "Kiev", "Lind", "Lund", "Anna", "Nord", "Stream", "Nordstream", "ferry", "said"]
PIECES += [
    "Luhasnk’s",
    "U.S.",
    "McDonald's",
    "al-Khatib",
    "“",
    ".",
    ",",
    "\n",
    "\r\n",
    "\u00a0",
    "\0",
    "🚢",
    "İ",
    "ﬁ",
    "ǅ",
    "É",
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.text(max_size=80))
FIVE = ["al-jazeera", "powerhouse-news", "responsible-statecraft", "san-juan-daily-star", "visegrad24"]
KNOWN = ["Antony Blinken", "Sergey Lavrov", "Brittney Griner", "Maxar Technologies", "Donetsk and Luhansk", "Kyiv"]


def written(found, kind):
    return [f"{one.article}: {one.text} -> {one.right}" for one in found if one.kind == kind]


HOSTILE = {
    "a word": repeated("Nordo "),
    "marks": repeated('"'),
    "digits": repeated("1"),
    "no spaces": repeated("A"),
    "NUL": repeated("\0A"),
    "CRLF": repeated("Lind\r\n"),
    "alike": lambda size: " ".join(f"A{number:b}".replace("0", "b").replace("1", "a") for number in range(size // 17)),
    "every plane": repeated(EVERY_PLANE),
    "hyphens": repeated("A-"),
    "pairs": repeated("Nord Stream "),
}


def five():
    return [(SHIPPED / "articles" / f"{name}.txt").read_text("utf-8") for name in FIVE]


@pytest.mark.parametrize("case", read_cases("names.yml"), ids=lambda case: " | ".join(case["texts"])[:70])
def test_the_names_of_the_case_are_found(case):
    found = names(case["texts"], case.get("known", ()))
    assert written(found, "slip") == case["slips"]
    if "variants" in case:
        assert written(found, "variant") == case["variants"]
    if "sure" in case:
        assert {one.certainty for one in found if one.kind == "slip"} == {"sure" if case["sure"] else "possible"}


def test_on_the_five_articles_every_misspelled_name_is_found_and_nothing_else_called_a_slip():
    assert written(names(five(), KNOWN), "slip") == [
        "1: Maxa -> Maxar",
        "2: Luhasnk -> Luhansk",
        "4: Grenier -> Griner",
        "4: Greiner -> Griner",
        "4: Blinkin -> Blinken",
    ]


def test_on_the_five_articles_house_styles_are_variants():
    assert {(one.text, one.right) for one in names(five(), KNOWN) if one.kind == "variant"} == {
        ("Sergei", "Sergey"),
        ("Kiev", "Kyiv"),
        ("Zelenskyy", "Zelensky"),
    }


def test_a_finding_says_why_and_where_the_right_form_stands():
    articles = ["Priebus came. Priebus spoke. Priebus left. At noon Preibus left."]
    (found,) = names(articles)
    assert found.decided
    assert found.reason == (
        "“Priebus” stands here 3 times, this form once; in “Preibus” two letters have changed places."
    )
    assert [(one.article, articles[one.article][one.start : one.end]) for one in found.where] == [(0, "Priebus")]


def test_how_often_other_articles_print_a_name_does_not_show_that_it_is_right():
    copies = ["At noon Rita Preibus left. Preibus spoke. Preibus came."] * 3
    (found,) = names([*copies, "At noon Rita Priebus left."])
    assert (found.decided, found.certainty) == (False, "possible")
    assert found.reason.endswith("these articles don’t show which is right.")


def test_accounts_in_their_own_words_show_which_spelling_is_right():
    accounts = [
        "Chairman Rita Priebus resigned on Friday after a row over money.",
        "Party members cheered when Rita Priebus, who led them for years, stepped down.",
        "Nobody in the hall expected Rita Priebus to give up her office so early.",
    ]
    (found,) = names([*accounts, "The leader of the party, Rita Preibus, quit."])
    assert (found.text, found.right, found.decided) == ("Preibus", "Priebus", True)


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("Blinkin", "Blinken", "one letter is different"),
        ("Grenier", "Griner", "“eni” stands for “in”"),
        ("Zhelensky", "Zelensky", "there is a letter too many"),
        ("Luhasnk", "Luhansk", "two letters have changed places"),
    ],
)
def test_a_reason_says_which_letters_are_different_and_counts_no_more_than_one(wrong, right, told):
    (found,) = names([f"They met Luka {wrong} at noon."], [f"Luka {right}"])
    assert found.reason.endswith(f"; in “{wrong}” {told}.")


@pytest.mark.parametrize("good", sorted(gazetteer().names.values())[::29])
def test_the_gazetteer_alone_never_makes_a_slip_sure(good):
    made = [good[:at] + good[at + 1] + good[at] + good[at + 2 :] for at in range(1, len(good) - 1)]
    # What is a name or a word itself stands for more than the gazetteer: Melissa, Center.
    found = names([f"They came from {wrong} at noon." for wrong in made if not commonness(letters_of(wrong))])
    assert {one.certainty for one in found} <= {"possible"}


@pytest.mark.parametrize(
    ("often", "once"), [("Delhi", "Delphi"), ("Japanese", "Javanese"), ("Nigerian", "Nigerien"), ("Hanson", "Hansson")]
)
def test_a_frequent_name_alone_never_makes_another_a_sure_slip(often, once):
    text = f"Lind spoke of {often}. A map of {often} hung there. They sang of {often}. She saw {once} on the road."
    assert {one.certainty for one in names([text])} <= {"possible"}


def test_a_single_text_in_the_place_of_a_list_is_refused():
    with pytest.raises(TypeError, match="put a single one into"):
        names("Blinken left.")


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=2))
def test_offsets_cut_what_they_claim(articles, known):
    for one in names(articles, known):
        assert articles[one.article][one.start : one.end] == one.text
        assert one.text != one.right
        assert all(articles[at.article][at.start : at.end].strip() for at in one.where)


@given(st.lists(texts, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(articles, random):
    order = list(range(len(articles)))
    random.shuffle(order)
    turned = [articles[number] for number in order]

    def found(texts):
        return {(texts[one.article], one.start, one.text, one.right, one.kind, one.certainty) for one in names(texts)}

    assert found(turned) == found(articles)


def named(text):
    assert all(one.kind in ("slip", "variant") for one in names([text], [text[:1000]]))


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_a_hostile_text_takes_twice_the_time(made):
    assert_in_step(named, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_ends(made):
    named(made(1_000_000))
