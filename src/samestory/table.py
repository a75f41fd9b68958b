"""Results as tables: a data frame for who has pandas, and markup for a notebook that has none."""

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from samestory.template import rendered

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Sequence[tuple[Any, ...]], columns: Sequence[str]) -> "pd.DataFrame":
    """Return rows of plain values as a data frame with these columns, which an empty one has too; needs pandas."""
    import pandas as pd

    return pd.DataFrame.from_records(list(rows), columns=list(columns))


def markup(
    rows: Iterable[Sequence[object]],
    heads: Sequence[str],
    caption: str,
    evidence: Container[str] = (),
    narrow: Container[int] = (),
    is_region: bool = False,
) -> str:
    """Return rows as an HTML table whose first column heads its rows; every value is escaped, and None is left empty.

    Columns of these heads hold words of others, the `evidence`; those at these places, from 0, are set `narrow`. A
    table that is a region scrolls by itself where it is too wide.

    >>> markup([("<b>", 2)], ("text", "words"), "Two words")[:47]
    '<table><caption>Two words</caption><thead><tr><'
    """
    shown = [["" if value is None else value for value in row] for row in rows]
    given = {"rows": shown, "heads": heads, "caption": caption}
    return rendered("table.html.j2", **given, evidence=evidence, narrow=narrow, is_region=is_region)
