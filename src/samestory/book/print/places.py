"""Reads out of a PDF that Chromium wrote on which of its pages the sheets of the course begin."""

import re

# Takes a node of the tree of pages with its kids; leaves a leaf, whose type is /Page.
NODE = re.compile(rb"\n(\d+) 0 obj\n<</Type /Pages\b[^\[]*/Kids \[([^\]]*)\]")
ROOT = re.compile(rb"/Type /Catalog\s*/Pages (\d+) 0 R")
# Takes where a sheet begins, “/p12 […”, and the answers; leaves the anchors inside a sheet, “/p12-cut […”.
PLACE = re.compile(rb"/(p\d+|answers) \[(\d+) 0 R /XYZ ")
LEAF = re.compile(rb"(\d+) 0 R")


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Return the number of the page, from 1, for the start of each sheet; nothing if the file can't be read so.

    Chromium leaves all objects but streams uncompressed, so that no reader of PDF is needed.

    >>> page_numbers(b"%PDF-1.4")
    {}
    """
    root = ROOT.search(pdf)
    if root is None:
        return {}
    kids = {node[1]: LEAF.findall(node[2]) for node in NODE.finditer(pdf)}
    order: dict[bytes, int] = {}
    waiting = [root[1]]
    while waiting:
        one = waiting.pop()
        # Taken out as it is visited: in a file that is damaged, a node may be its own descendant.
        if one in kids:
            waiting += reversed(kids.pop(one))
        else:
            order.setdefault(one, len(order) + 1)
    return {place[1].decode(): order[place[2]] for place in PLACE.finditer(pdf) if place[2] in order}
