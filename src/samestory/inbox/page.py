"""Take the story out of a saved web page, and keep what was left out."""

from typing import Any

from samestory.inbox.letters import decoded, tidied
from samestory.inbox.plain_page import PlainPage, cleaned_fields, encoding_named, plain_page
from samestory.inbox.taken import FileFound, NoTextError, PageFields, Taken

_PLAIN = "read by its tags alone: pip install 'samestory[import]' finds the story better"
_LONGEST_SHOWN = 200  # characters of a caption in a note
_FEW = 40  # words; a page with fewer of them is a wall or a list of links


def taken_from_page(found: FileFound) -> Taken:
    """Return the story of a page; NoTextError if it has none. Scripts are not run and nothing is fetched."""
    markup, note = decoded(found.content, encoding_named(found.content))
    whole = plain_page(markup)
    text, how, guessed = _story(markup, whole)
    if not text:
        raise NoTextError("the page has no text: it may need its scripts; copy its words from the browser into a .txt")
    title = whole.fields.title
    if title and title not in text[: len(title) * 3]:
        text = f"{title}\n\n{text}"
    notes = [one for one in (note, how) if one]
    if len(text.split()) < _FEW:
        notes.append(f"has {len(text.split())} words only: a page behind a wall? Copy its words from the browser")
    kept = " ".join(text.split())
    cut = tuple(one for one in (*whole.paragraphs, *whole.others) if one not in kept)
    own = dict(_told(whole.fields))
    notes += [f"the page’s own {name}: {value}" for name, value in own.items()]
    notes += [f"a caption, left out: {caption[:_LONGEST_SHOWN]}" for caption in whole.captions]
    # A guess is shown and never taken: in case.yml it would look like what the page says.
    notes += [f"{name} guessed, not taken: {value}" for name, value in _told(guessed) if name not in own]
    return Taken(found, text, whole.fields, tuple(notes), cut)


def _told(fields: PageFields) -> list[tuple[str, str]]:
    shown = (("day", fields.date), ("outlet", fields.outlet), ("byline", fields.byline), ("credit", fields.credit))
    return [(name, value) for name, value in shown if value]


def _story(markup: str, whole: PlainPage) -> tuple[str, str | None, PageFields]:
    """Return the story, a note on how it was read, and what the library makes out of the page besides."""
    plain = tidied("\n\n".join(whole.paragraphs))
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return plain, _PLAIN, PageFields()
    read: Any = bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=False)
    story = tidied(getattr(read, "text", None) or "")
    if not story:
        return plain, "no story stood out, so all paragraphs were taken", PageFields()
    guessed = cleaned_fields(PageFields(outlet=read.sitename, byline=read.author, date=read.date))
    return tidied(story.replace("\n", "\n\n")), None, guessed
