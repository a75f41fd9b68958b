"""A proposal keeps its id while the text around it changes; what nobody can decide is called open when it is kept."""

from types import SimpleNamespace
from typing import Any

import samestory as ss
from samestory.desk.counter import gathered
from samestory.desk.deciding import ruling_asked_for
from samestory.desk.proposal import Proposal, proposal_id, proposals
from samestory.desk.rulings import Rulings
from samestory.scanning.bare import bare_case

POST = "About 300 people came on Monday, said Ann Lee. Some 300 stayed."
ECHO = "About 400 people came on Monday, said Ann Lee."


def proposed(post: str) -> dict[str, list[str]]:
    case = bare_case([ss.read(post, "post"), ss.read(ECHO, "echo")])
    found: dict[str, list[str]] = {}
    for one in proposals(ss.scan(case), case.articles):
        found.setdefault(f"{one.article} {one.text}", []).append(one.id)
    return found


def test_an_id_stays_while_the_text_grows_around_the_words() -> None:
    before = proposed(POST)
    assert before["post 300"]
    assert proposed(f"Town 🔥\n\n{POST}")["post 300"] == before["post 300"]
    assert proposed(POST.replace("300 people", "350 people")).get("post 300") != before["post 300"]


def test_the_same_words_further_down_are_another_proposal() -> None:
    assert len({proposal_id("slip", "post", "300", nth) for nth in range(3)}) == 3
    assert proposal_id("slip", "post", "300\n traders", 0) == proposal_id("slip", "post", "300 traders", 0)


def test_kept_where_nothing_shows_who_is_right_it_is_open_and_counts_as_no_fault() -> None:
    case = bare_case([ss.read(POST, "post"), ss.read(ECHO, "echo")])
    one = Proposal(
        "slip-0",
        "post",
        "conflict",
        "conflict: two tellings of a fact",
        "slip",
        6,
        9,
        "300",
        "possible",
        "So.",
        None,
        (),
    )
    opened: Any = SimpleNamespace(case=case, queue=(one,))
    ruling = ruling_asked_for({"proposal": "slip-0", "decided": "accepted"}, opened, Rulings(), "Ada", "")
    assert (ruling.certainty, ruling.outcome, ruling.place.quote) == ("open", "finding", "300")
    counts = gathered("post", [("slip", "open")] * 4 + [("slip", "proved"), ("framing", "proved")], 0)
    assert (counts.faults, counts.differ, counts.lacks[0]) == (1, 4, "2 more faults: three are a start.")


def test_conflicts_come_first_and_what_is_no_fault_last() -> None:
    case = bare_case([ss.read(POST, "post"), ss.read(ECHO, "echo")])
    kinds = ("furniture", "slip", "cut", "name", "conflict", "altered-quotation", "new kind")
    some = [SimpleNamespace(article="post", label="slip", start=0, end=5, certainty="sure", reason="", suggests=None,
                            evidence=(), kind=kind) for kind in kinds]  # fmt: skip
    found: Any = SimpleNamespace(candidates=some)
    order = [one.kind for one in proposals(found, case.articles)]
    assert order == ["conflict", "altered-quotation", "cut", "slip", "name", "furniture", "new kind"]
