"""What is wrong with a case: each problem names the place, what was found and expected, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from samestory.errors import SameStoryError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a case's files; `line` counts from 1, 0 where a whole file is meant."""

    file: str
    line: int
    field: str
    found: str
    expected: str
    do: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f" [{self.field}]" if self.field else ""
        rows = (("found", self.found), ("expected", self.expected), ("do", self.do))
        return "\n".join([_one_line(place + field), *(f"    {name:<9} {_one_line(text)}" for name, text in rows)])


class CaseError(SameStoryError):
    """A case that cannot be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        # In the order of files and lines, each once: two checks may find the same fault.
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownError(SameStoryError):
    """An id that names nothing."""


def _one_line(text: str) -> str:
    # Neither half a character nor a line break of an author's text may break the report.
    return " ".join(text.encode("utf-8", "replace").decode().splitlines())
