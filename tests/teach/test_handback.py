"""Feedback goes out under the names that the site gave; the sites' own rules, written again here, find each student."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import main
from samestory.teach.site.handback import site_name

BOOK = notebook(answered(record("luhansk-name", {"text": "x"})))


def packed(tmp_path: Path, *names: str) -> zipfile.ZipFile:
    for name in names:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BOOK)
    main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert main(["handback", str(tmp_path / "out"), "--out", str(tmp_path / "back.zip")]) == 0
    return zipfile.ZipFile(tmp_path / "back.zip")


def moodles_reading(name: str) -> tuple[str, str, str]:
    """Participant, plugin and file, as Moodle cuts a name: at the first four underscores."""
    parts = name.split("_", 4)
    assert len(parts) == 5
    assert parts[1].isdigit()
    return parts[1], f"{parts[2]}_{parts[3]}", parts[4]


@pytest.mark.parametrize("end", ["/07.ipynb", "_/07.ipynb", "_07.ipynb"])
def test_moodle_finds_the_participant_in_every_form_of_its_names(tmp_path: Path, end: str) -> None:
    names = [f"Ana Lee_9001_assignsubmission_file{end}", f"Bo Kim_9002_assignsubmission_file{end}"]
    with packed(tmp_path, *names) as archive:
        found = [moodles_reading(name) for name in archive.namelist()]
        assert found == [(number, "assignsubmission_file", "feedback.html") for number in ("9001", "9002")]
        assert b"Ana Lee" in archive.read(archive.namelist()[0])


def test_canvas_finds_person_and_upload(tmp_path: Path) -> None:
    with packed(tmp_path, "leeana_LATE_101_55_07-1.ipynb", "kimbo_102_56_07.ipynb") as archive:
        numbers = [[part for part in name.split("_") if re.fullmatch(r"\d+", part)][:2] for name in archive.namelist()]
        assert sorted(numbers) == [["101", "55"], ["102", "56"]]


def test_without_a_site_a_table_says_whose_page_is_whose(tmp_path: Path) -> None:
    with packed(tmp_path, "Ana Lee.ipynb", "Bo Kim.ipynb") as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("students.csv").decode("utf-8-sig"), newline="")))
        assert {row["student"]: row["file"] for row in rows} == {
            "Ana Lee": "Ana Lee.html",
            "Bo Kim": "Bo Kim.html",
        }
        assert {*archive.namelist()} == {"Ana Lee.html", "Bo Kim.html", "students.csv"}


def test_the_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    packed(tmp_path, "Ana Lee.ipynb").close()
    first = (tmp_path / "back.zip").read_bytes()
    assert main(["handback", str(tmp_path / "out"), "--out", str(tmp_path / "back.zip")]) == 0
    assert (tmp_path / "back.zip").read_bytes() == first


def test_a_page_that_is_gone_is_named_and_no_half_zip_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed(tmp_path, "Ana Lee.ipynb").close()
    (tmp_path / "out" / "feedback" / "Ana Lee.html").unlink()
    (tmp_path / "back.zip").unlink()
    assert main(["handback", str(tmp_path / "out"), "--out", str(tmp_path / "back.zip")]) == 2
    assert "Ana Lee.html" in capsys.readouterr().err
    assert not (tmp_path / "back.zip").exists()


def test_other_names_are_nobodys() -> None:
    assert [site_name(name) for name in ("ana/07.ipynb", "a_b_c.ipynb", "", "a_1.ipynb")] == ["", "", "", ""]
