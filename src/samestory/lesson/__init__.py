"""What the cells of a lesson call: exercises, checks, figures and tables.

from samestory.lesson import check, exercise
exercise("luhansk-name")
check("luhansk-name", "Luhansk People's Republic")
"""

from samestory.lesson.answering import check, exercise, hint, solution
from samestory.lesson.figure import figure, style
from samestory.lesson.table import table

__all__ = ["check", "exercise", "figure", "hint", "solution", "style", "table"]
