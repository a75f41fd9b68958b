"""Looking at texts of one's own: the tables, and plain words for whatever else is pasted."""

import datetime

import pytest

from samestory.lesson import look_at, looking

POST = """The ferry to Nordo is out for a week

The ferry to Nordo will not sail before Thursday, the harbour office said on Monday, after a storm
tore its landing stage away.

“Nobody was hurt, and nobody will go hungry on the island,” mayor Ada Lind told reporters on the quay.
"""
ECHO = """Island cut off

The ferry to Nordo will not sail before Thursday, the harbour office said, after a storm
tore its landing stage away.

“Nobody was hurt, and nobody must go hungry on this island,” mayor Ada Lint told reporters on the quay.
"""


def both():
    return look_at({"Post": POST, "Echo": ECHO}, written={"Post": "2023-03-07"})


def test_what_two_texts_share_is_listed_with_how_it_is_shared():
    shown = both()._repr_html_()
    assert "Words that two texts share" in shown
    assert "Post and Echo" in shown
    assert "in the prose" in shown
    assert "in quotation marks" in shown


def test_a_day_is_reckoned_where_the_day_of_writing_is_known_and_asked_for_where_not():
    shown = repr(both())
    assert "Thu 9 Mar 2023" in shown
    assert "Mon 6 Mar 2023" in shown
    assert "the day of publication is not known" in shown
    assert "Thu 9 Mar 2023" in repr(look_at({"Post": POST}, written={"Post": datetime.date(2023, 3, 7)}))


def test_a_changed_quotation_and_a_changed_name_are_proposed():
    shown = both()._repr_html_()
    assert "What the tool proposes" in shown
    assert "conflict: two forms of a quotation" in shown
    assert "Lint" in shown


def test_every_answer_ends_with_what_a_proposal_is_worth():
    assert "you decide" in both().notes[-1]


@pytest.mark.parametrize("given", [{}, None, "a text", [POST], {"Post": ""}, {"Post": " \n", "Echo": "\u200b“”"}])
def test_nothing_to_read_gets_the_way_to_give_something(given):
    seen = look_at(given)
    assert seen.tables == ()
    assert seen.notes[0].startswith("Paste your texts")


def test_what_can_not_be_read_is_left_out_with_a_reason():
    seen = look_at({"Post": POST, "Echo": ECHO, "None": "  ", "Flood": "water " * 20_000, "Number": 7})
    notes = " ".join(seen.notes)
    assert "None is empty" in notes
    assert "Flood has 120,000 characters" in notes
    assert "Number is no text" in notes
    assert len(seen.tables) == 3


def test_more_than_eight_texts_are_too_many():
    seen = look_at({f"Paper {number}": f"{POST} Number {number}." for number in range(10)})
    assert sum("8 texts are the most" in note for note in seen.notes) == 2


def test_texts_that_are_too_long_together_are_left_out_one_by_one(monkeypatch):
    long = "The ferry to Nordo will not sail before Thursday. " * 110
    monkeypatch.setattr(looking, "TOGETHER", 2 * len(long) + len(POST))
    seen = look_at({"Post": long, "Echo": long, "Bell": long, "Short": POST})
    assert [note.split(" is left out")[0] for note in seen.notes if "read together" in note] == ["Bell"]


def test_a_day_that_is_none_is_asked_for_again():
    seen = look_at({"Post": POST}, written={"Post": "last Tuesday", "Echo": "2023-03-07"})
    assert any("write the day of Post as 2026-03-01" in note for note in seen.notes)


def test_another_language_is_said_to_be_one():
    seen = look_at(
        {"Zeitung": "Die Fähre nach Nordo fährt in dieser Woche nicht mehr, sagte das Hafenamt am Montag. " * 5}
    )
    assert any(note.startswith("Zeitung: It is in German.") for note in seen.notes)


@pytest.mark.parametrize(
    "odd",
    [
        "\0" * 30 + POST,
        POST.replace("\n", "\r\n"),
        "<script>alert(1)</script> " + POST,
        "“" * 5_000,
        "0123456789" * 5_000,
        "word " * 10_000,
        "x" * 50_000,
        "\U0001f6a2 " * 1_000 + POST,
        "Monday " * 7_000,
    ],
)
def test_odd_texts_are_looked_at_like_any_other(odd):
    shown = look_at({"Odd": odd, "Echo": ECHO}, written={"Odd": "2023-03-07"})
    assert "<script>" not in shown._repr_html_()
    assert repr(shown)


def test_long_tables_are_cut_and_say_so():
    days = " ".join(f"On {day} March 2023 the ferry did not sail." for day in range(1, 31))
    assert "(the first 25 of 30)" in look_at({"Post": days})._repr_html_()


def test_two_texts_are_shown_in_the_reader_and_one_alone_is_not():
    seen = both()
    assert [text["outlet"] for text in seen.reader.reader["texts"]] == ["Post", "Echo"]
    assert {band["layer"] for band in seen.reader.reader["bands"]} >= {"run", "quoted"}
    assert look_at({"Post": POST}).reader is None
    assert len(look_at({f"Paper {n}": POST.replace("week", f"week {n}") for n in range(5)}).reader.reader["texts"]) == 3
