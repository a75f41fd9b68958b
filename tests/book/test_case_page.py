"""The page about the texts shows every article and every entry of the record, with its source."""

from dataclasses import replace

from samestory.book.directives.case_page import tables
from samestory.course import load_shipped

CASE = load_shipped().cases["blinken-lavrov"]


def test_every_article_is_linked_and_dated():
    table = tables(CASE)
    for article in CASE.articles.values():
        assert f'href="{article.address}"' in table
        assert article.dated in table


def test_every_entry_of_the_record_is_there_in_order_of_time():
    table = tables(CASE)
    assert table.count("<tr>") == len(CASE.articles) + len(CASE.record) + 2
    table = table[table.index("The record") :]
    assert table.index("18 January 2022") < table.index("22 February 2022") < table.index("2 March 2023")


def test_words_of_a_case_never_become_markup():
    entry = replace(next(iter(CASE.record.values())), who="<script>alert(1)</script>", address='"><b>')
    table = tables(replace(CASE, record={entry.id: entry}))
    assert "<script>" not in table
    assert "<b>" not in table
