"""How sure a measure is of what it found. That a measure is sure doesn't mean that a person would agree."""

from typing import Literal

Sureness = Literal["sure", "possible"]
