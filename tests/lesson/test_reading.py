"""`reader(...)` in a cell: a widget for notebooks, a place to fill for the page, words for a terminal."""

import pytest

from samestory.case import UnknownError
from samestory.lesson import reader

DRAWN = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def shown() -> dict:
    bundle = reader("al-jazeera", "responsible-statecraft", without=["finding"])._repr_mimebundle_()
    return bundle[0] if isinstance(bundle, tuple) else bundle


def test_a_notebook_draws_a_widget(shown: dict):
    assert DRAWN in shown


def test_what_is_saved_for_the_page_holds_no_article(shown: dict):
    assert shown["text/html"].startswith("<same-story-reader data-place=")
    assert len(shown["text/html"]) < 500


def test_a_host_without_widgets_reads_what_the_texts_share(shown: dict):
    assert "One quotation in both" in shown["text/plain"]


def test_the_widget_holds_the_view():
    view = reader("al-jazeera", "powerhouse-news", parts={"al-jazeera": ("New sanction were", None)}).reader
    assert view["texts"][0]["excerpt"]


def test_an_article_that_is_not_there_is_named():
    with pytest.raises(UnknownError, match="nowhere-news"):
        reader("al-jazeera", "nowhere-news")
