"""Odd phrases: readable cases in tests/cases/oddity, a file for each rule, and what holds of every text.

Each case has the reading it suggests and, where given, its certainty (sure, possible) and its kind (lexicon, other
account, shape, typing). `others` are other accounts of the same event. `odd: []` says that a text is sound, however
odd it looks: these matter as much. Add an entry; nothing else needs to change. All texts are made up, but for phrases
quoted from the five articles of the course.
"""

from itertools import pairwise

import pytest
from growing import assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st
from made_cases import CASES, read_cases

from samestory.oddity import odd_phrases
from samestory.text import Document

FILES = [path.name for path in sorted((CASES / "oddity").glob("*.yml")) if path.stem != "shared"]
ODD = [case for file in FILES for case in read_cases(f"oddity/{file}")]

PIECES = ["overseas minister", "foreign minister", "the", "the the", "a attack", "meeting", "conference", "discussion"]
PIECES += [
    ". On other matters ranging from it.",
    " ",
    "\n",
    "\r\n",
    "\u00a0",
    "“",
    "”",
    "’",
    "-",
    ".",
    "? ",
    "U.S.",
    "🚢",
    "Я",
    "\0",
]
PIECES += [
    "Donetsk People’s Republic",
    "Luhansk Founding of the Republic",
    "and",
    "accused him of having to go",
    "such",
]
PIECES += [
    "it invaded Nordo",
    "Nordo’s invasion of Sund",
    "such big decision,",
    "is later freed",
    "several nation were",
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.text(max_size=80))

HOSTILE = {
    "one word repeated": "minister ",
    "a stand-in repeated": "alien minister ",
    "one sentence repeated": "The alien minister met the the crew. ",
    "names repeated": "The Nordo Old Republic and the Sund People's Republic ",
    "invasions repeated": "Nordo's invasion of Sund. It invaded Nordo. ",
    "no spaces": "minister",
    "only quotation marks": "\"“”'",
    "only digits": "1234567890",
    "only stops": ".",
    "NUL bytes": "\0",
    "CRLF": "a attack\r\n",
    "every plane": "".join(chr(plane * 0x10000 + 0x61) for plane in range(17)),
}


def outcome(text, others=()):
    return [(one.text, one.suggests, one.certainty, one.kind) for one in odd_phrases(text, others)]


@pytest.mark.parametrize("case", ODD, ids=lambda case: case["text"][:50] or "nothing")
def test_the_odd_phrases_of_the_case_are_found_and_no_others(case):
    found = odd_phrases(case["text"], case.get("others", ()))
    assert [one.text for one in found] == [wanted["phrase"] for wanted in case["odd"]]
    for one, wanted in zip(found, case["odd"], strict=True):
        given_values = {name: getattr(one, name) for name in wanted if name != "phrase"}
        assert given_values == {name: value for name, value in wanted.items() if name != "phrase"}


def test_the_place_in_the_other_account_is_told():
    others = ["Nothing here.", "Volunteers gave hot soup to the people on the quay."]
    [one] = odd_phrases("Volunteers gave sultry broth to the people on the quay.", others)
    number, start, end = one.where
    assert (number, others[number][start:end]) == (1, "hot soup")


@pytest.mark.parametrize("case", ODD, ids=lambda case: case["text"][:50] or "nothing")
def test_a_reason_is_one_sentence_that_accuses_nobody(case):
    for one in odd_phrases(case["text"], case.get("others", ())):
        assert one.reason.endswith(".")
        low = one.reason.lower()
        assert not any(word in low for word in ("machine", "robot", "copied", "stolen", "plagiar", "lie ", "fake"))


@given(texts, st.lists(texts, max_size=2))
def test_offsets_cut_what_they_claim_in_order_and_apart(text, others):
    found = odd_phrases(text, others)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for one in found:
        assert one.where is None or others[one.where[0]][one.where[1] : one.where[2]].strip()


@pytest.mark.parametrize("file", FILES)
def test_each_file_says_what_its_rule_leaves(file):
    assert any(not case["odd"] or len(case["odd"]) < case["text"].count(".") for case in read_cases(f"oddity/{file}"))


@pytest.mark.parametrize("case", ODD[::9], ids=lambda case: case["text"][:50] or "nothing")
def test_documents_and_plain_texts_give_the_same_findings(case):
    others = case.get("others", [])
    assert odd_phrases(Document(case["text"]), [Document(other) for other in others]) == odd_phrases(
        case["text"], others
    )


@given(texts, st.lists(texts, max_size=2))
def test_the_same_text_gives_the_same_findings(text, others):
    assert odd_phrases(text, others) == odd_phrases(text, list(others))


@pytest.mark.parametrize("line", ["top of page", "Subscribe to our newsletter", "10 views 0 comments", "Read more"])
def test_a_line_of_furniture_changes_nothing_in_the_article(line):
    for case in ODD:
        text, others = case["text"], case.get("others", ())
        assert outcome(f"{line}\n\n{text}\n\n{line}", others) == outcome(text, others)


def test_an_unrelated_account_changes_nothing():
    for case in ODD:
        others = case.get("others", [])
        assert outcome(case["text"], [*others, "Snow fell on the hills all day."]) == outcome(case["text"], others)


def read_beside_half_of_it(text):
    found = odd_phrases(text, [text[: len(text) // 2]])
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_a_hostile_text_takes_twice_the_time(piece):
    assert_in_step(read_beside_half_of_it, repeated(piece))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_ends(piece):
    read_beside_half_of_it(repeated(piece)(1_000_000))
