"""Whether a full stop closes a short form (`Feb.`, `U.S.`, `J.`) and not the sentence."""

import re

from samestory.words.listed import listed

# Forms that want a name after them, so that they never end a sentence.
_BEFORE_A_NAME = listed("""
    Mr Mrs Ms Mx Dr Drs Messrs Mme Mlle Gen Gens Sen Sens Rep Reps Gov Govs Lt Col Sgt Cpl Pvt Pte Capt Cmdr Maj Adm
    Brig Cdr Prof Profs Rev Hon Msgr Supt Insp Det Amb Pres Mt Ft vs v viz cf eg ie
    """)
# Forms that want a number after them.
_BEFORE_A_NUMBER = listed("No Nos no nos Art Fig Figs Vol Ch Sec p pp ca approx est")
# Forms that stand in a sentence or at its end: the next word decides.
_EITHER = listed("""
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    Inc Corp Co Cos Ltd Bros Jr Sr Esq al St Ave Blvd Rd Dept Assn Univ
    """)
_STATE = re.compile(
    r",\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore"
    r"|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)
_LAST_WORD = re.compile(r"(?:^|[^\w.])(\w{1,7})\.$")
_DOTTED = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]{1,2}\.){2,}$")
_NEVER_LAST = re.compile(r"(?:e\.g|i\.e|a\.k\.a)\.$", re.IGNORECASE)
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_BESIDE_A_CLOCK = re.compile(
    r"\s+\W*(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"|Eastern|Pacific|Central|Mountain|Greenwich|[A-Z]{2,4}\b)"
)
_NUMBER = re.compile(r"\s+[(#$€£]*\d")
# Words that begin sentences and hardly ever the name after a short form: “the U.S. He then ...”.
_OPENERS = listed("""
    The A An He She It They We I You This That These Those There Here But And Or So Yet In On At By For From With
    After Before When While As If Although Though Since Until Because However Meanwhile Then Now Later Earlier His
    Her Its Their Our My Your What Who Why Where How Which Whether Not No Nor Some Many Most Several Both All Each
    Every Another Others Among According Asked During Despite Still Also Even Once Instead Nobody Everyone Nothing
    It's He's She's They're We're I'm That's There's Don't Let's
    """)
_NEXT_WORD = re.compile(r"\s+[\"'“‘(\[]*([A-Z][\w’']*)(?![\w-])(?!\.\s*\d)")
LONGEST = 16  # characters read before the stop


def is_short_form(before: str, text: str, after: int) -> bool:
    """Whether the stop that ends `before` belongs to its word, given what follows at `text[after:]`.

    Titles and `e.g.` always do; `No.` before a number does; `U.S.`, `Inc.`, a month or an initial does unless the
    next word is one that opens sentences (`He`, `The`, `However`).

    >>> is_short_form("left the U.S.", "left the U.S. He then", 13)
    False
    >>> is_short_form("the U.S.", "the U.S. Secretary", 8)
    True
    """
    if _NEVER_LAST.search(before):
        return True
    if _CLOCK.search(before):
        return _BESIDE_A_CLOCK.match(text, after) is not None
    last = _LAST_WORD.search(before)
    word = last.group(1) if last else ""
    if word in _BEFORE_A_NAME:
        return True
    if word in _BEFORE_A_NUMBER:
        return _NUMBER.match(text, after) is not None
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or word in _EITHER or _DOTTED.search(before) or _STATE.search(before):
        following = _NEXT_WORD.match(text, after)
        return following is None or following.group(1).replace("’", "'") not in _OPENERS
    return False
