"""What YAML takes for something else is to be put in quotation marks."""

from pathlib import Path

import pytest
from made_cases import FERRY, Copy


@pytest.mark.parametrize(
    ("file", "old", "new", "found", "do"),
    [
        ("case.yml", "title: A ferry", "title: No # A ferry", "No, which YAML reads as false", 'title: "No"'),
        ("case.yml", "title: A ferry", "title: on # A ferry", "on, which YAML reads as true", 'title: "on"'),
        ("case.yml", "licence:", "licence: 1984 #", "1984, a number", 'licence: "1984"'),
    ],
)
def test_a_bare_word_is_to_be_quoted(tmp_path: Path, file: str, old: str, new: str, found: str, do: str) -> None:
    copy = Copy(FERRY, tmp_path)
    copy.replace(file, old, new)
    (problem,) = [one for one in copy.problems() if one.line == copy.line(file, new)]
    assert problem.found == found
    assert problem.do == f"put it in quotation marks: {do}"


def test_a_switch_that_is_meant_stays(tmp_path: Path) -> None:
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "title: A ferry", "fictional: 1\ntitle: A ferry")
    assert [one.expected for one in copy.problems()] == ["true or false"]
