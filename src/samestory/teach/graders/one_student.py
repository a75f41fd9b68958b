"""Grade a folder that is one student's, whatever its files are called: other graders give us one at a time."""

import time
from pathlib import Path

from samestory.exercise import Verdict
from samestory.teach.grade import grade_student
from samestory.teach.handin.found_file import in_folder
from samestory.teach.handin.names import beside_the_point
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keys
from samestory.teach.row import Graded, Row


def rows_of_one(place: Path, student: str, keys: Keys) -> list[Row]:
    """The rows of everything below a folder; none if it holds nothing."""
    mine = [
        Submission(student, "", "/".join(item.parts), item.read, item.problem, modified=item.modified)
        for item in sorted(in_folder(place, None), key=lambda item: item.parts)
        if not beside_the_point(item.parts)
    ]
    return grade_student(mine, keys, time.time()) if mine else []


def shown_to_student(one: Graded) -> Verdict:
    """The verdict as far as its student may see it: of an assigned exercise nothing of the key."""
    return one.verdict.without_key() if one.keyed.assigned else one.verdict


def feedback_text(verdict: Verdict) -> str:
    """A verdict as plain lines: the headline, then each part and what there is to say about it."""
    lines = [verdict.headline, *(f"\n{part.heading}\n    {part.said}".rstrip() for part in verdict.parts)]
    return "\n".join(lines)
