"""An exercise on paper: its task as text, with boxes to tick and lines to write on."""

import html
from collections.abc import Sequence
from typing import Any

from samestory.exercise import Exercise

_LINES = '<div class="sl-lines" aria-hidden="true">{}</div>'


def exercise_on_paper(one: Exercise, number: int) -> str:
    """Return an exercise as HTML for a printed sheet, without anything of its key."""
    view = one.view()
    parts = [f"<h2>{number}. {html.escape(one.card.title)}</h2>"]
    parts += [
        f"<blockquote><p>{_text(shown.quote)}</p><p>{_text(shown.source)}</p></blockquote>" for shown in one.card.show
    ]
    parts += [f"<p>{_text(text)}</p>" for text in one.card.prompt]
    if "groups" in view:
        parts += [_choice(item["text"], [group["text"] for group in view["groups"]]) for item in view["items"]]
    elif "options" in view:
        parts.append(_choice("", [option["text"] for option in view["options"]]))
    elif "items" in view:
        parts.append(_list([item["text"] for item in view["items"]]))
    if "groups" not in view and "options" not in view:
        parts.append(lines_to_write(2))
    return "\n".join(parts)


def lines_to_write(count: int) -> str:
    """Return empty lines."""
    return _LINES.format("<i></i>" * count)


def _choice(text: str, names: Sequence[str]) -> str:
    boxes = " &nbsp; ".join(f"☐ {html.escape(name)}" for name in names)
    said = f"<p>{_text(text)}</p>" if text else ""
    return f"{said}<p>{boxes}</p>"


def _list(texts: Sequence[Any]) -> str:
    return "<ul>" + "".join(f"<li>{_text(str(text))}</li>" for text in texts) + "</ul>"


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
