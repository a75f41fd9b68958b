"""Tells each exercise and reader of a page the level of its heading: one below the heading it stands under."""

import re

HEADING_OR_EXERCISE = re.compile(
    r"<h(?P<heading>[1-6])\b|<same-story-(?P<what>exercise|reader)\b(?P<attributes>[^>]*)>"
)
LEVEL = re.compile(r'\s+data-level="[^"]*"')


def place_exercises(body: str) -> str:
    """The same page with `data-level` on each of them, whether a cell or a directive made it."""
    level = 1

    def placed(found: re.Match[str]) -> str:
        nonlocal level
        if found["heading"]:
            level = int(found["heading"])
            return found[0]
        attributes = LEVEL.sub("", found["attributes"])
        return f'<same-story-{found["what"]}{attributes} data-level="{min(level + 1, 6)}">'

    return HEADING_OR_EXERCISE.sub(placed, body)
