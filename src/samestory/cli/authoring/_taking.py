"""Take texts from the files that a command names, and say of each what was guessed, cut or refused."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from samestory.case import Case
from samestory.inbox import Refused, Taken, take_files
from samestory.inbox.files import short_name
from samestory.language import language_name, language_of


def take_aloud(paths: Iterable[Path]) -> list[Taken]:
    """Return the texts; print a sentence for each file that was not read, and go on with the others."""
    texts: list[Taken] = []
    for one in take_files(paths):
        if isinstance(one, Refused):
            print(_shown(f"{one.name} was not read: {one.why}."), file=sys.stderr)
        else:
            texts.append(one)
    return texts


def told_of(one: Taken) -> list[str]:
    """The lines that say what was taken from a file, and what to look at."""
    lang = language_of(one.text)
    tongue = f", {language_name(lang)} by its small words" if lang else ", in a language that can’t be told"
    lines = [
        f"  {short_name(one.found.name)}: {_words(one.text)}{tongue}",
        *(f"    {note}" for note in one.notes),
    ]
    if one.cut:
        places = f"{len(one.cut)} {'place' if len(one.cut) == 1 else 'places'}"
        lines.append(f"    left out: {_words(' '.join(one.cut))} in {places}")
    return [_shown(line) for line in lines]


def _words(text: str) -> str:
    count = len(text.split())
    return f"{count} word" if count == 1 else f"{count} words"


def _shown(line: str) -> str:
    """The line without what a file's name could steer the terminal by."""
    return "".join(mark for mark in line if mark.isprintable())


def loose_case(paths: Iterable[Path]) -> Case | None:
    """Return a case in memory of the files' texts, each under its file's name; None if no text could be read.

    Files of one name get a number; what was guessed of a text is printed.
    """
    from samestory.scanning.bare import bare_case
    from samestory.text import Document

    texts: dict[str, Taken] = {}
    for one in take_aloud(paths):
        name, number = one.found.name, 1
        while name in texts:
            number += 1
            name = f"{one.found.name} ({number})"
        texts[name] = one
    for one in texts.values():
        if one.notes or one.cut:
            print("\n".join(told_of(one)), file=sys.stderr)
    if not texts:
        return None
    return bare_case([Document(one.text, name, _day(one)) for name, one in texts.items()])


def _day(one: Taken) -> date | None:
    """The day that a page itself gives."""
    return date.fromisoformat(one.fields.date) if one.fields.date else None
