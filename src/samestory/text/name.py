"""Find the words of a text that may be names: those that begin with a capital letter."""

import re
from dataclasses import dataclass

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.words.word import Word

_PARTS = re.compile(r"[^\-‐‑/&@:.,]+")
_POSSESSIVE = re.compile(r"['’‘]s?$")
# A full stop after a small letter ends a sentence; a headline has none.
_ENDS_SENTENCE = re.compile(r"[a-z]\.['\"’”)]{0,2}\s*$")
# A stop after one of these ends no sentence, so a capital behind it is a name's.
_TITLE = re.compile(r"(?:^|\W)(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|Capt)\.$")
# Takes what parts “Ida Lind”, “Antony J. Blinken” and “Ludwig van Beethoven”, leaves the comma of “Lind, Moe”.
_BETWEEN = re.compile(
    r"[ \u00a0]{0,2}(?:[A-Z]\.[ \u00a0]?){0,2}|[ \u00a0]?[-‐‑]|[ \u00a0](?:al|el|bin|van|von|de|der|la|da)[ -]"
)
_OPENING = " \u00a0\t\"'“‘«„([*•|"
_STOPS = ".!?…:\r\n"
_MOST_IN_HEADLINE = 25
_LONGEST_BETWEEN = 9


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that may be a name, without an ending ’s: `text[start:end]`, counted in code points.

    `opens`: the capital says nothing, since the word begins a sentence or a quotation, or stands in a headline.
    `joined`: the word before it, also a possible name, stands right beside it, so that both may be one name.
    """

    start: int
    end: int
    text: str
    opens: bool
    joined: bool


def name_words(text: str | CutText) -> tuple[NameWord, ...]:
    """Return the words of `text` that may be names, in order; the parts of a compound each by itself.

    Words of one letter and words with digits are none.

    >>> [(word.text, word.opens, word.joined) for word in name_words("Today Anna Lind’s ferry left Nordo.")]
    [('Today', True, False), ('Anna', False, True), ('Lind', False, True), ('Nordo', False, False)]
    """
    return _name_words(CutText.of(text))


@once
def _name_words(cut: CutText) -> tuple[NameWord, ...]:
    found: list[NameWord] = []
    for start, end in cut.lines:
        inside = cut.numbers(start, end)
        line = cut.words[inside.start : inside.stop]
        is_headline = _is_headline(line) and not _ENDS_SENTENCE.search(cut.text, start, end)
        for word in line:
            if word.text.islower():
                continue  # most words: no part of it has a capital
            for part in _PARTS.finditer(word.text):
                name = _POSSESSIVE.sub("", part.group())
                if not _may_be_name(name):
                    continue
                at = word.start + part.start()
                joined = bool(found) and _is_joined(cut.text, found[-1].end, at)
                opens = is_headline or _opens(cut.text, at)
                found.append(NameWord(at, at + len(name), name, opens, joined))
    return tuple(found)


def _may_be_name(name: str) -> bool:
    if len(name) < 2 or not name[0].isalpha() or any(letter.isdigit() for letter in name):
        return False
    return name[0].isupper() or name[0].istitle() or any(letter.isupper() for letter in name[1:])


def _is_joined(text: str, end: int, start: int) -> bool:
    return start - end <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(text, end, start) is not None


def _opens(text: str, start: int) -> bool:
    at = start
    while at > max(0, start - 6) and text[at - 1] in _OPENING:
        # A quotation opens with a capital, name or not.
        if text[at - 1] in '“„«"':
            return True
        at -= 1
    if at == 0 or text[at - 1] in _STOPS:
        return at == 0 or text[at - 1] != "." or _TITLE.search(text[max(0, at - 6) : at]) is None
    return False


def _is_headline(cut: tuple[Word, ...]) -> bool:
    """Has a line so many capitals, and so few words, that a capital means nothing in it?"""
    long = [word for word in cut[: _MOST_IN_HEADLINE + 1] if len(word.text) > 3]
    capitals = sum(word.text[0].isupper() for word in long)
    if not cut or cut[0].text[0].islower():
        return False
    # Seven in ten and not all: headlines in title case keep “from” and “with” small.
    return len(cut) <= _MOST_IN_HEADLINE and capitals > 2 and capitals * 10 > len(long) * 7
