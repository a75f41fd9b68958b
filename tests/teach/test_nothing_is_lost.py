"""No submission is ever lost: a whole class of accidents, graded at once, each a row that says what was found."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from made_notebooks import MIME, answered, code, colab, notebook, output, prose, record, vs_code
from small_course import RIGHT, keys
from zips import zipped

from samestory.teach.desk import grade_all
from samestory.teach.handin.submissions import find_submissions
from samestory.teach.report.outbox import Outbox

CELLS = answered(*(record(name, answer) for name, answer in RIGHT.items()))
ALL = notebook(CELLS)
OLDER = notebook(answered(record("greeting", {"text": "no"}, "2026-01-01")))
BOMB = zipped(("x.ipynb", b" " * 300 * 1024 * 1024))
PICTURE = {"output_type": "display_data", "data": {"image/png": "iVBOR" * 20_000_000}, "metadata": {}}


def emptied() -> bytes:
    return notebook([{**CELLS[0], "source": []}, *CELLS[1:]])


def without_metadata() -> bytes:
    return json.dumps({"cells": [{"cell_type": "code", "outputs": one["outputs"]} for one in CELLS]}).encode()


def old_schema() -> bytes:
    return ALL.replace(b'"schema": 1', b'"schema": 0')


def wrong_type() -> bytes:
    return notebook([*CELLS[1:], *answered(record("greeting", ["hello", 7]))])


def hostile_size() -> bytes:
    return notebook([*CELLS[1:], *answered(record("greeting", {"text": "x" * 10_000_000}))])


def deep() -> bytes:
    return notebook([*CELLS[1:], *answered(record("greeting"))]).replace(b'"hello"', b"[" * 100_000)


# accident: (the files, by path; the rows, as status, points and words of the notes)
ACCIDENTS: dict[str, tuple[Callable[[], dict[str, bytes]], list[tuple[str, str, str]]]] = {
    "nothing happened": (lambda: {"anna.ipynb": ALL}, [("graded", "6", "")]),
    "a duplicated cell": (
        lambda: {"anna.ipynb": notebook([*CELLS, CELLS[0]])},
        [("graded", "6", "Answered more than once, in anna.ipynb (2 times)")],
    ),
    "a moved cell": (lambda: {"anna.ipynb": notebook(CELLS[::-1])}, [("graded", "6", "")]),
    "a deleted cell": (lambda: {"anna.ipynb": notebook(CELLS[1:])}, [("graded", "4", "")]),
    "an emptied cell": (lambda: {"anna.ipynb": emptied()}, [("graded", "6", "")]),
    "a cleared output": (
        lambda: {"anna.ipynb": notebook([code('check("greeting", "hello")'), *CELLS[1:]])},
        [("graded", "6", "Read from the call in the cell")],
    ),
    "all outputs cleared": (
        lambda: {"anna.ipynb": notebook([code('exercise("greeting")')])},
        [("nothing answered", "0", "")],
    ),
    "lost metadata": (lambda: {"anna.ipynb": without_metadata()}, [("graded", "6", "")]),
    "a renamed file": (lambda: {"anna/Untitled 3 (copy).ipynb": ALL}, [("graded", "6", "")]),
    "a file renamed to text": (lambda: {"anna.ipynb.txt": ALL}, [("graded", "6", "")]),
    "an old schema": (lambda: {"anna.ipynb": old_schema()}, [("graded", "6", "")]),
    "outputs as Colab stores them": (lambda: {"anna.ipynb": colab(CELLS)}, [("graded", "6", "")]),
    "outputs as VS Code stores them": (lambda: {"anna.ipynb": vs_code(CELLS)}, [("graded", "6", "")]),
    "outputs as text": (
        lambda: {"anna.ipynb": notebook(answered(*(record(n, a) for n, a in RIGHT.items()), form="lines"))},
        [("graded", "6", "")],
    ),
    "two copies by one student": (
        lambda: {"anna/a.ipynb": OLDER, "anna/b.ipynb": ALL},
        [("needs a look", "6", "which came last; by it anna/b.ipynb was counted: greeting")],
    ),
    "a truncated file": (lambda: {"anna.ipynb": ALL[:-60]}, [("needs a look", "6", "damaged or cut short")]),
    "a file cut in its first half": (
        lambda: {"anna.ipynb": ALL[: ALL.index(b"reason") - 200]},
        [("needs a look", "2", "damaged or cut short")],
    ),
    "an empty file": (lambda: {"anna.ipynb": b""}, [("unreadable", "0", "The file is empty.")]),
    "an empty file beside a good one": (
        lambda: {"anna/a.ipynb": ALL, "anna/b.ipynb": b""},
        [("graded", "6", ""), ("unreadable", "0", "The file is empty.")],
    ),
    "100 MB of output": (lambda: {"anna.ipynb": notebook([code("1", PICTURE), *CELLS])}, [("graded", "6", "")]),
    "a file that is no notebook": (
        lambda: {"anna.ipynb": b"%PDF-1.7"},
        [("unreadable", "0", "This is not a notebook: it looks like a PDF.")],
    ),
    "a zip that climbs out of its folder": (
        lambda: {"anna.zip": zipped(("../../x.ipynb", ALL), ("y.ipynb", ALL))},
        [("graded", "6", ""), ("unreadable", "0", "points outside of it; it was left out")],
    ),
    "a zip that unpacks to gigabytes": (
        lambda: {"anna.zip": BOMB},
        [("unreadable", "0", "The file holds nothing but blanks. Only the first 8 MiB")],
    ),
    "an answer of the wrong type": (
        lambda: {"anna.ipynb": wrong_type()},
        [("needs a look", "4", "“greeting” can’t be graded.")],
    ),
    "an answer of hostile size": (
        lambda: {"anna.ipynb": hostile_size()},
        [("needs a look", "4", "“greeting” is larger than any answer")],
    ),
    "an answer nested without end": (lambda: {"anna.ipynb": deep()}, [("needs a look", "4", "found in pieces")]),
    "a byte order mark": (lambda: {"anna.ipynb": b"\xef\xbb\xbf" + ALL}, [("graded", "6", "")]),
    "UTF-16": (lambda: {"anna.ipynb": ALL.decode().encode("utf-16")}, [("graded", "6", "read all the same")]),
    "a cell that talks about records": (
        lambda: {"anna.ipynb": notebook([*CELLS, prose(json.dumps({MIME: record("greeting", 1)}))])},
        [("graded", "6", "")],
    ),
    "an exercise that nobody has a key to": (
        lambda: {"anna.ipynb": notebook([*CELLS, *answered(record("stranger"))])},
        [("needs a look", "6", "no key here (see --keys): stranger")],
    ),
    "a record that is none": (
        lambda: {"anna.ipynb": notebook([*CELLS, code("1", output("nonsense"))])},
        [("needs a look", "6", "left out: it is no record")],
    ),
    "a conflict of versions": (
        lambda: {"anna.ipynb": b"<<<<<<< HEAD\n" + ALL + b"=======\n" + OLDER + b">>>>>>> theirs\n"},
        [("needs a look", "6", "the newest counts: greeting")],
    ),
}


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_each_accident_is_a_row_and_the_others_are_graded(accident: str, tmp_path: Path) -> None:
    make, expected = ACCIDENTS[accident]
    for name, content in {**make(), "zoe.ipynb": ALL}.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    counts, looks = grade_all(find_submissions(tmp_path / "in"), keys(), Outbox(tmp_path / "out"), 2e9)
    rows = table(tmp_path / "out")
    for row, (status, points, words) in zip(rows, expected, strict=False):
        assert (row["student"], row["status"], row["points"]) == ("anna", status, points)
        assert words in row["notes"]
        assert bool(words) == bool(row["notes"])
    assert [(row["student"], row["points"]) for row in rows[len(expected) :]] == [("zoe", "6")]
    assert len(looks) == counts["needs a look"] + counts["unreadable"]
    assert {path.name for path in (tmp_path / "out" / "feedback").iterdir()} == {"anna.html", "zoe.html"}


def test_grading_twice_gives_the_same_bytes_and_leaves_nothing_over(tmp_path: Path) -> None:
    for at in range(12):
        (tmp_path / f"in/s{at}").mkdir(parents=True)
        (tmp_path / f"in/s{at}/x.ipynb").write_bytes(ALL if at % 3 else ALL[:900])
    written = []
    for out in ("one", "two", "two"):
        outbox = Outbox(tmp_path / out)
        grade_all(find_submissions(tmp_path / "in"), keys(), outbox, 2e9)
        assert not outbox.set_aside
        written.append({str(p.relative_to(tmp_path / out)): p.read_bytes() for p in files(tmp_path / out)})
    assert written[0] == written[1] == written[2]
    assert len(written[0]) == 14
    json.loads(written[0]["results.json"])


def test_what_a_teacher_changed_in_the_table_is_kept(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "anna.ipynb").write_bytes(ALL)
    grade_all(find_submissions(tmp_path / "in"), keys(), Outbox(tmp_path / "out"))
    (tmp_path / "out" / "grades.csv").write_text("my own notes")
    outbox = Outbox(tmp_path / "out")
    grade_all(find_submissions(tmp_path / "in"), keys(), outbox)
    assert outbox.set_aside == [str(tmp_path / "out" / "grades.kept-1.csv")]
    assert (tmp_path / "out" / "grades.kept-1.csv").read_text() == "my own notes"
    assert len(table(tmp_path / "out")) == 1


def table(out: Path) -> list[dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
