"""Lines that stand beside a picture: captions, credits, names of image files."""

import re
from collections.abc import Sequence

from samestory.text.page.line import PageLine
from samestory.words.lists import phrases_in

_AGENCY = rf"(?:{'|'.join(phrases_in('agencies', 'pictures'))})"
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,4}"
_WORD = (
    r"(?:[Pp]hotos?(?:graphs?|graphy)?|PHOTOS?|[Ii]mages?|IMAGE|[Pp]ictures?|[Pp]ics?|[Ii]llustrations?|[Gg]raphics?"
    r"|[Vv]ideo)"
)
# Takes “[Photo: Ida Lind]” and “(Ida Lind/AP)” at the end of a line; leaves “(he said)”.
_IN_BRACKETS = re.compile(
    rf"[\[(](?:[^\[\]()]{{0,120}}\b(?:{_WORD}\b[ :]|[Ff]ile(?: photo)?[:\]]|FILE|[Cc]redit:|[Cc]ourtesy"
    rf"|[Pp]ublic [Dd]omain|CC[ -]BY"
    rf"|[Ss]creengrab|[Ss]creenshot|[Hh]andout|via {_AGENCY}|{_AGENCY}\s?/|Getty Images)[^\[\]()]{{0,120}}"
    rf"|{_NAME}\s?/\s?(?:{_NAME}))[\])]\.?$"
    rf"|\[{_AGENCY}\]$|[\[(]{_WORD}[\])]\.?$"
)
# Takes “Photo by Ida Lind”, “FILE - The ferry” and “In this photo”; leaves “Photos of the ferry were shown”.
_AT_START = re.compile(
    rf"(?:(?:[Tt]op|[Ll]ead|[Mm]ain|[Hh]eader|[Ff]eatured?|[Cc]over|[Bb]anner|FILE|[Ff]ile|[Ss]tock) )?{_WORD}"
    r"(?: ?(?:[Cc]redits?|by|[Cc]ourtesy(?: of)?|[Ss]ources?|[Cc]aptions?|[Cc]opyright|via|from))?\s?(?:[:©,|]"
    r"|/\s?[A-Z])"
    rf"|{_WORD} (?:by|courtesy of) [A-Z]|(?:Photographer|Picture editor|Caption|Credit|Photo illustration)\s?:"
    r"|FILE(?: PHOTO| IMAGE| PICTURE)?\s?[-–—:]|File (?:photo|picture|image)\b"
    r"|In this (?:[\w.,]+ ){0,5}(?:photo|image|picture|photograph|frame grab|screengrab)\b"
    r"|This (?:undated|handout|file|archive|combination|satellite) (?:\w+ )?(?:photo|image|picture|photograph)\b"
    r"|(?:Pictured|Above|Below|Left|Right|Clockwise from)(?: [\w ]{1,20})?: "
)
# Takes “Reuters/Ida Lind”, “Getty Images” and “Photo: Ida Lind” at the end of a line; leaves “he told Reuters”.
_AT_END = re.compile(
    rf"\b{_AGENCY}/[A-Z][\w .’'-]{{2,40}}$|\b[A-Z][\w.’'-]*\s?/\s?(?:{_AGENCY}|The [A-Z]\w+(?: [A-Z]\w+)*)$"
    rf"|\b(?:via )?(?:Getty Images|Shutterstock|Wikimedia Commons)\.?$|{_WORD}(?: by|:"
    rf"| courtesy(?: of)?) [A-Z][^.]{{1,50}}$"
    r"|(?:[.:;]\s+(?:©|Courtesy:?)|\sCredit:) ?[A-Z][^.]{1,50}$"
)
_AGENCY_ALONE = re.compile(rf"\(?{_AGENCY}(?:\s?[/|,]\s?(?:{_AGENCY}|{_NAME}))?\)?$")
# Takes “Ida Lind (left)” and “Lind, right, with”; leaves “the left wing”.
_SIDES = re.compile(
    r"\((?:far |second )?(?:left|right|L|R|C|centre|center|from left)\)|, (?:left|right|centre|center),"
)
# Takes “ferry-1024x768.jpg”, “IMG_2041” and “pier-scaled”; leaves “well-known”.
_FILE = re.compile(
    r"[\w%()+-]+\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|mp4|pdf)$|(?:img|dsc|dscn|screenshot|image|photo"
    r"|pxl)[-_]?\d[\w-]*$"
    r"|[^\W\d_][\w%]*(?:[-_]\w+)*[-_](?:\d+x\d+|scaled|thumb(?:nail)?|cropped|resized|copy|final|web|e\d{9,}"
    r"|\d+[-_]\w+)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
LONGEST_CAPTION = 70  # words


def picture_kind(line: PageLine) -> str:
    """The kind of furniture that `line` is beside a picture, or "": *caption*, *photo-credit*, *file-name*."""
    shown = line.text
    if len(line.words) > LONGEST_CAPTION or len(shown) > 700:
        return ""
    if len(shown.split()) == 1 and _FILE.match(shown) and not line.is_date:
        return "file-name"
    # Brackets within brackets match nothing, so only the last one can open a credit that ends the line.
    opening = max(shown.rfind("["), shown.rfind("("))
    if opening >= 0 and _IN_BRACKETS.match(shown, opening):
        # Much text before the bracket describes the picture; a little is only a label before the credit.
        return "caption" if opening > 25 else "photo-credit"
    # A line with a verb of saying is the article's, even if it opens or ends as captions do.
    if _AT_START.match(shown) and not line.has_speech:
        return "photo-credit" if len(line.words) <= 8 else "caption"
    if _AT_END.search(shown[-110:]) and not line.has_speech:
        return "photo-credit" if len(line.words) <= 6 else "caption"
    # “Reuters” alone credits the text; “AP/Ida Lind” credits a picture.
    if not line.is_own and _AGENCY_ALONE.match(shown) and "/" in shown:
        return "photo-credit"
    if _SIDES.search(shown) and not line.has_speech and len(line.words) <= 35:
        return "caption"
    return ""


def beside_pictures(page: Sequence[PageLine], kinds: dict[int, str], headline: int) -> list[int]:
    """Lines that stand right above a caption or credit without an empty line: what the picture is said to show."""
    if sum(line.empty_above > 0 for line in page) < len(page) // 3:
        return []  # a page without empty lines: nearness means nothing
    found = []
    for number, kind in kinds.items():
        above = number - 1
        if kind not in ("caption", "photo-credit") or page[number].empty_above or above <= headline or above in kinds:
            continue
        line = page[above]
        if not line.is_own and not line.has_speech and len(line.words) <= LONGEST_CAPTION:
            # A whole sentence right above a caption may be the article's; right above a bare credit it is the caption.
            is_said_to_show = not _SENTENCE_END.search(line.text) or kind == "photo-credit"
            if is_said_to_show:
                found.append(above)
    return found
