"""What the cells of a lesson call: exercises, checks, clippings, figures and tables.

from samestory.lesson import check, exercise
exercise("luhansk-name")
check("luhansk-name", "Luhansk People's Republic")
"""

from samestory.course import use
from samestory.lesson.answering import check, exercise, hint, solution
from samestory.lesson.clip import clip, recorded
from samestory.lesson.deciding import desk
from samestory.lesson.drawn import drawn
from samestory.lesson.exploring import explore
from samestory.lesson.figure import figure, style
from samestory.lesson.looking import look_at
from samestory.lesson.reading import reader
from samestory.lesson.shipped import shipped
from samestory.lesson.table import table
from samestory.lesson.two_tests import two_tests

__all__ = [
    "check",
    "clip",
    "desk",
    "drawn",
    "exercise",
    "explore",
    "figure",
    "hint",
    "look_at",
    "reader",
    "recorded",
    "shipped",
    "solution",
    "style",
    "table",
    "two_tests",
    "use",
]
