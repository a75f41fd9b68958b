"""Small words that do not fit their neighbours: a doubled article, “a attack”, “several decision were”."""

import re
from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, Witness, in_line
from samestory.oddity.lexicon import plural
from samestory.oddity.line import SMALL, Line
from samestory.words.article_sound import article_for
from samestory.words.listed import listed
from samestory.words.lists import words_in

DOUBLED = listed("the a an of and or with from our their your")
_MAY_END_A_CLAUSE = listed("of with from")  # “the people he came with with no bags”: right, if hard to read

_SPACES = (" ", "  ", "\u00a0", "\n", "\r\n", "\t")
_BOUND = ("-", "‑", "‐", "/", "&", "'", "’")
_A_THAT_IS_NO_ARTICLE = [
    (word,) for word in ("cappella", "capella", "priori", "posteriori", "fortiori", "la", "propos")
]
# “One in three chance”, “phase two construction”: the number counts something else.
_NUMBERED = listed(
    "in phase stage step level tier article chapter part number week day round act game group class category"
)

PLURAL_BEFORE = listed("several many few these those various numerous two three four five six seven eight nine ten")
SINGULAR = re.compile(r"[a-z]{2,}(?:tion|sion|ment|ness|ship|ity|ence|ance)")
COLLECTIVE = listed("""
    government parliament management administration delegation population coalition opposition union association
    federation corporation organisation organization regiment majority minority community leadership membership
    audience police family crew team staff council university department nation constitution generation garrison
    commission legation contingent foundation party committee squad press orchestra committee
    """)
VERB_TOO = listed("question mention caution position condition petition auction motion ration function comment ship")
PLURAL_VERBS = listed("were are have")
AFTER_NOUN = listed("were are have has was is of in on at for that which who by to with from will would had")
SUBJECTIVE = listed("if though unless wish whether lest as suppose suggest demand insist")

NO_ARTICLE = frozenset(place.lower() for place in words_in("places", "bare"))
NEEDS_ARTICLE = (
    ("united", "states"),
    ("united", "nations"),
    ("united", "kingdom"),
    ("european", "union"),
    ("white", "house"),
    ("soviet", "union"),
    ("middle", "east"),
)
PREPOSITIONS = listed("in of by with from at to for against")
AFTER_NAME = listed("has have had is was were will would could said says may might")
COUNTED = listed("""
    profile opportunity decision meeting occasion statement mistake agreement attack campaign plan offer visit letter
    proposal promise claim chance position role
    """)
DEGREES = listed("high low big large great small rare long short good bad important serious clear strong")


def doubled(line: Line) -> Iterator[OddPhrase]:
    """A small word printed twice: “the the”. “had had” and “that that” are right, so they are not looked at."""
    for at in range(1, len(line.parts)):
        twice = line.lows[at] == line.lows[at - 1] and line.lows[at] in DOUBLED and line.gaps[at] in _SPACES
        word = line.parts[at].text
        # “The The” is a band, “vitamin A a day” names a letter, and the first half of “either/or or” is another word's.
        alike = line.parts[at - 1].text == word or at == 1
        stutters = word in (*line.lows[max(0, at - 2) : at - 1], *line.lows[at + 1 : at + 2])
        bound = line.gaps[at - 1].endswith(_BOUND) or _goes_on(line, at)
        if twice and alike and word.islower() and not stutters and not bound:
            why = f"The word “{word}” stands there twice."
            witness: Witness = "rule" if word in _MAY_END_A_CLAUSE else "printed twice"
            yield in_line(line, at - 1, at, "typing", why, word, witness=witness)


def article_sound(line: Line) -> Iterator[OddPhrase]:
    """“a attack”, “an Russian minister”: the article does not fit the sound that follows."""
    for at in range(len(line.parts) - 1):
        article, after = line.parts[at].text, line.parts[at + 1].text
        article = article.lower() if at == 0 else article
        if article not in ("a", "an") or line.gaps[at + 1] != " " or after in SMALL:
            continue
        right = article_for(_whole_number(line, at + 1))
        if right not in (None, article):
            yield in_line(line, at, at + 1, "typing", f"Before “{after}” English has “{right}”.", f"{right} {after}")


def _whole_number(line: Line, at: int) -> str:
    """The word at `at`; a number with all its digits, since 1,800 is read otherwise than 1,200."""
    if not line.parts[at].text.isdigit():
        return line.parts[at].text
    last = at
    while last + 1 < len(line.parts) and line.gaps[last + 1] == "," and line.parts[last + 1].text.isdigit():
        last += 1
    return ",".join(part.text for part in line.parts[at : last + 1])


def _goes_on(line: Line, at: int) -> bool:
    """Is the word at `at` the first half of another one: “the A-to-Z”, “of-age”?"""
    return line.gaps[at + 1].startswith(_BOUND)


def two_articles(line: Line) -> Iterator[OddPhrase]:
    """“built a the bridge”: one article too many."""
    for at in range(1, len(line.parts)):
        pair = {line.parts[at - 1].text, line.parts[at].text}
        is_latin = line.lows[at] == "a" and line.lows[at + 1 : at + 2] in _A_THAT_IS_NO_ARTICLE
        if line.gaps[at] == " " and len(pair) == 2 and pair <= {"a", "an", "the"} and not is_latin:
            why = f"Two articles stand here, “{line.lows[at - 1]}” and “{line.lows[at]}”."
            yield in_line(line, at - 1, at, "typing", why)


def number(line: Line) -> Iterator[OddPhrase]:
    """“New sanction were imposed”, “several decision of the court”: a plural around a noun that has no ending."""
    lows = line.lows
    for at in range(1, len(lows) - 1):
        noun, before, after = lows[at], lows[at - 1], lows[at + 1]
        if at > 1 and (lows[at - 2] in _NUMBERED or line.gaps[at - 1].endswith(_BOUND)):
            continue
        if not SINGULAR.fullmatch(line.parts[at].text) or noun in COLLECTIVE or not line.joined(at - 1, at + 1):
            continue
        counted = before in PLURAL_BEFORE and after in AFTER_NOUN and (noun not in VERB_TOO or after in PLURAL_VERBS)
        if counted or (at == 1 and before in ("new", "more", "further", "other") and after in PLURAL_VERBS):
            why = f"“{line.parts[at - 1].text}” and “{after}” want a plural here." if after in PLURAL_VERBS else ""
            why = why or f"After “{line.parts[at - 1].text}” the noun stands in the plural."
            yield in_line(line, at - 1, at + 1, "typing", why, f"{line.parts[at - 1].text} {plural(noun)} {after}")


def article_too_many(line: Line) -> Iterator[OddPhrase]:
    """“the Russia has said”: a name that takes no article. “The Russia of old” is right."""
    lows = line.lows
    for at in range(1, len(lows) - 1):
        name = line.parts[at].text
        alone = name[0].isupper() and line.gaps[at] == line.gaps[at + 1] == " " and lows[at + 1] in AFTER_NAME
        if alone and lows[at - 1] == "the" and lows[at] in NO_ARTICLE:
            yield in_line(line, at - 1, at, "shape", f"“{name}” as a name takes no “the”.", name)


def article_missing(line: Line) -> Iterator[OddPhrase]:
    """“the talks in United States.”: a name that takes its article, but for headlines."""
    lows = line.lows
    if all(part.text[:1].isupper() for part in line.parts if len(part.text) > 3):
        return
    for at in range(2, len(lows)):
        if lows[at - 1 : at + 1] not in NEEDS_ARTICLE or lows[at - 2] not in PREPOSITIONS:
            continue
        over = at + 1 == len(lows) or line.gaps[at + 1][:1] in ".,;" or lows[at + 1] in AFTER_NAME
        if over and line.parts[at].text[0].isupper() and line.joined(at - 2, at):
            name = f"{line.parts[at - 1].text} {line.parts[at].text}"
            yield in_line(line, at - 2, at, "shape", f"“{name}” takes “the” before it.", f"{lows[at - 2]} the {name}")


def such(line: Line) -> Iterator[OddPhrase]:
    """“took such high profile, a rare opportunity”: one thing that can be counted, without its article."""
    lows = line.lows
    for at in range(2, len(lows)):
        after = line.gaps[at + 1][:1]
        if lows[at] in COUNTED and lows[at - 1] in DEGREES and lows[at - 2] == "such" and after and after in ",.;":
            phrase = f"such a {lows[at - 1]} {lows[at]}"
            last = at
            if lows[at + 1 : at + 2] in (("a",), ("an",)) and at + 2 < len(lows):
                last = at + 2
            why = f"“Such” before one “{lows[at]}” wants an article, and here the phrase breaks off."
            yield in_line(line, at - 2, last, "shape", why, phrase)
