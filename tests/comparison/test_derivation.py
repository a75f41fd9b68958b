"""Derivation of one article from another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.comparison import derivation
from samestory.course import load_shipped

WIRE = [
    "The ferry to Nordo stopped on Monday after a storm tore its landing stage away.",
    "Divers searched the harbour for the lost anchor until the evening.",
    "Islanders will have to wait for a new stage until autumn because timber is scarce.",
    "The council voted by nine to four to sell the lighthouse to a hotel chain.",
    "A crane fell on a parked lorry but nobody was hurt, the police said.",
    "Schools on the mainland stayed open for children who had come by boat.",
]
OWN = [
    "Farmers in the valley complain about wolves that kill their lambs at night.",
    "A painter from Bergen shows portraits of her grandmother in the town hall.",
    "Bread has become dearer since the mill burned down in March.",
    "The choir sings Brahms on Sunday and needs two more tenors.",
    "Nobody knows who drew the whale on the church door.",
    "The library lends fishing rods as well as novels from now on.",
]


def shipped(name: str) -> str:
    return next(case for case in load_shipped().cases.values() if name in case.articles).articles[name].text


def test_a_copied_article_is_wholly_derived_for_sure():
    found = derivation(" ".join(WIRE), " ".join([*WIRE, OWN[0]]))
    assert (found.level, found.certainty) == ("wholly", "sure")


def test_an_article_with_two_copied_sentences_is_partly_derived():
    found = derivation(" ".join(WIRE), " ".join([*OWN, WIRE[1], WIRE[3]]))
    assert (found.level, found.certainty) == ("partly", "sure")


def test_articles_about_other_things_are_not_derived_and_it_says_so():
    found = derivation(" ".join(WIRE), " ".join(OWN))
    assert (found.level, found.share, found.reasons) == ("not", 0, ("no shared passage found",))


def test_a_shared_quotation_counts_only_with_quotations():
    said = "“We will not sail until the landing stage is safe again, and I do not care what the owners want.”"
    found = derivation(f"Berg told the crew: {said} {WIRE[4]}", f"{OWN[0]} He wrote: {said}")
    assert (found.level, found.with_quotations) == ("not", "partly")


def test_an_empty_article_is_not_derived():
    assert derivation(" ".join(WIRE), "").level == "not"


def test_responsible_statecraft_is_not_derived_from_al_jazeera():
    found = derivation(shipped("al-jazeera"), shipped("responsible-statecraft"))
    assert (found.level, found.copied) == ("not", 0)


def test_powerhouse_news_tells_the_same_story_in_the_same_order_with_no_copied_prose():
    found = derivation(shipped("al-jazeera"), shipped("powerhouse-news"))
    assert (found.level, found.certainty, found.copied) == ("partly", "possible", 0)
    assert found.order.tells
    assert any("same order" in reason for reason in found.reasons)


@pytest.mark.parametrize("other", ["san-juan-daily-star", "visegrad24"])
def test_articles_about_another_event_are_not_derived(other):
    assert derivation(shipped("al-jazeera"), shipped(other)).level == "not"


@settings(deadline=None)
@given(st.lists(st.sampled_from(WIRE), max_size=6), st.lists(st.sampled_from(WIRE + OWN), max_size=6))
def test_shares_are_parts_and_prose_copied_for_sure_is_part_of_all_shared_prose(a, b):
    found = derivation(" ".join(a), " ".join(b))
    assert 0 <= found.copied <= found.share <= 1
    assert 0 <= found.share_with_quotations <= 1
