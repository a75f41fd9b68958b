"""The door for others: plain texts in, documents, comparisons and scans out, with tables for who has pandas."""

import datetime
import doctest
import inspect
import subprocess
import sys

import pytest

import samestory as ss
from samestory import api
from samestory.course import case_folders, load_shipped
from samestory.scanning import scan as scan_case

POST = "“We will not go,” Lee said on Monday.\n\nThe gate shut at ten."
ECHO = "Lee said: “We will go.”\n\nThe gate shut at ten."


def test_importing_the_package_costs_nothing_of_the_engine_or_of_pandas() -> None:
    code = (
        "import sys, samestory;"
        "print([name for name in sys.modules if name == 'pandas' or name.startswith('samestory.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['samestory.api']"


def test_a_case_is_loaded_without_the_engine() -> None:
    code = "import sys, samestory.case; print([name for name in sys.modules if name.startswith('samestory.scanning')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ss.__all__)
def test_each_function_tells_of_every_parameter_and_has_an_example_that_runs(name: str) -> None:
    function = getattr(ss, name)
    told = inspect.getdoc(function) or ""
    assert [one for one in inspect.signature(function).parameters if f"`{one}`" not in told and one != "folder"] == []
    found = doctest.DocTestFinder(recurse=False).find(function, name, module=api)
    assert sum(len(one.examples) for one in found) > 1
    runner = doctest.DocTestRunner()
    for one in found:
        runner.run(one)
    assert runner.failures == 0


def test_functions_stay_functions_whatever_is_imported_after_them() -> None:
    code = (
        "import samestory as ss, samestory.text, samestory.comparison, samestory.scanning, samestory.case;"
        "print(all(callable(getattr(ss, name)) for name in ss.__all__))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_a_document_reads_each_part_once_and_keeps_every_place() -> None:
    one = ss.read(f"Menu\n\n{POST}\n\nShare this article", "Post", "2026-03-04")
    assert one.words is one.words
    assert [one.text[word.start : word.end] for word in one.words] == [word.text for word in one.words]
    assert len(one.body) == len(one.prose) == len(one.text)
    assert "Menu" not in one.body
    assert "Share" not in one.body
    assert "We will not go" in one.body
    assert "We will not go" not in one.prose
    assert [str(day.date) for day in one.days] == ["2026-03-02"]
    assert one.to_frame("days")["date"].tolist() == [datetime.date(2026, 3, 2)]


def test_a_documents_headline_is_the_line_above_the_story() -> None:
    page = "Menu\n\nFerry to Nordo stops\n\nThe ferry to Nordo stops on Monday, its captain said today.\n"
    assert ss.read(page).headline == "Ferry to Nordo stops"
    assert ss.read("").headline == ""


def test_the_table_of_words_says_where_each_stands() -> None:
    table = ss.read(POST).to_frame()
    assert table["folded"].tolist()[:4] == ["we", "will", "not", "go"]
    assert table["quoted"].tolist()[:6] == [True] * 4 + [False] * 2
    assert table["sentence"].tolist()[-1] == 1
    assert not table["furniture"].any()


@pytest.mark.parametrize("part", ["words", "sentences", "quotations", "days", "furniture", "citations"])
@pytest.mark.parametrize("text", ["", " \n ", POST, "😀 “no", "a" * 3000])
def test_every_part_of_any_text_has_a_table_with_the_same_columns(part: str, text: str) -> None:
    found, empty = ss.read(text).to_frame(part), ss.read("").to_frame(part)
    assert list(found.columns) == list(empty.columns)
    assert len(empty) == 0


def test_a_part_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="words, sentences, quotations"):
        ss.read(POST).to_frame("verbs")
    with pytest.raises(ValueError, match="passages, quotations, exchanges"):
        ss.compare(POST, ECHO).to_frame("words")


def test_a_comparison_finds_the_word_that_was_lost_and_reads_the_same_from_both_sides() -> None:
    both, back = ss.compare(POST, ECHO), ss.compare(ECHO, POST)
    (row,) = both.to_frame("quotations").to_dict("records")
    assert (row["a"], row["b"], row["substantive"]) == ("We will not go,", "We will go.", True)
    assert POST[row["a_start"] : row["a_end"]] == "We will not go,"
    (turned,) = back.to_frame("quotations").to_dict("records")
    assert (turned["a"], turned["b"]) == (row["b"], row["a"])


def test_what_stands_on_both_pages_around_the_articles_is_no_shared_passage() -> None:
    cookies = "We use cookies to give you the best experience on our website. Accept all cookies\n\n"
    one = "The ferry to Nordo stops on Monday after a storm tore its landing stage away, the captain said."
    other = "Bakers in Tolbay expect a poor summer because rain has spoilt most of the wheat this spring."
    assert ss.compare(cookies + one, cookies + other).passages == ()


def test_runs_are_words_of_the_articles_alone_the_longest_first() -> None:
    cookies = "We use cookies to give you the best experience on our website. Accept all cookies\n\n"
    both = ss.compare(cookies + POST, cookies + ECHO)
    found = [" ".join(both.a.folded[run.a : run.a + run.size]) for run in both.runs(2)]
    assert found[0] == "the gate shut at ten"
    assert not any("cookies" in run for run in found)
    assert [both.b.folded[run.b : run.b + run.size] for run in both.runs(2)] == [
        both.a.folded[run.a : run.a + run.size] for run in both.runs(2)
    ]
    with pytest.raises(ValueError, match="two words"):
        both.runs(1)


def test_two_forms_of_a_quotation_are_compared_as_such() -> None:
    assert ss.compare("We will not go now.", "We'll go.").drift.kind == "altered"


def test_texts_are_scanned_by_name_by_number_and_as_documents() -> None:
    faulty, sound = "The the gate shut at ten.", "The gate shut at ten."
    assert {one.article for one in ss.scan({"Post": faulty, "Echo": sound}).candidates} == {"Post"}
    assert {one.article for one in ss.scan([faulty, sound]).candidates} == {"text 1"}
    assert {one.article for one in ss.scan([ss.read(faulty, "Post"), sound]).candidates} == {"Post"}
    assert ss.scan([]).candidates == ()


def test_a_case_is_scanned_with_its_record() -> None:
    case = load_shipped().cases["quernmouth-gate"]
    assert ss.scan(case).to_json() == scan_case(case).to_json()
    assert len(ss.load_case(str(case_folders()[1])).articles) == len(case.articles)


@pytest.mark.parametrize(
    ("texts", "written", "said"),
    [
        ([ss.read("a", "Post"), ss.read("b", "Post")], None, "called 'Post'"),
        ({"Post": "a"}, {"Echo": "2026-03-01"}, "no text 'Echo'"),
        ({"Post": "a"}, {"Post": "last week"}, "2026-03-01"),
    ],
)
def test_what_cannot_be_scanned_is_said_with_what_to_do(texts, written, said) -> None:
    with pytest.raises(ValueError, match=said):
        ss.scan(texts, written)


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", ["a"]])
def test_what_is_no_text_is_refused_in_words(wrong) -> None:
    with pytest.raises(TypeError, match="text"):
        ss.read(wrong)


def test_one_text_alone_is_no_list_of_texts() -> None:
    with pytest.raises(TypeError, match="list"):
        ss.scan("The gate shut at ten.")


def test_what_a_notebook_shows_is_escaped_and_needs_no_pandas() -> None:
    shown = ss.read("“<script>alert(1)</script>,” Lee said.", "<b>")
    assert "<script>" not in shown._repr_html_()
    assert "&lt;script&gt;" in shown._repr_html_()
    both = ss.compare(shown, shown)
    assert "<b>" not in both._repr_html_()
    assert "<b>" not in ss.scan([ss.read("The the gate.", "<b>")])._repr_html_()
    assert "candidate" in repr(ss.scan([POST, ECHO]))
