"""Which passages of two texts the reader joins: quotations, runs, possible rewording, and echoes only in numbers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.course import load_shipped
from samestory.widget.reader.band import Band, bands, heaviest_rising, joined_parts, placed

STORM = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away, the harbour master said."
ONE = f"{STORM}\n\n“We will rebuild the pier before the winter storms arrive,” said mayor Lind."
OTHER = (
    "Lind was calm. “We will rebuild the pier before winter storms arrive,” she told the council.\n\nNobody was hurt."
)


def article(name: str) -> str:
    return load_shipped().cases["blinken-lavrov"].articles[name].text


def layers(one: str, other: str) -> list[str]:
    return [band.layer for band in bands(one, other).bands]


def test_a_quotation_in_both_texts_is_a_band_of_its_own_kind():
    (band,) = bands(ONE, OTHER).bands
    assert (band.layer, band.is_quotation, band.certainty) == ("quoted", True, "sure")
    assert joined_parts(ONE, band.a).startswith("We will rebuild the pier before the winter")
    assert joined_parts(OTHER, band.b).startswith("We will rebuild the pier before winter")


def test_copied_prose_is_a_run():
    assert layers(STORM, f"Late news. {STORM} More follows.") == ["run"]


def test_a_band_runs_over_the_words_that_interrupt_a_quotation():
    split = "“We will rebuild the pier,” said Lind, “before the winter storms arrive on Nordo.”"
    whole = "“We will rebuild the pier before the winter storms arrive on Nordo,” said Lind."
    (band,) = bands(split, whole).bands
    assert len(band.a) == 2
    assert "said" not in joined_parts(split, band.a)


def test_two_texts_with_nothing_in_common_have_no_band():
    assert layers(article("san-juan-daily-star"), article("visegrad24")) == []


def test_a_quotation_in_common_brings_no_echoes():
    assert set(layers(article("al-jazeera"), article("responsible-statecraft"))) == {"quoted"}


def test_one_story_in_other_words_shows_in_many_possible_bands_and_no_run():
    found = bands(article("al-jazeera"), article("powerhouse-news")).bands
    possible = [band for band in found if band.certainty == "possible"]
    assert len(possible) >= 6
    assert "run" not in {band.layer for band in found}
    assert sum(band.in_order for band in found) >= 4


def test_two_datelines_are_no_echo():
    one, other = (
        load_shipped().cases["quernmouth-gate"].articles[name].text for name in ("oxbow-gazette", "tolbay-messenger")
    )
    echoes = [joined_parts(one, band.a) for band in bands(one, other).bands if band.layer == "echo"]
    assert "Saturday, October 18, 2025" not in echoes


def test_an_echo_overlaps_no_other_band():
    found = bands(article("al-jazeera"), article("powerhouse-news")).bands
    spans = sorted((part, band.layer) for band in found for part in band.a)
    for (before, layer), (after, other) in itertools.pairwise(spans):
        assert before[1] <= after[0] or "echo" not in (layer, other)


@pytest.mark.parametrize("names", [("al-jazeera", "powerhouse-news"), ("powerhouse-news", "responsible-statecraft")])
def test_the_same_bands_join_the_texts_from_either_side(names: tuple[str, str]):
    one, other = map(article, names)
    forth = {(band.a, band.b, band.layer) for band in bands(one, other).bands}
    assert forth == {(band.b, band.a, band.layer) for band in bands(other, one).bands}


def test_bands_in_order_rise_in_both_texts():
    found: list[Band] = [
        band for band in bands(article("al-jazeera"), article("powerhouse-news")).bands if band.in_order
    ]
    starts = [band.start for band in found]
    assert starts == sorted(starts)
    assert [b for _, b in starts] == sorted(b for _, b in starts)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=9))
def test_the_heaviest_chain_is_as_heavy_as_the_best_of_all_chains(pairs: list[tuple[int, int]]):
    numbers, weights = [number for number, _ in pairs], [weight for _, weight in pairs]
    best = 0
    for chosen in range(2 ** len(pairs)):
        places = [at for at in range(len(pairs)) if chosen >> at & 1]
        if all(numbers[p] < numbers[q] for p, q in itertools.pairwise(places)):
            best = max(best, sum(weights[at] for at in places))
    chain = sorted(heaviest_rising(numbers, weights))
    assert sum(weights[at] for at in chain) == best
    assert all(numbers[p] < numbers[q] for p, q in itertools.pairwise(chain))


def test_places_of_the_joined_parts_are_places_of_the_text_cut_where_a_part_ends():
    text = "one two, said Lind, three"
    parts = [(0, 7), (20, 25)]
    assert joined_parts(text, parts) == "one two three"
    assert [text[start:end] for start, end in placed([(4, 7), (4, 10)], parts)] == ["two", "two", "th"]
