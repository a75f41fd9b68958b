"""Which of two files came later is told by the site, by its names, or not at all; a learner's clock is not asked."""

import pytest

from samestory.teach.handin.arrival import Arrival, later, time_in, without_time


@pytest.mark.parametrize(
    ("earlier", "after"),
    [
        ("bo/07.ipynb", "bo/07-resubmitted.ipynb"),
        ("bo/07.ipynb", "bo/07 (1).ipynb"),
        ("bo/07 (1).ipynb", "bo/07 (2).ipynb"),
        ("bo/07 (9).ipynb", "bo/07 (10).ipynb"),
        ("bo/07-odd-phrases.ipynb", "bo/07-odd-phrases-2.ipynb"),
        ("bo/07-odd-phrases_v1.ipynb", "bo/07-odd-phrases_v2.ipynb"),
        ("bo/lesson 7.ipynb", "bo/lesson 7 resubmitted.ipynb"),
        ("bo/lesson 7 draft.ipynb", "bo/lesson 7.ipynb"),
        ("bo/lesson 7 draft.ipynb", "bo/lesson 7 final.ipynb"),
        ("bo/attempt 1/07.ipynb", "bo/attempt 2/07.ipynb"),
        ("bo/07.ipynb", "bo/resubmission/07.ipynb"),
        ("bo/old/07.ipynb", "bo/07.ipynb"),
        ("Group-2/bo/07.ipynb", "Group-2/bo/07-resubmitted.ipynb"),
        ("bo_11_2001_07.ipynb", "bo_11_2002_07-1.ipynb"),
        ("bo_LATE_11_2002_07.ipynb", "bo_11_2010_07.ipynb"),
    ],
)
def test_a_mark_in_a_name_tells_which_came_later(earlier: str, after: str) -> None:
    assert later(Arrival(after), Arrival(earlier)) == 1
    assert later(Arrival(earlier), Arrival(after)) == -1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bo/a.ipynb", "bo/b.ipynb"),
        ("bo/07.ipynb", "bo/07.ipynb"),
        ("bo/07.ipynb", "bo/07 - Copy.ipynb"),
        ("bo/07.ipynb", "bo/07-Copy1.ipynb"),
        ("bo/07.ipynb", "bo/07 - Kopie (2).ipynb"),
        ("bo/mon/07.ipynb", "bo/tue/07.ipynb"),
    ],
)
def test_other_names_tell_nothing(one: str, other: str) -> None:
    assert later(Arrival(one), Arrival(other)) is None
    assert later(Arrival(other), Arrival(one)) is None


def test_the_site_comes_before_the_name_and_the_name_before_the_time_of_writing() -> None:
    old = Arrival("bo/07-resubmitted.ipynb", "2026-03-01T10:00:00Z", 9e8)
    new = Arrival("bo/07.ipynb", "2026-03-02T10:00:00Z", 8e8)
    assert later(new, old) == 1
    assert later(Arrival(new.file, "", 9e8), Arrival(old.file, "", 8e8)) == -1
    assert later(Arrival("bo/a.ipynb", "", 9e8), Arrival("bo/b.ipynb", "", 8e8)) == 1


def test_files_written_at_nearly_one_time_were_copied_together() -> None:
    assert later(Arrival("a", "", 1e9), Arrival("b", "", 1e9 + 59)) is None
    assert later(Arrival("a", "", 0.0), Arrival("b", "", 1e9)) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-12-24 23:59:59.000000 UTC\n", "2026-12-24T23:59:59Z"),
        ("2015-02-02 15:58:23.948203 America/Los_Angeles", "2015-02-02T23:58:23Z"),
        ("2015-02-02 15:58:23.948203 Nowhere/Atall", "2015-02-02T15:58:23Z"),
        ("ana+07+2026-03-01 10-00-00 UTC", "2026-03-01T10:00:00Z"),
        ("ps1_ana_attempt_2016-01-30-20-30-10_p1.ipynb", "2016-01-30T20:30:10Z"),
        ("2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"),
        ("2026-03-01T10:00", "2026-03-01T10:00:00Z"),
        ("2026-03-01 10:00:00.5 CET", "2026-03-01T09:00:00Z"),
        ("2026-07-01 10:00:00 EDT", "2026-07-01T14:00:00Z"),
        ("2026-07-01 10:00:00 CST", "2026-07-01T10:00:00Z"),
        ("2026-03-01 10:00:00+05:30", "2026-03-01T04:30:00Z"),
        ("2026-03-01T10:00:00-0500", "2026-03-01T15:00:00Z"),
        ("2026-03-01 10:00:00 Etc/GMT+5", "2026-03-01T15:00:00Z"),
        ("2026-03-01 10-00-00-1234_ana", "2026-03-01T10:00:00Z"),
        ("2026-03-01 10-00-00 ANA", "2026-03-01T10:00:00Z"),
        *((text, "") for text in ("", "2026-03-01", "2026-13-01 10:00", "2026-02-31 10:00", "7", "2026-03-01 29:00")),
    ],
)
def test_times_as_sites_write_them(text: str, time: str) -> None:
    assert time_in(text) == time


def test_no_name_is_taken_for_a_zone() -> None:
    assert without_time("2026-03-01 10-00-00 ANA.ipynb") == " ANA.ipynb"
    assert without_time("2026-03-01 10:00:00 CET") == ""
