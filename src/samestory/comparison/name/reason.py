"""Say in a sentence why two spellings are one name."""

from samestory.comparison.name.letters import plain
from samestory.comparison.name.pair import NamePair
from samestory.words.distance import distance

_COUNTS = ("no", "one", "two", "three")


def reason_for(pair: NamePair, text: str) -> str:
    """Return the sentence; `text` is the wrong form as the article prints it."""
    right = pair.right.text
    if pair.kind == "variant":
        return f"“{text}” and “{right}” are two right spellings of one name: a choice of style, not an error."
    change = change_between(pair.wrong.letters, pair.right.letters)
    if not pair.decided:
        return f"“{text}” and “{right}” seem to be one name, {change}; these articles don’t show which is right."
    return f"{_ground(pair)}; in “{text}” {change}."


def _ground(pair: NamePair) -> str:
    right, often, rarely = pair.right, len(pair.right.places), len(pair.wrong.places)
    if right.known:
        return f"“{right.text}” is the name in the record"
    if often > 1 and often > rarely:
        return f"“{right.text}” stands here {often} times, this form {_times(rarely)}"
    if right.listed:
        return f"“{right.text}” is the usual spelling"
    return f"“{right.text}” stands beside the same name"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def change_between(wrong: str, right: str) -> str:
    """Say what happened to the letters of `right`.

    >>> change_between("luhasnk", "luhansk"), change_between("maxa", "maxar")
    ('two letters have changed places', 'a letter is missing')
    """
    wrong, right = plain(wrong), plain(right)
    steps = distance(wrong, right, 3)
    if sorted(wrong) == sorted(right):
        return "two letters have changed places" if steps == 1 else "letters have changed places"
    if steps == 1 and len(wrong) != len(right):
        return "a letter is missing" if len(wrong) < len(right) else "there is a letter too many"
    return "one letter is different" if steps == 1 else f"{_COUNTS[min(steps, 3)]} letters are different"
