"""A page's tree as part of a whole: no name stands twice, and each link ends inside, in the world, or is plain text."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from docutils import nodes

from samestory.book.tree.markup import Tag
from samestory.book.tree.places import ExercisePlace, address_of


def made_own(tree: nodes.Element, here: str, anchors: Mapping[str, str]) -> None:
    """Put `here` before every name in the tree of a page; `anchors` are the sheets by the names of their pages."""
    for node in tree.findall(nodes.Element):
        for names in ("ids", "backrefs"):
            node[names] = [f"{here}-{name}" for name in node[names]]
        for name in {"refid", "anchor"} & node.attributes.keys():
            node[name] = f"{here}-{node[name]}"
    # As a list, since links are replaced while we go through the tree.
    for link in [one for one in tree.findall(nodes.reference) if "refuri" in one]:
        link["refuri"] = target(link["refuri"], here, anchors)
        if not link["refuri"]:
            link.replace_self(link.children)


def target(address: str, here: str, anchors: Mapping[str, str]) -> str:
    """Return where a link on the sheet `here` leads; nothing if that is a part of the book that isn't printed.

    >>> target("#document-book/method#cut", "p1", {"book/method": "p2"})
    '#p2-cut'
    """
    if urlsplit(address).scheme or urlsplit(address).netloc:
        return address
    # “#…” is on the same sheet; anything else without a scheme is a file beside the pages, which paper has not.
    if not address.startswith(address_of("")):
        return f"#{here}-{address[1:]}" if address.startswith("#") else ""
    page, _, fragment = address.removeprefix(address_of("")).partition("#")
    anchor = anchors.get(page)
    return "#" + "-".join(filter(None, (anchor, fragment))) if anchor else ""


def on_paper(tree: nodes.Element) -> None:
    """Leave one form of a test that is drawn on a screen: with a pencil everybody begins with the first."""
    for drawn in [one for one in tree.findall(Tag) if "data-turn" in one["given"]]:
        forms = list(drawn.findall(ExercisePlace))
        drawn.replace_self(forms[-1:] if drawn["given"]["data-turn"] == "second" else forms[:1])
