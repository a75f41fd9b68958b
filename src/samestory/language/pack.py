"""A pack: what the tool knows of one language, read from its list of words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from samestory.words.lists import groups_in, pairs_in, phrases, phrases_in, words_in, words_in_order

PACKED_LANGUAGES = ("en", "de", "es", "ru", "ar")
_FURNITURE = ("related", "share", "newsletter", "comments", "cookies", "advertisement")


@dataclass(frozen=True, eq=False)
class Pack:
    """What is known of a language, `code` being its ISO 639-1 code and `name` its English name.

    `small` are its function words, in small letters. `days` and `months` lead from each printed form to its English
    name. `short` are forms that never end a sentence, `numbered` those that want a number, `either` those
    that may end one, all without spaces; `ordinal_after` are
    words behind which a number with a stop is an ordinal. `today` leads to the English words, `furniture` from a kind
    to how its lines begin, `values` from a word for a number to the number, `scales` to what it multiplies by.
    `agencies` leads from a printed name to the house. `unknown` says in sentences what the tool can't see.
    """

    code: str
    name: str
    small: frozenset[str]
    short: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    ordinal_after: frozenset[str]
    weekdays: Mapping[str, str]
    months: Mapping[str, str]
    today: Mapping[str, str]
    which: Mapping[str, str]
    no_day_after: frozenset[str]
    ahead: frozenset[str]
    joint: frozenset[str]
    saying: frozenset[str]
    within_names: frozenset[str]
    pronouns: frozenset[str]
    furniture: Mapping[str, tuple[str, ...]]
    buttons: frozenset[str]
    values: Mapping[str, float]
    scales: Mapping[str, float]
    decimal: str
    hundredths: frozenset[str]
    clock: frozenset[str]
    bounds: Mapping[str, str]
    agencies: Mapping[str, str]
    unknown: tuple[str, ...]


@cache
def pack_of(code: str) -> Pack | None:
    """Return the pack of a language; None for English, for which the whole house is made, and for those without one.

    >>> found = pack_of("de")
    >>> found.months["Jänner"], found.weekdays["Sonnabend"], pack_of("fr")
    ('January', 'Saturday', None)
    """
    if code not in PACKED_LANGUAGES or code == "en":
        return None
    file = f"lang_{code}"
    return Pack(
        code,
        groups_in(file)["called"][0],
        words_in(file, "small"),
        words_in(file, "before a word"),
        words_in(file, "before a number"),
        words_in(file, "either"),
        _words(file, "before an ordinal"),
        dict(_forms(file, "weekdays")),
        dict(_forms(file, "months")),
        dict(_today(file)),
        dict(_forms(file, "which")),
        words_in(file, "no day after"),
        words_in(file, "ahead"),
        words_in(file, "between day and month"),
        words_in(file, "saying"),
        _words(file, "within names"),
        words_in(file, "pronouns"),
        {kind: tuple(one.casefold() for one in phrases_in(file, kind)) for kind in _FURNITURE},
        words_in(file, "buttons"),
        dict(_values(file)),
        {word.casefold(): float(of) for of, forms in pairs_in(file, "scales").items() for word in forms.split()},
        words_in_order(file, "decimal")[0],
        frozenset(_spaced(word).casefold() for word in words_in(file, "share of a hundred")),
        _words(file, "clock"),
        {word: bound for bound in ("near", "least", "most") for word in words_in(file, bound)},
        {form: house for house, forms in pairs_in(file, "agencies").items() for form in phrases(forms)},
        groups_in(file)["not known"],
    )


def _words(file: str, heading: str) -> frozenset[str]:
    return words_in(file, heading) if heading in groups_in(file) else frozenset()


def _spaced(form: str) -> str:
    """A form that is two words, written as one in a list: كانون_الثاني."""
    return form.replace("_", " ")


def _forms(file: str, heading: str) -> Iterator[tuple[str, str]]:
    for name, forms in pairs_in(file, heading).items():
        yield from ((_spaced(form), name) for form in forms.split())


def _today(file: str) -> Iterator[tuple[str, str]]:
    for day, forms in pairs_in(file, "today").items():
        for form in map(_spaced, phrases(forms)):
            yield form, day
            # With a capital the German “Morgen” is a morning.
            if form != "morgen":
                yield form[:1].upper() + form[1:], day


def _values(file: str) -> Iterator[tuple[str, float]]:
    yield from ((word, float(value)) for value, word in enumerate(words_in_order(file, "units")))
    yield from ((word, float(10 * value)) for value, word in enumerate(words_in_order(file, "tens"), 2))
    for heading in ("other units", "other tens"):
        if heading in groups_in(file):
            yield from ((w, float(n)) for n, forms in pairs_in(file, heading).items() for w in forms.split())
