"""The texts of a lesson as its page carries them, once each: what its exercises, readers and clippings quote.

The page's script draws them in a drawer beside the questions. They are the pages as they were copied, furniture
included; words that a case keeps for its tests are left out, as they are in a reader.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from samestory.book.tree.markup import Tag
from samestory.book.tree.places import ExercisePlace, ReaderPlace, exercise_of
from samestory.case.model import Case
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.widget.element import data_inside
from samestory.widget.reader.text import Marked
from samestory.widget.reader.view import is_fiction, reader_text

TEXTS = "sb-texts"  # the class by which a page asks for what draws them
OF_VIEW = ("id", "outlet", "dated", "words", "lang", "dir")  # of a reader’s view of a text


class CarryTexts(SphinxPostTransform):
    """Puts the texts of a lesson at the end of its page; paper has no drawer, and a test is done without them."""

    default_priority = 9  # after the stations, whose minutes count what is read on the way
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Look whether the page is a lesson of the plan, and no test."""
        if self.app.builder.name != "html":
            return
        plan = load_shipped().syllabus
        pages = {one.page for one in plan.lessons} - set(plan.test_pages())
        if self.env.docname in {f"notebooks/{one}" for one in pages}:
            self.document.extend(carried(self.document))


def carried(page: nodes.Element) -> list[nodes.raw]:
    """Return the data of all texts that a page quotes, as one node; nothing for a page that quotes none."""
    texts = [text_data(case, name) for case, name in _known(articles_quoted(page))]
    return [nodes.raw("", data_inside(texts), format="html", classes=[TEXTS])] if texts else []


def articles_quoted(page: nodes.Element) -> list[str]:
    """Return the ids of the articles that a page quotes, each once: first what it puts side by side, then by how often.

    Of two that are quoted equally often, the one that comes first on the page comes first.
    """
    compared = [name for place in page.findall(ReaderPlace) for name in _named_by(place)]
    often = Counter(name for node in page.findall(nodes.Element) for name in _named_by(node))
    return list(dict.fromkeys([*compared, *(name for name, _ in often.most_common())]))


def _named_by(node: nodes.Element) -> Iterator[str]:
    if isinstance(node, ExercisePlace):
        yield from articles_of(exercise_of(node))
    elif isinstance(node, ReaderPlace):
        yield from (text["id"] for text in node["view"]["texts"])
    elif isinstance(node, Tag) and (name := node["given"].get("data-article")):
        yield name


def articles_of(exercise: Exercise) -> Iterator[str]:
    """Yield the articles that an exercise shows a passage or evidence of, before or after it is checked."""
    passage = getattr(getattr(exercise.task, "shown", None), "passage", None)
    for case in load_shipped().cases.values():
        yield from (one.id for one in case.articles.values() if passage and one.text == passage.text)
    evidence = (*exercise.card.show, *(one for part in exercise.solution().parts for one in part.evidence))
    yield from (one.article for one in evidence if one.article)


def _known(names: Iterable[str]) -> Iterator[tuple[Case, str]]:
    """Yield articles with their cases; those of a case for tests alone stand on no page."""
    for name in names:
        for case in load_shipped().cases.values():
            if name in case.articles and not case.tests_only:
                yield case, name
                break


def text_data(case: Case, name: str) -> dict[str, Any]:
    """Return a text as the drawer takes it: whose it is, and its paragraphs as `[kind, words]`.

    A kind is `title`, `heading` or `text`.
    """
    text = reader_text(case, name, None, None)
    view = Marked(text).view()
    lines = [[one["kind"], "".join(segment[1] for segment in one["segments"])] for one in view["paragraphs"]]
    told: dict[str, Any] = {key: view[key] for key in OF_VIEW if key in view}
    return {**told, "fiction": is_fiction([text], case), "paragraphs": lines}
