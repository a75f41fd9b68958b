"""Gives each exercise and reader of a page its place: a heading's level below its section's, and an id of its own."""

import re

HEADING_OR_EXERCISE = re.compile(
    r"<h(?P<heading>[1-6])\b|<same-story-(?P<what>exercise|reader)\b(?P<attributes>[^>]*)>"
)
LEVEL = re.compile(r'\s+data-level="[^"]*"')
EXERCISE_ID = re.compile(r'<same-story-exercise\b[^>]*\bid="([^"]+)"')


def place_exercises(body: str) -> str:
    """The same page with `data-level` on each of them, whether a cell or a directive made it.

    A section with the id of an exercise gives way: who links to that id means the exercise.
    """
    for name in EXERCISE_ID.findall(body):
        body = body.replace(f'<section id="{name}"', f'<section id="{name}-section"')
        body = re.sub(rf'(<a class="headerlink" href="#{re.escape(name)})"', r'\1-section"', body)
    level = 1

    def placed(found: re.Match[str]) -> str:
        nonlocal level
        if found["heading"]:
            level = int(found["heading"])
            return found[0]
        attributes = LEVEL.sub("", found["attributes"])
        return f'<same-story-{found["what"]}{attributes} data-level="{min(level + 1, 6)}">'

    return HEADING_OR_EXERCISE.sub(placed, body)
