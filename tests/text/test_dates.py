"""The days that a text names: readable cases in tests/cases/dates.yml, and what holds of every text."""

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from growing import EVERY_PLANE, assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.text.day.read import dates
from samestory.words.day_name import MONTHS, WEEKDAYS

DAY = date(2022, 2, 22)
PIECES = ["Monday", "Tue", "sat", "Sun", "Feb.", "May", "march", "22", "31", "2022", "0000", "9999", "1st", "the", "of"]
PIECES += ["last", "next", "week", "two days", "before", "ago", "yesterday", "planned for", "said", "will", "in", "a"]
PIECES += [",", ".", "(", ")", "—", "-", "/", "\n", "\r\n", "\u00a0", "\0", "🚢", "İ", "٢٢", "²", "2022-02-22", "'s"]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.text(max_size=60))
days = st.dates()


def forms(day: date, weekday: str) -> list[str]:
    """The day in twenty printed forms, with the weekday that is given."""
    month, short, ordinal = MONTHS[day.month - 1], MONTHS[day.month - 1][:3], f"{day.day}{_th(day.day)}"
    year = f"{day.year:04}"
    return [
        f"{weekday}, {month} {day.day}, {year}",
        f"{weekday.upper()}, {month.upper()} {day.day}, {year}",
        f"{weekday[:3]} {day.day} {short} {year}",
        f"{weekday[:3]}., {short}. {day.day}, {year}",
        f"{weekday}, {day.day} {month} {year}",
        f"{weekday}, {day.day} {month}, {year}",
        f"{weekday} {day.day} {month} {year}",
        f"{weekday} the {ordinal} of {month}, {year}",
        f"{weekday}, the {ordinal} of {month} {year}",
        f"{weekday}\n{month} {day.day}, {year}",
        f"{weekday} ({month} {day.day}, {year})",
        f"{weekday} night, {month} {day.day}, {year}",
        f"{weekday} morning local time, {month} {day.day}, {year}",
        f"{weekday} at 5 p.m., {month} {day.day}, {year}",
        f"{weekday}, {month} {ordinal}, {year}",
        f"{day.day} {month} {year}, a {weekday}",
        f"{month} {day.day}, {year}, a {weekday}",
        f"{month} {day.day}, {year} ({weekday})",
        f"{month} {day.day}, {year} — a {weekday} —",
        f"{day.day} {month} {year}, which was a {weekday}",
        f"{day.isoformat()} ({weekday})",
        f"{weekday} {day.isoformat()}",
    ]


def _th(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@pytest.mark.parametrize("case", read_cases("dates.yml"), ids=lambda case: case["text"][:60] or "nothing")
def test_the_days_of_the_case_are_found(case):
    found = dates(case["text"], case.get("said"))
    assert len(found) == len(case["dates"]), [one.text for one in found]
    for one, wanted in zip(found, case["dates"], strict=True):
        named = {"date" if name == "is" else name: value for name, value in wanted.items()}
        expected = {name: str(value) if name == "text" else value for name, value in named.items()}
        assert {name: getattr(one, name) for name in named} == expected


@given(texts, st.one_of(st.none(), days))
def test_every_phrase_cuts_the_text_it_claims_and_none_overlaps_another(text, published):
    found = dates(text, published)
    assert all(one.text == text[one.start : one.end] and one.start < one.end for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(texts, st.one_of(st.none(), days))
def test_what_a_phrase_says_of_its_day_agrees(text, published):
    for one in dates(text, published):
        assert one.steps
        assert one.weekday is None or one.weekday in WEEKDAYS
        assert one.last is None or (one.date is not None and one.last >= one.date)
        if one.fits is not None:
            assert one.date is not None
            assert one.true_weekday == WEEKDAYS[one.date.weekday()]
            assert one.fits == (one.weekday == one.true_weekday)


@given(days)
def test_a_day_printed_with_its_own_weekday_fits_in_every_form(day):
    for text in forms(day, WEEKDAYS[day.weekday()]):
        (one,) = dates(f"Lind spoke on {text}.")
        assert (one.text, one.date, one.fits) == (text, day, True)


@given(days, st.integers(1, 6))
def test_a_day_printed_with_another_weekday_does_not_fit_in_any_form(day, shift):
    wrong = WEEKDAYS[(day.weekday() + shift) % 7]
    for text in forms(day, wrong):
        (one,) = dates(f"Lind spoke on {text}.")
        assert (one.date, one.fits, one.weekday) == (day, False, wrong)
        assert one.true_weekday == WEEKDAYS[day.weekday()]


@given(st.integers(1, 9999))
def test_29_february_is_a_day_in_leap_years_only(year):
    (one,) = dates(f"Tuesday, 29 February {year:04}")
    assert (one.date is not None) == isleap(year)
    assert (one.fits is not None) == isleap(year)


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
def test_days_beyond_the_calendar_are_unknown_and_no_error(published):
    text = "yesterday, tomorrow, last week, next week, last month, next year, 300 years ago, two weeks ago, Monday, "
    text += "next Friday, last Sunday; late next week; Feb. 29, 31 June, next weekend, 1 January 0000, in March"
    assert len(dates(text, published)) == 17


@given(st.sampled_from(WEEKDAYS), days)
def test_a_weekday_lies_within_six_days_of_publication(weekday, published):
    for text, sign in ((f"It will close on {weekday}.", 1), (f"It closed on {weekday}.", -1)):
        (one,) = dates(text, published)
        if one.date:
            assert WEEKDAYS[one.date.weekday()] == weekday
            assert timedelta(0) <= sign * (one.date - published) <= timedelta(6)


def test_each_step_is_shown():
    (one,) = dates("a meeting planned for Thursday", DAY)
    assert one.steps == ("Thursday, said on Tue 22 Feb 2022 -> Thu 24 Feb 2022",)


HOSTILE = [
    "Monday ",
    "Monday",
    "1 ",
    "1",
    "22 Feb ",
    "two days before ",
    "Tuesday at 5 at 5 at 5, ",
    "\0",
    "“",
    " ",
    "\r\n",
]
HOSTILE += [
    "early ",
    "next week on ",
    "ed will said ",
    "(",
    EVERY_PLANE,
]


@pytest.mark.parametrize("piece", HOSTILE, ids=lambda piece: repr(piece[:12]))
def test_twice_of_anything_takes_twice_the_time(piece):
    assert_in_step(lambda text: dates(text, DAY), repeated(piece))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE, ids=lambda piece: repr(piece[:12]))
def test_a_megabyte_of_anything_is_read(piece):
    dates(repeated(piece)(1_000_000), DAY)
