"""Letters that came out wrong on the way into a file: “â€œ” for an opening mark, “&ldquo;” for the same."""

import html
import re
from collections import Counter
from dataclasses import dataclass

# Takes “&ldquo;”, “&#8220;” and “&amp;quot;”, leaves “R&D; and” and “AT&T”.
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
# A letter that opens two to four bytes of UTF-8 when read as Windows-1252, with what then stands for the other bytes.
_BROKEN = re.compile(r"[Â-ô][\x80-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}")
# What such a run may mean: letters of Europe, signs of print, emoji. “CAFÉ»” would be a letter of Africa, and stays.
_MEANT = re.compile(r"[\xa0-\xff\u0100-\u017f\u2010-\u203a\u20ac\u2122\U0001f300-\U0001faff]")
MOST_REPAIRS = 4  # repairs that a note names


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its letters mended, and each repair as (before, after, times), the most frequent first."""

    text: str
    repairs: tuple[tuple[str, str, int], ...]

    @property
    def note(self) -> str:
        """A sentence on what was mended; "" if nothing was."""
        if not self.repairs:
            return ""
        named = ", ".join(
            f"{before} to {after.strip() or 'a space'}" for before, after, _ in self.repairs[:MOST_REPAIRS]
        )
        more = ", and others" if len(self.repairs) > MOST_REPAIRS else ""
        return f"broken letters were mended ({sum(times for *_, times in self.repairs)}): {named}{more}"


def mended(text: str) -> Mended:
    """Return `text` with HTML entities and mojibake put right; every change is told.

    Where ftfy is installed it mends what is left, such as text that was spoiled twice.

    >>> mended("â€œWe go,â€\\x9d said JosÃ© &amp;amp; Co.").text
    '“We go,” said José & Co.'
    """
    repairs: Counter[tuple[str, str]] = Counter()

    def put_right(found: re.Match[str], after: str) -> str:
        if after != found.group():
            repairs[found.group(), after] += 1
        return after

    plain = _ENTITY.sub(lambda one: put_right(one, html.unescape(html.unescape(one.group()))), text)
    plain = _BROKEN.sub(lambda one: put_right(one, _meant(one.group())), plain)
    better = _by_ftfy(plain)
    if better != plain:
        repairs[_first_apart(plain, better)] += 1
    return Mended(better, tuple((*pair, times) for pair, times in repairs.most_common()))


def _meant(broken: str) -> str:
    """The sign that a run of letters was before it was misread; the run itself if it may be right."""
    for size in range(len(broken), 1, -1):
        try:
            sign = b"".join(map(_byte, broken[:size])).decode("utf-8")
        except UnicodeError:
            continue
        if len(sign) == 1 and _MEANT.fullmatch(sign):
            return sign + broken[size:]
    # The last byte of a closing mark is a control sign, which many programs drop.
    return f"”{broken[2:]}" if broken.startswith("â€") else broken


def _byte(letter: str) -> bytes:
    # Five bytes have no letter in Windows-1252 and stay control signs.
    return letter.encode("cp1252", "ignore") or letter.encode("latin-1")


def _by_ftfy(text: str) -> str:
    try:
        import ftfy
    except ImportError:
        return text
    return str(ftfy.fix_encoding(text))


def _first_apart(one: str, other: str) -> tuple[str, str]:
    """The word in which two texts first differ, in each of them."""
    pairs = zip(one.split(" "), other.split(" "), strict=False)
    return next(((a, b) for a, b in pairs if a != b), ("", ""))
