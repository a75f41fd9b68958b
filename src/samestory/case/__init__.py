"""Cases: the articles of one event with the record, the findings, the controls and the exercises."""

from samestory.case.load import load_case, load_exercises
from samestory.case.model import Article, Case, Event, Finding, Reference, SoundPassage, Statement
from samestory.case.problem import CaseError, Problem, UnknownError

__all__ = [
    "Article",
    "Case",
    "CaseError",
    "Event",
    "Finding",
    "Problem",
    "Reference",
    "SoundPassage",
    "Statement",
    "UnknownError",
    "load_case",
    "load_exercises",
]
