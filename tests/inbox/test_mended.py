"""Broken letters are put right, what may be right is left alone, and every repair is told."""

import builtins

import pytest
from growing import assert_in_step, repeated
from hypothesis import given
from hypothesis import strategies as st

from samestory.inbox import FileFound, Taken, take
from samestory.inbox.mended import mended


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("&ldquo;We go,&rdquo; Lind said.", "“We go,” Lind said."),
        ("&amp;quot;Ferry&amp;quot; &#8211; &#x2014;", '"Ferry" – —'),
        ("â€œWe go,â€\x9d Lind said.", "“We go,” Lind said."),
        ("â€œWe go,â€ Lind said.", "“We go,” Lind said."),
        ("JosÃ© in ZÃ¼rich: Â«ouiÂ», Â£5 â€“ itâ€™s", "José in Zürich: «oui», £5 – it’s"),
        ("ðŸ˜€", "😀"),
    ],
)
def test_broken_letters_are_put_right_and_told(broken: str, right: str) -> None:
    found = mended(broken)
    assert found.text == right
    assert found.note.startswith("broken letters were mended")


@pytest.mark.parametrize(
    "sound",
    [
        "",
        "“We go,” Lind said — in Zürich.",
        "AT&T; R&D; and Q&A",
        "«CAFÉ» et «À »",
        "Ângela, Ção and Œuvre",
        "naïve €5 ‘n’",
    ],
)
def test_what_may_be_right_is_left_alone(sound: str) -> None:
    assert (mended(sound).text, mended(sound).note) == (sound, "")


@given(st.text(alphabet="aâ€œ\x9dÃ©&amp;quot;“é "))
def test_what_is_mended_stays_as_it_is(text: str) -> None:
    once = mended(mended(mended(text).text).text).text
    assert mended(once).text == once


def test_it_works_without_ftfy(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without(name: str, *rest: object, **named: object) -> object:
        if name == "ftfy":
            raise ImportError(name)
        return known(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert mended("JosÃ©").text == "José"


def test_a_file_says_what_was_mended_in_it() -> None:
    taken = take(FileFound("post.txt", "â€œWe go,â€\x9d JosÃ© said.".encode()))
    assert isinstance(taken, Taken)
    assert taken.text == "“We go,” José said."
    assert taken.notes == ("broken letters were mended (3): â€œ to “, â€ to ”, Ã© to é",)


@pytest.mark.parametrize("piece", ["â€œ", "&amp;", "Â"])
def test_twice_the_broken_letters_take_twice_the_time(piece: str) -> None:
    assert_in_step(mended, repeated(piece))
