"""No cell can be read as a formula, and no name can turn or break the text around it."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.teach.report.plain import cell, harmless

FORMULA = "=+-@＝＋－＠|%"
BEFORE = ' "\u00a0\u200b\ufeff'


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("  =1", "'=1"),
        ('"=1', "\"'=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a, =1", "a, '=1"),
        ("a\nb", "a b"),
        ("a=b", "a=b"),
        ("well-known", "well-known"),
        ("12.5", "12.5"),
        ("", ""),
        ("\0=1", "\ufffd=1"),
        ("\u200b=1", "\u200b'=1"),
    ],
)
def test_the_first_sign_of_a_formula_is_defused(text: str, safe: str) -> None:
    assert cell(text) == safe


def test_signs_that_steer_the_text_are_replaced() -> None:
    assert harmless("anna\u202egpj.exe\u2066\x00\x1b\ud800\u200f") == "anna\ufffdgpj.exe" + "\ufffd" * 5
    assert harmless("Ærøskøbing\n\tдень 你好 مرحبا 👩‍🏫") == "Ærøskøbing\n\tдень 你好 مرحبا 👩‍🏫"


CALM = settings(max_examples=500, derandomize=True, deadline=None)


@CALM
@given(st.text() | st.text(alphabet=FORMULA + " \t\r\n\"';,a\u200b\u00a0\0"))
def test_no_text_begins_a_formula_once_it_is_a_cell(text: str) -> None:
    safe = cell(text)
    assert not {"\n", "\r", "\t", "\0"} & set(safe)
    assert not set(safe.lstrip(BEFORE)[:1]) & set(FORMULA)
    for piece in re.split("[,;]", safe)[1:]:
        assert not set(piece.lstrip(BEFORE)[:1]) & set(FORMULA)


@CALM
@given(st.lists(st.text(), min_size=1, max_size=5))
def test_a_table_reads_back_as_the_cells_that_were_written(texts: list[str]) -> None:
    cells = [cell(text) for text in texts]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""), strict=True)) == [cells]
    out.getvalue().encode()
