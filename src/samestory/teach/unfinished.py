"""Results as they come, in a file of their own until all are there: whoever is stopped goes on where they were.

The first line says what was graded and how; each other one begins with a sum of a student's files and holds the result.
A line that broke off is not read, and its student is graded again.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import IO

from samestory import __version__
from samestory.teach.errand import GradingErrand, GradingTask
from samestory.teach.keys import Keys
from samestory.teach.result import StudentResult

UNFINISHED = ".unfinished-grading"  # hidden: it is nobody's result
_SUM = 64  # characters of a sum, before a blank
_SCHEMA = 1


class UnfinishedResults:
    """The results of a run so far, in the folder of the results. Raises OSError where it can't be written.

    What an earlier run left there is taken on if it graded the same, in the same way; `now` is then that run's.
    """

    def __init__(self, errand: GradingErrand, keys: Keys, about: str = "") -> None:
        self._path = errand.out / UNFINISHED
        self._known: dict[str, int] = {}
        how = _sum_of([__version__, about, _keys_sum(keys), repr(errand.policy), repr(errand.decisions)])
        self._file = self._path.open("a+b")
        self.now = self._taken_on(how, errand.now)

    def find(self, task: GradingTask) -> StudentResult | None:
        """The result of these files, if it is there already and can be read."""
        place = self._known.get(_task_sum(task))
        try:
            return None if place is None else self._at(place)
        except (ValueError, KeyError, TypeError):  # a disk's fault: it is graded again
            return None

    def add(self, task: GradingTask, result: StudentResult) -> None:
        """Keep a result; once this returns, it outlives the process."""
        self._known[_task_sum(task)] = self._file.seek(0, 2)
        self._file.write(f"{_task_sum(task)} {result.to_json()}\n".encode())
        self._file.flush()

    def close(self, done: bool) -> None:
        """Let go of the file, and take it away if its results are `done`, in files of their own."""
        self._file.close()
        if done:
            self._path.unlink(missing_ok=True)

    def _at(self, place: int) -> StudentResult:
        self._file.seek(place + _SUM + 1)
        return StudentResult.from_json(self._file.readline().decode())

    def _taken_on(self, how: str, now: float | None) -> float | None:
        """Read what is there; begin anew if it is not of this run."""
        self._file.seek(0)
        try:
            head = json.loads(self._file.readline())
            if head["how"] == how:
                self._known = dict(_whole_lines(self._file))
                return float(head["now"]) if head["now"] is not None else None
        except (ValueError, KeyError, TypeError):
            pass
        self._file.truncate(0)
        self._file.write(json.dumps({"schema": _SCHEMA, "how": how, "now": now}).encode() + b"\n")
        self._file.flush()
        return now


def _whole_lines(file: IO[bytes]) -> Iterator[tuple[str, int]]:
    """The sum and the place of each line that is whole; what broke off at the end is cut away."""
    place = file.tell()
    while line := file.readline():
        if not line.endswith(b"}\n") or line[_SUM : _SUM + 1] != b" ":
            file.truncate(place)
            return
        yield line[:_SUM].decode("ascii", "replace"), place
        place += len(line)


def _task_sum(task: GradingTask) -> str:
    files = [(one.file, one.modified, one.problem, one.late, [note.text for note in one.notes]) for one in task.files]
    who = task.files[0]
    return _sum_of([task.page, who.student, who.id, who.section, files])


def _keys_sum(keys: Keys) -> str:
    versions: list[object] = [[name, one.fingerprint, one.key_version] for name, one in keys.by_id.items()]
    return _sum_of([*versions, keys.draw.to_json()])


def _sum_of(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()
