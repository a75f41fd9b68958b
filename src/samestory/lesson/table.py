"""A pandas table as a lesson shows it: a caption that says what it shows, headers that screen readers use."""

from typing import TYPE_CHECKING

from samestory.table import markup

if TYPE_CHECKING:
    import pandas as pd

NARROW = 5  # characters: numbers, shares, a yes or a no


class Table:
    """A table ready to be shown by a notebook or a page."""

    def __init__(self, markup: str, plain: str) -> None:
        self._markup, self._plain = markup, plain

    def __repr__(self) -> str:
        return self._plain

    def _repr_html_(self) -> str:
        return self._markup


def table(frame: "pd.DataFrame", caption: str, evidence: tuple[str, ...] = ()) -> Table:
    """Return `frame` as a table whose first column heads its rows.

    `caption` says what the table shows; the columns named in `evidence` hold words of the articles and
    are set in the evidence's face. A column of numbers takes no more width than it needs, so that words get it.
    """
    names = [str(name) for name in frame.columns]
    rows = [[str(value) for value in row] for row in frame.itertuples(index=False)]
    # From 1: the first column heads the rows, and keeps the width of its words.
    narrow = [at for at in range(1, len(names)) if all(len(row[at]) <= NARROW for row in rows)]
    shown = markup(rows, names, caption, evidence, narrow, is_region=True)
    return Table(shown, f"{caption}\n\n{frame.to_string(index=False)}")
