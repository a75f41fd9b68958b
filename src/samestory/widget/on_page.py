"""What the cells of a lesson leave for a page: places for exercises, to be filled, and lines about kept answers."""

import re
from collections.abc import Callable

from samestory.exercise import Exercise
from samestory.widget.element import element, waits_of
from samestory.widget.kept_line import LOOK

PLACE = re.compile(
    r'<same-story-exercise id="(?P<name>[\w-]+)" data-number="(?P<number>\d+)" data-cell="">.*?</same-story-exercise>',
    re.DOTALL,
)
LINE = re.compile(f'<style>{re.escape(LOOK)}</style>(<span class="ss-kept">).*?</span></span>', re.DOTALL)


def on_page(body: str, find: Callable[[str], Exercise]) -> str:
    """Return a page's HTML with the element in every exercise's place; `find` gives the exercise of an id.

    Lines about kept answers are emptied: nothing is kept in a page.
    """
    body = LINE.sub(r"\1</span>", body)

    def filled(place: re.Match[str]) -> str:
        exercise = find(place["name"])
        return element(exercise, int(place["number"]), waits_of(exercise, find))

    return PLACE.sub(filled, body)
