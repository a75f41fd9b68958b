"""What each kind reads as an answer, in which forms, and what it refuses with which words."""

import pytest
from made_cases import exercise

from samestory.exercise import Malformed

FOUNDING = {"marks": [{"from": 62, "to": 66, "label": "name"}]}
BOTH = {"marks": [{"from": 30, "to": 33, "label": None}, {"from": 62, "to": 66, "label": "name"}]}

READ = [
    # a passage: phrases, pairs, a dictionary, word numbers
    ("ferry-marks", ["the Founding of the Port", "disease of the heart"], {"marks": [
        {"from": 30, "to": 33, "label": None}, {"from": 62, "to": 66, "label": None}]}),
    ("ferry-marks", "disease of the heart", {"marks": [{"from": 30, "to": 33, "label": None}]}),
    ("ferry-marks", [("the Founding of the Port", "name"), "disease of the heart"], BOTH),
    ("ferry-marks", [["the founding of the port", "name"]], FOUNDING),
    ("ferry-marks", {"the Founding of the Port": "name"}, FOUNDING),
    ("ferry-marks", {"marks": ["the Founding of the Port"]}, {"marks": [{"from": 62, "to": 66, "label": None}]}),
    ("ferry-marks", FOUNDING, FOUNDING),
    ("ferry-marks", {"marks": FOUNDING["marks"] * 3}, FOUNDING),
    ("ferry-marks", {"marks": [{"from": 62, "to": 66, "label": "name", "colour": "red"}], "more": 1}, FOUNDING),
    ("ferry-marks", [{"from": 62, "to": 66, "label": "name"}], FOUNDING),
    ("ferry-marks", {"marks": [BOTH["marks"][1], BOTH["marks"][0]]}, BOTH),
    ("ferry-marks", None, {"marks": []}),
    ("ferry-marks", (), {"marks": []}),
    ("ferry-plain-marks", {"Founding": "name"}, {"marks": [{"from": 20, "to": 20, "label": None}]}),
    ("ferry-plain-marks", {"Founding": 7}, {"marks": [{"from": 20, "to": 20, "label": None}]}),
    # options: an id, several, with a confidence or without; always in the exercise's order
    ("ferry-causes", ("person", "program"), {"chosen": ["program", "person"], "confidence": None}),
    ("ferry-causes", {"person", "program"}, {"chosen": ["program", "person"], "confidence": None}),
    ("ferry-causes", {"chosen": "haste", "confidence": "open"}, {"chosen": ["haste"], "confidence": "open"}),
    ("ferry-why", {"chosen": ["part"], "confidence": "open"}, {"chosen": ["part"], "confidence": None}),
    # items: with the word `placed` or without; always in the exercise's order
    ("ferry-days", {"back": "later", "told": "tuesday"}, {"placed": {"told": "tuesday", "back": "later"}}),
    ("ferry-days", {"placed": {"back": "later"}}, {"placed": {"back": "later"}}),
    ("ferry-days", {"placed": {"back": "later", "told": None}}, {"placed": {"back": "later"}}),
    # a text: kept as typed
    ("ferry-title", " “Port\u00a0Founder” 🚢", {"text": " “Port\u00a0Founder” 🚢"}),
    ("ferry-title", {"text": "x", "more": 1}, {"text": "x"}),
    ("ferry-title", "a\ud83d\udea2b\ud83d", {"text": "a🚢b\ufffd"}),
]  # fmt: skip

REFUSED = [
    ("ferry-marks", 7, "Give a list of phrases"),
    ("ferry-marks", {"marks": {"from": 1}}, "Give a list of phrases"),
    ("ferry-marks", {"marks": 7}, "Give a list of phrases"),
    ("ferry-marks", [7], "A mark is a phrase"),
    ("ferry-marks", [["a", "b", "c"]], "A mark is a phrase"),
    ("ferry-marks", ["word " * 3000], "A mark is a phrase"),
    ("ferry-marks", [["Founding"] * 1] * 2001, "at most 2000"),
    ("ferry-marks", ["the ferries"], "“the ferries” does not stand in the passage"),
    ("ferry-marks", ["…"], "“…” does not stand in the passage"),
    ("ferry-marks", [["Founding", ["name"]]], "'list' is no label here"),
    ("ferry-marks", {"marks": [{"from": 1.0, "to": 2}]}, "A mark needs the numbers"),
    ("ferry-marks", {"marks": [{"from": True, "to": 2}]}, "A mark needs the numbers"),
    ("ferry-marks", {"marks": [{}]}, "A mark needs the numbers"),
    ("ferry-marks", {"marks": [{"from": 0, "to": 94}]}, "outside the passage"),
    ("ferry-marks", ["\ud83d"], "“\ufffd” does not stand"),
    ("ferry-why", {"chosen": ["engine", "ill"]}, "one option only"),
    ("ferry-why", ["\ud83d"], "There is no option '\ufffd'"),
    ("ferry-why", ["engine"] * 101, "Give the letter of an option"),
    ("ferry-why", {"chosen": {"engine": True}}, "Give the letter of an option"),
    ("ferry-causes", {"chosen": [], "confidence": ["likely"]}, "Say how sure"),
    ("ferry-days", {"placed": ["told"]}, "Give a group for each item"),
    ("ferry-days", {f"item-{n}": "later" for n in range(1001)}, "Give a group for each item"),
    ("ferry-days", {None: "later"}, "There is no item 'NoneType'"),
    ("ferry-days", {"told": 7}, "There is no group '7'"),
    ("ferry-title", ["Port Founder"], "Give a word or a phrase"),
    ("ferry-title", b"Port Founder", "Give a word or a phrase"),
    ("ferry-title", "x" * 201, "That is 201 characters"),
]


@pytest.mark.parametrize(("name", "raw", "canonical"), READ)
def test_an_answer_is_read_in_this_form(name, raw, canonical):
    answer = exercise(name).parse(raw)
    assert not isinstance(answer, Malformed), answer.message
    assert answer.to_json() == canonical
    assert answer.empty == (not next(iter(canonical.values())))


@pytest.mark.parametrize(("name", "raw", "said"), REFUSED)
def test_an_answer_is_refused_with_words_that_say_what_to_write(name, raw, said):
    answer = exercise(name).parse(raw)
    assert isinstance(answer, Malformed)
    assert said in answer.message


def test_a_longest_answer_of_marks_is_read():
    answer = exercise("ferry-marks").parse(["Founding"] * 2000)
    assert answer.to_json() == {"marks": [{"from": 63, "to": 63, "label": None}]}
