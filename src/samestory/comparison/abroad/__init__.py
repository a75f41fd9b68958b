"""Two accounts in a language with a pack: sentences that tell the same, and numbers, days and names that differ."""

from samestory.comparison.abroad.conflict import ConflictAbroad, conflicts_abroad

__all__ = ["ConflictAbroad", "conflicts_abroad"]
