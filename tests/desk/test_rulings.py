"""Decisions: the latest of each person counts, one can be taken back, two people's are merged, with their kappa."""

import pytest

from samestory.desk.foothold import Foothold
from samestory.desk.ruling import Ruling, ruling_from
from samestory.desk.rulings import Rulings, agreed
from samestory.desk.two_readers import two_readers


def ruled(
    proposal: str, outcome: str, by: str = "Ada", when: str = "2026-05-12T10:00:00+00:00", **more: object
) -> Ruling:
    decided = {"finding": "accepted", "control": "refused", "dropped": "refused"}[outcome]
    values = {
        "proposal": proposal,
        "decided": decided,
        "sound": outcome == "control",
        "article": "post",
        "quote": "words",
    }
    found = ruling_from({**values, "by": by, "when": when, "label": "slip", "why": "So.", **more})
    assert found
    assert found.outcome == outcome
    return found


def test_who_decides_again_has_changed_their_mind_and_can_take_it_back() -> None:
    both = Rulings((ruled("a", "finding"), ruled("a", "dropped")))
    assert [one.outcome for one in both.standing()["a"]] == ["dropped"]
    before, undone = both.without_last("Ada")
    assert undone
    assert undone.outcome == "dropped"
    assert [one.outcome for one in before.standing()["a"]] == ["finding"]
    assert before.without_last("Ben") == (before, None)


def test_merged_twice_is_merged_once_and_in_any_order() -> None:
    ada = Rulings((ruled("a", "finding"), ruled("b", "control", when="2026-05-12T12:00:00+00:00")))
    ben = Rulings((ruled("a", "dropped", "Ben", "2026-05-12T11:00:00+00:00"),))
    once = ada.merged(ben)
    assert once == once.merged(ben) == ben.merged(ada)
    assert [one.by for one in once.all] == ["Ada", "Ben", "Ada"]


def test_where_two_differ_nothing_is_agreed_until_one_settles_it() -> None:
    both = Rulings((ruled("a", "finding"), ruled("a", "dropped", "Ben")))
    assert agreed(both.standing()["a"]) is None
    settled = both.with_one(ruled("a", "control", "Ben", settles=True))
    assert [one.outcome for one in settled.standing()["a"]] == ["control"]
    assert two_readers(settled)[0].of == 1  # what each said alone still counts for kappa


def test_kappa_is_cohens() -> None:
    # Both decide on 20: 8 and 7 alike, the rest apart. Reckoned by hand: observed .75, expected .5, kappa .5.
    said = (
        [("finding", "finding")] * 8
        + [("dropped", "dropped")] * 7
        + [("finding", "dropped")] * 2
        + [("dropped", "finding")] * 3
    )
    some = [
        ruled(f"p{n}", one, by) for n, pair in enumerate(said) for one, by in zip(pair, ("Ada", "Ben"), strict=True)
    ]
    (found,) = two_readers(Rulings(tuple(some)))
    observed, expected = 15 / 20, (10 * 11 + 10 * 9) / 400
    assert (found.same, found.of) == (15, 20)
    assert found.kappa == pytest.approx((observed - expected) / (1 - expected))


@pytest.mark.parametrize(
    ("said", "kappa"), [([], None), ([("finding", "finding")] * 3, None), ([("finding", "dropped")] * 2, 0)]
)
def test_kappa_where_there_is_nothing_to_tell(said: list[tuple[str, str]], kappa: float | None) -> None:
    some = [
        ruled(f"p{n}", one, by) for n, pair in enumerate(said) for one, by in zip(pair, ("Ada", "Ben"), strict=True)
    ]
    some += [ruled("x", "finding", "Ada"), ruled("y", "finding", "Ben")]
    (found,) = two_readers(Rulings(tuple(some)))
    assert found.kappa == kappa
    assert found.in_words()


@pytest.mark.parametrize("given", [None, [], "x", {}, {"proposal": "a"}, 
                                   {"proposal": 3, "article": "b", "quote": "c", "decided": "accepted"},
                                   {"proposal": "a", "article": "b", "quote": "c", "decided": "liked"}])  # fmt: skip
def test_what_is_no_decision_is_none(given: object) -> None:
    assert ruling_from(given) is None


def test_a_decision_comes_back_as_it_was() -> None:
    evidence = [{"article": "echo", "quote": "a"}, {"record": "said"}, {"says": "By the calendar."}]
    one = ruled("a", "control", note="It is a name.", evidence=evidence, should_be="b", before="x", after="y")
    assert ruling_from(one.to_json()) == one
    assert one.place == Foothold("words", "x", "y")
    odd = ruled("a", "finding", label="what", certainty="sure", evidence=[3, {"article": "no quote"}])
    assert (odd.label, odd.certainty, odd.evidence) == ("slip", "likely", ())
