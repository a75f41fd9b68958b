"""Cases for tests: the made-up one about a ferry, the one that ships, and copies of either to break."""

import shutil
from functools import cache
from pathlib import Path

import yaml

from samestory.case import Case, CaseError, Problem, load_case
from samestory.course import case_folders, load_shipped
from samestory.exercise import Exercise

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
FERRY = CASES / "nordo-ferry"
SHIPPED = next(path for path in case_folders() if path.name == "blinken-lavrov")


@cache
def ferry() -> Case:
    """The made-up case, loaded once."""
    return load_case(FERRY)


def course() -> dict[str, Exercise]:
    """Every exercise of the course by id."""
    return load_shipped().exercises


def exercise(name: str) -> Exercise:
    """An exercise of the made-up case or of the course."""
    return {**ferry().exercises, **course()}[name]


def read_cases(name: str) -> list[dict]:
    """The entries of a file in `tests/cases`."""
    entries = yaml.safe_load((CASES / name).read_text("utf-8"))
    assert entries, f"{name} holds cases"
    return entries


class Copy:
    """A copy of a case, to be broken; `problems` says what its loading finds."""

    def __init__(self, case: Path, into: Path, without: tuple[str, ...] = ()) -> None:
        self.folder = into / case.name
        shutil.copytree(case, self.folder)
        for pattern in without:
            for path in self.folder.glob(pattern):
                path.unlink()

    def text(self, file: str) -> str:
        return (self.folder / file).read_bytes().decode("utf-8")

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))

    def replace(self, file: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must stand in the file once."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def line(self, file: str, marker: str) -> int:
        """The line, from 1, on which `marker` stands."""
        text = self.text(file)
        assert text.count(marker) == 1, f"{marker!r} stands {text.count(marker)} times in {file}"
        return text[: text.index(marker)].count("\n") + 1

    def problems(self) -> list[Problem]:
        """Everything that is wrong with the copy; an empty list if it loads."""
        try:
            load_case(self.folder)
        except CaseError as error:
            return list(error.problems)
        return []

    def problem(self) -> Problem:
        """The one thing that is wrong with the copy."""
        (problem,) = self.problems()
        return problem
