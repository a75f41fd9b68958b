"""Recognise the folder of an nbgrader course: `submitted/<student>/<assignment>/`, beside folders of nbgrader's own.

Only what was submitted is handed in. `source`, `release`, `autograded`, `feedback` and the database are left aside.
"""

from collections.abc import Iterable

SUBMITTED = "submitted"
STAMP = "timestamp.txt"  # written beside what was handed in
OWN = {"source", "release", "autograded", "feedback", "gradebook.db", "nbgrader_config.py", ".nbgrader.log"}
_LEAST = 3  # parts below the course: submitted, the student, a file


def courses(paths: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The folders that are such a course: something was submitted, and something is nbgrader's own."""
    own: set[tuple[str, ...]] = set()
    submitted: set[tuple[str, ...]] = set()
    for parts in paths:
        for at, part in enumerate(parts):
            if part in OWN:
                own.add(parts[:at])
            elif part == SUBMITTED and len(parts) - at >= _LEAST:
                submitted.add(parts[:at])
                # Where only the folder of submissions was handed on, its stamps give it away.
                if parts[-1] == STAMP:
                    own.add(parts[:at])
    return own & submitted


def course_of(parts: tuple[str, ...], known: set[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The outermost course that a path lies in."""
    return next((parts[:at] for at in range(len(parts)) if parts[:at] in known), None) if known else None


def student_at(parts: tuple[str, ...], course: tuple[str, ...]) -> int | None:
    """The place of the student in a path of a course; None for what is nbgrader's own."""
    at = len(course)
    return at + 1 if parts[at] == SUBMITTED and len(parts) - at >= _LEAST else None
