"""A pandas table as a lesson shows it: a caption that says what it shows, headers that screen readers use."""

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NARROW = 5  # characters: numbers, shares, a yes or a no
_NARROW = ' class="ss-narrow"'


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
    given = list(frame.itertuples(index=False))
    narrow = [at > 0 and all(len(str(row[at])) <= NARROW for row in given) for at in range(len(names))]
    head = "".join(
        f'<th scope="col"{_NARROW if is_narrow else ""}>{html.escape(name)}</th>'
        for name, is_narrow in zip(names, narrow, strict=True)
    )
    rows = []
    for row in given:
        cells = []
        for at, (name, value) in enumerate(zip(names, row, strict=True)):
            tag = 'th scope="row"' if at == 0 else "td"
            mark = ' class="ss-evidence"' if name in evidence else _NARROW if narrow[at] else ""
            cells.append(f"<{tag}{mark}>{html.escape(str(value))}</{tag.split()[0]}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    markup = (
        f'<div class="ss-table" role="region" tabindex="0" aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )
    return Table(markup, f"{caption}\n\n{frame.to_string(index=False)}")
