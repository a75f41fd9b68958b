"""A case made of plain texts: no record, no findings, one article for each."""

from collections.abc import Sequence
from typing import Any

from samestory.case.model import Article, Case
from samestory.text.document import Document
from samestory.text.passage import passage


def bare_case(documents: Sequence[Document], title: str = "Texts of one’s own") -> Case:
    """Return a case in memory with these documents as its articles, each under its name; names must differ.

    The days on which they were written are kept; everything else that a case can say is left empty.
    """
    articles = {}
    for one in documents:
        plain: dict[str, Any] = dict.fromkeys(("sha256", "address", "event", "dated", "shows", "upstream"), "")
        articles[one.name] = Article(
            id=one.name,
            text=one.text,
            outlet=one.name,
            date=one.written.isoformat() if one.written else None,
            byline=None,
            credit=None,
            upstream_certainty="open",
            headings=(),
            passage=passage(one.text),
            lang=one.lang or one.language,
            **plain,
        )
    return Case("own", title, "", "", {}, articles, {}, {}, {}, {})
