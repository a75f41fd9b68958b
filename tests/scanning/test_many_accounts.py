"""A scan of many accounts of one event: each is read once, and few are laid side by side."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from growing import assert_in_step

from samestory.case import Case
from samestory.scanning import kin, scan
from samestory.scanning.bare import bare_case
from samestory.scanning.kin import NEAREST
from samestory.scanning.rules import day, spelled_name
from samestory.text.document import Document
from samestory.words.listed import listed

WIRE = [
    "The old ferry sank off Nordo on Monday with 40 sheep aboard, the harbour office said.",
    "“We heard a bang below the car deck and ran for the boats,” Captain Ida Lind told reporters.",
    "Divers searched the wreck until dusk and brought up the log and two of the anchors.",
    "Skerry Lines bought the vessel nine years ago from a yard in Hallen and rebuilt its bow.",
    "“Nobody told us that the bow door leaked,” Olav Moe, a deckhand, said in the ferry hall.",
    "The mayor of Vell closed the quay and asked the islanders to keep their boats ashore.",
    "An inspector had called the pumps too weak in a report that the line never answered.",
]
THINGS = sorted(
    listed("gate crane lamp net shed rope mast stove bell flag boat chart horn keel oar pier raft sail tide")
)
DOES = sorted(listed("painted counted moved mended sold hid washed burned weighed borrowed"))


def accounts(count: int, seed: int = 1) -> Case:
    """So many accounts of one event: some sentences of an agency's, with another day now and then, and own ones."""
    chance = random.Random(seed)

    def own() -> str:
        who = f"{chance.choice('BDFGKMNPRST')}{chance.choice(['ar', 'el', 'ir', 'on'])}{chance.choice('dklmnt')}a"
        return f"{who} {chance.choice(DOES)} the {chance.choice(THINGS)} beside the {chance.choice(THINGS)} of Nordo."

    def account() -> str:
        told = [*chance.sample(WIRE, 4), *(own() for _ in range(8))]
        chance.shuffle(told)
        return " ".join(told).replace("Monday", chance.choice(["Monday", "Monday", "Sunday"])) + "\n"

    return bare_case([Document(account(), f"account-{number:03}") for number in range(count)])


class Counted:
    """A function that counts its calls."""

    def __init__(self, task: Callable[..., Any]) -> None:
        self.task, self.calls = task, 0

    def __call__(self, *given: Any) -> Any:
        self.calls += 1
        return self.task(*given)


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> Counted:
    found = Counted(getattr(module, name))
    monkeypatch.setattr(module, name, found)
    return found


def test_the_names_and_the_days_of_all_accounts_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names, dates = counted(monkeypatch, spelled_name, "names"), counted(monkeypatch, day, "dates")
    found = scan(accounts(9))
    assert len(found.groups) == 1
    assert (names.calls, dates.calls) == (1, 1)


def test_each_account_is_laid_beside_its_nearest_and_judged_beside_all(monkeypatch: pytest.MonkeyPatch) -> None:
    closely = counted(monkeypatch, kin, "derivation_beside")
    found = scan(accounts(40))
    assert len(found.groups) == 1
    assert len(found.kinships) == 40 * 39 // 2
    assert 40 * NEAREST // 2 <= closely.calls <= 40 * NEAREST


def test_few_accounts_are_all_laid_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    closely = counted(monkeypatch, kin, "derivation_beside")
    scan(accounts(NEAREST + 1))
    assert closely.calls == (NEAREST + 1) * NEAREST // 2


def test_the_nearest_accounts_are_those_that_share_most() -> None:
    case = accounts(30)
    copy = Document(case.articles["account-007"].text + "So much for today.\n", "the copy")
    others = [Document(one.text, name) for name, one in case.articles.items()]
    [both] = [one for one in scan(bare_case([*others, copy])).kinships if {one.a, one.b} == {"account-007", "the copy"}]
    assert (both.level, both.certainty) == ("wholly", "sure")


def test_what_was_not_read_closely_says_so_and_is_never_sure() -> None:
    far = [one for one in scan(accounts(40)).kinships if "not read sentence by sentence" in one.reasons[-1]]
    assert far
    assert {one.certainty for one in far} == {"possible"}
    assert {one.level for one in far} <= {"wholly", "partly", "not"}


def test_the_same_days_conflict_in_whatever_order_the_accounts_stand() -> None:
    case = accounts(24)
    texts = [Document(one.text, name) for name, one in case.articles.items()]

    def conflicting(order: list[Document]) -> set[tuple[str, int]]:
        found = scan(bare_case(order)).candidates
        return {(one.article, one.start) for one in found if one.rule == "day against another account"}

    found = conflicting(texts)
    assert found
    assert conflicting(texts[::-1]) == found


@pytest.mark.slow
def test_twice_the_accounts_take_little_more_than_twice_the_time() -> None:
    seeds = iter(range(100))
    assert_in_step(scan, lambda count: accounts(count, next(seeds)), 50)
