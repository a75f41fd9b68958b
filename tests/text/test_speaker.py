"""Whose words a quotation is, and whether they were said in another language."""

from collections.abc import Callable

import pytest
from growing import assert_in_step, repeated

from samestory.text.cut import CutText
from samestory.text.dash_speech import dash_speech
from samestory.text.repeat import repeats
from samestory.text.set_out import set_out
from samestory.text.source.speaker import speakers
from samestory.text.source.tongue import in_translation


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Mayor Ida Lind left. “We wait,” she said.", ["Ida Lind"]),
        ("“We wait,” Mayor Ida Lind said. “Too late,” she said.", ["Ida Lind", "Ida Lind"]),
        ("“We wait,” Ida Lind said. “Too late.”\n\n“I go.”", ["Ida Lind"] * 3),
        ("Mayor Ida Lind said the ferry was late. “Nobody knows why.”", ["Ida Lind"]),
        ("“We wait,” Ida Lind said.\n\nThe rain fell.\n\n“I go.”", ["Ida Lind", ""]),
        ("“He told me, ‘Go now,’” Ida Lind said.", ["Ida Lind", ""]),
        ("No quotation.", []),
    ],
)
def test_a_quotation_is_followed_back_to_a_name(text: str, said_by: list[str]) -> None:
    assert list(speakers(text)) == said_by


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("“We wait,” Turkish minister Hakan Demir said.", True),
        ("“We wait,” said Hakan Demir, the Turkish minister.", True),
        ("“We wait,” Hakan Demir said in Turkish.", True),
        ("“We wait,” Hakan Demir said through an interpreter.", True),
        ("“We wait,” British minister Ida Lind said.", False),
        ("“We wait,” Ida Lind said in Turkish waters.", False),
        ("Turkish tea was served. “We wait,” Ida Lind said.", False),
    ],
)
def test_a_page_shows_that_words_were_said_in_another_language(text: str, translated: bool) -> None:
    assert in_translation(text) == (translated,)


@pytest.mark.parametrize("task", [speakers, in_translation, repeats])
@pytest.mark.parametrize("piece", ["“We go,” he said. ", "“We go,” Lind said.\n", "Turkish Ida Lind ", "“a” "])
def test_twice_the_text_takes_twice_the_time(task: Callable[[str], object], piece: str) -> None:
    assert_in_step(task, repeated(piece), 20_000)


@pytest.mark.parametrize("task", [set_out, dash_speech])
@pytest.mark.parametrize(
    "piece", ["Lind wrote:\nWe stay here\n", "He wrote:\nDear all,\n", "—No —dijo ", "—No —dijo Juan\n"]
)
def test_what_has_no_marks_is_read_in_step_with_the_text(task: Callable[[CutText], object], piece: str) -> None:
    assert_in_step(lambda text: task(CutText(text)), repeated(piece), 40_000)
