"""The directive `reader` puts articles side by side on a page of the book."""

import json
import re
from pathlib import Path

import pytest
from small_book import build

from samestory.book.directives.reader import parts_asked_for
from samestory.widget.reader.view import ReaderError

PAGE = """# A page

## Two accounts

```{reader} al-jazeera powerhouse-news
:without: finding control names dates furniture
powerhouse-news: What Comes Next? …
```
"""


def test_a_page_holds_the_reader_its_module_and_the_level_of_its_heading(tmp_path: Path) -> None:
    built, complaints = build(tmp_path, {"welcome": PAGE})
    assert complaints == ""
    page = (built / "welcome.html").read_text("utf-8")
    assert '<same-story-reader id="reader-al-jazeera-powerhouse-news" data-level="3">' in page
    assert "samestory.js" in page
    data = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert data
    view = json.loads(data[1])
    assert view["notes"] == []
    assert view["texts"][1]["excerpt"]


def test_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, complaints = build(tmp_path, {"welcome": "# A page\n\n```{reader} al-jazeera al-jazera\n```\n"})
    assert "No case has all the articles al-jazeera, al-jazera." in complaints


@pytest.mark.parametrize("line", ["al-jazeera", "al-jazeera: only a start", "a: x … y\na: z …"])
def test_a_part_in_another_form_is_refused(line: str) -> None:
    with pytest.raises(ReaderError, match="each article once"):
        parts_asked_for(line.split("\n"))
