"""Whether a full stop closes a short form, an initial or an ordinal in a language with a pack, or the sentence."""

import re
from collections.abc import Mapping
from functools import cache

from samestory.language.pack import Pack, pack_of

READ_BEFORE, READ_AFTER = 24, 12  # characters around a stop
_SPACE = "[ \u00a0\u202f]"
# Takes the word behind a stop, past opening marks: “Die” of “ „Die”.
_NEXT = re.compile(r"\s+[\"'“‘«»„(\[¿¡]*([^\W\d_][\w’-]*)")
_NUMBER_NEXT = re.compile(r"\s+[(#$€£]*\d")
_INITIAL = re.compile(r"(?:^|[^\w.])[^\W\d_]\.$")
_INITIAL_NEXT = re.compile(r"\s+[^\W\d_]\.")
# Takes “am 3.” and “Friedrich II.”, leaves “2026.” and “1.200.”
_ORDINAL = re.compile(r"(?:(?:^|\s)([^\W\d_]+),?\s)?(?<![\d.,:])(?:\d{1,2}|[IVX]{1,5})\.$")


def closes_a_word(pack: Pack, text: str, low: int, stop: int) -> bool:
    """Return whether the full stop at `text[stop]` belongs to its word; the sentence begins at `low` or later.

    >>> text = "Am 3. März war z. B. Dr. Lind da. Danach fuhr er."
    >>> [at for at, sign in enumerate(text) if sign == "." and not closes_a_word(pack_of("de"), text, 0, at)]
    [32, 48]
    """
    start, after = max(low, stop - READ_BEFORE), stop + 1
    for found in _short_forms(pack.code).finditer(text, start, stop + READ_AFTER):
        if found.start() <= stop < found.end():
            return stop < found.end() - 1 or not _may_end(pack, text, start, found)
    before = text[start:after]
    following = _NEXT.match(text, after)
    if _INITIAL.search(before):
        # Letters without capitals are initials too: “د. أحمد”.
        letter = before[-2]
        return not letter.islower() and (bool(_INITIAL_NEXT.match(text, after)) or not _opens(pack, following))
    ordinal = _ORDINAL.search(before) if pack.ordinal_after else None
    if not ordinal or _opens(pack, following):
        return False
    is_day = following is not None and following.group(1) in pack.months
    is_roman = not before[-2].isdigit()
    return is_day or is_roman or (ordinal.group(1) or "").casefold() in _casefolded(pack.code)


def _may_end(pack: Pack, text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the sentence may be over with a short form."""
    form = re.sub(_SPACE, "", found.group())
    if form in pack.numbered:
        return _NUMBER_NEXT.match(text, found.end()) is None
    if form not in pack.either:
        return False
    following = _NEXT.match(text, found.end())
    # “In 1998.” and “the town of”: the year's sign ends a sentence behind a number, the town's none.
    if form in pack.short:
        return text[start : found.start()].rstrip()[-1:].isdigit() and not _is_small(following)
    if pack.code == "de" or (pack.code == "es" and form != "etc."):
        return _opens(pack, following)
    return not _is_small(following)


def _is_small(following: re.Match[str] | None) -> bool:
    return following is not None and following.group(1)[0].islower()


def _opens(pack: Pack, following: re.Match[str] | None) -> bool:
    """Whether the next word opens a sentence: a small word with a capital, such as “Der”."""
    word = following.group(1) if following else ""
    return word[:1].isupper() and word.casefold() in pack.small


@cache
def _short_forms(code: str) -> re.Pattern[str]:
    """All short forms of a language, the longest first, with or without spaces within."""
    pack = _known(code)
    forms = {*pack.short, *pack.either, *pack.numbered}
    # A form may open a sentence: “Z. B. die Fähre”.
    forms |= {form[:1].upper() + form[1:] for form in forms if "." in form[:-1]}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    gaps = ("".join(f"{re.escape(part)}\\.{_SPACE}?" for part in form.split(".")[:-1]) for form in ordered)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(gap.removesuffix(f'{_SPACE}?') for gap in gaps)})")


@cache
def _casefolded(code: str) -> Mapping[str, str]:
    return {word.casefold(): word for word in _known(code).ordinal_after}


def _known(code: str) -> Pack:
    pack = pack_of(code)
    assert pack is not None
    return pack
