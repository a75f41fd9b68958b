"""What one part of a path says: a student or a section, a lesson, or neither (`submissions`, `week 2`, `final`).

Ana Lee - 07-odd-phrases.ipynb, 07-odd-phrases_ana.ipynb, 07-odd-phrases (ana).ipynb     teachers and learners
ana+07-odd-phrases+2026-03-01 10-00-00 UTC                                              nbgrader's collector
homework 3_ana_attempt_2026-01-30-20-30-10_x.ipynb                                       Blackboard
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from samestory.teach.handin.arrival import time_in, without_time
from samestory.teach.handin.names import stem_of, tidy_name

_END = r"(?![^\W_])"
_START = r"(?<![^\W_])"
# Words for a piece of work, which a number follows: they take `homework 3` and `Blatt-07`, and leave `essay 3`.
_SET = (
    r"lessons?|homework|hw|assignments?|weeks?|wk|tasks?|exercises?|worksheets?|sheets?|chapters?|problem[ _-]?sets?|ps"
    r"|units?|modules?"
    r"|lektion|stunde|einheit|aufgaben?|hausaufgaben?|übung|uebung|woche|blatt"
    r"|leçon|lecon|devoir|semaine|exercice|tarea|semana|lección|leccion|unidad|tema|ejercicio"
    r"|lição|licao|aula|tarefa|lezione|unità|compito|esercizio|settimana|les|opdracht|lekcja|zadanie|ders|ödev"
    r"|uppgift|oppgave|leksjon|módulo|modulo|урок|задание|الدرس|bài"
)
_NUMBERED = re.compile(rf"{_START}(?P<word>{_SET})[ _.#-]{{0,3}}(?P<number>\d{{1,3}}){_END}", re.IGNORECASE)
# It takes `7`, `07` and `#7`; it leaves `107` and `2026`, which number no lesson.
_BARE = re.compile(r"#?0{0,2}(\d{1,2})")
# It takes `ana+07-odd-phrases+2026-03-01 10-00-00 UTC`; it leaves `ana+07`, which has only two parts.
_COLLECTED = re.compile(r"(?P<student>[^+]+)\+(?P<lesson>[^+]+)\+(?P<rest>.*\d.*)", re.DOTALL)
_BLACKBOARD = re.compile(r"(?P<lesson>.+)_(?P<student>[^_]+)_attempt_\d{4}(?:-\d\d){5}(?:_.*)?", re.DOTALL)
# What classes are called: it takes `section North`, `9a`, `Klasse 7b` and `Friday`; it leaves `Class of 2026`.
_SECTION = re.compile(
    r"sections?[ _.-]{1,3}.+|(?:section|sec|class|classe|klasse|groups?|grp|groupe|gruppe|grupo|period|kurs|course|set"
    r"|sección|seccion|sezione|turma|turno|gruppo|класс|группа|الفصل|lab"
    r"|form|block|room|tutorial"
    r"|seminar|year|grade|cohort|stream|abteilung|zug)(?:[ _.-]{1,3}[^\W_]{1,3}|\d{1,2}[^\W\d_]?)"
    r"|[^\W\d_]|\d{1,2}[ºª°.-]? ?[^\W\d_]|[^\W\d_]\d{1,2}|\d{1,2}(?:[eè]|[eè]me|er|ère)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?",
    re.IGNORECASE,
)
# It takes ` (1)` and ` - Copy 2` at the end of a name; it leaves `-2`, which may be a lesson's.
_COPY = re.compile(r"[ _-]*(?:\(\d{1,3}\)|[ _-](?:copy|kopie) ?(?:\d{1,3}|\(\d{1,3}\))?)\s*$", re.IGNORECASE)
# Words that are cut off the end of a name; those of _AGAIN tell a resubmission too, those of _EMPTY name nobody.
_MARKS = (
    "resubmitted resubmission resubmit resubmissions revised revision corrected correction final draft again retry redo"
)
_AGAIN = f"{_MARKS} attempt try version versuch old older backup first second third new newer original".split()
_EMPTY = f"""{_MARKS} submission submissions submit submitted hand handed handin handins in ins homework hw assignment
assignments lesson lessons notebook notebooks answer answers untitled download downloads export file files work works my
the of for a from and all class classes students course collected abgabe abgaben new old folder archive data
sections groups
solution solutions exercise exercises task tasks result results same story test tests week weeks backup copy kopie
original first second third attempt try version v late inbox upload uploads return returned zip ipynb samestory saved
web document documents""".split()
_WORDS = re.compile(r"[^\W_]+")
_EDGES = " \t\r\n-–—_+.,;:()[]{}"


@dataclass(frozen=True)
class PathLabel:
    """`name` is a student's or a section's, as far as one can tell, or empty.

    `lesson` is equal for equal lessons; empty where the part names none. `sure` says that it is one and no section's
    number. `section` is set for what looks like the name of a section, `again` for a word of a resubmission. `rest` is
    a number or letter where there is no name: perhaps a lesson's, perhaps what a student is called.
    """

    name: str
    lesson: str = ""
    sure: bool = False
    section: bool = False
    again: bool = False
    rest: str = field(default="", compare=False)


class Labels:
    """Reads the parts of paths, knowing the names of the lessons (`07-odd-phrases`)."""

    def __init__(self, lessons: Iterable[str] = ()) -> None:
        # The longest first: an alternation takes what fits first, and one name may begin another.
        patterns = sorted({_pattern(name) for name in lessons if name} - {""}, key=len, reverse=True)
        self._lesson = re.compile(rf"{_START}(?:{'|'.join(patterns)}){_END}", re.IGNORECASE) if patterns else None
        # The name of a folder stands in the path of every file in it.
        self.of = lru_cache(maxsize=65_536)(self._read)

    def _read(self, part: str, file: bool) -> PathLabel:
        """The label of a folder, or of a file."""
        stem = tidy_name(stem_of(part) if file or part.lower().endswith(".zip") else part)
        for form in (_COLLECTED, _BLACKBOARD):
            told = form.fullmatch(stem)
            # Two plus signs may stand in any name: only a time behind them makes it the collector's.
            if told and (form is _BLACKBOARD or time_in(told["rest"])):
                return PathLabel(
                    tidy_name(told["student"]), self._key(told["lesson"]) or tidy_name(told["lesson"]), True
                )
        stem = without_time(stem)
        found = self._found(stem)
        rest = f"{stem[: found.start()]} {_COPY.sub('', stem[found.end() :])}" if found else stem
        lesson, sure = self._key(stem), bool(found)
        rest = rest.strip(_EDGES) if found else rest.strip()
        bare = _BARE.fullmatch(_COPY.sub("", rest))
        if not found and bare:
            return PathLabel("", f"#{int(bare[1])}", rest=bare[1])
        words = [word.casefold() for word in _WORDS.findall(rest)]
        again = any(word.strip("0123456789") in _AGAIN for word in words)
        # A folder `A` may be a class; a file `A.ipynb` is somebody's, or some part's.
        section = _SECTION.fullmatch(rest) is not None and not (file and len(rest) == 1)
        if not section and _is_empty(words, bool(found), file):
            # A number before empty words, as in `07_submission`, is perhaps a lesson's.
            number = _BARE.fullmatch(words[0]) if words and not found else None
            before, behind = (stem[: found.start()], _COPY.sub("", stem[found.end() :])) if found else (stem, "")
            return PathLabel(
                "",
                f"#{int(number[1])}" if number else lesson,
                sure,
                False,
                again,
                _rest(*map(_WORDS.findall, (before, behind))),
            )
        return PathLabel(tidy_name(_without_marks(rest)), lesson, sure, section, again)

    def _found(self, stem: str) -> re.Match[str] | None:
        """Where the lesson is named: by its whole name before any mere number."""
        return (self._lesson.search(stem) if self._lesson else None) or _NUMBERED.search(stem)

    def _key(self, text: str) -> str:
        found = self._found(text)
        if not found:
            return ""
        words = found.group("word", "number") if "word" in found.groupdict() else _WORDS.findall(found[0])
        # `07-odd-phrases` and `odd-phrases` are one lesson and need one key.
        words = words[1:] if len(words) > 2 and words[0].isdecimal() else words
        return "-".join(word.casefold().lstrip("0") or "0" for word in words)


def original_of(name: str) -> str:
    """The name without the mark of a copy.

    >>> original_of("anna (1)"), original_of("anna - Copy")
    ('anna', 'anna')
    """
    return _COPY.sub("", name).strip()


def _pattern(lesson: str) -> str:
    """A pattern for a lesson's name however its words are joined, with or without the zero of `07`."""
    words = _WORDS.findall(lesson)
    if len(words) < 2:
        return ""  # `tests` alone is a word like others
    joined = r"[\W_]{0,3}"
    if not (words[0].isdecimal() and words[0].isascii()):
        return joined.join(map(re.escape, words))
    number = rf"0*{words[0].lstrip('0') or '0'}{joined}"
    optional = "?" if len(words) > 2 else ""  # “odd phrases” is a lesson, “when” alone is not
    return f"(?:{number}){optional}" + joined.join(map(re.escape, words[1:]))


def _is_empty(words: list[str], after_lesson: bool, file: bool) -> bool:
    """True where no word can be anybody's name."""
    if not words:
        return True
    plain = [word for word in words if not word.isdecimal()]
    if not plain:  # numbers: of a student in a file's name, of a course site's download in a folder's
        return after_lesson and (not file or all(len(word) < 4 for word in words))
    if after_lesson and len(plain) == len(words) == 1 and len(words[0]) == 1 and words[0].isascii():
        return True  # 07b
    if file and len(words) == 1 and len(words[0]) == 1:
        return True  # x.ipynb
    return all(word.strip("0123456789") in _EMPTY for word in plain)


def _rest(before: list[str], behind: list[str]) -> str:
    """What may be a roll number or a letter for a name: before the lesson, or behind it a number of two digits.

    A single digit behind it counts how often it was handed in, a letter its parts; `a` and `b` are copies; more than
    one number is a date.
    """
    if len(before) == 1 and (before[0].isdecimal() or (len(before[0]) == 1 and not before[0].islower())):
        return before[0]
    long = len(behind) == 1 and behind[0].isdecimal() and len(behind[0].lstrip("0")) > 1
    return behind[0] if long and not before else ""


def _without_marks(name: str) -> str:
    """The name without the words of a resubmission at its end."""
    words = re.split(r"([ _,.-]+)", name)
    while len(words) > 2 and words[-1].strip("()0123456789").casefold() in _MARKS.split():
        words = words[:-2]
    # Without the six brackets: they belong to a name such as `Lee (Ana)`.
    return "".join(words).strip(_EDGES[:-6]) or name
