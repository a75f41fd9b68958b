"""The door for others: read a text, compare two, scan several, load a case. `import samestory as ss` has all four."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samestory.case import Case
    from samestory.comparison import Comparison
    from samestory.scanning import Scan
    from samestory.text import Document

    Text = str | Document
    Day = datetime.date | str | None

# What each function needs is imported when it is called: to import the package costs next to nothing.


def read(text: "Text", name: str = "", written: "Day" = None, lang: str = "") -> "Document":
    """Return a text as a document, which finds its words, sentences, quotations, days, furniture and sources.

    `text` is plain text, such as an article pasted from its page; a document is returned with what else is given here.
    `name` is what tables call it. `written` is the day on which it was written, a date or text such as "2026-03-01":
    days such as "yesterday" are reckoned from it. `lang` is the code of its language, such as "de"; where it is not
    given, the text's small words tell it.

    Raises ValueError for a `written` that is no day, TypeError for a `text` that is none.

    >>> import samestory as ss
    >>> post = ss.read("“We go,” Lee said on Monday.", name="Post", written="2026-03-04")
    >>> post.quotations[0].speaker, str(post.days[0].date)
    ('Lee', '2026-03-02')
    """
    from samestory.text import Document

    if isinstance(text, Document):
        if not name and written is None and not lang:
            return text
        return Document(text.text, name or text.name, _day(written) or text.written, lang=lang or text.lang)
    if not isinstance(text, str):
        raise TypeError(
            f"read takes the text itself, not {type(text).__name__}: read a file first, by Path(…).read_text()"
        )
    return Document(text, name, _day(written), lang=lang)


def compare(a: "Text", b: "Text") -> "Comparison":
    """Return what two texts have in common: passages, quotations, words and numbers that differ, derivation.

    `a` and `b` are texts or documents, in any order: a comparison does not say which came first.

    >>> import samestory as ss
    >>> both = ss.compare("“We will not go,” Lee said.", "Lee said: “We will go.”")
    >>> both.quotations[0].drift.changes[0].kind
    'negation'
    """
    from samestory.comparison import Comparison

    return Comparison(read(a), read(b))


def scan(texts: "Case | Mapping[str, Text] | Iterable[Text]", written: "Mapping[str, Day] | None" = None) -> "Scan":
    """Return what the engine proposes to look at in several accounts of an event; each is a candidate, no verdict.

    `texts` are texts or documents in a list, or by name in a dict, or a case, whose record is then used too. `written`
    gives the days on which they were written, by name; a text in a list is called "text 1" and so on.

    Raises ValueError for two texts of one name, for a name in `written` that no text has, and for a day that is none.

    >>> import samestory as ss
    >>> found = ss.scan({"Post": "The the gate shut at ten.", "Echo": "The gate shut at ten."})
    >>> found.candidates[0].article, found.candidates[0].text
    ('Post', 'The the')
    """
    from samestory.case import Case
    from samestory.scanning import scan as scan_case
    from samestory.scanning.bare import bare_case

    if isinstance(texts, Case):
        return scan_case(texts)
    if isinstance(texts, str):
        raise TypeError("scan takes several texts: put them into a list, or into a dict by name.")
    named = texts.items() if isinstance(texts, Mapping) else ((f"text {n}", one) for n, one in enumerate(texts, 1))
    days = dict(written or {})
    documents = [_named(name, one, days) for name, one in named]
    known = [one.name for one in documents]
    for name in known:
        if known.count(name) > 1:
            raise ValueError(f"Two texts are called {name!r}: give each a name of its own.")
    # Each text has taken its own day, so what is left was given to a name that nobody has.
    if days:
        raise ValueError(f"There is no text {min(days)!r}; there are: {', '.join(known)}.")
    return scan_case(bare_case(documents), documents=documents)


def load_case(folder: str | Path) -> "Case":
    """Return the case in a folder: its articles, record, findings, controls and exercises, all checked.

    Raises `samestory.case.CaseError`, whose text names every fault with its file, line and what to do.

    >>> import samestory as ss
    >>> from samestory.course import case_folders
    >>> len(ss.load_case(case_folders()[0]).articles)
    5
    """
    from samestory.case import load_case as load

    return load(Path(folder))


def _named(name: str, text: "Text", days: "dict[str, Day]") -> "Document":
    """The document, under its own name if it has one and the given one is only a number."""
    own = getattr(text, "name", "")
    # A name that somebody chose as a key goes before the document’s own; “text 2” was only counted.
    called = own if own and name.startswith("text ") else name
    return read(text, called, days.pop(called, None))


def _day(written: "Day") -> datetime.date | None:
    # A datetime counts as a date, yet the two can’t be compared with each other: only its day is kept.
    if written is None or isinstance(written, datetime.date):
        return written.date() if isinstance(written, datetime.datetime) else written
    try:
        return datetime.date.fromisoformat(str(written).strip()[:10])
    except ValueError:
        raise ValueError(f"{written!r} is no day: write it as 2026-03-01.") from None
