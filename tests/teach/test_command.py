"""`samestory grade` on the lessons that ship: what it writes, what it says, and how it ends."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from made_notebooks import answered, notebook, record
from zips import zipped

from samestory.cli import main
from samestory.course import load_shipped

LESSON = "07-odd-phrases"


def solved(share: float = 1.0) -> bytes:
    """A notebook with the right answer to each exercise of the lesson, or to the first of them."""
    lesson = load_shipped().lesson(LESSON)
    given = lesson[: max(1, round(len(lesson) * share))]
    return notebook(
        answered(*(record(one.card.id, one.task.right().to_json(), spec=one.fingerprint()) for one in given))
    )


def class_of(folder: Path, **notebooks: bytes) -> Path:
    folder.mkdir()
    for student, data in notebooks.items():
        (folder / f"{student}.ipynb").write_bytes(data)
    return folder


def table(out: Path) -> list[dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_a_solved_lesson_gets_all_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = class_of(tmp_path / "in", anna=solved(), ben=solved(0.5))
    assert main(["grade", str(given), "--out", str(tmp_path / "out")]) == 0
    anna, ben = table(tmp_path / "out")
    assert (anna["points"], anna["percent"], anna["status"]) == (anna["of"], "100", "graded")
    assert (anna["caught"], anna["trusted"]) == (anna["caught_of"], anna["trusted_of"])
    assert 0 < float(ben["points"]) < float(ben["of"]) == float(anna["of"])
    assert "2 files read: 2 graded." in capsys.readouterr().out
    assert {path.name for path in (tmp_path / "out" / "feedback").iterdir()} == {"anna.html", "ben.html"}


def test_something_to_look_at_ends_with_1_and_everything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = class_of(tmp_path / "in", anna=solved(), ben=b"")
    assert main(["grade", str(given), "--out", str(tmp_path / "out")]) == 1
    assert [row["status"] for row in table(tmp_path / "out")] == ["graded", "unreadable"]
    assert "ben: unreadable. The file is empty." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nowhere", "empty", "no.zip", "out is the class"])
def test_used_wrongly_it_ends_with_2_and_says_what_to_do(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.zip").write_bytes(b"")
    given = class_of(tmp_path / "out is the class", anna=solved()) if name == "out is the class" else tmp_path / name
    out = given if name == "out is the class" else tmp_path / "out"
    assert main(["grade", str(given), "--out", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_results_can_not_go_where_a_file_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = class_of(tmp_path / "in", anna=solved())
    (tmp_path / "file").write_text("")
    for out in ("file", "file/deeper"):
        assert main(["grade", str(given), "--out", str(tmp_path / out)]) == 2
    assert "name" in capsys.readouterr().err.casefold()


def test_results_inside_the_class_are_not_graded_the_next_time(tmp_path: Path) -> None:
    given = class_of(tmp_path / "in", anna=solved())
    for _ in range(2):
        assert main(["grade", str(given), "--out", str(given / "graded")]) == 0
        assert len(table(given / "graded")) == 1


ASSIGNED = """\
schema: 1
lesson: 07-odd-phrases
exercises:
  - id: set-by-me
    kind: short
    title: Which word is it?
    prompt: Write the word.
    minutes: 1
    points: 4
    accept: [sesame]
    say: The word of the tale is sesame.
    otherwise: The word of the tale is another.
    hints: [Think of a cave., Think of forty thieves.]
    solution: Sesame.
"""


def test_an_assigned_exercise_is_graded_with_the_teachers_key_which_stays_hidden(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "mine.yml").write_text(ASSIGNED, encoding="utf-8")
    right = notebook(answered(record("set-by-me", {"text": "Sesame"})))
    wrong = notebook(answered(record("set-by-me", {"text": "parsley"})))
    given = class_of(tmp_path / "in", anna=right, ben=wrong)
    out = tmp_path / "out"
    assert main(["grade", str(given), "--out", str(out), "--keys", str(tmp_path / "keys")]) == 0
    assert [row["set-by-me"] for row in table(out)] == ["4", "0"]
    page = (out / "feedback" / "ben.html").read_text(encoding="utf-8")
    assert "parsley" in page
    assert "sesame" not in page.casefold()
    assert "cave" not in page
    assert main(["grade", str(given), "--out", str(tmp_path / "without")]) == 1
    assert "no key here" in table(tmp_path / "without")[0]["notes"]


def test_keys_that_are_not_there_or_unsound_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = class_of(tmp_path / "in", anna=solved())
    command = ["grade", str(given), "--out", str(tmp_path / "out"), "--keys"]
    assert main([*command, str(tmp_path / "nowhere")]) == 2
    (tmp_path / "keys").mkdir()
    assert main([*command, str(tmp_path / "keys")]) == 2
    (tmp_path / "keys" / "mine.yml").write_text(ASSIGNED.replace("kind: short", "kind: long"), encoding="utf-8")
    assert main([*command, str(tmp_path / "keys")]) == 2
    assert "mine.yml:5" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_grading_needs_neither_the_widgets_nor_the_book(tmp_path: Path) -> None:
    given = class_of(tmp_path / "in", anna=solved())
    code = (
        "import sys; from samestory.cli import main\n"
        f"assert main(['grade', {str(given)!r}, '--out', {str(tmp_path / 'out')!r}]) == 0\n"
        "heavy = {'anywidget', 'ipywidgets', 'IPython', 'pandas', 'matplotlib', 'sphinx', 'tkinter'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_nothing_that_a_notebook_says_is_run(tmp_path: Path) -> None:
    trap = tmp_path / "sprung"
    evil = notebook(
        [
            *answered(record("luhansk-name")),
            {
                "cell_type": "code",
                "metadata": {},
                "outputs": [],
                "source": [f"open({str(trap)!r}, 'w')\ncheck('x', 1)"],
            },
        ]
    )
    given = class_of(tmp_path / "in", anna=evil)
    main(["grade", str(given), "--out", str(tmp_path / "out")])
    assert not trap.exists()


def test_a_download_in_a_zip_is_graded(tmp_path: Path) -> None:
    names = "Doe Jane_11_assignsubmission_file_/x.ipynb", "Roe Rick_12_assignsubmission_file_/x.ipynb"
    (tmp_path / "class.zip").write_bytes(zipped(*((name, solved()) for name in names)))
    assert main(["grade", str(tmp_path / "class.zip"), "--out", str(tmp_path / "out")]) == 0
    assert [(row["student"], row["id"]) for row in table(tmp_path / "out")] == [("Doe Jane", "11"), ("Roe Rick", "12")]
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert results["submissions"][0]["files"][0]["file"] == names[0]


def test_sections_have_their_column_and_each_student_a_page(tmp_path: Path) -> None:
    for name, data in {"A/ana": solved(), "A/bo": solved(0.5), "B/ana": solved(0.5)}.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / f"{LESSON}.ipynb").write_bytes(data)
    out = tmp_path / "out"
    assert main(["grade", str(tmp_path / "in"), "--out", str(out)]) == 0
    rows = table(out)
    assert [(row["section"], row["student"]) for row in rows] == [("A", "ana"), ("A", "bo"), ("B", "ana")]
    assert float(rows[0]["points"]) > float(rows[2]["points"])
    assert sorted(path.name for path in (out / "feedback").iterdir()) == ["ana (A).html", "ana (B).html", "bo (A).html"]
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert [one["section"] for one in results["submissions"]] == ["A", "A", "B"]


def test_a_class_of_nbgrader_is_graded_from_what_was_submitted(tmp_path: Path) -> None:
    course = tmp_path / "course"
    for place in ("submitted/ana", "autograded/ana", "source", "release"):
        (course / place / LESSON).mkdir(parents=True)
        (course / place / LESSON / f"{LESSON}.ipynb").write_bytes(solved() if "ana" in place else solved(0.1))
    (course / "submitted" / "ana" / LESSON / "timestamp.txt").write_text("2026-12-24 23:59:59.000000 UTC\n")
    assert main(["grade", str(course), "--out", str(tmp_path / "out")]) == 0
    (row,) = table(tmp_path / "out")
    assert (row["student"], row["handed_in"], row["status"]) == ("ana", "2026-12-24T23:59:59Z", "graded")
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert len(results["ignored"]) == 3


def test_what_can_be_read_in_two_ways_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ana/monday thoughts", "ana/another go"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "x.ipynb").write_bytes(solved() if "go" in name else solved(0.5))
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 1
    assert [row["status"] for row in table(tmp_path / "out")] == ["needs a look", "needs a look"]
    assert "kept apart" in capsys.readouterr().out


def test_what_my_results_saved_is_graded(tmp_path: Path) -> None:
    lesson = load_shipped().lesson(LESSON)
    answers = {
        one.card.id: {
            "record": record(one.card.id, one.task.right().to_json(), spec=one.fingerprint()),
            "checked": True,
        }
        for one in lesson
    }
    saved = {"format": "same-story-answers", "schema": 1, "saved": "2026-11-30T07:14:55.859Z", "draw": None}
    (tmp_path / "any name.json").write_text(json.dumps({**saved, "answers": answers}), encoding="utf-8")
    assert main(["grade", str(tmp_path / "any name.json"), "--out", str(tmp_path / "out")]) == 0
    (row,) = table(tmp_path / "out")
    assert (row["status"], row["points"], row["lesson"]) == ("graded", row["of"], LESSON)
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert {one["origin"] for one in results["submissions"][0]["graded"]} == {"saved"}
