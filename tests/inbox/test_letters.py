"""Bytes become text, whatever program saved them."""

import codecs

import pytest

from samestory.inbox.letters import decoded
from samestory.inbox.taken import NoTextError

SAID = "“Señora Ibáñez” said: we don’t go.\nShe went."


@pytest.mark.parametrize(
    "content",
    [
        SAID.encode(),
        codecs.BOM_UTF8 + SAID.encode(),
        SAID.encode("utf-16"),
        codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"),
        SAID.encode("utf-16-le"),
        SAID.encode("utf-16-be"),
        SAID.encode("cp1252"),
        SAID.replace("\n", "\r\n").encode(),
        SAID.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "utf-16 le mark", "utf-16 be mark", "utf-16 le", "utf-16 be", "cp1252", "crlf", "cr"],
)
def test_the_same_words_come_out_of_every_encoding(content: bytes) -> None:
    assert decoded(content)[0] == SAID


def test_a_guess_is_said_to_be_one() -> None:
    assert decoded(SAID.encode())[1] is None
    assert "a guess" in str(decoded(SAID.encode("cp1252"))[1])


def test_russian_in_a_windows_encoding_is_read() -> None:
    pytest.importorskip("charset_normalizer")
    said = "Мэр отменила ярмарку во вторник. На неё записались тысяча двести человек, сказала она журналистам."
    assert decoded(said.encode("cp1251"))[0] == said


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(NoTextError, match=r"save it as \.txt"):
        decoded(bytes(range(32)) * 20)
