"""The reader's view: what the front end needs, computed in Python; what is asked for and not there is said."""

import html
import json
import re

import pytest

from samestory.case import UnknownError
from samestory.course import load_shipped
from samestory.exercise import SpecError
from samestory.widget.reader.element import reader_element, reader_place
from samestory.widget.reader.layer import LAYERS
from samestory.widget.reader.text import ReaderText
from samestory.widget.reader.view import ReaderError, reader_view, view_of

NAMES = ["al-jazeera", "powerhouse-news"]
CASE = load_shipped().cases["blinken-lavrov"]


def printed(text: dict, marks: list[int]) -> str:
    """The words under some marks of a text of the view."""
    segments = [one for paragraph in text["paragraphs"] for one in paragraph["segments"]]
    return "".join(one[1] for one in segments if set(marks) & set((one[2:] or [[]])[0]))


def test_every_band_marks_in_both_texts_the_words_that_it_prints():
    view = reader_view(["powerhouse-news", "al-jazeera", "responsible-statecraft"])
    for band in view["bands"]:
        for text, marks, words in zip(band["texts"], band["marks"], band["printed"], strict=True):
            assert printed(view["texts"][text], marks).replace(" ", "") == words.replace(" ", "").replace("\n", "")


def test_bands_are_numbered_in_the_order_of_the_first_text():
    bands = reader_view(NAMES)["bands"]
    starts = [reader_view(NAMES)["texts"][0]["marks"][band["marks"][0][0]][3] for band in bands]
    assert [band["number"] for band in bands] == list(range(1, len(bands) + 1))
    assert starts == sorted(starts)


def test_every_finding_and_control_of_the_texts_is_there_with_its_words():
    view = reader_view(NAMES, without=["names", "dates", "furniture"])
    every = [one for one in (*CASE.findings.values(), *CASE.controls.values()) if one.article in NAMES]
    there = [one for one in every if not CASE.holds_back(one)]
    assert len(there) < len(every)
    assert sorted(note["printed"] for note in view["notes"]) == sorted(one.quote for one in there)
    for note in view["notes"]:
        words = printed(view["texts"][note["text"]], note["marks"])
        assert "".join(words.split()) == "".join(note["printed"].split())


def test_counts_are_those_of_the_legend():
    view = reader_view(NAMES)
    counts = {layer["id"]: layer["count"] for layer in view["layers"]}
    assert counts["reworded"] == sum(band["layer"] == "reworded" for band in view["bands"])
    assert counts["finding"] == sum(note["layer"] == "finding" for note in view["notes"])
    assert counts["speech"] > 10


def test_layers_that_are_left_out_leave_no_trace():
    left_out = {"finding", "control", "echo", "speech", "names", "dates", "furniture"}
    view = reader_view(NAMES, without=[*left_out])
    assert view["notes"] == []
    assert not left_out & {layer["id"] for layer in view["layers"]}
    assert not left_out & {mark[0] for text in view["texts"] for mark in text["marks"]}


def test_days_are_worked_out_names_compared_and_furniture_given_a_reason():
    notes = reader_view(["al-jazeera", "responsible-statecraft"])["notes"]
    said = {(note["layer"], note["printed"]): note["why"] for note in notes}
    assert said["dates", "Thursday"] == "Thursday, said on Wed 23 Feb 2022 → Thu 24 Feb 2022."
    assert "two right spellings" in said["names", "Sergey"]
    assert said["names", "Sergei"] == said["names", "Sergey"]
    assert "image file" in said["furniture", "Blinken-1-scaled"]


def test_what_is_kept_for_the_tests_is_cut_and_the_cut_is_said():
    view = reader_view(NAMES)
    (sentence,) = ["[10 words kept for a test]" for one in CASE.held if one.start < 1700 and one.article == NAMES[0]]
    paragraphs = ["".join(one[1] for one in each["segments"]) for each in view["texts"][0]["paragraphs"]]
    assert sentence in paragraphs
    everything = json.dumps(view, ensure_ascii=False)
    for held in CASE.held:
        if held.article in NAMES:
            assert CASE.articles[held.article].text[held.start : held.end] not in everything
    for text in view["texts"]:
        assert not any(CASE.keeps(text["id"], low, high) for _, _, _, low, high in text["marks"])
        assert text["excerpt"]


def test_a_text_without_kept_passages_is_shown_whole():
    view = reader_view(["al-jazeera", "responsible-statecraft"])["texts"][1]
    shown = "".join(one[1] for paragraph in view["paragraphs"] for one in paragraph["segments"])
    assert "".join(shown.split()) == "".join(CASE.articles["responsible-statecraft"].text.split())
    assert not view["excerpt"]


def test_findings_are_off_at_first():
    assert [layer["on"] for layer in reader_view(NAMES)["layers"] if layer["group"] == "findings"] == [False, False]


def test_layers_have_letters_of_their_own():
    assert len({layer.letter for layer in LAYERS}) == len(LAYERS)


def test_of_an_excerpt_only_what_lies_in_it_is_shown():
    view = reader_view(NAMES, {"powerhouse-news": ("What Comes Next?", None)})
    assert view["texts"][1]["excerpt"]
    assert all(band["printed"][1] in CASE.articles["powerhouse-news"].text for band in view["bands"])
    assert 0 < len(view["bands"]) < len(reader_view(NAMES)["bands"])


@pytest.mark.parametrize(
    ("summary", "names"),
    [
        ("Likely the same story in the same order, yet in other words.", NAMES),
        ("One quotation in both, and nothing else.", ["al-jazeera", "responsible-statecraft"]),
        ("Nothing in them corresponds.", ["san-juan-daily-star", "visegrad24"]),
    ],
)
def test_a_sentence_says_how_two_texts_are_related(summary: str, names: list[str]):
    assert reader_view(names)["summary"] == [summary]


@pytest.mark.parametrize("layer", [layer.id for layer in LAYERS if layer.group == "bands"])
def test_where_a_layer_of_bands_is_left_out_nothing_is_said_of_how_the_texts_are_related(layer: str):
    for names in (NAMES, ["san-juan-daily-star", "visegrad24"]):
        assert reader_view(names, without=[layer])["summary"] == []


def test_where_only_marks_are_left_out_the_summary_stays():
    assert reader_view(NAMES, without=["finding", "control", "names"])["summary"] == reader_view(NAMES)["summary"] != []


def test_of_three_texts_each_pair_is_spoken_of_by_name():
    said = reader_view([*NAMES, "responsible-statecraft"])["summary"]
    assert said[1] == "Al Jazeera English and Responsible Statecraft: one quotation in both, and nothing else."


def test_texts_of_no_case_can_be_read_too():
    texts = [ReaderText(name, name, "today", f"The pier of {name} fell.", (), 0, 20) for name in ("a", "b")]
    assert [text["outlet"] for text in view_of(texts)["texts"]] == ["a", "b"]


def test_a_made_up_case_is_told_apart():
    view = reader_view(["newsgull", "oxbow-gazette"])
    assert view["fiction"]
    assert "(fictional)" in view["title"]
    assert [text["short"] for text in view["texts"]] == ["Newsgull", "The Oxbow Gazette"]
    assert not reader_view(NAMES)["fiction"]


def test_a_name_alone_makes_no_fiction():
    texts = [ReaderText(name, f"{name} (fictional)", "today", "The pier fell.", (), 0, 14) for name in ("Bell", "Gull")]
    assert not view_of(texts)["fiction"]
    assert not view_of(texts, case=CASE)["fiction"]


@pytest.mark.parametrize("names", [["al-jazeera"], ["al-jazeera", "al-jazeera"], list(CASE.articles)[:4], []])
def test_other_than_two_or_three_articles_are_refused(names: list[str]):
    with pytest.raises(ReaderError, match="two or three different articles"):
        reader_view(names)


def test_an_unknown_article_is_answered_with_those_that_there_are():
    with pytest.raises(UnknownError, match="powerhouse-news"):
        reader_view(["al-jazeera", "powerhouse"])


def test_a_layer_a_part_or_a_phrase_that_is_not_there_is_refused():
    with pytest.raises(ReaderError, match="no layer 'colour'"):
        reader_view(NAMES, without=["colour"])
    with pytest.raises(ReaderError, match="'visegrad24'"):
        reader_view(NAMES, {"visegrad24": ("x", None)})
    with pytest.raises(SpecError, match="no such words"):
        reader_view(NAMES, {"al-jazeera": ("no such words", None)})


def test_the_element_holds_the_view_and_no_markup_of_the_articles():
    element = reader_element(reader_view(NAMES))
    data = element.split('<script type="application/json">')[1].split("</script>")[0]
    assert json.loads(data) == json.loads(json.dumps(reader_view(NAMES)))
    assert "<" not in data


def test_without_scripts_both_texts_can_be_read_and_nothing_of_what_was_found_in_them():
    view = reader_view(NAMES)
    plain = reader_element(view).rpartition("<noscript>")[2].split("</noscript>")[0]
    said = html.unescape(plain)
    for name in NAMES:
        text = CASE.articles[name].text
        for line in re.finditer(r"[^\n]+", text):
            if not CASE.keeps(name, *line.span()):
                assert line.group().strip() in said
    assert not any(note["why"] in said for note in view["notes"])


def test_the_texts_for_readers_without_scripts_hold_no_markup_of_the_articles():
    texts = [ReaderText(name, name, "1 May", "</noscript><b>Bold</b>", (), 0, 22) for name in ("one", "two")]
    plain = reader_element(view_of(texts)).split("<noscript>")[1]
    assert plain.count("</noscript>") == 1
    assert "<b>" not in plain


def test_a_place_in_a_cell_s_output_is_small():
    place = reader_place(NAMES, {"al-jazeera": ("New sanction were", None)}, ["finding"], "A “title” <here>")
    assert len(place) < 500
