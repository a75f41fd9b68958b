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
        return f"{place}{field}\n    found     {self.found}\n    expected  {self.expected}\n    do        {self.do}"


class CaseError(SameStoryError):
    """A case that cannot be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownError(SameStoryError):
    """An id that names nothing."""
