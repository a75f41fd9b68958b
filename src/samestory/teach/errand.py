"""What is done for some students at a time, in this process or another: grade them, and write their pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from samestory.course import load_shipped
from samestory.teach.decisions import Decision, Decisions
from samestory.teach.grade import grade
from samestory.teach.handin.merge import AttemptPolicy
from samestory.teach.handin.submissions import Submission
from samestory.teach.keys import Keys, load_keys
from samestory.teach.report.feedback import page
from samestory.teach.report.outbox import Outbox
from samestory.teach.result import StudentResult, student_result


@dataclass(frozen=True)
class GradingTask:
    """One student's files, and the name of the page that their feedback goes to."""

    page: str
    files: Sequence[Submission]


@dataclass(frozen=True)
class GradingErrand:
    """How to grade: everything that another process needs, as plain values; there the keys are loaded once.

    `now` is seconds since 1970. `here` holds what this process has already, and does not travel.
    """

    out: Path
    keys_folder: Path | None
    now: float | None
    policy: AttemptPolicy
    decisions: tuple[Decision, ...] = ()
    here: tuple[Keys, Outbox, Decisions] | None = field(default=None, compare=False)

    def __call__(self, tasks: Sequence[GradingTask]) -> list[StudentResult]:
        """Grade these students. Raises OSError where a page can't be written."""
        keys, outbox, decisions = self.here or _elsewhere(self)
        return [self._graded(one, keys, outbox, decisions) for one in tasks]

    def travelling(self) -> "GradingErrand":
        """The errand without what only this process can use."""
        return replace(self, here=None)

    def _graded(self, task: GradingTask, keys: Keys, outbox: Outbox, decisions: Decisions) -> StudentResult:
        before = len(outbox.set_aside)
        (rows,) = grade(task.files, keys, self.now, self.policy, decisions)
        outbox.write(task.page, page(rows).encode())
        told = student_result(rows, task.page)
        return replace(told, set_aside=tuple(outbox.set_aside[before:]), used=decisions.taken())


@cache
def _elsewhere(errand: GradingErrand) -> tuple[Keys, Outbox, Decisions]:
    return load_keys(load_shipped(), errand.keys_folder), Outbox(errand.out), Decisions(errand.decisions)
