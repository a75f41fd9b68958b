"""Phrases that read oddly: found in one text by rules, or by what another account prints in the same place."""

from samestory.oddity.find import odd_phrases
from samestory.oddity.finding import OddPhrase
from samestory.oddity.shared import SharedOddity, shared_oddities

__all__ = ["OddPhrase", "SharedOddity", "odd_phrases", "shared_oddities"]
