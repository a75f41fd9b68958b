"""The directive `{exercise} odd-phrases`: an exercise of the shipped cases on a page that is not a notebook."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import place_of_exercise
from samestory.course import load_shipped
from samestory.errors import SameStoryError
from samestory.widget.element import element

COUNTER = "samestory_exercises"


class ExerciseDirective(SphinxDirective):
    """Puts the same element on the page that a lesson's cell puts there; the page draws and grades it by itself."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Its place, with its words for the search; an id that no case knows stops the page with a message."""
        name = self.arguments[0]
        try:
            exercise = load_shipped().exercise(name)
        except SameStoryError as error:
            raise fault(self, str(error)) from error
        # Sphinx empties this for each page that it reads, so the numbers start again with 1.
        number = self.env.temp_data.get(COUNTER, 0) + 1
        self.env.temp_data[COUNTER] = number
        place = place_of_exercise(name, number, *read_markup(element(exercise, number)))
        self.set_source_info(place)
        return [place]
