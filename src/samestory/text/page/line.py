"""The lines of a page and their shapes: prose, titles, labels, bylines, captions."""

import re
from dataclasses import dataclass
from functools import cached_property

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.thresholds import threshold
from samestory.words.fold import fold
from samestory.words.lists import words_in
from samestory.words.word import Word

LONGEST_READ = 1_500  # characters of a line that the rules look at
LONGEST_TITLE = 20  # words
KNOWN_SECTIONS = threshold(__name__, "KNOWN_SECTIONS")
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
# Bullets, arrows and icons that menus set around their words; they would hide “Home” from the rules.
_EDGES = " \t\u00a0\u200b\ufeff-–—•·*|▪►▶»«→←[](){}=_~#+☰≡✕×✖▾▼▲↑↓🔍🔔"
_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]")
# Takes “by ida lind”, “updated 3 may”, “correction: ...”; leaves “byron said”.
_BYLINE = re.compile(
    r"(?:by|words by|text by|story by|from|reporting by|additional reporting|edited by|editing by|sources? ?: ?\w+|"
    r"compiled by|written by|with reporting|with agenc|agencies$|staff (?:writer|reporter)|associated press$"
    r"|reuters$|afp$|"
    r"published|updated|last (?:updated|modified)|posted|first published|correction|clarification|editor's note|this "
    r"(?:article|story) (?:was|has been|originally)|dateline)\b"
)
_PUBLISHED = re.compile(r"^(?:published|updated|posted|last updated)(?: on|:)? ")
# Takes “tuesday, 3 may 2021, 10:15 gmt”, “2021-05-03” and “2 hours ago”; leaves “3 may be too few”.
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|"
    r"sep|oct|nov|dec)[a-z]{0,6}\.? ?\d{0,2}(?:st|nd|rd|th)?,? ?(?:\d{4})?(?:[ ,|·•-]*(?:at )?\d{1,2}[:.]\d\d.{0,12})?$"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.{0,16}$|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?$"
    r"|(?:\d+|an?) ?(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?) ?ago$"
)
# Takes the hour that opens an entry of a live blog, leaves “0:10 / 2:30”, which a player shows.
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b(?! ?/)")
# Takes “By Ida Lind and Erik van Moe”, leaves “By Monday they had left”.
_NAME_LINE = re.compile(
    r"By (?:[A-Z][\w.’'-]*|and|de|van|von|of|the|,|&)(?:[ ,]+(?:[A-Z][\w.’'-]*|and|de|van|von|of|the|&))*$"
)
_SAID = words_in("saying", "line")
# Takes “the nordo post” and “skerry.example”, leaves “the post was late”.
_OUTLET = re.compile(
    r"(?:the )?(?:[\w’'&.-]+ ){0,4}(?:post|times|herald|gazette|news|tribune|journal|courier|chronicle|telegraph"
    r"|observer|echo|"
    r"express|daily|today|online|mirror|messenger|star|sun|globe|record|standard|examiner|inquirer|leader"
    r"|independent|guardian|"
    r"sentinel|dispatch|bulletin|argus|mercury|advertiser|[\w-]+\.(?:com|org|net|example|info))"
)
_SECTIONS = words_in("page", "sections")


@dataclass(frozen=True)
class PageLine:
    """A line with something on it: `text[start:end]` without outer spaces, and how many empty lines stand above.

    `cut` are the words of its first 1,500 characters.
    """

    start: int
    end: int
    text: str
    empty_above: int
    cut: tuple[Word, ...]

    @cached_property
    def key(self) -> str:
        """The line as rules read it: folded, one space between words, no bullets or brackets around it."""
        return " ".join(fold(self.text[:LONGEST_READ]).split()).strip(_EDGES)

    @cached_property
    def unquoted(self) -> str:
        """The key without what stands between quotation marks: what others say is no furniture."""
        return _QUOTED.sub(" ", self.key)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(word.folded for word in self.cut)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph: a sentence of at least eight words with its stop, or a very long line."""
        # Only a paragraph is longer than forty words; its last stop may have got lost in copying.
        return (len(self.words) >= 8 and _STOP.search(self.text[-40:]) is not None) or len(self.words) > 40

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it is four words or more with a full stop."""
        return len(self.words) >= 4 and self.text.rstrip("\"'”’)").endswith(".")

    @cached_property
    def is_title(self) -> bool:
        """Whether it may be a headline: three to twenty words, no full stop."""
        shown = self.text.rstrip("\"'”’)] ")
        # A question mark or an exclamation mark is no bar: “Will the ferry stop?” is a headline.
        return 3 <= len(self.words) <= LONGEST_TITLE and shown[-1:] not in (".", ":", ";", ",") and not self.is_own

    @cached_property
    def is_label(self) -> bool:
        """Whether it is a word or three without a stop: a section, a tag."""
        return 0 < len(self.words) <= 3 and not _STOP.search(self.text) and not self.is_own

    @cached_property
    def is_byline(self) -> bool:
        """Whether it names the writer, or the day, and nothing else."""
        return _NAME_LINE.match(self.text[:200]) is not None or self.is_date

    @cached_property
    def is_date(self) -> bool:
        """Whether it is a day or an hour and nothing else: “Updated 3 May 2021”, “2 hours ago”."""
        return _DATE.match(_PUBLISHED.sub("", self.key)[:80]) is not None

    @cached_property
    def is_clock(self) -> bool:
        """Whether it begins with an hour, as the entries of a live blog do."""
        return _CLOCK.match(self.key) is not None

    @cached_property
    def is_own(self) -> bool:
        """Whether it is the article's own apparatus: byline, date, credit of the text, correction."""
        # “Published in 1950, the novel ...” opens paragraphs too, but the apparatus is short.
        return self.is_byline or (len(self.words) <= 40 and _BYLINE.match(self.key) is not None)

    @cached_property
    def has_speech(self) -> bool:
        """Whether it has a verb of saying, as sentences of an article do."""
        return any(word in _SAID for word in self.words)

    @cached_property
    def is_outlet(self) -> bool:
        """Whether it may be an outlet's name and nothing else."""
        # “Leader” or “Today” alone is rather a label; with a dot, one word is an outlet's address.
        return (len(self.words) > 1 or "." in self.key) and _OUTLET.fullmatch(self.key[:120]) is not None

    @cached_property
    def is_section_row(self) -> bool:
        """Whether nearly all its words are names of a site's sections."""
        known = sum(word in _SECTIONS for word in self.words)
        # A quarter of them may be unknown, such as the name of the island's own section.
        return known >= 3 and known >= KNOWN_SECTIONS * len(self.words) and not _STOP.search(self.text)


def page_lines(text: str | CutText) -> tuple[PageLine, ...]:
    """Return the lines of `text` that hold anything but space."""
    return _lines(CutText.of(text))


@once
def _lines(cut: CutText) -> tuple[PageLine, ...]:
    found: list[PageLine] = []
    below = 0
    for first, last in cut.lines:
        shown = cut.text[first:last].strip()
        start = first + cut.text[first:last].index(shown[0])
        end = start + len(shown)
        breaks = len(_LINE_END.findall(cut.text, below, start))
        inside = cut.numbers(start, min(end, start + LONGEST_READ))
        # The first break only ends the line above; each further one is an empty line.
        found.append(PageLine(start, end, shown, max(0, breaks - 1), cut.words[inside.start : inside.stop]))
        below = end
    return tuple(found)
