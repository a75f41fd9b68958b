"""What a page says about itself."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from samestory.book.page import description, is_untold
from samestory.book.tree.markup import read_markup


def described(text: str) -> str:
    return description(publish_doctree(f"Title\n=====\n\nPart\n----\n\n{text}\n"))


def test_the_first_paragraph_describes_a_page() -> None:
    assert described("Mark the *odd*\nphrases.\n\nThen weigh them.") == "Mark the odd phrases."


def test_a_long_description_ends_with_a_whole_word() -> None:
    text = described(" ".join(["paragraph"] * 40))
    assert len(text) <= 155
    assert text.endswith("paragraph…")


def test_a_page_without_a_paragraph_has_no_description() -> None:
    assert described("* a\n* b") == ""
    assert description(nodes.document(None, None)) == ""


@pytest.mark.parametrize(
    ("picture", "untold"),
    [
        (nodes.image(uri="3f.svg"), True),
        (nodes.image(uri="3f.svg", alt="photo.jpeg"), True),
        (nodes.image(uri="x.svg", alt="Two bars, the left one higher"), False),
        (nodes.image(uri="ornament.svg", alt=""), False),
        (*read_markup('<img src="x.png" alt="photo.jpeg">'), True),
        (*read_markup('<img alt="Two bars, the left one higher" src="x.svg">'), False),
        (*read_markup('<img alt="" src="ornament.svg">'), False),
        (nodes.paragraph("", "photo.jpeg"), False),
    ],
)
def test_a_file_name_is_no_alt_text(picture: nodes.Element, untold: bool) -> None:
    assert is_untold(picture) is untold
