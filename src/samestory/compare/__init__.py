"""Comparing articles: shared passages, drifting quotations, names, days, events, derivation, the record."""

from samestory.compare.change import Change
from samestory.compare.claim import Exchange, exchanges
from samestory.compare.date import DayConflict, dates
from samestory.compare.derivation import Derivation, derivation
from samestory.compare.diff import TooLongError
from samestory.compare.drift import Drift, drift
from samestory.compare.event import EventGroup, events
from samestory.compare.name import NameSlip, names
from samestory.compare.name_likeness import Likeness, likeness
from samestory.compare.oddity import SharedOddity, shared_oddities
from samestory.compare.overlap import Overlap, TooMuchSharedError, overlap
from samestory.compare.passage import passages
from samestory.compare.quotation import QuotationPair, quotations
from samestory.compare.recall import Recalled, recalled
from samestory.compare.shared import SharedPassage

__all__ = [
    "Change",
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
