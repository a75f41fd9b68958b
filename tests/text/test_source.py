"""Sources: readable cases in tests/cases/sources.yml, and what holds of every text."""

import pytest
from growing import EVERY_PLANE, assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import read_cases

from samestory.course import load_shipped
from samestory.text.quotation import quotations
from samestory.text.source.find import sources

PIECES = [
    "Mayor Ida Lind said ",
    "he said",
    "“We wait,” ",
    "said Lind",
    "told Reuters ",
    "according to ",
    "CNN",
    "the ",
]
PIECES += [
    "US officials ",
    "warned that ",
    "it rained",
    ". ",
    ", ",
    "\n",
    "\r\n",
    "\n\n",
    "“",
    "”",
    "'",
    "(AP)",
    "Source: Reuters",
]
PIECES += [
    "By Ida Holm",
    "[File: Per Vik/AP]",
    "a person familiar with the plan ",
    "its study ",
    "shows ",
    "and ",
    "who ",
    "🚢",
    "\0",
]
PIECES += [
    "Lind",
    "’s",
    "them",
    "said",
    "in an email ",
    "the email ",
    "seen by ",
    "\u2028",
    "\x85",
    "\u00a0",
    "A Reuters reporter saw ",
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))
ARTICLES = ["al-jazeera", "powerhouse-news", "responsible-statecraft", "san-juan-daily-star", "visegrad24"]
ABOVE = "Menu\n\nFollow us on social\n\n"
BELOW = "\n\nShare this article\n\n12 comments\n\n© 2024 Nordo Courier. All rights reserved.\n"


def _article(name: str) -> str:
    return load_shipped().cases["blinken-lavrov"].articles[name].text


def _text(case: dict) -> str:
    return _article(case["article"]) if "article" in case else case["text"]


@pytest.mark.parametrize(
    "case", read_cases("sources.yml"), ids=lambda case: (case.get("article") or case["text"])[:50] or "nothing"
)
def test_the_sources_of_the_case_are_found_and_counted(case):
    found = sources(_text(case))
    cited = [f"{one.name} | {one.kind} | {'named' if one.is_named else 'not'}" for one in found.citations]
    assert cited == case["cites"]
    assert found.independent == case["independent"]


def test_a_person_spoken_of_in_three_ways_is_one_voice():
    found = sources(
        "Secretary of State Antony Blinken said no. The secretary of state said why. “No,” he added. Blinken said so."
    )
    assert {one.voice for one in found.citations} == {0}
    assert found.voices[0].name == "Antony Blinken"


def test_the_verb_and_the_outlet_spoken_to_are_given():
    found = sources("“We wait,” Lind told Reuters. According to CNN, it rained.")
    assert [(one.verb, one.via) for one in found.citations] == [("told", "Reuters"), ("according to", "")]


def test_a_credit_adds_no_voice_and_a_second_agency_does():
    assert sources("Lind said no.\n\nSource: Reuters").independent == 1
    assert sources("Lind said no. AFP reported that it rained.\n\nSource: Reuters").independent == 2


@given(texts)
def test_every_citation_cuts_its_name_from_the_text_and_has_a_voice_that_is_there(text):
    found = sources(text)
    assert [text[one.start : one.end] for one in found.citations] == [one.name for one in found.citations]
    assert [one.start for one in found.citations] == sorted(one.start for one in found.citations)
    assert all(-1 <= one.voice < len(found.voices) for one in found.citations)
    assert all(found.voices[one.counts_with].counts_with == one.counts_with for one in found.voices)
    assert found.independent <= len({one.voice for one in found.citations})


@pytest.mark.parametrize("name", ARTICLES)
def test_lines_of_the_page_around_an_article_change_nothing_that_is_found_in_it(name):
    text = _article(name)
    page = ABOVE + text + BELOW
    shift = len(ABOVE)
    plain, framed = sources(text), sources(page)
    assert [(one.start + shift, one.end + shift, one.kind, one.voice) for one in plain.citations] == [
        (one.start, one.end, one.kind, one.voice) for one in framed.citations
    ]
    assert plain.independent == framed.independent
    assert [(one.start + shift, one.end + shift, one.speaker) for one in quotations(text)] == [
        (one.start, one.end, one.speaker) for one in quotations(page)
    ]


LINES = [
    "Menu",
    "Follow us on social",
    "- Advertisement -",
    "Share this article",
    "10 views0 comments",
    "© 2024 Nordo Courier",
]


@given(st.lists(st.sampled_from(LINES), max_size=4), st.lists(st.sampled_from(LINES), max_size=4))
def test_any_lines_of_a_page_leave_the_sources_of_a_story_as_they_are(above, below):
    story = "Ferry to Nordo stops\n\nThe ferry stops on Monday, Mayor Ida Lind said.\n\n“We wait,” she told Reuters."
    story += "\n\nSource: Reuters"
    before = "".join(f"{line}\n\n" for line in above)
    page = before + story + "".join(f"\n\n{line}" for line in below)
    expected = [(one.start + len(before), one.name, one.kind, one.voice) for one in sources(story).citations]
    assert [(one.start, one.name, one.kind, one.voice) for one in sources(page).citations] == expected


def numbered_mayors(size):
    return "".join(f"Mayor Lind{number} Vik{number} said so. " for number in range(size // 34))


HOSTILE = [
    *map(
        repeated, ("Lind said he waits. ", "Lind said he waits.\n", "“", "according to ", "said ", "US officials and ")
    ),
    *map(repeated, ("(", "[File: ", "\0")),
    numbered_mayors,
    repeated(EVERY_PLANE),
]


@pytest.mark.parametrize("made", HOSTILE, ids=range(11))
def test_twice_a_hostile_text_takes_twice_the_time(made):
    assert_in_step(sources, made)


@pytest.mark.slow
@pytest.mark.parametrize("made", HOSTILE, ids=range(11))
def test_a_hostile_text_of_200_kb_is_read(made):
    assert sources(made(200_000)).independent >= 0
