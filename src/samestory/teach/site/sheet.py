"""A table of a course site in which single cells are set, and everything else stays byte for byte."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from samestory.errors import SameStoryError

_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SEPARATORS = ",;\t"
# Excel's own first line, which names the separator: it takes `sep=;`; it leaves `sep=` and a header.
_NAMED = re.compile(r"(?:sep=([,;\t])|\"sep=([,;\t])\")\r?\n", re.IGNORECASE)
_HEADER = 100_000  # characters in which the first line ends
_QUOTED = re.compile(r'"[^"]*"')
_ENDS = {sign: re.compile(f"[{sign}\r\n]") for sign in _SEPARATORS}


class SheetError(SameStoryError):
    """A file that is no table, or that holds no cell to fill."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its text without quotation marks, and where it stands with them in the file's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table as it was read: `mark` and `encoding` of its bytes, its text, its separator, and its rows of cells."""

    mark: bytes
    encoding: str
    text: str
    separator: str
    rows: tuple[tuple[SheetCell, ...], ...]

    def filled(self, cells: Mapping[tuple[int, int], str]) -> bytes:
        """Return the file with other text in some cells, by row and column; they get quotation marks where needed."""
        edits = [self._edit(row, column, text) for (row, column), text in cells.items()]
        parts, at = [], 0
        for start, end, text in sorted(edits):
            parts += [self.text[at:start], text]
            at = end
        return self.mark + "".join([*parts, self.text[at:]]).encode(self.encoding)

    def _edit(self, row: int, column: int, text: str) -> tuple[int, int, str]:
        """From where to where what is put for a cell; a row that ends before it gets as many cells as it lacks."""
        cells = self.rows[row]
        if column < len(cells):
            return cells[column].start, cells[column].end, self._quoted(text, cells[column])
        at = cells[-1].end
        return at, at, self.separator * (column + 1 - len(cells)) + self._quoted(text, SheetCell("", at, at))

    def _quoted(self, text: str, cell: SheetCell) -> str:
        was_quoted = cell.start < cell.end and self.text[cell.start] == '"'
        if was_quoted or any(sign in text for sign in f'{self.separator}"\r\n'):
            doubled = text.replace('"', '""')
            return f'"{doubled}"'
        return text


def read_sheet(data: bytes) -> TableSheet:
    """Read a table of values separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows' western encoding.

    The separator is the one that cuts the first line into most cells. Raises SheetError for a file without a table.
    """
    mark, encoding, text = _decoded(data)
    named = _NAMED.match(text)
    # Separators and line ends within quotation marks are none.
    first = re.split("[\r\n]", _QUOTED.sub("", text[:_HEADER]), maxsplit=1)[0]
    separator = (named[1] or named[2]) if named else max(_SEPARATORS, key=first.count)
    rows = _rows(text, separator, named.end() if named else 0)
    if len(rows) < 2 or len(rows[0]) < 2:
        raise SheetError("This is no table of a course site: export the grades as CSV, and give that file.")
    return TableSheet(mark, encoding, text, separator, rows)


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            try:
                return mark, encoding, data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise SheetError("This is no text: export the grades as CSV, and give that file.") from None
    if b"\0" in data:
        raise SheetError("This is no text: export the grades as CSV (not as .xlsx or .ods), and give that file.")
    try:
        return b"", "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        # Latin 1 reads any bytes and writes the same ones back; Windows' own encoding does not.
        return b"", "latin-1", data.decode("latin-1")


def _rows(text: str, separator: str, start: int) -> tuple[tuple[SheetCell, ...], ...]:
    """The cells as RFC 4180 has them, with their places; a quoted cell may hold line ends."""
    rows: list[tuple[SheetCell, ...]] = []
    row: list[SheetCell] = []
    at, size = start, len(text)
    while at < size:
        cell = _cell(text, at, separator)
        row.append(cell)
        at = cell.end
        if text[at : at + 1] == separator:
            at += 1
            if at == size:
                row.append(SheetCell("", at, at))
        else:
            at += 2 if text.startswith("\r\n", at) else 1
        if at >= size or text[at - 1] in "\r\n":
            rows.append(tuple(row))
            row = []
    return tuple(rows) or ((),)


def _cell(text: str, start: int, separator: str) -> SheetCell:
    if text[start : start + 1] == '"':
        at, pieces = start + 1, []
        while (end := text.find('"', at)) >= 0:
            pieces.append(text[at:end])
            if text[end + 1 : end + 2] != '"':
                rest = _plain_end(text, end + 1, separator)
                # What stands behind the closing mark belongs to the cell, as spreadsheets read it.
                return SheetCell("".join(pieces) + text[end + 1 : rest], start, rest)
            pieces.append('"')
            at = end + 2
        raise SheetError("A quotation mark in this table is never closed: export it anew.")
    end = _plain_end(text, start, separator)
    return SheetCell(text[start:end], start, end)


def _plain_end(text: str, start: int, separator: str) -> int:
    found = _ENDS[separator].search(text, start)
    return found.start() if found else len(text)
