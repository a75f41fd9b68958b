"""Find the lines of a page that are not the article's: navigation, appeals, captions, other stories."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.text.page.abroad import furniture_abroad
from samestory.text.page.line import PageLine, page_lines
from samestory.text.page.patterns import APPEAL, APPEAL_TOO, COOKIES, FURNITURE_RULES, SPOKEN_TO
from samestory.text.page.picture import beside_pictures, picture_kind
from samestory.text.page.place import alone_in_prose, author_boxes, headline_again, leftovers
from samestory.text.page.story import body_of, headline_at, listed_under, other_stories, recurrence
from samestory.thresholds import threshold
from samestory.words.lists import words_in

_REASONS = {rule.kind: rule.reason for rule in FURNITURE_RULES} | {
    "appeal": "Here the outlet speaks of itself and asks for money or a subscription.",
    "caption": "This describes or credits a picture, not the event.",
    "photo-credit": "This credits a picture, not the text.",
    "file-name": "This is the name of an image file.",
    "masthead": "This line above the headline names or praises the outlet; its words do not recur in the article.",
    "sections": "This is a row of the site's sections.",
    "other-story": "This belongs to another story on the same page, with a headline of its own.",
    "related": "This stands in a list of other stories.",
    "repeated": "This line stands on other pages of the outlet, or repeats the headline.",
    "leftover": "This short line stands among the page's own lines, outside the article.",
}
_SITE = words_in("page", "site")
RECURS_LESS = threshold(__name__, "RECURS_LESS")
LONGEST_REPEATED = 20  # words that one other page is proof for; longer lines need two


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page: `text[start:end]` in code points, its kind (a slug), and the reason in a sentence."""

    start: int
    end: int
    text: str
    kind: str
    reason: str


def furniture(text: str | CutText, others: Sequence[str | CutText] = ()) -> tuple[Furniture, ...]:
    """Return the lines of `text` that are the page's and not the article's, in order; nothing is taken away.

    `others` are other pages of the same outlet: short lines that stand there too are furniture. Headline, byline,
    date, section label and the credit of the text (`Source: Reuters`) are the article's own and never returned.
    Kinds: navigation, sections, masthead, share, counter, comments, advertisement, cookies, newsletter, appeal,
    copyright, related, other-story, tags, author, contact, player, poll, caption, photo-credit, file-name, repeated,
    leftover.

    >>> page = "Menu\\n\\nFerry stops\\n\\nThe ferry to Nordo stops on Monday.\\n\\nShare this article"
    >>> [(one.text, one.kind) for one in furniture(page)]
    [('Menu', 'navigation'), ('Share this article', 'share')]
    """
    cut = CutText.of(text)
    return _beside(cut, others) if others else _alone(cut)


@once
def _alone(cut: CutText) -> tuple[Furniture, ...]:
    return _beside(cut, ())


def _beside(cut: CutText, others: Sequence[str | CutText]) -> tuple[Furniture, ...]:
    page = page_lines(cut)
    kinds: dict[int, str] = {}
    alone: dict[str, str] = {}
    for number, line in enumerate(page):
        if line.text not in alone:
            alone[line.text] = _kind_alone(line)
        if alone[line.text]:
            kinds[number] = alone[line.text]
    if cut.pack:
        _add_kinds(kinds, furniture_abroad(page, cut.pack))
    # A line keeps the first kind that it is given, and later steps look at what earlier ones found: the order matters.
    _add(kinds, _repeated(page, others), "repeated")
    # Taken back before the later steps, which would read such a heading as the page's own line.
    for number in alone_in_prose(page, kinds):
        del kinds[number]
    _add(kinds, headline_again(page, kinds), "repeated")
    _add(kinds, _mastheads(page, kinds), "masthead")
    _add(kinds, beside_pictures(page, kinds, headline_at(page, kinds)), "caption")
    _add(kinds, other_stories(page, kinds), "other-story")
    _add(kinds, listed_under(page, kinds), "related")
    _add(kinds, author_boxes(page, kinds), "author")
    _add(kinds, leftovers(page, kinds), "leftover")
    found = [(page[number], kind) for number, kind in sorted(kinds.items())]
    return tuple(Furniture(line.start, line.end, line.text, kind, _REASONS[kind]) for line, kind in found)


def number_at(page: Sequence[Furniture], at: int) -> int:
    """Return the number of the line of furniture that holds `text[at]`; -1 if none does."""
    number = bisect_right(page, at, key=lambda line: line.start) - 1
    return number if number >= 0 and at < page[number].end else -1


def _add(kinds: dict[int, str], numbers: Sequence[int] | set[int], kind: str) -> None:
    for number in numbers:
        kinds.setdefault(number, kind)


def _add_kinds(kinds: dict[int, str], found: Mapping[int, str]) -> None:
    for number, kind in found.items():
        kinds.setdefault(number, kind)


def _kind_alone(line: PageLine) -> str:
    """The kind that a line shows by itself, or ""."""
    if not line.key:
        return ""
    # Before the rules: “Video: Ida Lind” credits a picture, though the player's rule would take it too.
    picture = picture_kind(line)
    if picture:
        return picture
    for rule in FURNITURE_RULES:
        if len(line.words) <= rule.longest and rule.pattern.match(line.unquoted) and not _is_reported(line, rule.kind):
            return rule.kind
    if line.is_section_row:
        return "sections"
    if COOKIES.search(line.unquoted) and SPOKEN_TO.search(line.unquoted) and not line.has_speech:
        return "cookies"
    return "appeal" if _is_appeal(line) else ""


def _is_reported(line: PageLine, kind: str) -> bool:
    """Whether a line that matches a rule is a sentence of the article: it tells what someone said, or has a stop."""
    # A headline under “Read more” may have a verb of saying, but hardly ever a full stop.
    if kind == "related":
        return line.is_sentence
    return kind != "copyright" and line.is_prose and line.has_speech


def _is_appeal(line: PageLine) -> bool:
    if line.has_speech or not SPOKEN_TO.search(line.unquoted):
        return False
    strong = len({found.group() for found in APPEAL.finditer(line.unquoted)})
    signs = strong + len({found.group() for found in APPEAL_TOO.finditer(line.unquoted)})
    # Long paragraphs gather such words by chance, so they need one sign more.
    return strong > 0 and signs >= (2 if len(line.words) <= 40 else 3)


def _repeated(page: Sequence[PageLine], others: Sequence[str | CutText]) -> set[int]:
    """Lines that stand on other pages; a page that shares half of this one's words is a copy and proves nothing."""
    total = sum(len(line.words) for line in page)
    standing: Counter[str] = Counter()
    for other in others:
        keys = {line.key for line in page_lines(other) if line.key}
        if 2 * sum(len(line.words) for line in page if line.key in keys) <= total:
            standing.update(keys)
    needed = {n: 1 if len(line.words) <= LONGEST_REPEATED else 2 for n, line in enumerate(page)}
    return {n for n, line in enumerate(page) if line.key and standing[line.key] >= needed[n] and not line.is_own}


def _mastheads(page: Sequence[PageLine], kinds: dict[int, str]) -> list[int]:
    """Lines above the headline that name or praise the outlet."""
    top = headline_at(page, kinds)
    body = body_of(page, kinds)
    said_again = recurrence(page[top], body) if top >= 0 else 0.0
    found = []
    for number in range(max(top, 0)):
        line = page[number]
        if number in kinds or line.is_own or line.is_prose:
            continue
        # A headline may say “news” too, but its words recur in the article; those of a slogan do far less.
        praises = any(word in _SITE for word in line.words) and recurrence(line, body) + RECURS_LESS <= said_again
        if (line.is_title and praises) or line.is_outlet:
            found.append(number)
    return found
