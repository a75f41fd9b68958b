"""The grading cases in `tests/cases/grading`: answers and the verdicts that they must get, in every language."""

from made_cases import CASES as FILES
from made_cases import read_cases

KINDS = tuple(sorted(path.stem for path in (FILES / "grading").glob("*.yml")))
CASES = [(kind, case) for kind in KINDS for case in read_cases(f"grading/{kind}.yml")]
