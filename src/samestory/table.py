"""Results as tables: a data frame for who has pandas, and markup for a notebook that has none."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Sequence[tuple[Any, ...]], columns: Sequence[str]) -> "pd.DataFrame":
    """Return rows of plain values as a data frame with these columns, which an empty one has too; needs pandas."""
    import pandas as pd

    return pd.DataFrame.from_records(list(rows), columns=list(columns))


def markup(rows: Sequence[Sequence[object]], heads: Sequence[str], caption: str) -> str:
    """Return rows as an HTML table whose first column heads its rows; every value is escaped.

    >>> markup([("<b>", 2)], ("text", "words"), "Two words")[:47]
    '<table><caption>Two words</caption><thead><tr><'
    """
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{_shown(value)}</th>' if at == 0 else f"<td>{_shown(value)}</td>"
            for at, value in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _shown(value: object) -> str:
    return "" if value is None else html.escape(str(value))
