"""A paragraph that stands twice in an article is one finding, and it names who else prints it twice."""

from samestory.scanning import scan
from samestory.scanning.bare import bare_case
from samestory.scanning.candidate import Candidate
from samestory.text import Document
from samestory.text.repeat import repeats

FIRST = "The ferry to Nordo stopped on Monday after a storm tore its landing stage away and threw two boats ashore."
NEXT = "Some 140 passengers spent the night in the school, where the baker brought them bread and warm milk."
LONG = f"{FIRST} Nobody knows when it will sail again, and the harbour office does not answer the telephone."


def found(texts: dict[str, str]) -> list[Candidate]:
    made = scan(bare_case([Document(text, name) for name, text in texts.items()]))
    return [one for one in made.candidates if one.rule == "paragraph printed twice"]


def test_a_paragraph_printed_twice_is_one_finding_at_its_second_place() -> None:
    [one] = found({"post": "\n\n".join((FIRST, NEXT, FIRST))})
    assert (one.text, one.start, one.certainty) == (FIRST, len(FIRST) + len(NEXT) + 4, "possible")
    assert one.reason == "The paragraph that begins “The ferry to Nordo stopped on” is printed twice."


def test_three_times_is_still_one_finding_and_a_long_one_is_sure() -> None:
    [one] = found({"post": "\n\n".join((LONG, NEXT, LONG, LONG))})
    assert one.certainty == "sure"
    assert "3 times" in one.reason


def test_the_reason_says_who_else_prints_it_twice() -> None:
    twice = "\n\n".join((FIRST, NEXT, FIRST))
    both = found({"post": twice, "gazette": twice.replace("milk.", "milk, it is said."), "radio": FIRST})
    assert {(one.article, one.reason.rsplit(". ")[-1]) for one in both} == {
        ("post", "So it is in gazette."),
        ("gazette", "So it is in post."),
    }


def test_refrains_other_paragraphs_and_a_quotation_taken_up_again_are_left_alone() -> None:
    assert repeats("Oh ferry, ferry, sail for me.\n" * 9) == ()
    assert repeats(f"{FIRST}\n{FIRST[:-1]} in the bay.\n{NEXT}") == ()
    assert repeats("") == ()
