"""A lesson is cut at its headings; the time of each part is computed, and a promise that is far off is a fault."""

import re

import pytest
from docutils import nodes

from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import ExercisePlace
from samestory.book.tree.stations import Station, faults, minutes_of, note, stations
from samestory.course import load_shipped
from samestory.course.pace import exercise_minutes

find = load_shipped().exercise


def words(count: int) -> nodes.paragraph:
    return nodes.paragraph("", nodes.Text("word " * count))


def section(name: str, *inside: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", nodes.Text(name)), *inside, ids=[name])


def place(name: str) -> ExercisePlace:
    return ExercisePlace("", name=name, number=1, anchor=name)


def page(*inside: nodes.Node) -> nodes.Element:
    return nodes.Element("", section("Lesson", *inside))


def test_each_heading_below_the_title_begins_a_station_and_deeper_ones_do_not() -> None:
    found = stations(page(words(10), section("One", words(10), section("Deeper", words(10))), section("Two")))
    assert [one.section["ids"] for one in found] == [["One"], ["Two"]]


def test_what_stands_above_the_first_heading_is_of_the_first_station() -> None:
    first, second = stations(page(words(359), section("One", words(179)), section("Two", words(359))))
    assert (round(first.minutes, 1), round(second.minutes, 1)) == (3.0, 2.0)


def test_an_exercise_takes_its_own_minutes_and_a_brief_is_told_apart() -> None:
    (one,) = stations(page(section("One", place("ticket-page"), place("own-brief"))))
    assert one.longest == pytest.approx(exercise_minutes(find("ticket-page")))
    assert one.more == pytest.approx(exercise_minutes(find("own-brief")))
    assert one.minutes == pytest.approx(one.longest, abs=0.02)


def test_a_drawing_and_an_explorer_take_time_and_what_nobody_sees_takes_none() -> None:
    drawing, script, explorer = (
        nodes.Element("", *read_markup(markup))
        for markup in (
            "<svg><text>many words in a drawing</text></svg>",
            "<script>not read by anybody</script>",
            "<same-story-explorer><section><p>" + "word " * 90 + "</p></section></same-story-explorer>",
        )
    )
    assert 0.3 < minutes_of(drawing) < 0.6
    assert minutes_of(script) == 0
    assert minutes_of(explorer) == pytest.approx(2)


def made(minutes: float, longest: float = 0) -> Station:
    return Station(section("One"), minutes, 0, longest)


@pytest.mark.parametrize(
    ("times", "promised", "wrong"),
    [
        ([7, 6, 7], 20, 0),
        ([7, 6, 7], 17, 0),  # three minutes are less than a fifth of 17
        ([8, 8, 8, 8, 8, 4], 35, 1),  # what lesson 1 promised, and what it reads
        ([5, 5], 15, 1),  # less than was promised is as wrong
    ],
)
def test_a_promise_that_is_off_by_more_than_a_fifth_is_a_fault(times: list[float], promised: int, wrong: int) -> None:
    assert len(list(faults([made(one) for one in times], promised))) == wrong


def test_a_long_station_is_a_fault_unless_one_exercise_makes_it_so() -> None:
    (said,) = faults([made(11, longest=6)], 11)
    assert "cut it with a heading" in said
    assert list(faults([made(17, longest=15)], 17)) == []


def test_the_note_says_which_how_long_and_what_is_apart() -> None:
    one = Station(section("One"), 1.2, 6.1, 0)
    text = re.sub("<[^>]+>", "", note(2, 7, one))
    assert text == "Station 2 of 7 · about 1 minute, and 6 more for what is extra"
