"""Cut a text into sentences, each with its place in the text."""

import re
from dataclasses import dataclass

from samestory.language.pack import Pack
from samestory.language.stop import closes_a_word
from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.words.short_form import LONGEST_BEFORE_STOP, is_short_form

_CLOSING = "\"'”’)\\]»›“«‘"
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\u200d\ufe0f"
# The look-behind lets a search start once in a run of stops, so that a million of them cost one walk.
_END = re.compile(rf"(?<![.!?…؟۔])([.!?…؟۔]+)([{_CLOSING}]*)(?:[ \u00a0]?[{_EMOJI}]++)*+(?=\s|$)")
_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]\s*")
# What stands behind a stop where the next sentence may begin, with its first sign.
_NEXT = re.compile(r"\s+[\"'“‘«„»(\[¿¡•*#@]*\s?([^\W_]|[$€£¥])")
# Takes “ — Мы” and “ – Nein”, with which speech begins in some languages.
_SPEECH_NEXT = re.compile(r"\s+[—–―]\s?([^\W_])")
# A time of day with which a sentence begins can't end it: “At 5 p.m. Mr. Obama spoke.”
# Takes “On Monday at 5 p.m.”, leaves “He came at 5 p.m.”, which may well be a sentence.
_OPENING_CLOCK = re.compile(
    r"\s*[\"“]?(?:On\s[A-Z]\w{2,8},?\s(?:at|by|around)|At|By|Around|About|Until|Before|After|Since|Shortly\s(?:before|after)|Just"
    r"\s(?:before|after))\s(?:about\s|around\s)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m|[AP]\.M)\.",
)
# Takes “1.”, “b.” and “iv.” at the start, which number what follows; leaves “1999.”
_NUMBERING = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.")
# Takes “ Ida Lind asked” after “Why?”, leaves “ The mayor asked that he stay”, a sentence of its own.
_ASKED = re.compile(
    r"\s+(?!(?:The|She|He|They|It|We|I|A|An|But|And|This|That|In|On|At|Then|You)\s)(?:[A-Z][\w’'.-]{0,20}\s+){1,4}"
    r"(?:asked|asks|said|says|shouted|cried|yelled|exclaimed|wondered|wrote|replied|demanded|joked|told|added|called)\b"
    r"(?!\s+(?:he|she|it|they|that|the|his|her|their|there)\b)"
)
# “Yahoo! Finance” has its mark in the midst of a sentence.
_NAMED_WITH_A_MARK = re.compile(r"\b(?:Yahoo|Jeopardy|Wham|E)!$")
_COMPANY = re.compile(r"\s+(?:Inc|Corp|Ltd|LLC|PLC|Co|News|Mail|Finance|Sports?|Japan|Group)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: `text[start:end]`, counted in code points, without outer spaces."""

    start: int
    end: int
    text: str


def sentences(text: str | CutText) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order; a line break always ends one.

    A full stop ends a sentence unless it closes a short form such as `Feb.`, an initial, or initials such as
    `U.S.`, which end one only before a word that opens sentences. `“Why?” Lind asked.` is one sentence.

    >>> [sentence.text for sentence in sentences("Mr. Lee left the U.S. He then sailed. “Why?” she asked.")]
    ['Mr. Lee left the U.S.', 'He then sailed.', '“Why?” she asked.']
    """
    return _sentences(CutText.of(text))


@once
def _sentences(cut: CutText) -> tuple[Sentence, ...]:
    text = cut.text
    found: list[Sentence] = []
    start = 0
    for line_break in [*_BREAK.finditer(text), None]:
        end = line_break.start() if line_break else len(text)
        found.extend(_of_line(text, start, end, cut.pack))
        start = line_break.end() if line_break else len(text)
    return tuple(found)


@once
def sentence_starts(cut: CutText) -> list[int]:
    """Return where each sentence begins."""
    return [one.start for one in sentences(cut)]


def _of_line(text: str, start: int, end: int, pack: Pack | None) -> list[Sentence]:
    found = []
    for stop in _END.finditer(text, start, end):
        if stop.end() < end and not _is_end(text, start, stop, pack):
            continue
        found.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    found.append(_trimmed(text, start, end))
    return [sentence for sentence in found if sentence.text]


def _is_end(text: str, start: int, stop: re.Match[str], pack: Pack | None) -> bool:
    if not _opens_next(text, stop.end(), pack):
        return False
    sign, closing = stop.group(1), stop.group(2)
    if closing and stop.start() > start and text[stop.start() - 1] in "([":
        return _ends_before_bracket(text, start, stop.start() - 1)
    if sign == ".":
        if pack and not closing and closes_a_word(pack, text, start, stop.start()):
            return False
        if _OPENING_CLOCK.fullmatch(text, start, stop.end()):
            return False
        if stop.end() - start <= 8 and _NUMBERING.fullmatch(text[start : stop.end()].strip()):
            return False
        before = text[max(start, stop.start() - LONGEST_BEFORE_STOP) : stop.start() + 1]
        return bool(pack) or not is_short_form(before, text, stop.end())
    if closing and closing[-1] in "\"'”’»":
        return not _ASKED.match(text, stop.end())
    before = text[max(start, stop.start() - LONGEST_BEFORE_STOP) : stop.start() + 1]
    return not (sign == "!" and _NAMED_WITH_A_MARK.search(before) and _COMPANY.match(text, stop.end()))


def _opens_next(text: str, at: int, pack: Pack | None) -> bool:
    """Whether a sentence may begin behind a stop: with any sign but a small letter, names such as iPhone left aside."""
    found = _NEXT.match(text, at) or (_SPEECH_NEXT.match(text, at) if pack else None)
    if found is None:
        return False
    return not found.group(1).islower() or text[found.end() : found.end() + 1].isupper()


def _ends_before_bracket(text: str, start: int, bracket: int) -> bool:
    """Whether a sentence was over before “[...]” or “(?)”, which are no sentences themselves."""
    return text[max(start, bracket - 4) : bracket].rstrip("\"'”’ \u00a0")[-1:] in (".", "!", "?", "…")


def _trimmed(text: str, start: int, end: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, text[start:end])
