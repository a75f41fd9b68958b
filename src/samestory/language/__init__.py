"""Languages: which one a text is in, which way it runs, and what the tool knows of each, a pack of word lists."""

from samestory.language.guess import language_of
from samestory.language.pack import PACKED_LANGUAGES, Pack, pack_of
from samestory.language.shown import shown_in
from samestory.language.tag import direction, is_tag, language_name, primary

__all__ = [
    "PACKED_LANGUAGES",
    "Pack",
    "direction",
    "is_tag",
    "language_name",
    "language_of",
    "pack_of",
    "primary",
    "shown_in",
]
