"""Comparing articles: shared passages, drifting quotations, names, numbers, days, events, derivation, the record."""

from samestory.comparison.claim import Exchange, exchanges
from samestory.comparison.comparison import Comparison
from samestory.comparison.day.conflict import DayConflict, dates
from samestory.comparison.event import EventGroup, events
from samestory.comparison.name.find import NameSlip, names
from samestory.comparison.name.likeness import Likeness, likeness
from samestory.comparison.number.conflict import NumberConflict, numbers
from samestory.comparison.passage.derivation import Derivation, derivation
from samestory.comparison.passage.overlap import Overlap, TooMuchSharedError, overlap
from samestory.comparison.passage.pairs import passages
from samestory.comparison.passage.shared import SharedPassage
from samestory.comparison.quotation.change import Change
from samestory.comparison.quotation.diff import TooLongError
from samestory.comparison.quotation.drift import Drift, drift
from samestory.comparison.quotation.pairs import QuotationPair, quotations
from samestory.comparison.quotation.recall import Recalled, recalled

__all__ = [
    "Change",
    "Comparison",
    "DayConflict",
    "Derivation",
    "Drift",
    "EventGroup",
    "Exchange",
    "Likeness",
    "NameSlip",
    "NumberConflict",
    "Overlap",
    "QuotationPair",
    "Recalled",
    "SharedPassage",
    "TooLongError",
    "TooMuchSharedError",
    "dates",
    "derivation",
    "drift",
    "events",
    "exchanges",
    "likeness",
    "names",
    "numbers",
    "overlap",
    "passages",
    "quotations",
    "recalled",
]
