"""Run the code cells of an author's own text, one after the other, and show what each gives."""

import ast
import contextlib
import html
import io
import traceback
from typing import Any

from samestory.errors import SameStoryError


class CellError(SameStoryError):
    """A cell that failed; `line` counts from 1 within the cell."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def run_cell(source: str, names: dict[str, Any]) -> str:
    """Run a cell among the `names` of those before it, and return what it prints and its last value as HTML.

    It is the author's own code, run as the author runs it. Raises CellError, whose message names the error.
    """
    printed = io.StringIO()
    try:
        tree = ast.parse(source)
        last = tree.body[-1] if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        if last:
            tree.body.pop()
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, "<cell>", "exec"), names)
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if last else None
    except SyntaxError as error:
        raise CellError(f"the cell is no Python: {error.msg}", error.lineno or 1) from error
    except Exception as error:
        raise CellError(f"the cell failed: {type(error).__name__}: {error}", _line_of(error)) from error
    said = f"<pre>{html.escape(printed.getvalue())}</pre>" if printed.getvalue() else ""
    return said + (_shown(value) if value is not None else "")


def _shown(value: Any) -> str:
    drawn = getattr(value, "_repr_html_", None)
    # What a notebook would draw, else its words.
    return str(drawn()) if drawn and drawn() else f"<pre>{html.escape(repr(value))}</pre>"


def _line_of(error: BaseException) -> int:
    own = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<cell>"]
    return own[0] or 1 if own else 1
