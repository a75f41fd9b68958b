"""Whether a proposal is right goes by the labels, the place and the claim; made proposals show it."""

from dataclasses import replace
from datetime import date

import pytest
from fresh_events import Account, Event, Label, Place
from judging import claimed, found, judged
from measured import ROWS

from samestory.exercise.labels import LABELS
from samestory.scanning import Candidate, Scan

FIRST = Account("agency", "agency", "Wire", date(2020, 1, 2), "Boat", "31 cars, Mackay said.")
SECOND = Account("paper", "paper", "Post", date(2020, 1, 3), "Boat", "13 cars, McKay said so.", ("so.",), "agency")
NUMBER = Label("number", True, "13", Place("paper", 6, 8), Place("agency", 6, 8), "digits")
NAME = Label("name", True, "McKay", Place("paper", 15, 20), Place("agency", 15, 21), "spelling")
SOUND = Label("odd-phrase", False, "said so", Place("paper", 21, 28), None, "idiom")
EVENT = Event("boat", (FIRST, SECOND), (NUMBER, NAME, SOUND))
CONFLICT = Candidate("paper", "slip", 6, 8, "13", "possible", 0.5, "number against another account", "", None, ())
SPELLED = Candidate("paper", "name", 15, 20, "McKay", "sure", 0.5, "one name, two spellings", "", "Mackay", ())
ODD = Candidate("paper", "artifact", 21, 28, "said so", "possible", 0.5, "odd phrase: lexicon", "", "said", ())


def seen(*candidates: Candidate) -> Scan:
    return Scan("own", (), ("agency", "paper"), {}, candidates, (), (), {})


def verdicts(*candidates: Candidate) -> list[tuple[str, str]]:
    return [(one.kind, one.verdict) for one in judged(EVENT, seen(*candidates))]


def test_a_proposal_on_a_fault_that_it_fits_is_right() -> None:
    assert verdicts(CONFLICT, SPELLED) == [("number", "right"), ("name", "right")]


def test_a_conflict_is_right_on_the_other_account_too() -> None:
    assert verdicts(replace(CONFLICT, article="agency")) == [("number", "right")]


def test_where_nothing_decides_only_who_takes_no_side_is_right() -> None:
    event = replace(EVENT, labels=(replace(NUMBER, undecided=True),))
    took_a_side = replace(CONFLICT, suggests="31")
    assert [one.verdict for one in judged(event, seen(CONFLICT, took_a_side))] == ["right", "wrong"]


def test_a_misspelled_name_is_one_wherever_it_stands_so_and_beside_any_right_spelling() -> None:
    third = Account("third", "independent", "Sun", date(2020, 1, 3), "Boat", "Mackay went, Mackie stayed.")
    event = replace(EVENT, accounts=(FIRST, replace(SECOND, body=SECOND.body + " McKay left."), third))
    conflict = replace(SPELLED, article="third", start=6, end=12, text="Mackay", suggests=None)
    again, other = replace(SPELLED, start=30, end=35), replace(conflict, start=19, end=25, text="Mackie")
    corrected = replace(conflict, suggests="McKay")
    assert [one.verdict for one in judged(event, seen(again, conflict, other, corrected))] == [
        "right",
        "right",
        "wrong",
        "wrong",
    ]


def test_who_corrects_the_right_spelling_is_wrong() -> None:
    assert verdicts(replace(SPELLED, article="agency", end=21, suggests="McKay")) == [("name", "wrong")]


def test_a_claim_of_another_kind_on_a_fault_is_wrong() -> None:
    assert verdicts(replace(ODD, start=6, end=8)) == [("odd-phrase", "wrong")]
    assert verdicts(replace(CONFLICT, start=15, end=20)) == [("number", "wrong")]


def test_a_wrong_proposal_names_the_look_alike_on_which_it_stands() -> None:
    (one,) = judged(EVENT, seen(ODD))
    assert (one.verdict, one.look_alike) == ("wrong", SOUND)


def test_an_odd_phrase_without_a_label_in_a_text_of_a_machine_is_not_judged() -> None:
    event = replace(EVENT, accounts=(FIRST, replace(SECOND, machine="es")))
    assert [one.verdict for one in judged(event, seen(ODD))] == ["open"]


def test_copied_words_and_lines_of_the_page_are_facts() -> None:
    wire = replace(ODD, label="wire-copy", rule="wire copy")
    line = replace(ODD, label="furniture", rule="furniture: share", text="so.")
    assert verdicts(wire, replace(wire, article="agency"), line, replace(line, text="13")) == [
        ("lost-credit", "right"),
        ("lost-credit", "wrong"),
        ("furniture", "right"),
        ("furniture", "wrong"),
    ]


def test_faults_are_found_by_a_right_proposal_only() -> None:
    assert [hit for _, hit in found(EVENT, seen(SPELLED, ODD))] == [False, True]


def test_every_label_of_the_project_claims_something_that_has_a_row() -> None:
    assert {claimed(replace(ODD, label=label, rule="")) for label in LABELS} <= set(ROWS)


def test_a_rule_on_hedges_claims_a_lost_hedge_whatever_its_label() -> None:
    hedge = Label("lost-hedge", True, "said so", Place("paper", 21, 28), None, "hedge")
    event = replace(EVENT, labels=(hedge,))
    lost = replace(ODD, label="slip", rule="hedge against another account")
    assert [(one.kind, one.verdict) for one in judged(event, seen(lost))] == [("lost-hedge", "right")]


def test_a_label_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="rumour"):
        claimed(replace(ODD, label="rumour", rule=""))
