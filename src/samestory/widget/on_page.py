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


def on_page(body: str, find: Callable[[str], Exercise]) -> str:
    """Return a page's HTML with the element in every exercise's place; `find` gives the exercise of an id.

    The style that helps JupyterLab with a saved notebook is taken out: nothing is kept in a page.
    """
    body = body.replace(f"<style>{LOOK}</style>", "")
    return PLACE.sub(lambda place: element(find(place["name"]), int(place["number"])), body)
