"""Exercises and readers as nodes: a cell or a directive leaves a place, which is filled as the page is written."""

import json
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from samestory.book.tree.markup import Tag, tag
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.widget.element import element, waits_of
from samestory.widget.kept_line import LOOK
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.view import reader_view


class DrawnPlace(nodes.General, nodes.Element):  # type: ignore[misc] # docutils has no types
    """Where something is drawn, `level` headings deep and called `anchor`; inside it is what a search can find."""


class ExercisePlace(DrawnPlace):
    """The place of the exercise `name`, the one with this `number` on its page."""


class ReaderPlace(DrawnPlace):
    """The place of a reader, with its `view`."""


def address_of(page: str) -> str:
    """Return where a directive leads to another page of the book: the doctrees are the same whatever is built of them.

    It is the address that Sphinx's own builder of one page gives.
    """
    return f"#document-{page}"


def place_of_exercise(name: str, number: int, *inside: nodes.Node) -> ExercisePlace:
    """Return the place of an exercise of the shipped cases."""
    return ExercisePlace("", *inside, name=name, number=number, anchor=name)


def place_of_reader(view: dict[str, Any], *inside: nodes.Node) -> ReaderPlace:
    """Return the place of a reader."""
    return ReaderPlace("", *inside, view=view, anchor=view["id"])


class FillPlaces(SphinxPostTransform):
    """Finds the places of a page, once its markup is read, and leads links to places on other pages there."""

    # After 5, at which raw HTML is read: a cell’s output is no place before.
    default_priority = 6
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Find them; where a page lies depends on what is built."""
        fill(self.document)
        for link in self.document.findall(nodes.reference):
            if "refuri" in link:
                link["refuri"] = self.resolved(link["refuri"])
        for one in [one for one in self.document.findall(Tag) if one["name"] == "a"]:
            if (address := self.resolved(one["given"].get("href"))) != one["given"].get("href"):
                one.replace_self(tag("a", *one.children, **one["given"] | {"href": address}))

    def resolved(self, address: str | None) -> str | None:
        """Return an address of `address_of` as it is on this page, and any other one as it is."""
        if address is None or not address.startswith(address_of("")):
            return address
        page, _, name = address.removeprefix(address_of("")).partition("#")
        return f"{self.app.builder.get_relative_uri(self.env.docname, page)}#{name}"


def fill(page: nodes.Element) -> None:
    """Make places of what cells leave for exercises and readers in the tree of a page, and give each its level.

    Lines about kept answers are emptied: nothing is kept in a page.
    """
    for one in list(page.findall(Tag)):
        given = one["given"]
        if "data-cell" in given:
            one.replace_self(place_of_exercise(given["id"], int(given["data-number"]), *one.children))
        elif "data-place" in given:
            one.replace_self(place_of_reader(_asked(given["data-place"]), *one.children))
        # Its rules are for JupyterLab’s own output areas, which no page has.
        elif one["name"] == "style" and one["start"].endswith(LOOK):
            one.parent.remove(one)
        elif "ss-kept" in one["classes"]:
            one.clear()
    for place in page.findall(DrawnPlace):
        # HTML has headings to h6 only.
        place["level"] = min(_depth(place) + 1, 6)
    _give_way(page)


def exercise_of(place: ExercisePlace) -> Exercise:
    """Return the exercise that has this place."""
    return load_shipped().exercise(place["name"])


def visit_exercise(self: Any, node: ExercisePlace) -> None:
    """Write the element that the page's script draws and grades."""
    exercise = exercise_of(node)
    waits = waits_of(exercise, load_shipped().exercise)
    self.body.append(element(exercise, node["number"], waits, level=node["level"], anchor=node["anchor"]))
    raise nodes.SkipNode


def visit_reader(self: Any, node: ReaderPlace) -> None:
    """Write the element that the page's script draws."""
    self.body.append(reader_element(node["view"], level=node["level"], anchor=node["anchor"]))
    raise nodes.SkipNode


def _asked(place: str) -> dict[str, Any]:
    asked = json.loads(place)
    parts = {name: (part[0], part[1]) for name, part in asked["parts"].items()}
    return reader_view(asked["names"], parts, asked["without"])


def _give_way(page: nodes.Element) -> None:
    """Rename a section with the id of an exercise: who links to that id means the exercise."""
    taken = {place["name"] for place in page.findall(ExercisePlace)}
    for section in page.findall(nodes.section):
        section["ids"] = [f"{name}-section" if name in taken else name for name in section["ids"]]


def _depth(node: nodes.Node) -> int:
    depth = 0
    while node.parent is not None:
        node = node.parent
        depth += isinstance(node, nodes.section)
    return depth
