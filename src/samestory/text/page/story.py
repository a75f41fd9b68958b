"""Where the article ends on its page, and where other stories begin."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from samestory.text.page.line import PageLine
from samestory.text.page.patterns import READ_ON
from samestory.thresholds import threshold

_ENDS = frozenset(("appeal", "newsletter", "comments", "copyright", "author", "tags", "related", "share", "navigation"))
LONGEST_TEASER = 5  # paragraphs
NEAR_LINES = 30  # lines
SO_MUCH_LESS = threshold(
    __name__, "SO_MUCH_LESS"
)  # by which a headline may recur less than another line above the article
ARTICLE = 3  # paragraphs, or
ARTICLE_WORDS = 80  # so many words of prose, before another story can follow


def headline_at(page: Sequence[PageLine], kinds: dict[int, str]) -> int:
    """The number of the line that is most likely the article's headline; -1 if the page has none."""
    # A headline stands near the top; titles further down belong to other stories.
    free = [n for n in range(min(len(page), 25)) if n not in kinds]
    first_prose = next((n for n in free if page[n].is_prose), len(page))
    titles = [n for n in free if n < first_prose and (page[n].is_title or page[n].is_label) and len(page[n].words) > 1]
    # An outlet's name above the headline has the shape of one, and its words may well recur in the article.
    titles = [n for n in titles if not page[n].is_outlet] or titles
    if not titles:
        return free[0] if free and free[0] < first_prose else -1
    body = _names(page[first_prose : first_prose + 60])
    said_again = {n: recurrence(page[n], body) for n in titles}
    best = next(n for n in titles if said_again[n] >= max(said_again.values()) - SO_MUCH_LESS)
    # “Ferry stops - Nordo Post” is the browser's title: if “Ferry stops” stands below it, that is the headline.
    return max(n for n in titles if n == best or (len(page[n].words) > 2 and page[best].key.startswith(page[n].key)))


def recurrence(line: PageLine, body: frozenset[str]) -> float:
    """The share of the line's longer words whose first five letters open a word of `body`."""
    # Five letters do for a stem, so that “council” and “councillors” meet; short words recur in any text.
    long = [word[:5] for word in line.words if len(word) > 3]
    return sum(word in body for word in long) / len(long) if long else 0.0


def _names(page: Iterable[PageLine]) -> frozenset[str]:
    return frozenset(word[:5] for line in page for word in line.words if len(word) > 3)


def body_of(page: Sequence[PageLine], kinds: dict[int, str]) -> frozenset[str]:
    """The openings of the longer words in the page's unflagged prose."""
    return _names(line for n, line in enumerate(page[:200]) if n not in kinds and line.is_prose)


def other_stories(page: Sequence[PageLine], kinds: dict[int, str]) -> set[int]:
    """The lines of stories after the article: blocks closed by “keep reading”, or opened by a second byline."""
    ends = [n for n, kind in kinds.items() if kind == "navigation" and READ_ON.fullmatch(page[n].key)]
    found: set[int] = set()
    low = _article_end(page, kinds)
    if low is None:
        return found
    for end in sorted(ends):
        block = _block_above(page, kinds, low, end)
        if block and _is_story(page, kinds, block, len(ends)):
            found.update(block)
            low = end + 1
    # In a live blog, which shows an hour at each entry, a second title with a byline is still the same story.
    if sum(line.is_clock for line in page) < 3:
        start = _second_byline(page, kinds, low)
        if start is not None:
            found.update(n for n in range(start, len(page)) if n not in kinds)
    return found


def _article_end(page: Sequence[PageLine], kinds: dict[int, str]) -> int | None:
    """The first line after which there has been enough prose for an article."""
    paragraphs = counted = 0
    for number, line in enumerate(page):
        if number not in kinds and line.is_prose:
            paragraphs, counted = paragraphs + 1, counted + len(line.words)
            if paragraphs >= ARTICLE or counted >= ARTICLE_WORDS:
                return number + 1
    return None


def _block_above(page: Sequence[PageLine], kinds: dict[int, str], low: int, end: int) -> list[int]:
    """The unflagged lines above “keep reading”, up to the page's next own line or to a title with a label below."""
    block: list[int] = []
    paragraphs = 0
    for number in range(end - 1, low - 1, -1):
        if number in kinds:
            # A teaser has its picture below its title; one above the title belongs to what came before.
            if kinds[number] in ("caption", "photo-credit", "file-name") and not _has_title(page, block):
                continue
            break
        paragraphs += page[number].is_prose
        # No teaser is that long: the “keep reading” was a button within the article.
        if paragraphs > LONGEST_TEASER or len(block) > NEAR_LINES:
            return []
        block.insert(0, number)
        if _opens_story(page, number) and number - 1 >= low and page[number - 1].is_prose and number - 1 not in kinds:
            break
    return block


def _has_title(page: Sequence[PageLine], block: list[int]) -> bool:
    return any(page[n].is_title for n in block[:3])


def _opens_story(page: Sequence[PageLine], number: int) -> bool:
    """Whether a title stands here with a label, byline or date right below it."""
    below = page[number + 1 : number + 2]
    return page[number].is_title and bool(below) and (below[0].is_label or below[0].is_byline)


def _is_story(page: Sequence[PageLine], kinds: dict[int, str], block: list[int], ends: int) -> bool:
    """A title, and two of three: the page's own lines above it, a label or byline below it, more such blocks."""
    above = [kinds.get(n, "") for n in range(max(0, block[0] - 4), block[0])]
    signs = [any(kind in _ENDS for kind in above)]
    signs += [any(_opens_story(page, n) for n in block[:6]), ends > 1]
    return sum(signs) >= 2 and any(page[n].is_title for n in block[:5])


def _second_byline(page: Sequence[PageLine], kinds: dict[int, str], low: int) -> int | None:
    """Where a second headline with a byline of its own begins, after the article."""
    for number in range(low, len(page) - 2):
        if number in kinds or not page[number].is_title or page[number].is_label:
            continue
        near = [n for n in (number + 1, number + 2) if n not in kinds]
        has_byline = any(page[n].text.startswith("By ") and page[n].is_byline for n in near)
        if has_byline and any(page[n].is_prose for n in range(number + 1, min(number + 6, len(page)))):
            return number
    return None


def listed_under(page: Sequence[PageLine], kinds: dict[int, str]) -> set[int]:
    """What stands under “Related stories” and the like: titles, each with a line or two of its story."""
    found: set[int] = set()
    first = next((n for n, line in enumerate(page) if n not in kinds and line.is_prose), len(page))
    known = _first_named(page)
    headers = [n for n, kind in sorted(kinds.items()) if kind == "related" and _is_header(page[n])]
    for header, limit in pairwise([*headers, len(page)]):
        for number in range(header + 1, limit):
            # Above the first paragraph such a list may run on into the headline, so only labels are safe there.
            if _goes_on(page, kinds, known, number) or (header < first and not page[number].is_label):
                break
            if number not in kinds:
                found.add(number)
    return found


def _is_header(line: PageLine) -> bool:
    return len(line.words) <= 8 and ":" not in line.key.strip(":")


def _first_named(page: Sequence[PageLine]) -> dict[str, int]:
    """Each name of the page's prose with the line where it stands first."""
    found: dict[str, int] = {}
    for number, line in enumerate(page):
        for name in _people(line) if line.is_prose else ():
            found.setdefault(name, number)
    return found


def _goes_on(page: Sequence[PageLine], kinds: dict[int, str], known: dict[str, int], number: int) -> bool:
    """Whether the article goes on at `number`: a paragraph followed by another, or one that speaks of its people."""
    if number in kinds or not page[number].is_prose:
        return False
    after = next((n for n in range(number + 1, min(len(page), number + NEAR_LINES)) if n not in kinds), None)
    if after is not None and page[after].is_prose:
        return True
    # A lone paragraph may be a teaser, unless it names two people whom the article has named before.
    return len(page[number].words) >= 12 and sum(known[name] < number for name in set(_people(page[number]))) >= 2


def _people(line: PageLine) -> list[str]:
    # Without the first word, whose capital says nothing.
    return [word.folded for word in line.cut[1:] if word.is_capital and len(word.text) > 3]
