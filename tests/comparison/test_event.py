"""Which articles tell one event."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from samestory.comparison.event import events
from samestory.course import load_shipped

FERRY = (
    "The Nordo ferry stopped on Monday after a storm tore its landing stage away. Captain Lind had warned the council."
)
FERRY_AGAIN = (
    "A storm stopped the Nordo ferry. Its landing stage is gone, and captain Lind says that he had warned everyone."
)
SCHOOL = "Pupils in Vell marched to the town hall to ask for a longer summer and softer chairs."


def groups(articles: list[str], days: list[date | None] | None = None) -> list[tuple[int, ...]]:
    return [one.articles for one in events(articles, days or [])]


def test_articles_that_share_their_words_are_one_event() -> None:
    assert groups([FERRY, SCHOOL, FERRY_AGAIN]) == [(0, 2), (1,)]


def test_a_likeness_a_year_later_is_another_event() -> None:
    assert groups([FERRY, FERRY_AGAIN], [date(2024, 2, 22), date(2025, 2, 22)]) == [(0,), (1,)]
    assert groups([FERRY, FERRY_AGAIN], [date(2024, 2, 22), date(2024, 2, 23)]) == [(0, 1)]


def test_no_article_is_left_out_and_none_stands_twice() -> None:
    found = groups([FERRY, SCHOOL, FERRY, "", SCHOOL])
    assert sorted(number for group in found for number in group) == [0, 1, 2, 3, 4]
    assert (0, 2) in found
    assert groups([]) == []


def test_the_five_articles_are_three_events_once_their_days_are_known() -> None:
    articles = load_shipped().cases["blinken-lavrov"].articles.values()
    days = [date.fromisoformat(one.date) if one.date else date(2022, 1, 18) for one in articles]
    assert groups([one.text for one in articles], list(days)) == [(0, 1, 2), (3,), (4,)]


def test_a_group_says_what_its_articles_share() -> None:
    (found, _) = events([FERRY, FERRY_AGAIN, SCHOOL])
    assert "ferry" in found.reason


def test_a_group_prints_the_words_as_its_first_article_does() -> None:
    (found,) = events(
        ["Mr Blinken cancels a meeting on Sanctions in Nordo.", "Blinken cancelled meetings: sanctions, Nordo."]
    )
    assert "“Nordo”" in found.reason
    assert "“Blinken”" in found.reason
    assert "“cancels”" in found.reason


CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "events.yml").read_text("utf-8"))
# Two happenings of one place in one week, told in the same names: these are put together.
MERGED = {"two fires in one town in one week", "a weekly that comes late"}


@pytest.mark.parametrize("row", [row for half in CASES.values() for row in half], ids=lambda row: row["name"])
def test_accounts_of_one_event_come_together_whatever_their_words(row: dict[str, Any]) -> None:
    told = [one["event"] for one in row["accounts"]]
    found = groups([one["text"] for one in row["accounts"]], [one["day"] for one in row["accounts"]])
    assert all(
        len({number in group for number, event in enumerate(told) if event == each}) == 1
        for each in told
        for group in found
    )
    assert (len(found) == len(set(told))) == (row["name"] not in MERGED)


@pytest.mark.parametrize(("days", "together"), [(3, True), (25, True), (40, False)])
def test_a_copy_may_come_weeks_later_but_no_more(days: int, together: bool) -> None:
    found = groups([FERRY, FERRY_AGAIN], [date(2024, 2, 1), date(2024, 2, 1) + timedelta(days)])
    assert (found == [(0, 1)]) == together
