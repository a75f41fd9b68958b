"""The directive `{case} blinken-lavrov`: where each text comes from, and the record that it is measured against."""

import html
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.case import Article, Case, Statement
from samestory.case.desk import day
from samestory.course import load_shipped


class CaseDirective(SphinxDirective):
    """Puts a case's articles and its record on the page, as two tables with links to the sources."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Two raw HTML tables; a case that does not ship stops the page with a message that names it."""
        name = self.arguments[0]
        cases = load_shipped().cases
        if name not in cases:
            raise fault(self, f"There is no case {name!r}; there are: {', '.join(cases)}.")
        raw = nodes.raw("", articles_table(cases[name]) + record_table(cases[name]), format="html")
        self.set_source_info(raw)
        return [raw]


def articles_table(case: Case) -> str:
    """Return the articles as a table: outlet and date, what the page shows of its origin, where it comes from."""
    rows = [_article_row(article, case) for article in case.articles.values()]
    return _table("The articles", ("Outlet", "Event", "What the page itself shows", "Where it comes from"), rows)


def record_table(case: Case) -> str:
    """Return the record as a table, the oldest entry first."""
    rows = [_record_row(entry) for entry in sorted(case.record.values(), key=lambda entry: entry.date)]
    return _table("The record", ("Day", "Who", "What was said or done", "Source"), rows)


def _article_row(article: Article, case: Case) -> tuple[str, ...]:
    dated = f'<span class="ss-source">{html.escape(article.dated)}</span>'
    outlet = _link(article.outlet, article.address) + dated
    upstream = f"{html.escape(article.upstream)} ({article.upstream_certainty})"
    return outlet, html.escape(case.events[article.event].title), html.escape(article.shows), upstream


def _record_row(entry: Statement) -> tuple[str, ...]:
    words = f'<span class="ss-evidence">“{html.escape(entry.words)}”</span>' if entry.words else ""
    what = html.escape(entry.what or "")
    source = _link(entry.source, entry.address)
    return day(entry.date), html.escape(entry.who), "<br>".join(part for part in (words, what) if part), source


def _link(text: str, address: str | None) -> str:
    """The text as a link; the addresses of invented sources, which end in `.example`, lead nowhere and are left out."""
    if not address or (urlsplit(address).hostname or "").endswith(".example"):
        return html.escape(text)
    return f'<a href="{html.escape(address)}" rel="noopener">{html.escape(text)}</a>'


def _table(caption: str, names: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return (
        f'<div class="ss-table" role="region" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
