"""Cuts a lesson into stations, one for each heading below its title, and works out how long each of them takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename
from statistics import mean
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from samestory.book.tree.markup import Tag, as_written, read_markup
from samestory.book.tree.places import ExercisePlace, ReaderPlace, exercise_of
from samestory.course import load_shipped
from samestory.course.pace import count, exercise_minutes, is_apart, looking_minutes, reading_minutes

_log = logging.getLogger(__name__)

OFF_BY = 1 / 5  # of the promised minutes: as far as what is computed may lie from them
LONGEST_STATION = 8  # minutes of a station: one that rounds to more is no short way to an end


@dataclass(frozen=True)
class Station:
    """A part of a lesson with an end in sight: its section, and the minutes that it takes.

    `more` are minutes for extras that are a sitting of their own; `longest` are those of its longest exercise.
    """

    section: nodes.section
    minutes: float
    more: float = 0
    longest: float = 0

    @property
    def shown(self) -> int:
        """Whole minutes, from 1."""
        return max(1, round(self.minutes))


class CutIntoStations(SphinxPostTransform):
    """Says below each heading of a lesson which station it is, and warns of a promise that is off."""

    default_priority = 8  # once exercises and readers are nodes, and before hard words are marked
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Look whether the page is a lesson of the plan."""
        planned = {f"notebooks/{one.page}": one.minutes for one in load_shipped().syllabus.lessons}
        if self.env.docname not in planned:
            return
        found = stations(self.document)
        for at, one in enumerate(found, 1):
            one.section["classes"] += ["sb-station"]
            one.section["minutes"] = one.shown
            one.section.insert(1, as_written(note(at, len(found), one), ["sb-station-note"]))
        for fault in faults(found, planned[self.env.docname]):
            _log.warning("%s: %s", basename(self.env.docname), fault)


def note(at: int, of: int, one: Station) -> str:
    """Return the line below a station's heading."""
    unit = "minute" if one.shown == 1 else "minutes"
    more = f", and {round(one.more)} more for what is extra" if one.more else ""
    which = f'<span class="sb-station-at">Station {at} of {of} · </span>'
    return f'<p class="sb-station-note">{which}about {one.shown} {unit}{more}</p>'


def faults(found: list[Station], promised: int) -> Iterator[str]:
    """Yield what is wrong with the times of a lesson: each station's, then the sum against the promise."""
    for one in found:
        # What is too long for one exercise alone can't be cut by a heading.
        if one.shown > LONGEST_STATION and one.minutes - one.longest > LONGEST_STATION / 2:
            title = one.section.next_node(nodes.title).astext()
            yield f"“{title}” takes {one.minutes:.1f} minutes, at most {LONGEST_STATION}: cut it with a heading"
    takes = sum(one.minutes for one in found)
    if found and abs(takes - promised) > OFF_BY * promised:
        yield f"takes {takes:.0f} minutes and promises {promised} in course.yml: promise what it takes"


def stations(page: nodes.Element) -> list[Station]:
    """Return the stations of a lesson's tree in order; what stands above the first heading is of the first station."""
    title = next(page.findall(nodes.section), None)
    if title is None:
        return []
    inside = [one for one in title.children if isinstance(one, nodes.section)]
    before = sum(minutes_of(one) for one in title.children if not isinstance(one, nodes.section))
    return [_station(one, 0 if at else before) for at, one in enumerate(inside)]


def _station(section: nodes.section, before: float) -> Station:
    exercises = [exercise_of(one) for one in section.findall(ExercisePlace)]
    apart = [exercise_minutes(one) for one in exercises if is_apart(one)]
    on_the_way = [exercise_minutes(one) for one in exercises if not is_apart(one)]
    return Station(section, before + minutes_of(section), max(apart, default=0), max(on_the_way, default=0))


def minutes_of(node: nodes.Node) -> float:
    """Return the minutes for what a reader meets in a node; a sitting of its own is told apart."""
    if isinstance(node, nodes.Text):
        return reading_minutes(count(node.astext()))
    if isinstance(node, ExercisePlace):
        exercise = exercise_of(node)
        return 0 if is_apart(exercise) else exercise_minutes(exercise)
    if isinstance(node, ReaderPlace):
        return reading_minutes(sum(one["words"] for one in node["view"]["texts"])) + looking_minutes("explorer")
    if isinstance(node, Tag) and node["name"] == "svg":
        return looking_minutes("figure")
    if isinstance(node, Tag) and node["name"] == "same-story-explorer":
        return explorer_minutes(node)
    if isinstance(node, nodes.raw | nodes.comment | nodes.Invisible):
        return 0
    return sum(map(minutes_of, node.children))


def explorer_minutes(explorer: Tag) -> float:
    """Return the minutes for an explorer: the words of two of its states, and the time to try its stops."""
    inside = nodes.Element("", *read_markup("".join(one.astext() for one in explorer.children)))
    states = [minutes_of(one) for one in inside.findall(Tag) if one["name"] == "section"]
    return looking_minutes("explorer") + 2 * mean(states or [0])
