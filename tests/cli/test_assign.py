"""A teacher's own exercise travels: keys to a handout, an answer in a notebook, and back to points without the key."""

import csv
import json

import pytest

from samestory.answer import MIME
from samestory.cli import FINE, MISUSED, main
from samestory.lesson import check, solution

SECRET = "Because the ministers had agreed on Geneva."
EXERCISES = f"""
schema: 1
lesson: my-own-lesson
exercises:
  - id: where-they-met
    kind: short
    title: Where did they meet?
    prompt: In which city did the two ministers meet in January 2022?
    minutes: 1
    mode: assigned
    accept: [Geneva]
    say: "{SECRET}"
    otherwise: Look at the last paragraph but one.
    hints: [It is in Switzerland., It lies on a lake.]
    solution: "{SECRET}"
"""


@pytest.fixture
def keys(tmp_path):
    """A teacher's folder with one exercise and its key."""
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / "mine.yml").write_text(EXERCISES, encoding="utf-8")
    return folder


def test_the_handout_holds_nothing_of_the_key(keys, tmp_path):
    assert main(["assign", str(keys), "--out", str(tmp_path / "handout")]) == 0
    (copy,) = (tmp_path / "handout" / "assigned").iterdir()
    text = copy.read_text(encoding="utf-8")
    assert "Where did they meet?" in text
    assert "Geneva" not in text
    assert SECRET not in text


def test_an_answer_to_a_handout_is_kept_then_graded_without_showing_the_key(keys, tmp_path, monkeypatch, capsys):
    main(["assign", str(keys), "--out", str(tmp_path / "handout")])
    monkeypatch.chdir(tmp_path / "handout")
    report = check("where-they-met", "geneva")
    assert report.verdict.state == "recorded"
    assert "Geneva" not in repr(solution("where-they-met"))

    output = {"output_type": "execute_result", "data": report._repr_mimebundle_(), "metadata": {}, "execution_count": 1}
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output], "execution_count": 1}
    book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    assert MIME in json.dumps(book)
    handed_in = tmp_path / "in"
    handed_in.mkdir()
    (handed_in / "ana.ipynb").write_text(json.dumps(book), encoding="utf-8")
    out = tmp_path / "out"
    assert main(["grade", str(handed_in), "--out", str(out), "--keys", str(keys)]) == 0
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["student"], row["points"], row["of"]) == ("ana", "1", "1")
    page = (out / "feedback" / "ana.html").read_text(encoding="utf-8")
    assert SECRET not in page


def test_a_damaged_handout_says_whom_to_ask(tmp_path, monkeypatch):
    (tmp_path / "assigned").mkdir()
    (tmp_path / "assigned" / "where-they-met.json").write_text("{", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Exception, match="ask your teacher"):
        check("where-they-met", "Geneva")


@pytest.mark.parametrize(("name", "code"), [("missing", 2), ("empty", 1)])
def test_a_folder_without_exercises_is_said(tmp_path, name, code):
    (tmp_path / "empty").mkdir()
    assert main(["assign", str(tmp_path / name), "--out", str(tmp_path / "out")]) == code


@pytest.mark.parametrize("out", ["keys", "."])
def test_nothing_is_written_into_a_folder_that_holds_the_keys(keys, tmp_path, out, capsys):
    assert main(["assign", str(keys), "--out", str(tmp_path / out)]) == 2
    assert "holds your keys" in capsys.readouterr().err
    assert not list(tmp_path.rglob("assigned"))


@pytest.fixture
def both(keys, tmp_path):
    """What `assign` and `grade` are called with, and the code that each refuses keys with."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ana.ipynb").write_text("{}", encoding="utf-8")
    out = tmp_path / "out"
    return {
        "assign": (1, ["assign", str(keys), "--out", str(out)]),
        "grade": (2, ["grade", str(tmp_path / "in"), "--keys", str(keys), "--out", str(out)]),
    }


@pytest.mark.parametrize("command", ["assign", "grade"])
@pytest.mark.parametrize("name", ["other.yml", "mine.yaml", "Other.YAML", "OTHER.YML"])
def test_two_files_with_one_id_are_refused_and_both_named(keys, both, tmp_path, capsys, command, name):
    other = EXERCISES.replace("lesson: my-own-lesson", "lesson: another").replace("[Geneva]", "[Bern]")
    (keys / name).write_text(other, encoding="utf-8")
    code, words = both[command]
    assert main(words) == code
    said = capsys.readouterr().err
    assert str(keys / "mine.yml") in said
    assert str(keys / name) in said
    assert "'where-they-met'" in said
    assert "another id" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["assign", "grade"])
def test_an_id_of_the_course_is_refused(keys, both, tmp_path, capsys, command):
    (keys / "mine.yml").write_text(EXERCISES.replace("where-they-met", "luhansk-name"), encoding="utf-8")
    code, words = both[command]
    assert main(words) == code
    said = capsys.readouterr().err
    assert str(keys / "mine.yml") in said
    assert "'luhansk-name', and so has the course, in lesson 07-odd-phrases: choose another id" in said
    assert not (tmp_path / "out").exists()


def test_two_exercises_with_one_id_in_one_file_are_refused(keys, both, capsys):
    twice = EXERCISES + EXERCISES[EXERCISES.index("  - id:") :]
    (keys / "mine.yml").write_text(twice, encoding="utf-8")
    code, words = both["assign"]
    assert main(words) == code
    assert "a second 'where-they-met'" in capsys.readouterr().err


def test_every_id_that_is_taken_is_said_at_once(keys, both, capsys):
    for name in ("b.yml", "c.yml"):
        (keys / name).write_text(EXERCISES, encoding="utf-8")
    assert main(both["assign"][1]) == 1
    assert capsys.readouterr().err.count("and so has") == 2


# Options

MANY = "schema: 1\nlesson: exam\nexercises:\n" + "".join(
    f"""
  - id: q{number}
    kind: short
    title: Question {number}
    prompt: What is {number}?
    minutes: 1
    accept: [answer {number}]
    say: "Because {number}."
    otherwise: Look again.
    hints: [A hint for {number}, Another for {number}]
    solution: "The solution of {number}."
"""
    for number in range(6)
)
ROSTER = "Name,Section\nLee Ana,A\nKim Bo,B\nMüller Cem,B\n"


@pytest.fixture
def exam(tmp_path):
    """Six exercises, and a class list of three."""
    folder = tmp_path / "exam"
    folder.mkdir()
    (folder / "exam.yml").write_text(MANY, encoding="utf-8")
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    return folder


def copies(folder):
    return {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "assigned").glob("*.json")}


def test_an_exam_can_be_without_hints_and_is_graded_as_the_same_exercise(exam, tmp_path, monkeypatch):
    assert main(["assign", str(exam), "--out", str(tmp_path / "out"), "--no-hints"]) == 0
    assert all(one["hints"] == [] for one in copies(tmp_path / "out").values())
    monkeypatch.chdir(tmp_path / "out")
    record = check("q1", "answer 1").record
    from samestory.course import load_shipped
    from samestory.teach.keys import load_keys

    assert record.spec == load_keys(load_shipped(), exam).by_id["q1"].fingerprint


def test_what_was_removed_disappears_and_what_is_not_ours_stays(exam, tmp_path, capsys):
    out = tmp_path / "out"
    main(["assign", str(exam), "--out", str(out)])
    (out / "assigned" / "mine.json").write_text('{"a": 1}')
    (exam / "exam.yml").write_text(MANY[: MANY.index("  - id: q5")], encoding="utf-8")
    assert main(["assign", str(exam), "--out", str(out)]) == 0
    assert {path.stem for path in (out / "assigned").iterdir()} == {"q0", "q1", "q2", "q3", "q4", "mine"}
    assert "Taken away, since they are not in" in capsys.readouterr().out


def test_solutions_come_by_a_second_command(exam, tmp_path):
    out = tmp_path / "out"
    main(["assign", str(exam), "--out", str(out)])
    assert not (out / "solutions.html").exists()
    assert main(["assign", str(exam), "--out", str(out), "--solutions"]) == 0
    page = (out / "solutions.html").read_text("utf-8")
    assert all(f"The solution of {number}." in page and f"answer {number}" in page for number in range(6))


def test_each_student_draws_some_and_is_graded_out_of_these(exam, tmp_path, monkeypatch):
    out = tmp_path / "out"
    drawing = ["assign", str(exam), "--out", str(out), "--pick", "2", "--roster", str(tmp_path / "class.csv")]
    assert main(drawing) == 0
    assert sorted(path.name for path in out.iterdir()) == ["Kim Bo", "Lee Ana", "Müller Cem"]
    had = {path.name: set(copies(path)) for path in out.iterdir()}
    assert all(len(names) == 2 for names in had.values())
    assert "answer" not in "".join(path.read_text("utf-8") for path in out.rglob("*") if path.is_file())
    # Drawn once: a longer list changes nobody's.
    (tmp_path / "class.csv").write_text(ROSTER + "New Dora,A\n", encoding="utf-8")
    assert main(drawing) == 0
    assert {path.name: set(copies(path)) for path in out.iterdir() if path.name in had} == had

    cells = []
    for number, name in enumerate(sorted(had["Lee Ana"])):
        answer = {"text": f"answer {name[1:]}" if number else "no"}
        record = {"schema": 1, "exercise": name, "spec": "", "answer": answer, "when": "", "hints": 0}
        cells.append({"output_type": "display_data", "data": {MIME: record}, "metadata": {}})
    other = next(f"q{number}" for number in range(6) if f"q{number}" not in had["Lee Ana"])
    for student, more in (("Ana Lee", []), ("Bo Kim", [other]), ("Zoe Stranger", [])):
        extra = [
            {"output_type": "display_data", "metadata": {}, "data": {MIME: {"exercise": one, "answer": {"text": "x"}}}}
            for one in more
        ]
        cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [*cells, *extra], "execution_count": 1}
        place = tmp_path / "in"
        place.mkdir(exist_ok=True)
        book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (place / f"{student}.ipynb").write_text(json.dumps(book))
    assert main(["grade", str(tmp_path / "in"), "--keys", str(exam), "--out", str(tmp_path / "graded")]) == 1
    with open(tmp_path / "graded" / "grades.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert (rows["Ana Lee"]["points"], rows["Ana Lee"]["of"], rows["Ana Lee"]["status"]) == ("1", "2", "graded")
    assert rows["Bo Kim"]["of"] == "2"
    assert "drawn for others" in rows["Bo Kim"]["notes"]
    assert rows["Zoe Stranger"]["of"] == "6"
    assert rows["Zoe Stranger"]["status"] == "needs a look"


@pytest.mark.parametrize("wrong", [["--pick", "2"], ["--roster", "class.csv"], ["--pick", "0"], ["--pick", "7"]])
def test_a_draw_that_cannot_be_made_changes_nothing(wrong, exam, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    more = ["--roster", "class.csv"] if wrong[0] == "--pick" and wrong[1] != "2" else []
    assert main(["assign", str(exam), "--out", str(tmp_path / "out"), *wrong, *more]) != 0
    assert not (tmp_path / "out").exists()
    assert not (exam / "drawn.json").exists()


@pytest.mark.parametrize("option", [["--no-hints"], ["--solutions"], ["--pick", "2"]])
def test_an_option_for_exercises_is_not_overlooked_where_a_case_is_handed_out(option, tmp_path, capsys):
    assert main(["new", str(tmp_path / "gate"), "--example"]) == FINE
    assert main(["assign", str(tmp_path / "gate"), "--out", str(tmp_path / "out"), *option]) == MISUSED
    assert "a case is handed out as one lesson" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
