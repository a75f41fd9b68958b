"""A page that stands alone: one file with its script, its style and its data, which opens from a memory stick."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samestory.case import Case
from samestory.case.desk import Desk
from samestory.case.model import Reference
from samestory.errors import SameStoryError
from samestory.exercise import Exercise
from samestory.exercise.handout import hand_out, handed_out
from samestory.publish.cell import CellError, run_cell
from samestory.publish.own_text import Asked, Block, blocks
from samestory.publish.paper import exercise_on_paper, lines_to_write
from samestory.template import rendered
from samestory.widget.bundle import classic, kinds, styles
from samestory.widget.element import element, waits_of
from samestory.widget.reader.element import reader_element
from samestory.widget.reader.view import view_of_case
from samestory.widget.told_answers import answers

_WEB = Path(__file__).parent / "web"
_RECORD = "The record: what was said and done, with its source"
_KEPT_BACK = ("finding", "control")  # layers that would tell the answers


class PageError(SameStoryError):
    """A page that can't be made; the message names its file and its line."""


@dataclass
class OwnPage:
    """A page in the making. Where it is `assigned`, it holds nothing of any key."""

    case: Case
    file: str
    drafts: frozenset[str] = frozenset()
    assigned: bool = False
    shown: list[str] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)

    def html(self, text: str, title: str) -> str:
        """Return the whole page of an author's text. Raises PageError with every line at fault."""
        from markupsafe import Markup

        problems: list[str] = []
        parts: list[str] = []
        for block in blocks(text):
            try:
                parts.append(self._block(block))
            except CellError as error:
                problems.append(f"{self.file}:{getattr(block, 'line', 1) + error.line} {error}")
            except SameStoryError as error:
                problems.append(f"{self.file}:{getattr(block, 'line', 1)} {error}")
        if problems:
            raise PageError("\n".join(problems))
        body = "\n".join(parts)
        return rendered(
            "publish/page.html.j2",
            title=title,
            # Both are made here, out of parts that are escaped each by itself.
            body=Markup(body),
            script=Markup(_script() if "<same-story-" in body else ""),
            style=styles() + (_WEB / "lesson_page.css").read_text("utf-8"),
            drafts=sorted(self.drafts.intersection(self.shown)),
            notice=f"{self.case.title}. {self.case.licence}",
        )

    def _block(self, block: Block) -> str:
        if not isinstance(block, Asked):
            return block.html
        known = _DIRECTIVES.get(block.name)
        if known is None:
            raise PageError(f"There is no {{{block.name}}}; there are: {', '.join(_DIRECTIVES)}.")
        return known(self, block)

    def exercise(self, name: str) -> Exercise:
        """Return an exercise of the case, without its key where the page is assigned; UnknownError names others."""
        one = self.case.exercise(name)
        return handed_out(hand_out(one)) if self.assigned else one

    def numbered(self, name: str) -> tuple[Exercise, int]:
        """Return an exercise with its number on this page; PageError where it stands there already."""
        one = self.exercise(name)
        if name in self.shown:
            raise PageError(f"The exercise {name!r} stands on this page already: take one of the two away.")
        self.shown.append(name)
        return one, len(self.shown)


def _exercise(page: OwnPage, asked: Asked) -> str:
    one, number = page.numbered(asked.argument)
    tag = '<p class="sl-tag">Draft: nobody has looked at this exercise yet.</p>' if one.card.id in page.drafts else ""
    return tag + element(one, number, waits_of(one, page.exercise))


def _reader(page: OwnPage, asked: Asked) -> str:
    without = asked.options.get("without", "").split()
    if page.assigned:
        without = list(dict.fromkeys([*without, *_KEPT_BACK]))
    return reader_element(view_of_case(page.case, asked.argument.split(), without=without))


def _record(page: OwnPage, asked: Asked) -> str:
    desk = Desk(page.case.articles, page.case.record, page.case.findings, page.case.controls)
    entries = (desk.cite(Reference(record=name)) for name in page.case.record)
    inside = "".join(rendered("lesson/clip.html.j2", evidence=one) for one in entries)
    return f"<details><summary>{html.escape(asked.argument or _RECORD)}</summary>{inside}</details>"


def _paper(page: OwnPage, asked: Asked) -> str:
    return exercise_on_paper(*page.numbered(asked.argument))


def _answers(page: OwnPage, asked: Asked) -> str:
    if page.assigned:
        raise PageError("{answers} would give the key away on a page that is handed out: take it out.")
    return answers(list(page.case.exercises.values()))


def _lines(page: OwnPage, asked: Asked) -> str:
    if not asked.argument.isascii() or not asked.argument.isdigit() or not 1 <= int(asked.argument) <= 30:
        raise PageError(f"Give a number of lines from 1 to 30, not {asked.argument!r}.")
    return lines_to_write(int(asked.argument))


def _fold(page: OwnPage, asked: Asked) -> str:
    inside = "".join(page._block(block) for block in blocks(asked.body))
    return f"<details><summary>{html.escape(asked.argument)}</summary>{inside}</details>"


def _scores(page: OwnPage, asked: Asked) -> str:
    return f"<same-story-scores{' data-assigned' if page.assigned else ''}></same-story-scores>"


def _cell(page: OwnPage, asked: Asked) -> str:
    return run_cell(asked.body, page.names)


_DIRECTIVES: Mapping[str, Callable[[OwnPage, Asked], str]] = {
    "exercise": _exercise,
    "reader": _reader,
    "record": _record,
    "paper": _paper,
    "answers": _answers,
    "lines": _lines,
    "fold": _fold,
    "scores": _scores,
    "code-cell": _cell,
}


def _script() -> str:
    # A “</script” in a text of the script would end it there; in JavaScript the two spellings are one.
    return classic(*kinds(), _WEB / "lesson_page.mjs").replace("</script", "<\\/script")


def names_of(entries: Sequence[Mapping[str, object]]) -> frozenset[str]:
    """Return the ids of entries that are drafts."""
    return frozenset(str(one["id"]) for one in entries if one.get("draft") is True)
