"""The HTML of an exercise for a page without a kernel: a custom element with its data inside."""

import html
import json
from typing import Any

from samestory.exercise import Exercise


def element(exercise: Exercise, number: int) -> str:
    """Return the element that the front end turns into the exercise, with a text for readers without scripts.

    A practice exercise carries its key, so that the page can grade it; an assigned one does not.
    """
    data: dict[str, Any] = {"view": exercise.view()}
    if exercise.card.mode == "practice":
        data["key"] = exercise.key()
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    card = exercise.card
    prompt = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in card.prompt)
    return (
        f'<same-story-exercise id="{card.id}" data-number="{number}">'
        f'<script type="application/json">{text}</script>'
        f'<div class="ss-fallback"><p><strong>Exercise {number}. {html.escape(card.title)}</strong></p>{prompt}'
        "<p>This exercise needs JavaScript to mark and check. Without it, do it on paper, "
        f'or in the notebook with <code>check("{card.id}", answer)</code>.</p></div>'
        "</same-story-exercise>"
    )


def placeholder(exercise: Exercise, number: int) -> str:
    """Return what a notebook's cell leaves in its output for hosts that draw no widgets.

    It holds neither data nor key, so that a learner's saved notebook stays small; the book fills it.
    """
    card = exercise.card
    return (
        f'<same-story-exercise id="{card.id}" data-number="{number}" data-cell="">'
        f"<p><strong>Exercise {number}. {html.escape(card.title)}</strong> Run all cells to do it here. Where nothing "
        f'is drawn then, answer in a cell of your own: <code>check("{card.id}", answer)</code>.</p>'
        "</same-story-exercise>"
    )
