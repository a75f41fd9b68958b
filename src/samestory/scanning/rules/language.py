"""Which language a text is in, and what the engine can't see in it: a text without candidates is not faultless."""

from samestory.language import PACKED_LANGUAGES, language_name, language_of
from samestory.text.document import Text, as_document
from samestory.thresholds import threshold
from samestory.words.listed import listed

# Words that any English text of some length has, and that the neighbouring languages don't share.
_SMALL = listed("the of and to that it is was for with his her they would had this which from have been")
FEWEST_WORDS, LEAST_SHARE = 20, threshold(__name__, "LEAST_SHARE")


def is_english(text: Text) -> bool:
    """Say whether `text` looks like English by its small words; a text of fewer than 20 words passes.

    >>> is_english("Die Fähre fährt nicht. " * 6), is_english("The ferry that was to sail to Nordo had stopped. " * 3)
    (False, True)
    """
    one = as_document(text)
    if one.lang and one.language != "en":
        return False
    letters = [mark for mark in one.text if mark.isalpha()]
    # Other alphabets first, since a short text in one would pass the test by small words.
    if 2 * sum(mark.isascii() for mark in letters) < len(letters):
        return False
    return len(one.folded) < FEWEST_WORDS or sum(word in _SMALL for word in one.folded) >= LEAST_SHARE * len(one.folded)


def language_told(text: Text) -> list[str]:
    """Return sentences on what the engine reads in `text`; none for English, which it reads best.

    >>> language_told("Le bac ne part pas, et le quai est dans un état déplorable.")[0]
    'It looks like French, of which the tool has no lists of words.'
    """
    one = as_document(text)
    seen, code = language_of(one.text), one.language
    told = []
    if one.lang and seen and seen != code:
        told.append(f"Its `lang` says {language_name(code)}, and its words look like {language_name(seen)}: mend one.")
    if one.pack:
        told.append(
            f"It is in {one.pack.name}. Passages in common, quotations, days, page lines, agencies’ signs, numbers, "
            "and days and names that two accounts give differently are looked for."
        )
        return [*told, *one.pack.unknown]
    if code == "en" or (not code and is_english(one)):
        return told
    known = ", ".join(language_name(packed) for packed in PACKED_LANGUAGES)
    what = f"It looks like {language_name(code)}" if code else "It doesn’t look like English"
    return [
        *told,
        f"{what}, of which the tool has no lists of words." if code else f"{what}, and its language can’t be told.",
        f"Only passages and quotations in common are found in it. Known are {known}.",
    ]
