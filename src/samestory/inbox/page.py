"""Take the story out of a saved web page, and keep what was left out."""

from dataclasses import replace

from samestory.inbox.letters import decoded, tidied
from samestory.inbox.plain_page import PlainPage, encoding_named, plain_page
from samestory.inbox.taken import FileFound, NoTextError, PageFields, Taken

_PLAIN = "read by its tags alone: pip install 'samestory[import]' finds the story better"
_FEW = 40  # words; a page with fewer of them is a wall or a list of links


def taken_from_page(found: FileFound) -> Taken:
    """Return the story of a page; NoTextError if it has none. Scripts are not run and nothing is fetched."""
    markup, note = decoded(found.content, encoding_named(found.content))
    whole = plain_page(markup)
    text, fields, how = _story(markup, whole)
    if not text:
        raise NoTextError("the page has no text: it may need its scripts; copy its words from the browser into a .txt")
    notes = [one for one in (note, how) if one]
    if len(text.split()) < _FEW:
        notes.append(f"has {len(text.split())} words only: a page behind a wall? Copy its words from the browser")
    kept = " ".join(text.split())
    cut = tuple(one for one in (*whole.paragraphs, *whole.others) if one not in kept)
    notes += [f"the page’s own {name}: {value}" for name, value in _told(fields)]
    return Taken(found, text, fields, tuple(notes), cut)


def _told(fields: PageFields) -> list[tuple[str, str]]:
    shown = (("day", fields.date), ("outlet", fields.outlet), ("byline", fields.byline))
    return [(name, value) for name, value in shown if value]


def _story(markup: str, whole: PlainPage) -> tuple[str, PageFields, str | None]:
    """Return the story, the fields, and how they were read where no library was there for it."""
    plain = tidied("\n\n".join(whole.paragraphs))
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return plain, whole.fields, _PLAIN
    read = bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=False)
    story = tidied(getattr(read, "text", None) or "")
    if not story:
        return plain, whole.fields, "no story stood out, so all paragraphs were taken"
    # What the page says in so many words goes before what the library makes out.
    fields = replace(
        whole.fields,
        title=whole.fields.title or read.title,
        outlet=whole.fields.outlet or read.sitename,
        byline=whole.fields.byline or read.author,
        date=whole.fields.date or read.date,
    )
    return "\n\n".join(story.split("\n")).replace("\n\n\n\n", "\n\n"), fields, None
