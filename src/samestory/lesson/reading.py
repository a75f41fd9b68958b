"""Show articles side by side in a cell: what they share is joined by bands, and they scroll together by passage."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samestory.widget.reader.widget import ReaderWidget


def reader(
    *articles: str,
    parts: Mapping[str, tuple[str | None, str | None]] | None = None,
    without: Sequence[str] = (),
) -> "ReaderWidget":
    """Return two or three articles of a case side by side.

    `parts` maps an article to the first and the last phrase of what is shown of it; None stands for its start or its
    end. `without` names layers to leave out, such as `finding` and `control` before an exercise on them. Raises
    ReaderError or UnknownError, which say what there is, if an article or a layer is not there, and SpecError if
    an article does not print a phrase once.
    """
    from samestory.widget.reader.widget import ReaderWidget

    return ReaderWidget(articles, parts or {}, without)
