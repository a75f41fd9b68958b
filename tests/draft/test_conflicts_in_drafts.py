"""What drafts ask about conflicts of which nobody knows who is right: no key of them may be wrong."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from samestory.case import Case, load_case
from samestory.case.model import Article
from samestory.draft import drafts
from samestory.draft.kinds.telling import ClaimedWords, stand_of
from samestory.draft.written import write_drafts
from samestory.inbox import FileFound, Taken
from samestory.inbox.made import make_case
from samestory.text import passage

TEXTS = {
    "gleaner": """Kiln fire at the Brantham pottery

A fire destroyed the old kiln house of the Brantham pottery on Saturday night, and 64 workers were sent home, \
the fire brigade said. A spark from the chimney may have set the roof alight, the brigade said.

“We had two engines at the gate within ten minutes,” said officer Petra Lunt. “Nobody was inside and nobody is missing.”
""",
    "evening-sun": """Pottery burns in Brantham

A fire destroyed the old kiln house of the Brantham pottery on Sunday night, and 46 workers were sent home, \
the fire brigade said. A spark from the chimney set the roof alight.

“We had five engines at the gate within ten minutes,” said Petra Lunt. “Nobody was inside.”
""",
    "county-mail": """Potters wait for news

A fire destroyed the old kiln house of the Brantham pottery on Saturday night, the fire brigade said.

The owner, Hugh Marl, said that a man had come on Sunday to look at the chimney. He will speak to the workers on Monday.
""",
}


@cache
def drafted() -> Case:
    with TemporaryDirectory() as folder:
        taken = [Taken(FileFound(f"{name}.txt", text.encode()), text) for name, text in TEXTS.items()]
        make_case(Path(folder) / "kiln", "The kiln", taken)
        write_drafts(Path(folder) / "kiln")
        return load_case(Path(folder) / "kiln")


def test_a_day_that_an_account_has_for_something_else_is_no_agreement():
    sunday = ClaimedWords("evening-sun", "on Sunday", TEXTS["evening-sun"].splitlines()[2])
    saturday = ClaimedWords("gleaner", "on Saturday", TEXTS["gleaner"].splitlines()[2])
    assert stand_of(drafted().articles["county-mail"], sunday, saturday) == ("conflicts", "on Saturday")


def test_each_claim_stands_once_and_says_which_words_are_meant():
    spec = next(one for one in drafts(drafted()).specs if one["kind"] == "matrix")
    texts = [claim["text"] for claim in spec["claims"]]
    assert len(texts) == len(set(texts))
    assert all(text.startswith("“") for text in texts)


def test_a_pair_of_accounts_is_asked_about_once_and_a_cut_or_a_hedge_contradicts_nobody():
    spec = next(one for one in drafts(drafted()).specs if one["id"] == "kiln-conflicts")
    first = [(item["text"].split("\n")[0], item["group"]) for item in spec["items"]]
    told = {quote for quote, group in first if group == "conflict"}
    assert told & {"“on Saturday”", "“on Sunday”"}
    for either in ({"“on Saturday”", "“on Sunday”"}, {"“64”", "“46”"}):
        assert len(told & either) <= 1
    assert "“Nobody was inside.”" not in told
    assert not any("set the roof alight" in quote for quote in told)


HERE = ClaimedWords("a", "17", "The flood in Lower Marsh left 17 families without homes, the council said.")
THERE = ClaimedWords("b", "71", "The council said that 71 families in Lower Marsh have no homes after the flood.")


def article(name: str, text: str) -> Article:
    return replace(next(iter(drafted().articles.values())), id=name, passage=passage(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("After the flood the council of Lower Marsh found beds for 17 families.", "agrees"),
        ("After the flood the council of Lower Marsh found beds for 71 families.", "conflicts"),
        ("Bus 17 runs again. A market is held each week.", ""),
        ("After the flood the council of Lower Marsh found beds for many families.", ""),
        ("The school play was a success, teachers said.", "silent"),
        ("Of 17 families in Lower Marsh the council spoke after the flood. Of 71 families in Lower Marsh, too.", ""),
    ],
)
def test_how_a_third_account_stands_to_a_number(text, stand):
    assert stand_of(article("c", text), HERE, THERE)[0] == stand
