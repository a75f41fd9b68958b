"""A page as a part of the printed whole: where its links lead."""

import pytest

from samestory.book.print.sheet import target

ANCHORS = {"book/index": "p1", "notebooks/01-one": "p4"}


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("#document-book/index", "#p1"),
        ("#document-notebooks/01-one#cut", "#p4-cut"),
        ("#document-book/results", ""),
        ("#document-book/results#cut", ""),
        ("#letter-a", "#p2-letter-a"),
        ("_downloads/x.zip", ""),
        ("", ""),
        ("https://example.org/#top", "https://example.org/#top"),
        ("//example.org", "//example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_inside_or_to_the_world_or_nowhere(address: str, leads: str) -> None:
    assert target(address, "p2", ANCHORS) == leads
