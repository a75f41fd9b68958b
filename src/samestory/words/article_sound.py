"""Which article a word takes by its first sound: “a union”, “an umbrella”, “an hour”, “an 18-year-old”."""

import re
from typing import Literal

from samestory.words.listed import listed

Indefinite = Literal["a", "an"]

# The sound of "you" though a vowel is written: takes “unit”, “useful” and “European”, leaves “unintended” and “usher”.
_YOU = re.compile(
    r"uni(?!n|m(?!od)|r|ll|ss|d(?!irec|im))|unanim(?!at)|us(?:a[bg]|e(?!rn)|u)|ut(?!t|m|as)|ubi|uk|ur(?:a|e|in|o(?!ge)|u)|uga|uv|eu|ew"
)
_ONE = re.compile(r"one(?:s|self|ness|time|way|sie)?|once|ouija")
_SILENT = re.compile(r"hour|heir|hono|honest|hors$")
# Both are in use, or the spelling says nothing: takes “herb” and “hotel”, leaves “umbrella”.
_UNSETTLED = re.compile(r"h|oua|oui|uy|ui|oax|ulul|euler")
# How an English word begins with a consonant: takes “treaty” and “knife”, leaves “mp3” and “xmas”.
_ONSET = re.compile(
    r"[bcdfgjklmnpqrstvwxyz](?=[aeiouy])|y(?=[aeiou])|[bcfgkp][lr]|[dtv]r|[cgkprstw]h|[dt]w|gn|kn|ll|mn|ps|pn|pt|qu|wr|"
    r"s[cklmnpqtvw]|ts|tz|cz|ph|zh|fj"
)
_BY_LETTERS = re.compile(r"(?!SQL)[FHLMNRSX][B-DF-HJ-NP-TV-XZ]{1,5}")  # NFL: no vowel, so nobody reads it as a word
_AN_BY_LETTERS = listed("FBI MBA NBA NGO HIV SUV MRI SOS RAF MEP LED EU IPO IRS ACLU")
_YOU_BY_LETTERS = listed("US UN UK UAE UFO USB UCLA UV UNESCO UNICEF UEFA USAID")
_READ_AS_WORDS = listed("NATO NASA FIFA FEMA HIPAA SWAT LASIK RICO COVID COP")
# Peoples and faiths that begin with a vowel's sound: takes “Iranian”, leaves “Iran” and “Ukrainian”.
_AN_NAMES = re.compile(
    r"(?:Afghan|Albanian|Algerian|American|Angolan|Arab|Argentin(?:e|ian)|Armenian|African|Asian|Australian|Austrian|"
    r"Egyptian|English|Eritrean|Estonian|Ethiopian|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Islamic|Islamist|"
    r"Israeli|Italian|Orthodox|Ottoman|Anglican|Evangelical)"
)
# Names with the sound of "you": takes “Ukrainian” and “Unionist”, leaves “Umbria”.
_YOU_NAMES = re.compile(
    r"Ukrain|Europ|Euras|Euro|Eug|Euch|Ugand|Urugua|Utah|Utopi|Unite|Union|Univers|Unicef|Unesco|Unilev|Unitar"
)
# Leaves 1,100 and 1,800: “eleven hundred” takes “an”, “one thousand one hundred” takes “a”.
_COUNT = re.compile(r"(?!1,[18]\d\d(?!\d|,))(\d{1,3})(?:,\d{3})*(?:st|nd|rd|th|s|pm|am|bn|m|k|km|kg|lb|ft)?")
_EIGHT, _ELEVEN = re.compile(r"8\d*"), ("11", "18")


def article_for(word: str) -> Indefinite | None:
    """The article that goes before `word`, as it is printed; None where both are in use or the letters don't tell.

    Capitals are told only of acronyms that are read by letters and of names that begin with the sound of "you".

    >>> [article_for(word) for word in ("unanimous", "unintended", "onetime", "hour", "NFL", "18", "hotel")]
    ['a', 'an', 'a', 'an', 'an', 'an', None]
    """
    if word[:1].isdigit():
        return _of_number(word)
    if word.islower():
        return _of_word(word) if word.isascii() and word.isalpha() and len(word) > 2 else None
    word = word.replace(".", "")  # U.S., F.B.I.
    if word in _YOU_BY_LETTERS or word in _READ_AS_WORDS or _YOU_NAMES.match(word):
        return "a"
    return "an" if word in _AN_BY_LETTERS or _BY_LETTERS.fullmatch(word) or _AN_NAMES.fullmatch(word) else None


def _of_number(number: str) -> Indefinite | None:
    """Eight, eighty, eleven and eighteen begin with a vowel; 1,100 and 1,800 can be read in two ways."""
    found = _COUNT.fullmatch(number)
    if found is None:
        return None
    return "an" if _EIGHT.fullmatch(found[1]) or found[1] in _ELEVEN else "a"


def _of_word(word: str) -> Indefinite | None:
    if _SILENT.match(word):
        return "an"
    if _UNSETTLED.match(word):
        return None
    if word[0] in "aeiou":
        return "a" if _YOU.match(word) or _ONE.fullmatch(word) else "an"
    return "a" if _ONSET.match(word) and re.search("[aeiou]", word) else None
