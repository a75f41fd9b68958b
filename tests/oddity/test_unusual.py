"""Sentences full of runs that hardly stand in written English: real round trips by way of Spanish, and sound ones."""

from growing import assert_in_step

from samestory.oddity import odd_phrases
from samestory.oddity.row import sentence_rows
from samestory.oddity.rules.unusual import unusual
from samestory.oddity.unusual import chances, log_odds, run_weights, word_runs
from samestory.text import Document

# What Apertium (eng-spa and back) made of sentences written for this test, which the weights were not learned from.
SENT = """
The harbour master told the crew to wait until the fog had lifted from the bay.
Her lawyer asked the judge for more time because two witnesses had not been found.
Most of the houses along the river were empty when the dam gave way on Sunday night.
The company made up its mind to close the mill after the price of wool fell again.
He has been looking for work since the shipyard let four hundred people go in March.
Two of the children were taken to hospital, but none of them was badly hurt.
The mayor said that she would not take part in the talks unless the union came back.
People who live near the airport have been complaining about the noise for years.
The bridge is expected to be open to traffic again by the end of next week.
Neighbours brought blankets and hot soup for those who had lost their homes.
"""
BACK = """
The master of port said the crew to expect until the fog there was lifted of the bay.
His lawyer asked the judge for more time because two witnesses had not been found.
The majority of the houses along the river were empty when the dam gave way the Sunday night.
The company done on top of his mind to close the mill after the price of wool fell again.
It has been looking for work from the shipyard left four hundred people go in Course.
Two of the boys were taken to hospital, but any of them was bad hurt.
The mayor said that it would not mediate in the talks unless the union went back.
People who live near the airport has been complaining on the noise for years.
The bridge is expected to be opened to traffic again by the end of next week.
The neighbours brought rugs and hot soup for those who had lost his houses.
"""


def found(text, *others):
    return list(unusual(Document(text), [Document(other) for other in others]))


def test_a_text_that_came_back_from_a_translation_is_full_of_unusual_sentences():
    # Two of the ten sentences came back unchanged.
    assert len(found(BACK)) >= 4


def test_the_text_that_went_in_has_none():
    assert found(SENT) == []


def test_what_another_account_prints_at_the_place_is_told_and_nothing_is_sure():
    beside = found(BACK, "Snow fell on the hills.", SENT)
    told = [one for one in beside if one.where]
    assert len(told) >= 5
    assert all(one.certainty == "possible" for one in beside)
    for one in told:
        number, start, end = one.where
        assert number == 1
        assert " ".join(SENT[start:end].split()) == one.suggests
        assert f"“{one.suggests}”" in one.reason


def test_a_rule_that_names_the_fault_goes_before_the_weights():
    text = BACK + " The bank has sold the the house of the city to his owner of it of the part."
    assert ("the the", "typing") in [(one.text, one.kind) for one in odd_phrases(text)]


def test_strange_sentences_bear_each_other_out_and_plain_ones_speak_against_them():
    alone, among_plain, among_strange = chances([2.0]), chances([2.0] + [-3.0] * 12), chances([2.0] * 12)
    assert among_plain[0] < alone[0] < among_strange[0]
    assert chances([]) == []
    assert all(0 <= one <= 1 for one in chances([1e9, -1e9]))


def test_runs_have_words_and_shapes_and_stay_inside_the_sentence():
    [row] = sentence_rows(Document("The minister quickly met 12 Danes."))
    made = list(word_runs(row, frozenset({"the"})))
    assert ("the minister", 0, 2) in made
    assert ("_the ~er ~ly", 0, 3) in made
    assert ("_# ^ >", 4, 7) in made
    assert all(-1 <= first < after <= len(row.words) + 1 for _, first, after in made)


def test_the_weights_are_small_and_lean_to_neither_side():
    known = run_weights()
    assert 10_000 < len(known.runs) < 100_000
    assert len(known.frequent) == 300
    assert known.slope > 0
    assert min(known.runs.values()) < 0 < max(known.runs.values())


def test_a_sentence_without_a_known_run_says_what_the_scale_says():
    [row] = sentence_rows(Document("Zzyzx qqq xkcd"))
    assert log_odds(row, run_weights()) <= 0.5


def test_hostile_and_empty_texts_are_read_in_step():
    for text in ("", "\0", "🚢 " * 20, "a", "…", "İ ſ Ǆ " * 9):
        assert all(text[one.start : one.end] == one.text for one in found(text))
    assert_in_step(found, lambda size: ("Have to do it possible for all his the majority of important. " * size)[:size])
