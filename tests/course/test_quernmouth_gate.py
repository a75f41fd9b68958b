"""Guards over the fictional case: it says that it is fiction, its sums and days are right, its notes are many."""

import datetime
import itertools
import re

import pytest

from samestory.course import case_folders, load_shipped
from samestory.exercise.labels import LABELS
from samestory.text import fold, passage, words

CASE = load_shipped().cases["quernmouth-gate"]
FOLDER = next(path for path in case_folders() if path.name == CASE.id)
ARTICLES = sorted(CASE.articles)
each_article = pytest.mark.parametrize("name", ARTICLES)


def text(name: str) -> str:
    return CASE.articles[name].text


def recorded(name: str) -> str:
    return CASE.record[name].words or CASE.record[name].what or ""


def folded(given: str) -> str:
    return " ".join(fold(word.text) for word in words(given))


# It says what it is


def test_the_case_its_events_and_its_notice_say_that_it_is_fiction():
    assert "fiction" in CASE.title
    assert "fiction" in CASE.about
    assert "CC BY 4.0" in CASE.licence
    assert "Fiction" in CASE.licence
    assert all("(Fiction.)" in event.what for event in CASE.events.values())
    assert "fiction" in (FOLDER / "NOTICE").read_text("utf-8")


def test_no_outlet_and_no_source_can_be_taken_for_a_real_one():
    assert all(article.outlet.endswith("(fictional)") for article in CASE.articles.values())
    assert all(re.match(r"https://[a-z-]+\.example/", article.address) for article in CASE.articles.values())
    assert all(entry.source.endswith("(fiction)") and not entry.address for entry in CASE.record.values())


# The texts


@each_article
def test_an_article_has_300_to_600_words(name):
    assert 300 <= len(text(name).split()) <= 600


def test_the_pages_have_the_marks_of_real_pages():
    together = "".join(text(name) for name in ARTICLES)
    assert {mark for mark in '“”‘’"' if mark in together} == set('“”‘’"')
    assert [name for name in ARTICLES if "\u00a0" in text(name)] == ["tolbay-messenger"]
    furnished = {finding.article for finding in CASE.findings.values() if finding.label == "furniture"}
    assert {"oxbow-gazette", "newsgull"} <= furnished


def test_the_gazette_prints_the_wire_word_for_word_and_says_so():
    assert folded(recorded("tern-first-copy")) in folded(text("oxbow-gazette"))
    assert CASE.articles["oxbow-gazette"].credit in text("oxbow-gazette")
    assert CASE.articles["tolbay-messenger"].credit in text("tolbay-messenger")
    assert "Tern" not in text("newsgull") + text("quernmouth-bell")


def test_every_day_of_the_week_fits_its_date_but_the_planted_ones():
    for given in (*map(text, ARTICLES), *map(recorded, CASE.record)):
        for weekday, day, month, year in re.findall(r"(\w+day),? (\d{1,2}) (October|November) (20\d\d)", given):
            date = datetime.datetime.strptime(f"{day} {month} {year}", "%d %B %Y")
            assert f"{date:%A}" == weekday
    for night in ("2024-10-18", "2025-10-17"):
        date = datetime.date.fromisoformat(night)
        assert (f"{date:%A}", (date.day - 1) // 7 + 1) == ("Friday", 3)
    assert CASE.findings["rk-second-friday"].certainty == CASE.findings["tm-saturday"].certainty == "proved"


def test_the_tables_add_up():
    night, damage = recorded("night-table"), recorded("damage-table")

    def number(table: str, name: str) -> int:
        return int(re.search(rf"{re.escape(name)}\D*?([\d,]+)", table).group(1).replace(",", ""))

    inside, outside = number(night, "at 19:51:"), number(night, "Outside at 19:51:")
    assert inside + outside == number(night, "a berth:")
    assert number(night, "heard by radio by 21:00:") + number(night, "not heard by 21:00:") == outside
    assert number(night, "18 October:") == outside
    parts = [number(damage, f"{name} ") for name in ("boats", "stalls", "quay wall")]
    assert sum(parts) == number(damage, "together ")
    assert number(recorded("insurer-note"), "loss of ") < parts[0]


# The riddle can be solved, and only by reading across


def test_the_singing_fits_the_turns_of_the_shaft():
    assert "the same four lines" in text("quernmouth-bell")
    assert "Fifteen times" in text("quernmouth-bell")
    assert "One line to a turn" in text("radio-skerry")
    assert f"turns, {4 * 15};" in recorded("night-table")


def test_no_single_text_names_who_shut_the_gate():
    for given in (*map(text, ARTICLES), *map(recorded, CASE.record)):
        assert not re.search(r"Teal\b[^.]*\b(?:shut|closed|wound|turned)\b", given)
    assert [name for name in ARTICLES if "Teal" in text(name)] == ["quernmouth-bell"]
    assert [name for name in CASE.record if "Teal" in recorded(name)] == ["minute-2024", "minute-2025"]


# The annotations


def test_findings_and_controls_are_many_and_of_every_kind():
    assert len(CASE.findings) >= 40
    assert len(CASE.controls) >= 25
    assert {finding.label for finding in CASE.findings.values()} == set(LABELS)
    assert {finding.certainty for finding in CASE.findings.values()} == {"proved", "likely", "open"}
    for name in ARTICLES:
        assert sum(control.article == name for control in CASE.controls.values()) >= 5


@each_article
def test_a_control_stands_three_words_from_any_finding(name):
    cut = passage(text(name))
    here = [(one, "finding") for one in CASE.findings.values() if one.article == name]
    here += [(one, "control") for one in CASE.controls.values() if one.article == name]
    spans = sorted((*cut.span(one.start, one.end), kind, one.id) for one, kind in here)
    for one, other in itertools.pairwise(spans):
        assert other[0] - one[1] > (3 if one[2] != other[2] else 0), (one, other)


def test_what_is_proved_rests_on_more_than_our_word():
    alone = {one.id for one in CASE.findings.values() if one.certainty == "proved" and one.label != "furniture"
             and all(reference.says for reference in one.evidence)}  # fmt: skip
    assert not alone
