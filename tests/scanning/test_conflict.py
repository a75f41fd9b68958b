"""Where two accounts differ and nothing decides, the candidates say so and neither text is blamed."""

import json
from datetime import date
from importlib.resources import files

import jsonschema
import pytest

from samestory.cli.authoring.scan import report
from samestory.scanning import Candidate, Scan, scan
from samestory.scanning.bare import bare_case
from samestory.text.document import Document

DAY = date(2031, 5, 6)
HERALD = (
    "Council shuts swimming hall\n\n"
    "The swimming hall in Torvik will be closed for five weeks, the council said on Monday. “We have no choice, "
    "because the roof is no longer safe for children,” said the hall's manager, Berit Ostlund. About 600 pupils use "
    "the hall each week. Ostlund said the work will cost 3.4 million crowns."
)
GAZETTE = (
    "Swimming hall shut for months\n\n"
    "The council said on Sunday that the swimming hall in Torvik will be closed for three months. “We have no "
    "alternative, because the roof is no longer strong enough for children,” said the hall's manager, Berit Ostlunt. "
    "About 6,000 pupils use the hall each week. The work will cost 4.3 million crowns, Ostlunt said."
)


def scanned(*texts: str) -> Scan:
    """A scan of texts of one day."""
    return scan(bare_case([Document(text, f"paper-{number}", DAY) for number, text in enumerate(texts)]))


@pytest.fixture(scope="module")
def hall() -> Scan:
    return scanned(HERALD, GAZETTE)


def claims(found: tuple[Candidate, ...]) -> list[str]:
    return sorted({f"{one.rule}: {one.text}" if "number" in one.rule else one.rule for one in found})


def test_six_differences_of_two_reports_are_conflicts_on_both_sides(hall: Scan) -> None:
    amounts = {
        "paper-0": ["3.4 million crowns", "600", "five weeks"],
        "paper-1": ["4.3 million crowns", "6,000", "three months"],
    }
    for article in hall.articles:
        counts = sorted(f"number against another account: {amount}" for amount in amounts[article])
        others = ["one name, two spellings", "quotation against another account"]
        assert claims(hall.of(article)) == ["day against another account", *counts, *others]
        assert all(one.kind == "conflict" and one.suggests is None for one in hall.of(article))


def test_a_conflict_is_written_and_printed_as_one(hall: Scan) -> None:
    schema = json.loads(files("samestory.case.schema").joinpath("scan.json").read_text("utf-8"))
    jsonschema.validate(hall.to_json(), schema)
    assert {one["kind"] for one in hall.to_json()["candidates"]} == {"conflict"}
    case = bare_case([Document(HERALD, "paper-0", DAY), Document(GAZETTE, "paper-1", DAY)])
    printed = "\n".join(report(case, hall))
    assert printed.count("[≠] conflict: two ") == len(hall.candidates)
    assert "slip" not in printed


def test_a_third_account_decides_a_day() -> None:
    told = [
        "The old ferry sank off the island of Nordo on Sunday night with nobody aboard.",
        "On Monday the ferry sank near Nordo; nobody was aboard.",
        "Fishermen saw how the ferry sank off Nordo on Monday, with nobody aboard and no light on deck.",
    ]
    assert {one.article: one.kind for one in scanned(*told).candidates if "day" in one.rule} == {"paper-0": "finding"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "On Monday a lorry lost 300 crates of beer on the ring road near Halle.",
            "A lorry lost 3,000 crates of beer on Sunday on the ring road near Halle.",
        ),
        (
            "A fire in a hostel on Kirk Street in Dunmoor killed 4 guests on Friday night, the fire service said.",
            "A fire in a hostel on Kirk Street in Dunmoor killed 14 guests on Thursday night, the fire service said.",
        ),
    ],
)
def test_a_day_and_a_number_of_one_sentence_may_both_be_told_differently(one: str, other: str) -> None:
    found = [each.rule for each in scanned(one, other).candidates]
    assert found.count("day against another account") == found.count("number against another account") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Shares in Velmar Steel closed 3 percent lower in Oslo on Monday.",
            "Shares in Velmar Steel closed 4 percent lower in Oslo on Tuesday.",
        ),
        (
            "The swim across the bay on Saturday drew 140 starters from six clubs.",
            "The run round the bay on Sunday drew 210 starters from nine clubs.",
        ),
    ],
)
def test_two_days_with_a_number_each_are_two_happenings(one: str, other: str) -> None:
    assert not [each for each in scanned(one, other).candidates if "against another" in each.rule]
