"""What the cells of a lesson leave for a page: places for exercises, to be filled, and lines about kept answers."""

import re
from collections.abc import Callable

from samestory.exercise import Exercise
from samestory.widget.element import element
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
    return PLACE.sub(lambda place: element(find(place["name"]), int(place["number"])), body)
