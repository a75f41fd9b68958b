"""The table for research: every part of every answer, the same digits for the same person, and nobody's name."""

import csv
from pathlib import Path

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import main
from samestory.course import load_shipped

COURSE = load_shipped()
SHORT = next(one for one in COURSE.exercises.values() if one.card.kind == "short" and one.counts)
SORTING = next(one for one in COURSE.lesson("07-odd-phrases") if one.card.kind == "classify")


def results(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("Ana Lee", "Bo Kim"):
        answers = [
            record(SORTING.card.id, SORTING.key()["answer"], hints=2),
            record(SHORT.card.id, {"text": f"I am {name}"}),
        ]
        (folder / f"{name}.ipynb").write_bytes(notebook(answered(*answers)))
    main(["grade", str(folder), "--out", str(tmp_path / "out")])
    return tmp_path / "out"


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_nobody_is_named_and_typed_words_are_withheld(tmp_path: Path) -> None:
    out, file = results(tmp_path), tmp_path / "long.csv"
    assert main(["report", str(out), "--anonymous", str(file)]) == 0
    text = file.read_text("utf-8")
    assert "Ana" not in text
    assert "Bo Kim" not in text
    found = lines(file)
    assert len({one["person"] for one in found}) == 2
    assert {one["chosen"] for one in found if one["exercise"] == SHORT.card.id} == {"(typed)"}
    sorted_by_one = [one for one in found if one["exercise"] == SORTING.card.id][: len(SORTING.task.items)]
    assert {one["part"]: one["chosen"] for one in sorted_by_one} == dict(SORTING.places())
    assert {one["hints"] for one in sorted_by_one} == {"2"}
    assert {one["day"] for one in found} == {"2026-11-21"}
    codebook = (tmp_path / "long-codebook.md").read_text("utf-8")
    assert all(name in codebook for name in found[0])


def test_one_salt_gives_one_person_the_same_digits_and_another_salt_others(tmp_path: Path) -> None:
    out = results(tmp_path)
    people = []
    for name, salt in (("a.csv", "mine.txt"), ("b.csv", "mine.txt"), ("c.csv", "other.txt")):
        main(["report", str(out), "--anonymous", str(tmp_path / name), "--salt", str(tmp_path / salt)])
        people.append({one["person"] for one in lines(tmp_path / name)})
    assert people[0] == people[1]
    assert not people[0] & people[2]
    assert (tmp_path / "mine.txt").stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_salt_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, salt = results(tmp_path), tmp_path / "notes.txt"
    salt.write_text("my notes", "utf-8")
    assert main(["report", str(out), "--anonymous", str(tmp_path / "a.csv"), "--salt", str(salt)]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert salt.read_text("utf-8") == "my notes"


@pytest.mark.parametrize("text", ["", "\n", "00", "ab" * 31, "äö"])
def test_a_salt_that_hides_nobody_is_refused(tmp_path: Path, text: str) -> None:
    out, salt = results(tmp_path), tmp_path / "salt.txt"
    salt.write_text(text, "utf-8")
    assert main(["report", str(out), "--anonymous", str(tmp_path / "a.csv"), "--salt", str(salt)]) == 2
    assert not (tmp_path / "a.csv").exists()


def test_the_results_themselves_are_not_written_over(tmp_path: Path) -> None:
    out = results(tmp_path)
    before = (out / "results.json").read_bytes()
    assert main(["report", str(out), "--anonymous", str(out / "results.json")]) == 2
    assert (out / "results.json").read_bytes() == before
