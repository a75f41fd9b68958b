"""Comparing articles: shared passages, drifting quotations, derivation."""

from samestory.compare.change import Change
from samestory.compare.derivation import Derivation, derivation
from samestory.compare.diff import TooLongError
from samestory.compare.drift import Drift, drift
from samestory.compare.name_likeness import Likeness, likeness
from samestory.compare.overlap import Overlap, TooMuchSharedError, overlap
from samestory.compare.passage import passages
from samestory.compare.quotation import QuotationPair, quotations
from samestory.compare.shared import SharedPassage

__all__ = [
    "Change",
    "Derivation",
    "Drift",
    "Likeness",
    "Overlap",
    "QuotationPair",
    "SharedPassage",
    "TooLongError",
    "TooMuchSharedError",
    "derivation",
    "drift",
    "likeness",
    "overlap",
    "passages",
    "quotations",
]
