"""Sphinx's builder of one page, for paper: the pages that the plan prints, each a sheet, then the answers.

`jupyter-book build . --builder singlehtml` runs it, and `samestory pdf` prints what it writes.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.environment import BuildEnvironment

from samestory.book.print.sheet import made_own, on_paper
from samestory.book.tree.markup import tag
from samestory.book.tree.places import ExercisePlace
from samestory.course import load_shipped
from samestory.course.syllabus import Printed
from samestory.exercise import Exercise
from samestory.exercise.seal import is_sealed
from samestory.widget.told_answers import answer_lines

WELCOME = "Welcome"  # what the list of pages calls the first one


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A page as it is printed: the `part` of the contents that it is in (empty for the first), and its `anchor`."""

    page: str
    part: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The exercises of a sheet whose key is printed, each with its number on the sheet and its anchor."""

    title: str
    exercises: tuple[tuple[int, str, Exercise], ...]


class PaperBuilder(SingleFileHTMLBuilder):
    """Writes the course as one page to be printed."""

    search = False

    def assemble_doctree(self) -> nodes.document:
        """Return all sheets as one tree."""
        self.sheets = sheets_of(self.env, load_shipped().syllabus.printed)
        self.answers: list[Answered] = []
        anchors = {sheet.page: sheet.anchor for sheet in self.sheets}
        whole: nodes.document = new_document(self.config.root_doc)
        for sheet in self.sheets:
            tree = self.env.get_and_resolve_doctree(sheet.page, self)
            # First the form that isn’t printed goes, so that its exercise has neither a name here nor an answer.
            on_paper(tree)
            made_own(tree, sheet.anchor, anchors)
            self.answers += answered(sheet.title, tree, load_shipped().exercises)
            whole += tag("section", *tree.children, class_="sp-sheet", id=sheet.anchor)
        return whole

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """Return what the template shows around the sheets: their list, and the answers, those of the tests last."""
        parts = itertools.groupby(self.sheets, key=lambda sheet: sheet.part)
        return {
            "title": self.config.html_title,
            "body": body,
            "parts": [(part, list(some)) for part, some in parts],
            "answers": with_last(self.answers, load_shipped().syllabus.kept_apart()),
            "lines": answer_lines,
            "style": (Path(__file__).parent / "paper.css").read_text("utf-8"),
        }

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "",
        outfilename: Any = None,
        event_arg: Any = None,
    ) -> None:
        """Write the page at the top of the folder, wherever the book's first page lies."""
        self.app.set_html_assets_policy("per_page")  # Jupyter Book asks for all: for MathJax, of another host
        super().handle_page(pagename, addctx, "paper.html", str(Path(self.outdir) / "index.html"), event_arg)


def sheets_of(env: BuildEnvironment, printed: Printed) -> list[PaperSheet]:
    """Return the pages of a book that are printed, in the order of its contents but for those that come early."""
    # As a dict, since a page that two lists of contents name must be printed once.
    listed = [(page, part) for page, part in dict(_listed(env)).items() if not printed.leaves_out(page)]
    first, rest = listed[:1], listed[1:]
    early = [(page, "") for page, _ in rest if page in printed.early]
    ordered = [*first, *early, *(one for one in rest if one[0] not in printed.early)]
    titles = {page: env.titles[page].astext() for page, _ in ordered} | {env.config.root_doc: WELCOME}
    return [PaperSheet(page, part, titles[page], f"p{number}") for number, (page, part) in enumerate(ordered, 1)]


def answered(title: str, tree: nodes.document, exercises: Mapping[str, Exercise]) -> Iterator[Answered]:
    """Give the exercises of a sheet that carry their key; nothing for a sheet without any."""
    places = [(one["number"], one["anchor"], exercises[one["name"]]) for one in tree.findall(ExercisePlace)]
    # The key of an assigned exercise is the teacher’s, and is not in the book; one that is sealed stays so on paper.
    if shown := tuple(one for one in places if one[2].card.mode == "practice" and not is_sealed(one[2])):
        yield Answered(title, shown)


def with_last(answers: Sequence[Answered], lessons: frozenset[str]) -> list[Answered]:
    """Return the answers in their order, but last those of sheets with exercises of these lessons only."""
    # Sorting is stable: the rest keeps its order, and a sheet that mixes a test with other work stays among them.
    return sorted(answers, key=lambda one: all(exercise.card.lesson in lessons for _, _, exercise in one.exercises))


def _listed(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Each page with the caption that it stands under, in the order of the contents."""
    root = env.config.root_doc
    yield root, ""
    for contents in env.get_doctree(root).findall(addnodes.toctree):
        for page in _below(env, contents["includefiles"]):
            yield page, contents.get("caption") or ""


def _below(env: BuildEnvironment, pages: Sequence[str]) -> Iterator[str]:
    for page in pages:
        yield page
        yield from _below(env, env.toctree_includes.get(page, ()))
