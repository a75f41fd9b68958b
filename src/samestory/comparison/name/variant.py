"""One name in two spellings that are both right: house styles, and systems of writing foreign names."""

from samestory.comparison.name.form import Form
from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import as_spoken, in_letters, is_one_typed, slavic, unaccented
from samestory.comparison.name.likeness import likeness


def variant_key(form: Form) -> str:
    """Return a key that all right spellings of one name share; others may share it too.

    The gazetteer's first form, or the letters as spoken.
    """
    variants = gazetteer().variants
    usual = variants.get(form.key) or variants.get(form.letters)
    return unaccented(usual) if usual else as_spoken(slavic(in_letters(form.key)))


def is_variant(one: Form, other: Form) -> bool:
    """Are these two right spellings of one name? The gazetteer says so, or accents, or one sound in two systems."""
    if one.letters == other.letters:
        return one.key != other.key
    if in_letters(one.key) == in_letters(other.key):
        return True
    names = gazetteer()
    if likeness(one.text, other.text).relation == "variant":
        return not (names.is_person(one.key) and names.is_person(other.key)) or _same_person(one, other)
    # Two of the gazetteer that are no variants there are two names; short ones sound alike by chance.
    if (one.listed and other.listed) or min(len(one.letters), len(other.letters)) < 5:
        return False
    if is_one_typed(one.letters, other.letters) or as_spoken(one.letters) != as_spoken(other.letters):
        return False
    # That they sound alike is not enough: a name beside both, or the record, must say so.
    return bool((one.before & other.before) | (one.after & other.after)) or one.known or other.known


def _same_person(one: Form, other: Form) -> bool:
    """Dmitry and Dmytro are one name, but Dmytro Kuleba is not Dmitry Peskov."""
    if not (one.after and other.after):
        return True
    return bool(
        {gazetteer().variants.get(name, name) for name in one.after}
        & {gazetteer().variants.get(name, name) for name in other.after}
    )
