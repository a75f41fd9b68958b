"""Tags that name languages, such as “de” and “es-MX”, and the way in which their writing runs."""

import re
from functools import cache

from samestory.language.pack import PACKED_LANGUAGES
from samestory.words.lists import groups_in

# Takes “de”, “es-MX”, “zh-Hant-TW” and “fil”; leaves “german” and “de_DE”.
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_RIGHT_TO_LEFT_SCRIPTS = ("Arab", "Hebr", "Syrc", "Thaa", "Nkoo")


def is_tag(tag: str) -> bool:
    """Return whether `tag` has the form in which pages name languages (BCP 47: language, script, region).

    >>> is_tag("es-MX"), is_tag("german")
    (True, False)
    """
    return _TAG.fullmatch(tag) is not None


def primary(tag: str) -> str:
    """Return the language of a tag without its script and region: “es” of “es-MX”."""
    return tag.split("-")[0]


def direction(tag: str) -> str:
    """Return “rtl” for a language that runs from right to left, else “ltr”.

    >>> direction("ar-EG"), direction("de"), direction("")
    ('rtl', 'ltr', 'ltr')
    """
    script = next((part for part in tag.split("-")[1:] if len(part) == 4), "")
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"


def language_name(tag: str) -> str:
    """Return the English name of a tag's language; the tag in quotation marks where the tool has no name for it.

    >>> language_name("de-AT"), language_name("fr"), language_name("xx")
    ('German', 'French', '“xx”')
    """
    return _names().get(primary(tag), f"“{tag}”")


@cache
def _names() -> dict[str, str]:
    named = {code: groups_in(f"lang_{code}")["called"][0] for code in PACKED_LANGUAGES}
    return named | {heading.split()[0]: heading.split()[1] for heading in groups_in("lang_others")}
