"""Furniture: readable pages in tests/cases/furniture.yml, the five articles, and what holds of every page."""

import pytest
from growing import assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.course import load_shipped
from samestory.text.page.find import furniture
from samestory.text.page.patterns import FURNITURE_RULES

# Every line of the five articles that is the page's and not the article's, by its beginning; repeated lines twice.
GOLD = {
    "al-jazeera": [
        "U.S. Secretary of State Antony Blinken speaks in a joint",
        "Blinken says he had agreed to meet Lavrov only",
    ],
    "powerhouse-news": [],
    "responsible-statecraft": [
        "Follow us on social",
        "Blinken-1-scaled",
        "Thanks to our readers and supporters",
        "We hope you will consider",
        "Secretary of State Antony J. Blinken gives opening remarks",
        "Analysis | Europe",
        "ukraine war",
        "Diplomacy Watch: Will Assad",
        "QiOSK",
        "Vladimir Putin has been humiliated",
        "That’s what pro-war Russian commentators",
        "keep readingShow less",
        "Ukraine Russian Assets money",
        "Top photo credit",
        "West confirms Ukraine billions",
        "Europe",
        "On Tuesday December 10",
        "Biden had already confirmed",
        "keep readingShow less",
        "Shavkat Mirziyoyev Donald Trump",
        "Top image credit",
        "Central Asia: The blind spot",
        "Asia-Pacific",
        "When President-elect Donald Trump",
        "At some point, he will hit the road",
        "keep readingShow less",
        "Trump transition",
        "Latest",
        "Newsletter",
        "Subscribe now to our weekly round-up",
    ],
    "san-juan-daily-star": ["top of page", "• Writer's picture", "10 views0 comments", "bottom of page"],
    "visegrad24": [
        "Fastest News Updates around the World",
        "- Advertisement -",
        "Leave a Reply",
        "This website uses cookies",
    ],
}
OWN = {"aj-source-line"}  # a finding calls this line furniture; here it is the article's own credit
KINDS = {rule.kind for rule in FURNITURE_RULES} | {
    *("caption", "photo-credit", "file-name", "masthead", "sections", "other-story", "repeated", "leftover")
}
PIECES = [
    "Menu",
    "Share",
    "Related",
    "Read more",
    "Ferry stops at Nordo",
    "By Ida Holm",
    "3 March 2024",
    "Vik",
    "“",
    "~",
    " ",
]
PIECES += [
    "The ferry to Nordo stops on Monday, the company said.",
    "Photo: Per Vik",
    "[File: Per Vik/AP]",
    "🚢",
    "\u00a0",
]
PIECES += [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x85",
    "\0",
    "We hope you will consider a donation to our newsroom.",
    "10 views",
]
pages = st.one_of(st.lists(st.sampled_from(PIECES), max_size=50).map("".join), st.text(max_size=80))


def _marked(page: str) -> tuple[str, set[int], set[int]]:
    """The page without its marks, the numbers of the lines that must be found, and of those that may be."""
    plain, must, may = [], set(), set()
    for number, line in enumerate(page.split("\n")):
        {"~ ": must, "? ": may}.get(line[:2], set()).add(number)
        plain.append(line[2:] if line[:2] in ("~ ", "? ") else line)
    return "\n".join(plain), must, may


@pytest.mark.parametrize("case", read_cases("furniture.yml"), ids=lambda case: case["about"])
def test_the_lines_marked_in_the_case_are_found_and_no_other(case):
    text, must, may = _marked(case["page"])
    found = furniture(text, case.get("others", ()))
    numbers = {text.count("\n", 0, one.start) for one in found}
    lines = text.split("\n")
    assert [lines[n] for n in sorted(must - numbers)] == []
    assert [lines[n] for n in sorted(numbers - must - may)] == []
    if "kinds" in case:
        assert [one.kind for one in found] == case["kinds"]


def test_there_are_enough_cases_with_and_without_furniture():
    marked = [_marked(case["page"])[1] for case in read_cases("furniture.yml")]
    assert len(marked) >= 35
    assert sum(not must for must in marked) >= 5


def _article(name: str) -> str:
    return load_shipped().cases["blinken-lavrov"].articles[name].text


@pytest.mark.parametrize("name", GOLD)
def test_on_the_five_articles_every_furniture_line_is_found_and_no_line_of_the_article(name):
    found = furniture(_article(name))
    assert [one.text[: len(gold)] for one, gold in zip(found, GOLD[name], strict=True)] == GOLD[name]


def test_the_furniture_that_the_findings_name_is_among_what_is_found():
    case = load_shipped().cases["blinken-lavrov"]
    named = [one for one in case.findings.values() if one.label == "furniture" and one.id not in OWN]
    assert len(named) > 30
    for finding in named:
        found = furniture(case.articles[finding.article].text)
        assert any(one.start <= finding.start and finding.end <= one.end for one in found), finding.id


def test_the_other_stories_of_a_page_are_found_without_the_words_of_ours():
    text = _article("responsible-statecraft")
    changed = text.replace("Assad", "Moe").replace("Putin", "Vik").replace("Trump", "Lind").replace("Ukraine", "Nordo")
    assert [one.kind for one in furniture(changed)] == [one.kind for one in furniture(text)]


@given(pages)
def test_every_found_line_is_whole_and_cuts_what_it_claims(text):
    at = -1
    for one in furniture(text, (text[: len(text) // 2],)):
        assert text[one.start : one.end] == one.text == one.text.strip() != ""
        assert one.start > at
        assert (
            text[: one.start].rpartition("\n")[2].rpartition("\r")[2].split("\u2028")[-1].split("\x85")[-1].strip()
            == ""
        )
        assert (text[one.end : one.end + 400] + "\n").splitlines()[0].strip() == ""
        assert one.kind in KINDS
        assert one.reason.endswith(".")
        at = one.end


HOSTILE = [
    repeated("Related\nThe ferry to Nordo stops on Monday, Lind said to Vik.\n"),
    repeated("Ferry stops again\nVik\nThe ferry to Nordo stops on Monday, Lind said.\nRead more\n"),
    repeated("Share\n"),
    lambda size: "".join(f"line {number} of the page\r\n" for number in range(size // 24)),
    lambda size: "\n".join("1" * 1_400 + str(number) for number in range(size // 1_400)),
    lambda size: "\n".join("we use a (" * 140 + str(number) for number in range(size // 1_400)),
    lambda size: "Vik\n" * (size // 4) + "Read more\n",
    repeated("\0"),
    repeated("word "),
]


@pytest.mark.parametrize("made", HOSTILE, ids=range(9))
def test_twice_a_hostile_page_takes_twice_the_time(made):
    assert_in_step(furniture, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE, ids=range(9))
def test_a_hostile_page_of_300_kb_is_read(made):
    assert all(one.text for one in furniture(made(300_000)))
