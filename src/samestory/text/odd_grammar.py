"""Small words that do not fit their neighbours: a doubled article, “a attack”, “several decision were”."""

import re
from collections.abc import Iterator

from samestory.text.listed import listed
from samestory.text.odd_finding import OddPhrase, in_line
from samestory.text.odd_lexicon import plural
from samestory.text.odd_word import Line

DOUBLED = listed("the a an of and or with from our their my your")
_VOWEL = re.compile(r"(?!one\b|once\b|ones|oneself|eu|ewe|u)[aeio][a-z]{2,}|un[a-hj-z][a-z]+|up[a-z]*|ug[a-z]+|us\b")
_YOU = re.compile(r"uni(?:t|on|que|form|ted|versity|versal|lateral|corn)s?|use(?:d|r|ful)?|usual|utility|euro(?:pean)?")
_SILENT = re.compile(r"hour(?:s|ly)?|heir|honest|honou?r")
_CONSONANT = re.compile(r"(?!ytt|ypr)[bcdfgjklmnpqrstvwxyz][a-z]{2,}")

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

NO_ARTICLE = listed("""
    russia moscow kyiv washington london paris berlin germany france britain england scotland ireland china beijing
    japan tokyo india delhi pakistan israel iran tehran iraq syria turkey ankara poland warsaw italy rome spain madrid
    canada mexico brazil europe africa asia america australia greece athens egypt cairo geneva brussels nato
    """)
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
        twice = line.lows[at] == line.lows[at - 1] and line.lows[at] in DOUBLED and line.gaps[at].isspace()
        if twice and not line.gaps[at + 1].startswith("-"):
            word = line.parts[at].text
            yield in_line(line, at - 1, at, "typing", f"The word “{word}” stands there twice.", word, "sure")


def article_sound(line: Line) -> Iterator[OddPhrase]:
    """“a attack”, “an Russian minister”: the article does not fit the sound that follows."""
    for at in range(len(line.parts) - 1):
        article, after = line.parts[at].text, line.parts[at + 1].text
        article = article.lower() if at == 0 else article
        if not after.islower() or line.gaps[at + 1] != " ":
            continue
        if article == "a" and (_VOWEL.fullmatch(after) or _SILENT.fullmatch(after)):
            yield in_line(line, at, at + 1, "typing", f"Before “{after}” English has “an”.", f"an {after}", "sure")
        elif article == "an" and (_CONSONANT.fullmatch(after) or _YOU.fullmatch(after)):
            yield in_line(line, at, at + 1, "typing", f"Before “{after}” English has “a”.", f"a {after}", "sure")


def two_articles(line: Line) -> Iterator[OddPhrase]:
    """“built a the bridge”: one article too many."""
    for at in range(1, len(line.parts)):
        pair = {line.parts[at - 1].text, line.parts[at].text}
        if line.gaps[at] == " " and len(pair) == 2 and pair <= {"a", "an", "the"}:
            why = f"Two articles stand here, “{line.lows[at - 1]}” and “{line.lows[at]}”."
            yield in_line(line, at - 1, at, "typing", why, None, "sure")


def number(line: Line) -> Iterator[OddPhrase]:
    """“New sanction were imposed”, “several decision of the court”: a plural around a noun that has no ending."""
    lows = line.lows
    for at in range(1, len(lows) - 1):
        noun, before, after = lows[at], lows[at - 1], lows[at + 1]
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
