"""What the pages claim: a study that one page cites is in the references, and captions are written for readers."""

import re
from pathlib import Path

import pytest

from samestory.course import folder

BOOK = Path(__file__).parents[2] / "book"
PAGES = sorted(BOOK.rglob("*.md"))
DRAWN = [BOOK / "evidence.md", *sorted(folder("notebooks").glob("[0-9]*.md"))]
DOI = re.compile(r"https://doi\.org/([^\s)]+)")
CAPTION = re.compile(r"^ +source=(f?\".*?\"),\n\)", re.DOTALL | re.MULTILINE)
MODULE = re.compile(r"\bsamestory\.\w+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(BOOK)))
def test_every_study_that_a_page_cites_is_in_the_references(page: Path) -> None:
    listed = set(DOI.findall((BOOK / "references.md").read_text("utf-8")))
    assert set(DOI.findall(page.read_text("utf-8"))) - listed == set()


def test_the_references_give_each_address_once_and_print_it() -> None:
    text = (BOOK / "references.md").read_text("utf-8")
    given = re.findall(r"\[doi ([^\]]+)\]\(https://doi\.org/([^\s)]+)\)", text)
    assert [shown for shown, address in given if shown != address] == []
    assert len(given) == len(set(given)) == len(DOI.findall(text))


@pytest.mark.parametrize("page", DRAWN, ids=lambda page: page.stem)
def test_the_caption_of_a_figure_names_no_part_of_the_code(page: Path) -> None:
    assert [one for one in CAPTION.findall(page.read_text("utf-8")) if MODULE.search(one)] == []


def test_captions_are_found_where_figures_are_drawn() -> None:
    assert len(CAPTION.findall((BOOK / "evidence.md").read_text("utf-8"))) >= 9
