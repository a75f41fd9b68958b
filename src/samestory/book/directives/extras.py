"""The directive `{extras}`: the exercises that may be left out, because they count in no sum, with links to them."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.tree.places import address_of
from samestory.course import load_shipped
from samestory.exercise import Exercise

LESSONS = "notebooks/"


class ExtrasDirective(SphinxDirective):
    """Puts a list of the extra exercises of all cases on the page, in the order of the lessons."""

    def run(self) -> list[nodes.Node]:
        """A list; a sentence instead, as long as there is none."""
        course = load_shipped()
        extra = [one for lesson in course.lessons for one in course.lesson(lesson) if one.card.extra]
        if not extra:
            return [nodes.paragraph("", "So far there is none.")]
        return [nodes.bullet_list("", *(self.entry(one) for one in extra))]

    def entry(self, exercise: Exercise) -> nodes.list_item:
        """One exercise: its lesson's number, its title with a link where that lesson is in the book, its minutes."""
        card = exercise.card
        plan = load_shipped().syllabus
        page, number = f"{LESSONS}{plan.pages(card.lesson)[0]}", plan.number(card.lesson)
        title = nodes.Text(card.title)
        said = nodes.paragraph("", f"Lesson {number}: " if number else "")
        if page in self.env.found_docs:
            said += nodes.reference("", "", title, refuri=f"{address_of(page)}#{card.id}", internal=True)
        else:
            said += title
        said += nodes.Text(f" ({card.minutes:g} min)")
        return nodes.list_item("", said)
