"""Gradescope: the results of one submission in its format, and the zip that it runs to get them.

Source of the format: https://gradescope-autograders.readthedocs.io/en/latest/specs/ . otter-grader hands Gradescope the
same file, so a course that uses it reads ours as well.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from samestory import __version__
from samestory.exercise.verdict import not_attempted, rounded
from samestory.teach.graders.one_student import feedback_text, shown_to_student
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.feedback import lesson_title
from samestory.teach.row import Graded, Row

SETUP_SCRIPT = """\
#!/usr/bin/env bash
# Gradescope runs this once, when it builds its image.
set -euo pipefail
apt-get update && apt-get install -y python3 python3-venv
python3 -m venv /autograder/venv
shopt -s nullglob
wheels=(/autograder/source/*.whl)
if [ "${{#wheels[@]}}" -gt 0 ]; then
  /autograder/venv/bin/pip install "${{wheels[@]}}"
else
  /autograder/venv/bin/pip install 'samestory=={version}'
fi
"""
RUN_SCRIPT = """\
#!/usr/bin/env bash
# Gradescope runs this for every submission. Nothing that was handed in is run.
exec /autograder/venv/bin/samestory grade /autograder/submission --lesson {lesson}{keys} \\
  --gradescope /autograder/results/results.json
"""


def gradescope_results(rows: Sequence[Row], lesson: str, keys: Keys) -> dict[str, Any]:
    """The content of Gradescope's `results.json`: a test for each exercise of the lesson whose points count."""
    graded = {one.keyed.exercise.card.id: one for row in rows for one in row.graded}
    due = [one for one in keys.by_id.values() if one.exercise.card.lesson == lesson and one.exercise.counts]
    tests = [_test(graded.get(one.exercise.card.id) or _missing(one), at) for at, one in enumerate(due, 1)]
    mine = [row for row in rows if row.lesson == lesson]
    return {
        "score": rounded(sum(one["score"] for one in tests)),
        "output": _said(rows, mine),
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {name: list(mine[0].measured(name)) for name in ("caught", "trusted")} if mine else {},
    }


def autograder(lesson: str, keys_files: Iterable[Path] = (), wheel: Path | None = None) -> bytes:
    """The zip for Gradescope's *Upload autograder*. The keys in it stay with Gradescope; no student sees them.

    Without a `wheel` the version of this package is installed from the package index. Raises OSError.
    """
    files = sorted(keys_files)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "setup.sh", SETUP_SCRIPT.format(version=__version__).encode(), 0o755)
        told = " --keys /autograder/source/keys" if files else ""
        _put(archive, "run_autograder", RUN_SCRIPT.format(lesson=lesson, keys=told).encode(), 0o755)
        for file in files:
            _put(archive, f"keys/{file.name}", file.read_bytes(), 0o644)
        if wheel:
            _put(archive, wheel.name, wheel.read_bytes(), 0o644)
    return content.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, mode: int) -> None:
    entry = zipfile.ZipInfo(name)  # with the format's earliest time: the same input gives the same zip
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _missing(keyed: Keyed) -> Graded:
    return Graded(keyed, not_attempted(keyed.exercise.card.points), None)


def _test(one: Graded, number: int) -> dict[str, Any]:
    verdict = shown_to_student(one)
    card = one.keyed.exercise.card
    return {
        "number": str(number),
        "name": card.title,
        "score": verdict.points,
        "max_score": verdict.of,
        "status": "passed" if verdict.points == verdict.of else "failed",
        "output": feedback_text(verdict),
        "output_format": "text",
        "visibility": "visible",
        "extra_data": {"exercise": card.id, "state": verdict.state},
    }


def _said(rows: Sequence[Row], mine: Sequence[Row]) -> str:
    """What stands above the tests: the notes, or that nothing of this lesson was found."""
    notes = [note.text for row in (mine or rows) for note in row.notes]
    if mine:
        return "\n".join([lesson_title(mine[0].lesson), *notes])
    found = "No answer to an exercise of this lesson was found. Save the notebook before you hand it in."
    return "\n".join([found, *notes])
