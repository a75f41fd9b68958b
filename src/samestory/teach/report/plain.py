"""Text from a learner or a file's name, made harmless to show: no control signs, nothing that turns the direction."""

import re

# C0 and C1 controls, the signs that steer direction, lone surrogates, and what is no character
_STEERING = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_FORMULA = re.compile("((?:^|[;,])[\\s\"'`\u200b\ufeff]*)(?=[=+\\-@＝＋－＠|%])")
_LONGEST = 30_000  # signs: a spreadsheet cuts a cell at 32767


def harmless(text: str) -> str:
    """The text with every such sign replaced by the replacement character; lines and tabs stay."""
    return _STEERING.sub("\ufffd", text)


def cell(text: str) -> str:
    """The text as a cell of a table that no spreadsheet takes for a formula, on one line.

    A formula's first sign gets an apostrophe before it: at the start, behind blanks or quotation marks, and behind a
    semicolon or comma, which a spreadsheet in another country may take for the end of a cell.
    """
    text = " ".join(harmless(text).split())[:_LONGEST]
    return _FORMULA.sub(r"\1'", text)
