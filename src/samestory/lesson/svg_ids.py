"""Ids inside a drawing that no other drawing on the page has: what a shape refers to is found in its own drawing."""

import hashlib
import re

# Takes a drawing to its first end tag; leaves the rest of one that holds another, which matplotlib never writes.
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# Takes ` id="dot"`; leaves `data-id="dot"`.
_ID = re.compile(r' id="([^"]*)"')
# Takes `url(#dot)` and `xlink:href="#dot"`; leaves a link out of the drawing, `href="page.html#dot"`.
_REFERENCE = re.compile(r'(url\(#|href="#)([^")]+)')


def with_own_ids(markup: str, owner: str = "") -> str:
    """Return markup whose drawings keep the ids that they refer to, under a name made of their content and `owner`.

    Equal drawings of different owners get different ids. An id that nothing refers to is left out: matplotlib
    numbers every stroke.

    >>> with_own_ids('<svg id="figure_1"><path id="dot"/><use href="#dot"/></svg>')
    '<svg><path id="s40e1ec-dot"/><use href="#s40e1ec-dot"/></svg>'
    """
    return _DRAWING.sub(lambda found: _renamed(found[0], owner), markup)


def _renamed(drawing: str, owner: str) -> str:
    name = hashlib.sha256(f"{owner}\n{drawing}".encode()).hexdigest()[:6]
    used = {reference for _, reference in _REFERENCE.findall(drawing)}

    def kept(found: re.Match[str]) -> str:
        return f' id="s{name}-{found[1]}"' if found[1] in used else ""

    return _REFERENCE.sub(rf"\1s{name}-\2", _ID.sub(kept, drawing))
