"""Lines that are furniture, or are none, by where they stand on the page."""

import re
from collections.abc import Iterator, Sequence

from samestory.text.page.line import PageLine
from samestory.text.page.story import headline_at

# Kinds that stand below an article: once the prose is over and one of them was seen, the rest is hardly the article's.
_ENDS = frozenset(
    (
        *("appeal", "newsletter", "comments", "copyright", "cookies", "author"),
        *("tags", "other-story", "related", "share", "contact"),
    )
)
# Kinds of boxes that pages set into the midst of an article.
_BOXES = frozenset(("appeal", "newsletter", "share", "related", "navigation", "player"))
_PLAIN = re.compile(r"[a-z]+")
_BYLINE_NAME = re.compile(r"By ([A-Z][\w.\u2019'-]*(?: [A-Z][\w.\u2019'-]*){0,3})(?:,|$| and )")
# Takes “ covers the islands” behind a name, leaves “ said”: a writer is presented, a source speaks.
_PRESENTED = re.compile(
    r" (?:is|covers|writes|reports|has (?:written|reported|covered)|joined|lives|teaches|was born)\b"
)
LONGEST_IN_A_BOX = 12  # words


def alone_in_prose(page: Sequence[PageLine], kinds: dict[int, str]) -> list[int]:
    """One plain word such as “Search” between two paragraphs: a heading of the article, no button."""
    return [
        n
        for n, kind in kinds.items()
        if kind in ("navigation", "share")
        and _PLAIN.fullmatch(page[n].key)
        and 0 < n < len(page) - 1
        and all(page[m].is_prose and m not in kinds for m in (n - 1, n + 1))
    ]


def headline_again(page: Sequence[PageLine], kinds: dict[int, str]) -> list[int]:
    """Other lines that hold the headline: the browser's title, the link to share it."""
    top = headline_at(page, kinds)
    if top < 0 or not page[top].is_title:
        return []
    key = page[top].key
    # The browser's title has the outlet behind the headline: “Ferry stops - Nordo Post”.
    longer = re.compile(re.escape(key) + r" ?[-–—|·:»] ?[\w. ]{2,40}")
    return [n for n, line in enumerate(page) if n != top and (line.key == key or longer.fullmatch(line.key))]


def author_boxes(page: Sequence[PageLine], kinds: dict[int, str]) -> list[int]:
    """Lines after the article that present the person of its byline."""
    names = {found.group(1) for line in page[:20] if (found := _BYLINE_NAME.match(line.text[:120]))}
    free = [n for n in range(len(page)) if n not in kinds and (page[n].is_prose or page[n].is_sentence)]
    # A box about the writer comes last; higher up, a sentence on a person of that name is the story's.
    last = free[-2:]
    return [
        n for n in last for name in names if page[n].text.startswith(name) and _PRESENTED.match(page[n].text, len(name))
    ]


def leftovers(page: Sequence[PageLine], kinds: dict[int, str]) -> set[int]:
    """Short lines among the page's own, after the article or before its headline, that are nobody's prose."""
    prose = [n for n, line in enumerate(page) if line.is_prose and n not in kinds]
    if not prose:
        return set()
    last = prose[-1]
    seen = {page[n].key for n in range(last + 1) if n not in kinds}
    after = (n for n in range(last + 1, len(page)) if n not in kinds)
    # A label that stood above the article and comes again below it is a section of the site.
    found = {n for n in after if page[n].is_label and page[n].key in seen}
    found.update(_below(page, kinds, last))
    found.update(_tags_below(page, kinds, last))
    found.update(n for n in range(max(1, prose[0] + 1), last) if n not in kinds and _is_boxed(page, kinds, n))
    flagged_above = [n for n in range(max(headline_at(page, kinds), 0)) if n in kinds]
    # Between two lines of a menu a label is one of its entries; a single flagged line shows no menu.
    if len(flagged_above) > 1:
        inner = range(flagged_above[0], flagged_above[-1])
        found.update(n for n in inner if n not in kinds and page[n].is_label)
    return found


def _below(page: Sequence[PageLine], kinds: dict[int, str], last: int) -> Iterator[int]:
    """Lines after the last paragraph and a line of the page: no sentences, or nothing at all after its legal line."""
    began = is_over = False
    for number in range(last + 1, len(page)):
        kind = kinds.get(number, "")
        began, is_over = began or kind in _ENDS, is_over or kind in ("copyright", "cookies", "comments")
        if kind or not page[number].key or page[number].is_own:
            continue
        if is_over or (began and not page[number].is_sentence):
            yield number


def _is_boxed(page: Sequence[PageLine], kinds: dict[int, str], n: int) -> bool:
    """Whether a short line in the midst of the article stands between two lines of one of the page's boxes."""
    is_between = kinds.get(n - 1, "") in _BOXES and kinds.get(n + 1, "") in _BOXES
    return is_between and 0 < len(page[n].words) <= LONGEST_IN_A_BOX and not page[n].is_own


def _tags_below(page: Sequence[PageLine], kinds: dict[int, str], last: int) -> list[int]:
    """Two or more labels between the last paragraph and the page's own lines: tags without a word that says so."""
    after = last + 1
    while after < len(page) and after not in kinds and page[after].is_label:
        after += 1
    # After “The winners are:” the labels are the article's own list.
    is_list = page[last].text.rstrip().endswith(":")
    if kinds.get(after, "") in _ENDS and after - last > 2 and not is_list:
        return list(range(last + 1, after))
    return []
