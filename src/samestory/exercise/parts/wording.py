"""The words of an item: given in the spec, or cut from an article, whose name then stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samestory.exercise.sources import Sources

_LONGEST_HEADING = 90  # characters


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a task shows, and their source if they are somebody's."""

    text: str
    source: str | None

    @property
    def short(self) -> str:
        """The words as a heading can hold them."""
        if len(self.text) <= _LONGEST_HEADING:
            return self.text
        # Cut between words; the two characters are the blank and the ellipsis.
        return f"{self.text[: _LONGEST_HEADING - 2].rsplit(' ', 1)[0]} …"

    @property
    def cut(self) -> str:
        """The words as a heading can hold them where that is less than all, else nothing."""
        return self.short if self.short != self.text else ""


def wording_of(one: Mapping[str, Any], sources: Sources) -> Wording:
    """Return the words of an entry that has `text`, or `quote` pointing at an article; SpecError from the sources."""
    if "quote" not in one:
        return Wording(one["text"], None)
    (quoted,) = sources.evidence([one["quote"]])
    return Wording(quoted.quote, quoted.source)
