"""Downloads of a course site in folders: which of these are sections, and which students are in several of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from samestory.teach.handin.found_file import FoundFile
from samestory.teach.handin.label import Labels, PathLabel
from samestory.teach.handin.names import Who

_DOWNLOAD = re.compile(r".*-\d{3,}(?:\.zip)?", re.DOTALL)  # Moodle ends the name of a download with its number
_Placed = tuple[Who, tuple[str, ...], FoundFile]


def with_sections(found: Sequence[_Placed], labels: Labels) -> list[tuple[Who, FoundFile]]:
    """Each student of a site with the section that the folders around the download name."""
    above = {folders: _section(folders, labels) for _, folders, _ in found}
    names = {section.name for section in above.values()}
    # One folder around everybody is the download itself, unless its name says that it is a section.
    wrapped = len(names) == 1 and not any(section.section for section in above.values())
    placed = [
        (replace(who, section="" if wrapped else above[folders].name), folders, item) for who, folders, item in found
    ]
    same = _one_number(placed, labels)
    return [(replace(who, id=same.get(_person(who), who.id)), item) for who, _, item in placed]


def _section(folders: tuple[str, ...], labels: Labels) -> PathLabel:
    read = [labels.of(part, False) for part in folders if not _DOWNLOAD.fullmatch(part)]
    named = [label for label in read if label.name and not label.lesson]
    return PathLabel(" / ".join(label.name for label in named), section=any(label.section for label in named))


def _person(who: Who) -> tuple[str, str]:
    return who.section, who.student


def _one_number(placed: Sequence[_Placed], labels: Labels) -> dict[tuple[str, str], str]:
    """The first number of those whom Moodle numbers anew in each lesson: one name, each time in another lesson."""
    numbers: dict[tuple[str, str], dict[str, set[str]]] = {}
    for who, folders, _ in placed:
        lesson = next((label.lesson for part in reversed(folders) if (label := labels.of(part, False)).lesson), "")
        numbers.setdefault(_person(who), {}).setdefault(lesson, set()).add(who.id)
    return {
        person: min(min(ids) for ids in by_lesson.values())
        for person, by_lesson in numbers.items()
        # Two numbers in one lesson are two people of one name, and stay apart.
        if len(by_lesson) > 1 and "" not in by_lesson and all(len(ids) == 1 for ids in by_lesson.values())
    }
