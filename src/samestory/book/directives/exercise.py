"""The directive `{exercise} odd-phrases`: an exercise of the shipped cases on a page that is not a notebook."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.widget.element import element, waits_of

COUNTER = "samestory_exercises"


class ExerciseDirective(SphinxDirective):
    """Puts the same element on the page that a lesson's cell puts there; the page draws and grades it by itself."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; an id that no case knows stops the page with a message that names it."""
        name = self.arguments[0]
        try:
            exercise = load_shipped().exercise(name)
            waits = waits_of(exercise, load_shipped().exercise)
        except SameStoryError as error:
            raise fault(self, str(error)) from error
        number = self.env.temp_data.get(COUNTER, 0) + 1
        self.env.temp_data[COUNTER] = number
        raw = nodes.raw("", element(exercise, number, waits), format="html")
        self.set_source_info(raw)
        return [raw]
