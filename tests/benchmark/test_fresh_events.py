"""The fresh events: labels stand where they say, and there are enough of them."""

from pathlib import Path

import pytest
from fresh_events import HERE, SETS, event, events, fresh

SECOND = fresh("fresh2")
FRESH = [one for name in SETS for one in fresh(name)]
FERRY = HERE / "fresh" / "events" / "ferry.yml"


def test_every_label_quotes_the_words_at_its_place() -> None:
    for one in FRESH:
        for label in one.labels:
            place = label.place
            assert one.account(place.account).text[place.start : place.end] == label.says


def test_there_are_a_dozen_events_of_three_accounts_and_half_of_them_have_a_record() -> None:
    for name in SETS:
        some = fresh(name)
        printed = [sum(account.role != "record" for account in one.accounts) for one in some]
        assert len(some) >= 12
        assert min(printed) >= 3
        assert 2 * sum(any(account.role == "record" for account in one.accounts) for one in some) >= len(some) - 1


def test_every_event_has_sound_look_alikes() -> None:
    assert [one.name for one in FRESH if all(label.is_fault for label in one.labels)] == []


def test_what_a_text_took_is_a_text_of_the_event_and_a_line_of_the_page_stands_in_it() -> None:
    for one in FRESH:
        names = {account.id for account in one.accounts}
        assert {account.takes_from for account in one.accounts} - {None} <= names
        for account in one.accounts:
            lines = account.body.splitlines()
            # A dateline stands before a paragraph's first words.
            assert all(any(one.startswith(page) for one in lines) for page in account.page)


def test_a_label_whose_words_do_not_stand_there_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "ferry.yml"
    copy.write_text((FERRY).read_text("utf-8").replace('says: "13 vehicles"', 'says: "1 3 vehicles"'))
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


def test_the_second_set_pairs_passages_that_tell_the_same_and_some_that_only_seem_to() -> None:
    pairs = [one for event in SECOND for one in event.pairs]
    for kind in ("translated", "telling"):
        answers = [one.same for one in pairs if one.kind == kind]
        assert answers.count(True) >= 10
        assert answers.count(False) >= 5


def test_accounts_of_another_event_are_beside_and_in_no_scan() -> None:
    quake = next(one for one in SECOND if one.name == "quake")
    assert [one.id for one in quake.besides] == ["earlier"]
    assert "earlier" not in quake.bare().articles
