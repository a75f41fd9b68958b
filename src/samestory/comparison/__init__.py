"""Comparing articles: shared passages, drifting quotations, names, days, events, derivation, the record."""

from samestory.comparison.change import Change
from samestory.comparison.claim import Exchange, exchanges
from samestory.comparison.comparison import Comparison
from samestory.comparison.date import DayConflict, dates
from samestory.comparison.derivation import Derivation, derivation
from samestory.comparison.diff import TooLongError
from samestory.comparison.drift import Drift, drift
from samestory.comparison.event import EventGroup, events
from samestory.comparison.name import NameSlip, names
from samestory.comparison.name_likeness import Likeness, likeness
from samestory.comparison.oddity import SharedOddity, shared_oddities
from samestory.comparison.overlap import Overlap, TooMuchSharedError, overlap
from samestory.comparison.passage import passages
from samestory.comparison.quotation import QuotationPair, quotations
from samestory.comparison.recall import Recalled, recalled
from samestory.comparison.shared import SharedPassage

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
    "Overlap",
    "QuotationPair",
    "Recalled",
    "SharedOddity",
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
    "overlap",
    "passages",
    "quotations",
    "recalled",
    "shared_oddities",
]
