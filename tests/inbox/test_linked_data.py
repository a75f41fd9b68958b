"""What a page tells search engines of itself is read as data: day, outlet, byline, credit; captions are shown."""

import json
from pathlib import Path

import pytest

from samestory.cli import main
from samestory.inbox import FileFound, Taken, take
from samestory.inbox.linked_data import fields_in
from samestory.inbox.taken import PageFields

STORY = (
    "<p>The gate of the harbour was shut on Tuesday, and it stays shut until the end of May, the keeper said.</p>" * 3
)


def page(block: object, head: str = "", body: str = "") -> bytes:
    data = block if isinstance(block, str) else json.dumps(block)
    script = f'<script type="application/ld+json">{data}</script>'
    return (
        f"<html><head>{head}{script}</head><body><article><h1>Gate</h1>{STORY}{body}</article></body></html>".encode()
    )


def taken(content: bytes) -> Taken:
    found = take(FileFound("gate.html", content))
    assert isinstance(found, Taken)
    return found


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Gate shut",
    "datePublished": "2026-03-03T08:00:00+01:00",
    "author": [{"@type": "Person", "name": "Ida Lind"}, {"name": "Bo Kim"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "sourceOrganization": {"name": "Tern"},
    "mainEntityOfPage": {"@id": "https://example.org/gate"},
}


@pytest.mark.parametrize(
    "block", [ARTICLE, [{"@type": "WebSite"}, ARTICLE], {"@graph": [{"@type": "Person"}, ARTICLE]}]
)
def test_an_article_says_its_day_its_outlet_and_whose_it_is(block: object) -> None:
    fields = taken(page(block)).fields
    assert fields.date == "2026-03-03"
    assert fields.outlet == "Harbour Post"
    assert fields.byline == "Ida Lind, Bo Kim"
    assert fields.credit == "Tern"
    assert fields.address == "https://example.org/gate"


def test_what_the_page_prints_goes_before_what_it_tells_search_engines() -> None:
    head = '<meta property="og:site_name" content="The Post">'
    fields = taken(page(ARTICLE, head)).fields
    assert (fields.title, fields.outlet) == ("Gate", "The Post")


@pytest.mark.parametrize(
    "block",
    [
        "",
        "{",
        "[" * 5000,
        "null",
        '"x"',
        "[[[[]]]]",
        '{"@type": 3}',
        json.dumps({"@type": "Article", "author": [[["x"]] * 3]}),
    ],
)
def test_a_block_that_says_nothing_costs_nothing(block: str) -> None:
    found = taken(page(block))
    assert found.fields.outlet is None
    assert "shut on Tuesday" in found.text


def test_nothing_else_is_an_article() -> None:
    assert fields_in([json.dumps({"@type": "Recipe", "publisher": {"name": "X"}})]) == PageFields()


def test_no_script_of_another_type_is_read() -> None:
    content = page({"@type": "X"}).replace(b"application/ld+json", b"text/javascript")
    assert taken(content.replace(b'"X"', json.dumps("NewsArticle").encode())).fields.outlet is None


def test_a_caption_is_shown_and_left_out() -> None:
    found = taken(page(ARTICLE, body="<figure><figcaption>The gate at noon. Photo: Ole Vik/Tern</figcaption></figure>"))
    assert "a caption, left out: The gate at noon. Photo: Ole Vik/Tern" in found.notes


def test_the_credit_stands_in_the_case(tmp_path: Path) -> None:
    (tmp_path / "gate.html").write_bytes(page(ARTICLE))
    assert main(["new", str(tmp_path / "gate"), str(tmp_path / "gate.html")]) == 0
    case = (tmp_path / "gate" / "case.yml").read_text("utf-8")
    assert 'credit: "Tern"' in case
    assert "date: 2026-03-03" in case
