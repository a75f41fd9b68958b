"""The two scores of a class in one lesson: what everybody found at the first look, added up."""

from dataclasses import astuple, dataclass

from samestory.exercise.parts.discernment import Discernment, discernment
from samestory.teach.row import Row


@dataclass(frozen=True, slots=True)
class Scores:
    """Faults caught and sound passages rightly trusted, over what `students` have answered.

    `noticed` are the faults that were taken for another kind, beside those caught.
    """

    students: int = 0
    caught: int = 0
    caught_of: int = 0
    trusted: int = 0
    trusted_of: int = 0
    noticed: int = 0

    def plus(self, row: Row) -> "Scores":
        """Return the scores with those of one more student."""
        (caught, caught_of), (trusted, trusted_of) = row.found("caught"), row.found("trusted")
        return Scores(
            self.students + 1,
            self.caught + caught,
            self.caught_of + caught_of,
            self.trusted + trusted,
            self.trusted_of + trusted_of,
            self.noticed + row.found("noticed")[0],
        )

    def together(self, others: "Scores") -> "Scores":
        """Return the scores of both."""
        return Scores(*(one + other for one, other in zip(astuple(self), astuple(others), strict=True)))

    @property
    def discerned(self) -> Discernment | None:
        """d' and c of the class, reckoned from all answers together; None without faults or sound passages."""
        return discernment((self.caught + self.noticed, self.caught_of), (self.trusted, self.trusted_of))
