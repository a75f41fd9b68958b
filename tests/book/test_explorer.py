"""An explorer on a page of the book: it arrives whole, and the page loads what brings it to life."""

import pandas as pd
from IPython.core.formatters import DisplayFormatter
from small_book import build

from samestory.lesson import explore, table


def test_a_page_with_nothing_but_an_explorer_loads_its_script_and_its_looks(tmp_path):
    explorer = explore(lambda value: table(pd.DataFrame({"n": [value]}), f"It is {value}"), [2, 3], label="How many")
    element = DisplayFormatter().format(explorer)[0]["text/html"]
    welcome = f"# Welcome\n\n```{{toctree}}\nplain\n```\n\n```{{raw}} html\n{element}\n```\n"
    book, complaints = build(tmp_path, {"welcome": welcome, "plain": "# Plain\n\nNothing here.\n"})
    page, plain = ((book / f"{name}.html").read_text("utf-8") for name in ("welcome", "plain"))
    assert complaints == ""
    assert element in page
    for file in ("samestory.js", "samestory.css"):
        assert file in page
        assert file not in plain
