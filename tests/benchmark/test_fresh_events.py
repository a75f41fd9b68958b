"""The fresh events: labels stand where they say, and there are enough of them."""

from pathlib import Path

import pytest
from fresh_events import EVENTS, event, events

FRESH = events()


def test_every_label_quotes_the_words_at_its_place() -> None:
    for one in FRESH:
        for label in one.labels:
            place = label.place
            assert one.account(place.account).text[place.start : place.end] == label.says


def test_there_are_a_dozen_events_of_three_accounts_and_half_of_them_have_a_record() -> None:
    printed = [sum(account.role != "record" for account in one.accounts) for one in FRESH]
    assert len(FRESH) >= 12
    assert min(printed) >= 3
    assert 2 * sum(any(account.role == "record" for account in one.accounts) for one in FRESH) >= len(FRESH) - 1


def test_every_event_has_sound_look_alikes() -> None:
    assert [one.name for one in FRESH if all(label.is_fault for label in one.labels)] == []


def test_what_a_text_took_is_a_text_of_the_event_and_a_line_of_the_page_stands_in_it() -> None:
    for one in FRESH:
        names = {account.id for account in one.accounts}
        assert {account.takes_from for account in one.accounts} - {None} <= names
        for account in one.accounts:
            assert set(account.page) <= set(account.body.splitlines())


def test_a_label_whose_words_do_not_stand_there_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "ferry.yml"
    copy.write_text((EVENTS / "ferry.yml").read_text("utf-8").replace('says: "13 vehicles"', 'says: "1 3 vehicles"'))
    with pytest.raises(ValueError, match="“1 3 vehicles” stands 0 times in paper, not 1"):
        event(copy)


def test_the_agency_goes_into_the_record_and_only_printed_accounts_are_scanned() -> None:
    ferry = next(one for one in FRESH if one.name == "ferry")
    assert set(ferry.recorded().articles) == {"paper", "independent"}
    assert {name: one.is_a("agency-copy") for name, one in ferry.recorded().record.items()} == {
        "record": False,
        "agency": True,
    }
    assert set(ferry.bare().articles) == {"agency", "paper", "independent"}
    assert not ferry.bare().record


def test_a_folder_without_events_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="There are no events in"):
        events(tmp_path)
