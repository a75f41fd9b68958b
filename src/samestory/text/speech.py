"""Who says a quotation, and with which verb: read from the words beside it."""

import re
from dataclasses import dataclass, replace

from samestory.text.cut import CutText
from samestory.text.passage import Passage, passage
from samestory.words.day_name import WEEKDAY_KEYS
from samestory.words.listed import listed
from samestory.words.lists import words_in

SPEECH_VERBS = words_in("saying", "quotation")
# Words beside the verb that belong to no name: “Lind also said”, “Lind, who has said”.
_ADVERBS = re.compile(
    r"\w+ly$|^(?:also|later|then|once|again|still|even|often|has|have|had|was|is|be|been|would|will|who|and|but)$"
)
_PRONOUNS = listed("he she they it we i you")
_NOT_BEFORE_A_VERB = listed("the a an his her their its our my your this that these those of")
_RELATIVE = frozenset(("who", "which", "whose", "where"))
_ACCORDING = re.compile(r"\baccording to ([^,;:.!?…“”\"\r\n]{1,80}\w)", re.IGNORECASE)
# A speaker's name is over before these: “said Lind on Monday”.
_AFTER_SPEAKER = WEEKDAY_KEYS | listed("""
    in at on to after before during when while as from with by for about this last earlier yesterday today tomorrow late
    early via through following adding referring speaking citing that who which but
    """)
# No name begins with these: “that Lind said”.
_NOT_A_SPEAKER = listed("""
    that this these those there here which what when while as if because and but or so to not in at on with
    after
    """)
_TELLING = frozenset(("told", "tell", "tells", "telling"))
_WENT_ON = frozenset(("went", "on", "to", "did", "do", "not"))
_BETWEEN_TWO_VERBS = _PRONOUNS | {"that", "had", "has", "also"}
_OVER = (".", "!", "?", "…")
# Takes commas, dashes and last stops; leaves the hyphen of “vice-president” and the point of “2.5”.
_CLAUSE = re.compile(r"[,;:()—–\r\n]|\s-{1,2}\s|[.!?…](?=[\s\"”’]|$)")
# A stop after one of these ends no clause: “said Gov. Dahl”.
_SHORT_FORM = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|Adm|Jr|Sr|Capt|Maj))$")
REACH_OF_QUOTATION = 260  # characters read on each side of a quotation
LONGEST_SPEAKER = 120  # characters
MOST_CLAUSES = 4  # read on each side
MOST_BEFORE_VERB = 12  # words between a quotation and the verb that follows it
MOST_APPOSED = 9  # words of the clause that holds a speaker and no verb
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speaking with its speaker and the person spoken to; each "" where the text does not say.

    `verb` keeps a reported telling whole: "said he told" is not "told".
    """

    speaker: str = ""
    verb: str = ""
    addressee: str = ""


def attribution(text: str | CutText, before: _Span, after: _Span) -> Attribution:
    """Read the attribution of a quotation from what stands before it and after it.

    The words after it go first: `"...," Blinken said`, `said Blinken`; then `Blinken said: "..."`. At most
    260 characters on each side are read.

    >>> attribution("“No,” Blinken told reporters after a meeting.", (0, 0), (4, 45))
    Attribution(speaker='Blinken', verb='told', addressee='reporters')
    """
    cut = CutText.of(text)
    behind = _first_clauses(cut, *after)
    found = _read(behind, follows=True)
    if found.verb:
        return found
    ahead = _last_clauses(cut, *before)
    said = _read(ahead, follows=False)
    if said.verb:
        return said
    told = _ACCORDING.match(behind[0].shown.strip())
    if not told and ahead:
        told = _ACCORDING.search(cut.text, ahead[-1].start, ahead[0].end)
    return Attribution(" ".join(told.group(1).split()), "according to") if told else said


def _clauses(cut: CutText, start: int, end: int) -> list[Passage]:
    """The clauses of `text[start:end]` with their closing stop, a stop after a short form being none."""
    found = []
    for stop in _CLAUSE.finditer(cut.text, start, end):
        if stop.group() == "." and _SHORT_FORM.search(cut.text, start, stop.start()):
            continue
        found.append(passage(cut, start, stop.end()))
        start = stop.end()
    return [*found, passage(cut, start, end)]


def _first_clauses(cut: CutText, start: int, end: int) -> list[Passage]:
    """The clauses up to the end of the sentence."""
    end = min(end, start + REACH_OF_QUOTATION)
    while start < end and cut.text[start] in "\"'”’ ,":
        start += 1
    found = []
    for clause in _clauses(cut, start, end):
        found.append(clause)
        if clause.shown.rstrip().endswith(_OVER) or _breaks(clause):
            break
    return found[:MOST_CLAUSES]


def _last_clauses(cut: CutText, start: int, end: int) -> list[Passage]:
    """The clauses from the start of the sentence on, the last one first."""
    start = max(start, end - REACH_OF_QUOTATION)
    while start < end and cut.text[end - 1] in "\"'“‘":
        end -= 1
    found: list[Passage] = []
    for clause in reversed(_clauses(cut, start, end)):
        if clause.shown.strip().endswith(_OVER) or _breaks(clause):
            break
        found.append(clause)
    return found[:MOST_CLAUSES]


def _breaks(clause: Passage) -> bool:
    return "\n" in clause.shown or "\r" in clause.shown


def _read(clauses: list[Passage], follows: bool) -> Attribution:
    """The attribution in the clauses after a quotation, or in those before it, the nearest first."""
    previous: Passage | None = None
    for number, clause in enumerate(clauses[:3] if follows else clauses):
        at = _verb(clause)
        if at is None:
            previous = previous or clause
            continue
        if follows:
            return Attribution() if number == 0 and at > MOST_BEFORE_VERB else _around(clause, at, previous)
        named = next((one for one in clauses[number + 1 :] if _may_name(one)), None)
        found = _around(clause, at, named)
        if at == 0 and named and clause.words[0].text.islower():  # “Ida Lind, the mayor, said today: ...”
            return replace(found, speaker=_apposed(named))
        return found
    return Attribution()


def _may_name(clause: Passage) -> bool:
    return any(word.is_capital for word in clause.words) and clause.folded[0] not in _RELATIVE


def _verb(clause: Passage) -> int | None:
    """The number of the first verb of saying that is neither a name nor a noun (“the report”)."""
    for n, low in enumerate(clause.folded):
        if low in SPEECH_VERBS and not (
            n and (clause.words[n].is_capital or clause.folded[n - 1] in _NOT_BEFORE_A_VERB)
        ):
            return n
    return None


def _around(clause: Passage, at: int, beside: Passage | None) -> Attribution:
    """The attribution whose verb is word `at`; “said he told” is one verb."""
    first = last = at
    chain = [n for n, low in enumerate(clause.folded) if low in SPEECH_VERBS and abs(n - at) <= 4]
    if chain[-1] - chain[0] <= 4:
        between = set(clause.folded[chain[0] + 1 : chain[-1]])
        if between and between <= _BETWEEN_TWO_VERBS:
            first, last = chain[0], chain[-1]
    verb = " ".join(clause.cut(first, last).split())
    addressee = _phrase(clause, last + 1) if clause.folded[last] in _TELLING else ""
    return Attribution(_speaker(clause, first, bool(addressee), beside), verb, addressee)


def _speaker(clause: Passage, at: int, is_told: bool, beside: Passage | None) -> str:
    """Who speaks: the words before the verb, else those after it, else the clause beside it."""
    lows = clause.folded
    ahead = [n for n in range(at) if not _ADVERBS.search(lows[n])]
    while ahead and lows[ahead[0]] in _NOT_A_SPEAKER:
        ahead.pop(0)
    # “..., adding that”: the subject of a participle stands in another clause.
    if lows[at].endswith("ing"):
        return ""
    while ahead and lows[ahead[-1]] in _WENT_ON:
        ahead.pop()
    if ahead:
        return _shown(clause, ahead[0], ahead[-1])
    # After “told” comes the listener, so the speaker is not looked for there.
    return (not is_told and _phrase(clause, at + 1)) or _apposed(beside)


def _apposed(beside: Passage | None) -> str:
    """The speaker in the clause beside the verb's: “Lee, the mayor, said”."""
    if beside is None or not 0 < len(beside.words) <= MOST_APPOSED or beside.folded[0] in _NOT_A_SPEAKER:
        return ""
    return _shown(beside, 0, len(beside.words) - 1)


def _phrase(clause: Passage, first: int) -> str:
    """Up to eight words from `first` on that may name somebody."""
    last = first
    while last < len(clause.words) and clause.folded[last] not in _AFTER_SPEAKER and last - first < 8:
        last += 1
    return _shown(clause, first, last - 1) if last > first else ""


def _shown(clause: Passage, first: int, last: int) -> str:
    return " ".join(clause.cut(first, last).split())[:LONGEST_SPEAKER]
