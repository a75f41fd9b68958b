"""A course of nbgrader is known by what lies beside what was submitted, and only that is handed in."""

import pytest

from samestory.teach.handin.nbgrader import course_of, courses, student_at


def paths(*names: str) -> list[tuple[str, ...]]:
    return [tuple(name.split("/")) for name in names]


@pytest.mark.parametrize("beside", ["source/ps1/x.ipynb", "gradebook.db", "submitted/ana/ps1/timestamp.txt"])
@pytest.mark.parametrize("within", ["", "A/course/"])
def test_a_course_is_known(beside: str, within: str) -> None:
    (work, other) = paths(f"{within}submitted/ana/ps1/x.ipynb", f"{within}{beside}")
    (course,) = courses([work, other])
    assert course == work[:-4]
    assert course_of(work, {course}) == course
    assert student_at(work, course) == len(course) + 1
    assert student_at(other, course) == (len(course) + 1 if other[len(course)] == "submitted" else None)


@pytest.mark.parametrize(
    "names",
    [
        ("submitted/ana/ps1/x.ipynb",),
        ("source/ps1/x.ipynb", "ana/x.ipynb"),
        ("submitted/x.ipynb", "gradebook.db"),
        ("A/submitted/ana/ps1/x.ipynb", "B/gradebook.db"),
    ],
)
def test_other_folders_are_none(names: tuple[str, ...]) -> None:
    assert courses(paths(*names)) == set()
    assert course_of(("a", "b"), set()) is None
