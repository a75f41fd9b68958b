"""An article that is an agency's copy by its own words plays the agency's part, with an empty record."""

import pytest

from samestory.scanning import scan
from samestory.scanning.bare import bare_case
from samestory.scanning.candidate import Candidate
from samestory.text import Document
from samestory.text.source.wire import wire_sign

STORY = (
    "The ferry to Nordo stopped on Monday after a storm tore its landing stage away and threw two boats ashore.\n\n"
    "Some 140 passengers spent the night in the school, where the baker brought them bread and milk at midnight.\n\n"
    "“We will not sail again before the last plank of the landing stage is mended,” Captain Eva Dahl told reporters.\n"
)
OWN = "The island paper sent its own reporter to the quay of Nordo, who found the harbour office closed.\n\n"


def found(texts: dict[str, str]) -> list[Candidate]:
    made = scan(bare_case([Document(text, name) for name, text in texts.items()]))
    return [one for one in made.candidates if one.label == "wire-copy"]


@pytest.mark.parametrize(
    "agencys",
    [
        "NORDO (AP) — " + STORY,
        "NORDO, Oct. 3 (Reuters) - " + STORY,
        "Ferry stops at Nordo\n\nBy IDA LIND, Associated Press\n\n" + STORY,
        "Ferry stops at Nordo\n\n" + STORY + "\n(Reporting by Ida Lind in Nordo; Editing by Erik Dahl)\n",
        "Ferry stops at Nordo\n\n" + STORY + "\nSource: Agence France-Presse\n",
    ],
)
def test_a_page_that_shares_prose_with_an_agencys_copy_is_marked(agencys: str) -> None:
    copied = [one for one in found({"post": agencys, "gazette": OWN + STORY}) if one.rule == "wire copy"]
    assert {one.article for one in copied} == {"gazette"}
    assert any("threw two boats ashore" in one.text for one in copied)
    # Both may have heard the captain.
    assert not any(one.text.startswith("“We will not sail") for one in copied)


def test_an_agency_that_nobody_knows_is_known_by_its_dateline_and_its_own_page_is_left_alone() -> None:
    marked = found({"post": "PORT ELLARY, Scotland, 12 March (Skerry Wire) - " + STORY, "gazette": OWN + STORY})
    assert {(one.article, one.rule) for one in marked} == {("gazette", "wire copy")}
    assert all("Skerry Wire" in one.reason for one in marked)


@pytest.mark.parametrize(
    "plain",
    [
        "RESULTS, May 3 (58) - " + STORY,
        "RESULTS (Group A) - " + STORY,
        "Ida Lind, May 3 (Greens) - " + STORY,
        "Nordo (Port) - " + STORY,
        "NORDO — " + STORY,
        STORY + "\nAdditional reporting by Ida Lind\n",
        STORY + "\n(with AFP)\n",
        STORY.replace("told reporters", "told Reuters"),
    ],
)
def test_a_page_that_says_no_such_thing_plays_no_agency(plain: str) -> None:
    assert wire_sign(plain) is None
    assert [one for one in found({"post": plain, "gazette": OWN + STORY}) if one.rule == "wire copy"] == []


@pytest.mark.parametrize(
    ("line", "sign", "agency"),
    [
        ("NORDO (AP) — The ferry stopped.", "NORDO (AP)", "The Associated Press"),
        ("NORDO — (AP) The ferry stopped.", "NORDO — (AP)", "The Associated Press"),
        ("Nordo, Md., Feb. 22 (UPI) -- The ferry stopped.", "Nordo, Md., Feb. 22 (UPI)", "United Press International"),
        ("(Reuters) - The ferry stopped.", "(Reuters)", "Reuters"),
        ("Reuters Staff", "Reuters Staff", "Reuters"),
        ("AP National Writer", "AP National Writer", "The Associated Press"),
        ("By Ida Lind and Erik Dahl, Reuters", "By Ida Lind and Erik Dahl, Reuters", "Reuters"),
    ],
)
def test_the_sign_is_cut_whole_and_names_the_agency(line: str, sign: str, agency: str) -> None:
    text = f"Ferry stops\n\n{line}\n"
    found = wire_sign(text)
    assert found is not None
    assert (text[found.start : found.end], found.agency) == (sign, agency)


@pytest.mark.parametrize("line", ["The company (Reuters) - said", "He told Reuters", "Ida Lind works for Reuters"])
def test_a_line_that_only_names_an_agency_is_no_sign(line: str) -> None:
    assert wire_sign(line) is None


def test_two_papers_that_both_name_the_agency_are_not_each_others_source() -> None:
    signed = dict.fromkeys(("post", "gazette"), "NORDO (AP) — " + STORY)
    assert {(one.article, one.rule) for one in found(signed)} == {(name, "an agency's sign") for name in signed}


def test_the_agencys_own_page_needs_no_sign() -> None:
    assert [one.article for one in found({"Reuters": "NORDO (Reuters) - " + STORY, "post": OWN})] == []
