"""Pairs of quotations across two articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.comparison import quotations
from samestory.course import load_shipped

SAID = ["“We will not sail until the stage is safe,” Berg said.", "“We will not,” said Berg, “sail until it is safe.”"]
SAID += [
    "“We shall sail when the stage is safe,” Lind said.",
    "He spoke of “rain”.",
    "‘We will not sail’ was heard.",
    "\n",
]
articles = st.lists(st.sampled_from(SAID), max_size=7).map(" ".join)


def pairs(a: str, b: str) -> list[tuple[str, str]]:
    return [(one.a.text, one.b.text) for one in quotations(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“The pier is safe for all of us,” she said.", "She said: “The pier is safe for all of us.”"),
        ("“The pier is safe for all of us,” she said.", "“The pier,” she said, “is safe for all of us.”"),
        ("“The pier is safe for all of us,” she said.", "She called the pier “safe for all of us”."),
        ("“The pier is safe for all of us,” she said.", "“The pier is not safe for all of us,” she said."),
        ("“The pier is safe for all of us,” she said.", "\"[It] is safe for all of us,\" she said."),
        ("He called it “nonsense”.", "It was “nonsense”, he said."),
        ("“But we will not allow a stranger to buy the old lighthouse,” Lind said.",
         "“However, we will not let foreigners purchase the old lighthouse,” Lind added."),
    ],
)  # fmt: skip
def test_two_forms_of_one_quotation_are_paired(a, b):
    assert len(pairs(a, b)) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“The pier is safe,” she said.", "“The school is open,” he said."),
        ("“This is a war,” he said.", "“This is a peace,” he said."),
        ("He spoke of an “invasion”.", "“This is the start of an invasion of the island,” he said."),
        ("“I will vote for the harbour,” Lind said.", "“We never saw a boat so large,” Lind said."),
        ("No quotation here.", "“Nothing,” he said."),
    ],
)
def test_two_quotations_are_not_paired_for_a_word_or_two(a, b):
    assert pairs(a, b) == []


def test_a_quotation_pairs_with_its_own_form_among_several_of_one_speaker():
    a = "“The pier is safe for all,” Lind said. “The school will open before the summer,” Lind said."
    b = "“The school will open by the summer,” Lind said. “The pier is safe for everyone,” Lind said."
    assert [(one[:10], other[:10]) for one, other in pairs(a, b)] == [
        ("The pier i", "The pier i"),
        ("The school", "The school"),
    ]


def test_a_long_quotation_pairs_with_both_parts_that_another_article_makes_of_it():
    a = "“The pier is safe for all of us. The school will open before the summer,” Lind said."
    b = "“The pier is safe for all of us,” Lind said. Then: “The school will open before the summer.”"
    assert len(pairs(a, b)) == 2


def test_a_quotation_told_in_other_words_is_only_possible():
    a = "“The assault is under way and they clearly reject all negotiation,” Lind said."
    b = "“The attack is under way and they plainly refuse any negotiation,” Lind said."
    (found,) = quotations(a, b)
    assert found.drift.substantive


@settings(deadline=None)
@given(articles, articles)
def test_the_pairs_of_b_and_a_mirror_those_of_a_and_b(a, b):
    assert set(quotations(b, a)) == {one.mirrored for one in quotations(a, b)}


def test_the_shipped_articles_altered_quotations_are_paired_with_what_others_print():
    articles = next(iter(load_shipped().cases.values())).articles
    found = pairs(articles["powerhouse-news"].text, articles["responsible-statecraft"].text)
    assert any("intelligence community" in a and "international community" in b for a, b in found)
