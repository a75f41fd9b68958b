"""The directive `{answers} 01-on-the-page`: every answer of a lesson behind a fold, for the teacher's plan of it.

They are written from the exercises themselves, so they change when a key does. The fold needs no script, and prints as
it stands: open it first.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.book.tree.places import address_of
from samestory.course import load_shipped
from samestory.widget.told_answers import answers

_HERE = "notebooks/"


class AnswersDirective(SphinxDirective):
    """Puts the answers to a lesson's exercises on the page, closed until somebody opens them."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; a lesson without exercises stops the page with a message that names it."""
        lesson, course = self.arguments[0], load_shipped()
        if lesson not in course.lessons:
            raise fault(self, f"There is no lesson {lesson!r} with exercises; there are: {', '.join(course.lessons)}.")
        page = f"{_HERE}{lesson}"
        # A book of fewer pages, such as a test’s, has the answers and nothing to link to.
        known = page in self.env.found_docs
        raw = nodes.raw("", answers(course.lesson(lesson), address_of(page) if known else ""), format="html")
        self.set_source_info(raw)
        return [raw]
