"""The course as nbgrader takes it: points by exercise from the real nbgrader, and nothing of a key is released."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import output, record

from samestory.cli import FINE, MISUSED, main
from samestory.course import folder, load_shipped
from samestory.teach.graders.nbgrader_course import graded_notebook, write_course
from samestory.teach.graders.points import points
from samestory.teach.keys import load_keys

LESSON = "07-odd-phrases"
SECRET = "Because the ministers had agreed on Geneva."
OWN = f"""
schema: 1
lesson: my-own-set
exercises:
  - id: where-they-met
    kind: short
    title: Where did they meet?
    prompt: In which city did the two ministers meet?
    minutes: 1
    mode: assigned
    accept: [Geneva]
    say: "{SECRET}"
    otherwise: Look at the last paragraph but one.
    hints: [It is in Switzerland., It lies on a lake.]
    solution: "{SECRET}"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A teacher's folder with one exercise."""
    place = tmp_path / "mine"
    place.mkdir()
    (place / "mine.yml").write_text(OWN, "utf-8")
    return place


def grade_cells(path: Path) -> dict[str, float]:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    told = [cell["metadata"]["nbgrader"] for cell in cells if "nbgrader" in cell["metadata"]]
    return {one["grade_id"]: one["points"] for one in told if one["grade"]}


def test_each_exercise_that_counts_has_one_cell_with_its_points(tmp_path: Path) -> None:
    written, there = write_course(tmp_path, load_keys(load_shipped(), None))
    assert LESSON in written
    assert there == 0
    counted = {one.card.id: one.card.points for one in load_shipped().lesson(LESSON) if one.counts}
    assert grade_cells(tmp_path / "source" / LESSON / f"{LESSON}.ipynb") == counted
    assert "00-first-test" not in written  # the tests are not graded


def test_an_exercise_shown_twice_has_one_cell_and_other_cells_stay_as_they_are() -> None:
    cells = [
        {"cell_type": "code", "source": ['exercise("luhansk-name")\n', 'exercise("no-such")\n']},
        {"cell_type": "code", "source": ['exercise("luhansk-name")']},
        {"cell_type": "markdown", "source": ['exercise("odd-phrases")']},
    ]
    made = graded_notebook({"cells": cells}, load_keys(load_shipped(), None))["cells"]
    assert [one for one in made if "metadata" not in one] == cells
    assert len(made) == len(cells) + 1


def test_what_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", str(tmp_path), "--nbgrader"]) == FINE
    mine = tmp_path / "source" / LESSON / f"{LESSON}.ipynb"
    mine.write_text("changed", "utf-8")
    assert main(["start", str(tmp_path), "--nbgrader"]) == FINE
    assert mine.read_text("utf-8") == "changed"
    assert "assignments made: 0" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--keys", "mine"], ["--nbgrader", "--keys", "nowhere"]])
def test_keys_that_cannot_be_used_are_refused(wrong: list[str], tmp_path: Path) -> None:
    assert main(["start", str(tmp_path / "course"), "--no-open", *wrong]) == MISUSED
    assert not (tmp_path / "course").exists()


def test_keys_below_source_are_refused(own: Path, tmp_path: Path) -> None:
    released = tmp_path / "course" / "source" / "set"
    released.parent.mkdir(parents=True)
    own.rename(released)
    assert main(["start", str(tmp_path / "course"), "--nbgrader", "--keys", str(released)]) == MISUSED


def test_points_are_told_only_where_nbgrader_grades(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "submitted" / "ana" / LESSON
    place.mkdir(parents=True)
    (place / f"{LESSON}.ipynb").write_bytes(saved({"luhansk-name": {"text": "Luhansk People's Republic"}}))
    here = tmp_path / "autograded" / "ana" / LESSON
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert points("luhansk-name") is None
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert points("luhansk-name") == 1.0
    assert points("odd-phrases") == 0.0


def saved(answers: dict[str, Any]) -> bytes:
    """The lesson's notebook, saved with these answers in the outputs of their cells."""
    book = json.loads((folder("notebooks") / f"{LESSON}.ipynb").read_text("utf-8"))
    return with_answers(book, answers)


def with_answers(book: dict[str, Any], answers: dict[str, Any]) -> bytes:
    for cell in book["cells"]:
        for name, answer in answers.items():
            if "".join(cell["source"]).startswith(f'exercise("{name}")'):
                cell["outputs"] = [output(record(name, answer, spec=""))]
    return json.dumps(book).encode()


def nbgrader(course: Path, *command: str) -> None:
    """Run the real nbgrader, which keeps what it keeps in this folder."""
    bin_folder = Path(sys.executable).parent
    home = {name: str(course / "home") for name in ("HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    (course / "home").mkdir(exist_ok=True)
    # It calls `alembic` by its name.
    around = {**os.environ, **home, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(bin_folder / "nbgrader"), *command], cwd=course, env=around, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.slow
def test_the_real_nbgrader_gives_our_points(own: Path, tmp_path: Path) -> None:
    course = tmp_path / "course"
    assert main(["start", str(course), "--nbgrader", "--keys", str(own)]) == FINE
    counted = [one for one in load_shipped().lesson(LESSON) if one.counts]
    right = {one.card.id: one.task.right().to_json() for one in counted}
    half = {one.card.id: right[one.card.id] for one in counted[::2]}
    given = {"perfect": right, "half": half, "empty": {}}
    for assignment in (LESSON, "my-own-set"):
        nbgrader(course, "generate_assignment", assignment)
    released = [path for path in (course / "release").rglob("*") if path.is_file()]
    text = "".join(path.read_text("utf-8") for path in released if "my-own-set" in path.parts)
    assert "where-they-met" in text
    assert "Geneva" not in text
    assert not [path for path in released if path.suffix in (".yml", ".yaml")]

    for student, answers in given.items():
        hand_in(course, student, LESSON, answers)
    hand_in(course, "perfect", "my-own-set", {"where-they-met": {"text": "Geneva"}})
    hand_in(course, "half", "my-own-set", {"where-they-met": {"text": "Bern"}})
    for assignment in (LESSON, "my-own-set"):
        nbgrader(course, "autograde", assignment)
        nbgrader(course, "generate_feedback", assignment)

    every = sum(one.card.points for one in counted)
    halves = sum(one.card.points for one in counted if one.card.id in half)
    assert grades(course, LESSON) == {
        "perfect": (every, every),
        "half": (halves, every),
        "empty": (0.0, every),
    }
    assert grades(course, "my-own-set") == {"perfect": (1.0, 1.0), "half": (0.0, 1.0)}
    page = (course / "feedback" / "half" / "my-own-set" / "my-own-set.html").read_text("utf-8")
    assert "0 of 1 points" in page
    assert "Geneva" not in page


def hand_in(course: Path, student: str, assignment: str, answers: dict[str, Any]) -> None:
    """A learner's copy of what was released, with these answers saved in it."""
    place = course / "submitted" / student / assignment
    place.mkdir(parents=True)
    book = json.loads((course / "release" / assignment / f"{assignment}.ipynb").read_text("utf-8"))
    (place / f"{assignment}.ipynb").write_bytes(with_answers(book, answers))
    for copy in (course / "release" / assignment).glob("assigned/*"):
        (place / "assigned").mkdir(exist_ok=True)
        (place / "assigned" / copy.name).write_bytes(copy.read_bytes())


def grades(course: Path, assignment: str) -> dict[str, tuple[float, float]]:
    """Points and the most that was to be had, by student, as nbgrader has them in its database."""
    with sqlite3.connect(course / "gradebook.db") as base:
        rows = base.execute(
            "select s.id, coalesce(sum(coalesce(g.manual_score, g.auto_score)), 0), sum(c.max_score) "
            "from student s join submitted_assignment a on a.student_id = s.id "
            "join assignment x on x.id = a.assignment_id "
            "join submitted_notebook n on n.assignment_id = a.id join grade g on g.notebook_id = n.id "
            "join grade_cells c on c.id = g.cell_id where x.name = ? group by s.id",
            (assignment,),
        ).fetchall()
    return {student: (score, most) for student, score, most in rows}
