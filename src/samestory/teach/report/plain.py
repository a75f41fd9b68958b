"""Text from a learner or a file's name, made harmless to show: without control and direction characters."""

import re
from collections.abc import Sequence

# It takes C0 and C1 controls, what steers direction, lone surrogates and noncharacters; it leaves tabs and line ends.
_STEERING = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# It takes `=1+1`, ` -2` and the formula in `a;@b`; it leaves `a=b`.
_FORMULA = re.compile("((?:^|[;,])[\\s\"'`\u200b\ufeff]*)(?=[=+\\-@＝＋－＠|%])")
MOST_NAMED = 20
_LONGEST = 30_000  # characters: a spreadsheet cuts a cell at 32767


def harmless(text: str) -> str:
    """The text with every such character replaced by U+FFFD; line ends and tabs stay."""
    return _STEERING.sub("\ufffd", text)


def first_few(names: Sequence[str], between: str = ", ") -> str:
    """The first twenty names, as many as a cell of a spreadsheet can show, and how many more there are.

    >>> first_few(["a", "b"])
    'a, b'
    """
    more = len(names) - MOST_NAMED
    end = f"{between.rstrip(', ')} and {more} more" if more > 0 else ""
    return between.join(names[:MOST_NAMED]) + end


def cell(text: str) -> str:
    """The text as a cell of a table that no spreadsheet takes for a formula, on one line.

    A formula's first character gets an apostrophe before it: at the start, behind blanks or quotation marks, and behind
    a semicolon or comma, which a spreadsheet in another country may take for the end of a cell.
    """
    text = " ".join(harmless(text).split())[:_LONGEST]
    return _FORMULA.sub(r"\1'", text)
