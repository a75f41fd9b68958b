"""What a page says of itself in JSON-LD, as news sites give it to search engines: read as data, nothing is followed."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from samestory.inbox.taken import PageFields

_LARGEST = 500_000  # characters of one block; an article's own has some thousands
_DEEPEST = 6
_MOST = 200  # things in one page
_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "liveblogposting", "report")


def fields_in(blocks: Iterable[str]) -> PageFields:
    """Return what the first article in a page's blocks says of itself; blocks that can't be read say nothing.

    >>> fields_in(['{"@type": "NewsArticle", "headline": "Gate shut", "publisher": {"name": "The Bell"}}']).outlet
    'The Bell'
    """
    for block in blocks:
        for one in _things(_loaded(block)):
            if any(kind in _ARTICLES for kind in _kinds(one)):
                return PageFields(
                    title=_name(one.get("headline")),
                    outlet=_name(one.get("publisher")),
                    byline=_name(one.get("author")),
                    date=_name(one.get("datePublished")),
                    address=_name(one.get("mainEntityOfPage") or one.get("url"), "@id"),
                    credit=_name(one.get("creditText") or one.get("sourceOrganization")),
                )
    return PageFields()


def _loaded(block: str) -> Any:
    try:
        return json.loads(block) if len(block) <= _LARGEST else None
    except (ValueError, RecursionError):
        return None


def _things(found: Any) -> Iterator[dict[str, Any]]:
    """The objects of a block that may be articles: itself, those of a list, those of its graph."""
    waiting, count = [found], 0
    while waiting and count < _MOST:
        one = waiting.pop(0)
        count += 1
        if isinstance(one, list):
            waiting[:0] = one[:_MOST]
        elif isinstance(one, dict):
            yield one
            waiting += [one[name] for name in ("@graph", "mainEntity") if name in one]


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [str(kind).casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _name(value: Any, key: str = "name", depth: int = 0) -> str | None:
    """A value in words: a text, the name of an object, or those of a list, parted by commas."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return _name(value.get(key), key, depth + 1)
    if isinstance(value, list):
        names = [name for one in value[:_MOST] if (name := _name(one, key, depth + 1))]
        return ", ".join(dict.fromkeys(names)) or None
    return None
