"""The grading cases in `tests/cases/grading`: answers and the verdicts that they must get, in every language."""

from made_cases import read_cases

KINDS = ("choose", "classify", "highlight", "short")
CASES = [(kind, case) for kind in KINDS for case in read_cases(f"grading/{kind}.yml")]
NAMES = [f"{kind}: {case['name']}" for kind, case in CASES]
