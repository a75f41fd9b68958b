"""Who says a quotation, and with which verb: read from the words beside it."""

import re
from dataclasses import dataclass, replace

from samestory.words.day_name import WEEKDAY_KEYS
from samestory.words.listed import listed
from samestory.words.lists import words_in
from samestory.words.word import Word, fold, words

SPEECH_VERBS = words_in("saying", "quotation")
_ADVERBS = re.compile(
    r"\w+ly$|^(?:also|later|then|once|again|still|even|often|has|have|had|was|is|be|been|would|will|who|and|but)$"
)
_PRONOUNS = listed("he she they it we i you")
_NOT_BEFORE_A_VERB = listed("the a an his her their its our my your this that these those of")
_RELATIVE = frozenset(("who", "which", "whose", "where"))
_ACCORDING = re.compile(r"\baccording to ([^,;:.!?…“”\"\r\n]{1,80}\w)", re.IGNORECASE)
_AFTER_SPEAKER = WEEKDAY_KEYS | listed("""
    in at on to after before during when while as from with by for about this last earlier yesterday today tomorrow late
    early via through following adding referring speaking citing that who which but
    """)
_NOT_A_SPEAKER = listed("""
    that this these those there here which what when while as if because and but or so to not in at on with
    after
    """)
_CLAUSE = re.compile(r"[,;:()—–\r\n]|\s-{1,2}\s|[.!?…](?=[\s\"”’]|$)")
_SHORT_FORM = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|Adm|Jr|Sr|Capt|Maj))$")
REACH = 260  # characters read on each side of a quotation
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speaking with its speaker and the person spoken to; each "" where the text does not say.

    `verb` keeps a reported telling whole: "said he told" is not "told".
    """

    speaker: str = ""
    verb: str = ""
    addressee: str = ""


def attribution(before: str, after: str) -> Attribution:
    """Read the attribution of a quotation from the words of its sentence `before` and `after` it.

    The words after it go first: `"...," Blinken said`, `said Blinken`; then `Blinken said: "..."`. At most
    260 characters on each side are read.

    >>> attribution("", ",” Blinken told reporters after a meeting.")
    Attribution(speaker='Blinken', verb='told', addressee='reporters')
    """
    behind = _first_clauses(after[:REACH].lstrip("\"'”’ ,"))
    found = _read(behind, follows=True)
    if found.verb:
        return found
    clauses = _last_clauses(before[-REACH:].rstrip("\"'“‘"))
    said = _read(clauses, follows=False)
    told = _ACCORDING.match(behind[0].strip()) or _ACCORDING.search("".join(reversed(clauses)))
    return Attribution(" ".join(told.group(1).split()), "according to") if told and not said.verb else said


def _cut(text: str) -> list[str]:
    """The clauses of `text` with their closing stop, a stop after a short form being none."""
    found, start = [], 0
    for stop in _CLAUSE.finditer(text):
        if stop.group() == "." and _SHORT_FORM.search(text[start : stop.start()]):
            continue
        found.append(text[start : stop.end()])
        start = stop.end()
    return [*found, text[start:]]


def _first_clauses(text: str) -> list[str]:
    found = []
    for clause in _cut(text):
        found.append(clause)
        if clause.rstrip()[-1:] in (".", "!", "?", "…") or "\n" in clause or "\r" in clause:
            break
    return found[:4]


def _last_clauses(text: str) -> list[str]:
    found: list[str] = []
    for clause in reversed(_cut(text)):
        if clause.strip()[-1:] in (".", "!", "?", "…") or "\n" in clause or "\r" in clause:
            break
        found.append(clause)
    return found[:4]


def _read(clauses: list[str], follows: bool) -> Attribution:
    previous = ""
    for number, clause in enumerate(clauses[:3] if follows else clauses):
        cut = words(clause)
        at = _verb(cut)
        if at is None:
            previous = previous or clause
            continue
        if follows and number == 0 and at > 12:
            break
        if follows:
            return _around(clause, cut, at, previous)
        named = [one for one in clauses[number + 1 :] if _names(one) and fold(words(one)[0].text) not in _RELATIVE]
        if at == 0 and named and cut[0].text.islower():
            return replace(_around(clause, cut, at, ""), speaker=_apposed(named[0]))
        return _around(clause, cut, at, named[0] if named else "")
    return Attribution()


def _names(clause: str) -> bool:
    return any(word.text[:1].isupper() for word in words(clause))


def _verb(cut: tuple[Word, ...]) -> int | None:
    for n, word in enumerate(cut):
        verb = fold(word.text)
        is_name = n > 0 and word.text[:1].isupper()
        if verb in SPEECH_VERBS and not is_name and not (n and fold(cut[n - 1].text) in _NOT_BEFORE_A_VERB):
            return n
    return None


def _around(clause: str, cut: tuple[Word, ...], at: int, beside: str) -> Attribution:
    first = last = at
    places = [n for n, word in enumerate(cut) if fold(word.text) in SPEECH_VERBS]
    chain = [n for n in places if abs(n - at) <= 4]
    if len(chain) > 1 and chain[-1] - chain[0] <= 4:
        between = {fold(word.text) for word in cut[chain[0] + 1 : chain[-1]]}
        if between and between <= (_PRONOUNS | {"that", "had", "has", "also"}):
            first, last = chain[0], chain[-1]
    verb = clause[cut[first].start : cut[last].end]
    addressee = _addressee(clause, cut, last) if fold(cut[last].text) in ("told", "tell", "tells", "telling") else ""
    return Attribution(_speaker(clause, cut, first, bool(addressee), beside), " ".join(verb.split()), addressee)


def _speaker(clause: str, cut: tuple[Word, ...], at: int, is_told: bool, beside: str) -> str:
    ahead = [word for word in cut[:at] if not _ADVERBS.search(fold(word.text))]
    while ahead and fold(ahead[0].text) in _NOT_A_SPEAKER:
        ahead.pop(0)
    if fold(cut[at].text).endswith("ing"):
        return ""
    while ahead and fold(ahead[-1].text) in ("went", "on", "to", "did", "do", "not"):
        ahead.pop()
    if ahead:
        return " ".join(clause[ahead[0].start : ahead[-1].end].split())[:LONGEST_NAME]
    if not is_told and at + 1 < len(cut):
        name = _phrase(clause, cut, at + 1)
        if name:
            return name
    return _apposed(beside)


def _apposed(beside: str) -> str:
    """The speaker in the clause beside the verb's: “Lee, the mayor, said”."""
    cut = words(beside)
    if not cut or len(cut) > 9 or fold(cut[0].text) in _NOT_A_SPEAKER:
        return ""
    return " ".join(beside[cut[0].start : cut[-1].end].split())[:LONGEST_NAME]


def _addressee(clause: str, cut: tuple[Word, ...], at: int) -> str:
    return _phrase(clause, cut, at + 1) if at + 1 < len(cut) else ""


def _phrase(clause: str, cut: tuple[Word, ...], first: int) -> str:
    last = first
    while last < len(cut) and fold(cut[last].text) not in _AFTER_SPEAKER and last - first < 8:
        last += 1
    return " ".join(clause[cut[first].start : cut[last - 1].end].split())[:LONGEST_NAME] if last > first else ""
