"""The plan of the course: its lessons in order, its tests and later checks, and what is printed of its book."""

from samestory.course.own import own_course, use, using
from samestory.course.shipped import Course, case_folders, folder, load_shipped

__all__ = ["Course", "case_folders", "folder", "load_shipped", "own_course", "use", "using"]
