"""What was found while reading a submission: one sentence for the person who grades."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """`look` is set where a person should look at the submission before trusting the points."""

    text: str
    look: bool = False
