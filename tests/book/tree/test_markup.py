"""HTML as nodes: whatever a cell wrote comes out again as it was."""

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from made_nodes import written

from samestory.book.tree.markup import DEEPEST_MARKUP, Tag, read_markup

PIECES = (
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<br/>",
    "<svg>",
    "</svg>",
    "<p class='x'>",
    "a",
    " ",
    "&lt;",
    "<!--c-->",
)


@pytest.mark.parametrize(
    "markup",
    [
        "plain",
        "<p>One &amp; two</p>",
        '<p class="a b">One<br>two<img src="x.png" alt="A > B"></p>',
        '<svg viewBox="0 0 1 1"><linearGradient id="a"/><svg></svg></svg>',
        '<script type="application/json">{"a": "<p>"}</script>',
        "<style>a > b { c: d }</style>",
        "<details><summary>Open me</summary>",
        "text</details>",
        "<p>One<p>Two</p>",
        "<b><i>crossed</b></i>",
        "<!-- a comment --><!DOCTYPE html>",
        "",
        "<svg><g>never closed",
        "<same-story-explorer><p>&quot;a&quot;</p></same-story-explorer>",
    ],
)
def test_what_is_read_is_written_as_it_was(markup: str) -> None:
    assert written(read_markup(markup)) == markup


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_tags_in_any_order_come_out_in_that_order(markup: str) -> None:
    assert written(read_markup(markup)) == markup


def test_text_is_read_with_its_characters() -> None:
    (paragraph,) = read_markup("<p>Nordo&#x27;s &lt;slip&gt;</p>")
    assert paragraph.astext() == "Nordo's <slip>"


def test_an_element_knows_its_classes_and_attributes() -> None:
    (made,) = read_markup('<DIV class="a b" data-x="1 &amp; 2" hidden>')
    assert isinstance(made, Tag)
    assert (made["name"], made["classes"]) == ("div", ["a", "b"])
    assert made["given"] == {"class": "a b", "data-x": "1 & 2", "hidden": None}


def test_data_and_looks_are_no_words_of_a_page_and_what_a_drawing_says_is_kept_as_it_is() -> None:
    assert [one.astext() for one in read_markup("<script>let a;</script><style>b {}</style>")] == ["", ""]
    (drawing,) = read_markup("<svg><text>Six stand</text></svg>")
    assert [type(one) for one in drawing.children] == [nodes.raw]


@pytest.mark.parametrize("markup", ["<p>slipwa " * 20_000, "<div>" * 20_000 + "</div>" * 20_000, "<svg>" * 20_000])
def test_no_markup_is_too_deep_to_walk_through(markup: str) -> None:
    page = nodes.Element("", *read_markup(markup))
    assert written(page.children) == markup
    assert max(len(list(_above(node))) for node in page.findall()) <= DEEPEST_MARKUP + 2


def _above(node: nodes.Node | None) -> list[nodes.Node]:
    found = []
    while node is not None and node.parent is not None:
        node = node.parent
        found.append(node)
    return found
