"""The HTML of a reader for a page without a kernel: a custom element with its data inside, or a place for one."""

import html
import json
from collections.abc import Sequence
from typing import Any

from samestory.widget.awaited import awaited
from samestory.widget.element import at_level, data_inside
from samestory.widget.reader.view import Parts


def reader_element(view: dict[str, Any], *, level: int = 0, anchor: str | None = None) -> str:
    """Return the element that the front end turns into the reader, with a text for readers without scripts.

    `level` is that of its heading, from 1 (0: the front end's own), `anchor` its id on the page if that is not the
    view's.
    """
    return (
        f'<same-story-reader id="{html.escape(anchor or view["id"])}"{at_level(level)}>'
        f"{data_inside(view)}"
        f'<div class="ss-fallback"><p><strong>{html.escape(view["title"])}</strong></p>'
        f"<p>{html.escape(' '.join(view['summary']))}</p>"
        f"{awaited('To see the texts side by side, switch JavaScript on.')}</div>"
        f"<noscript>{''.join(map(_plain, view['texts']))}</noscript></same-story-reader>"
    )


def _plain(text: dict[str, Any]) -> str:
    """A text of a view to read without scripts: its lines, and nothing of what is marked in them."""
    lines = ("".join(segment[1] for segment in one["segments"]) for one in text["paragraphs"])
    head = f"<strong>{html.escape(text['outlet'])}</strong>, {html.escape(text['dated'])}"
    tongue = "".join(f' {name}="{html.escape(text[name])}"' for name in ("lang", "dir") if name in text)
    return (
        f"<article><p>{head}</p><div{tongue}>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</div></article>"
    )


def reader_place(names: Sequence[str], parts: Parts, without: Sequence[str], title: str) -> str:
    """Return what a notebook's cell leaves in its output for hosts that draw no widgets; the book fills it."""
    asked = json.dumps({"names": list(names), "parts": {name: list(part) for name, part in parts.items()},
                        "without": list(without)}, ensure_ascii=False)  # fmt: skip
    return (
        f'<same-story-reader data-place="{html.escape(asked)}"><p><strong>{html.escape(title)}</strong> '
        "Run all cells to read the texts side by side.</p></same-story-reader>"
    )
