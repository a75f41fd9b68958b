"""Results that somebody has edited are read where they say the same, and refused in a sentence where they don't."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made_notebooks import answered, notebook, record

from samestory.cli import main
from samestory.course import load_shipped

TABLE = b"Name,Lesson\nAna Lee,\nBo Kim,\n"
LESSON = load_shipped().lesson("07-odd-phrases")


def graded(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    book = notebook(answered(*(record(one.card.id, one.key()["answer"]) for one in LESSON)))
    for name in ("Ana Lee", "Bo Kim"):
        (tmp_path / "in" / f"{name}.ipynb").write_bytes(book)
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) in (0, 1)
    (tmp_path / "table.csv").write_bytes(TABLE)
    return tmp_path / "out"


def commands(tmp_path: Path) -> list[list[str]]:
    out = str(tmp_path / "out")
    return [
        ["report", out, "--anonymous", str(tmp_path / "long.csv")],
        ["fill", str(tmp_path / "table.csv"), "--from", out, "--out", str(tmp_path / "filled.csv")],
        ["handback", out, "--out", str(tmp_path / "back.zip")],
    ]


def edit(out: Path, change: Callable[[dict[str, Any]], object], **how: Any) -> None:
    whole = json.loads((out / "results.json").read_text("utf-8"))
    change(whole)
    (out / "results.json").write_text(json.dumps(whole, **how), "utf-8")


def first(whole: dict[str, Any]) -> Any:
    return whole["submissions"][0]


@pytest.mark.parametrize(
    "how",
    [{}, {"indent": 2}, {"separators": (",", ":")}, {"sort_keys": True}],
    ids=["line", "indent", "close", "sorted"],
)
def test_another_layout_says_the_same(tmp_path: Path, how: dict[str, Any]) -> None:
    edit(graded(tmp_path), lambda whole: whole, **how)
    assert [main(command) for command in commands(tmp_path)] == [0, 0, 0]


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-1", '"many"', "null", "[]"])
def test_points_that_are_no_number_are_refused_and_never_written_into_a_table(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    value = json.loads(name)
    edit(graded(tmp_path), lambda whole: first(whole).update(points=value), indent=1)
    _, fill, _ = commands(tmp_path)
    assert main(fill) == 2
    assert "results.json" in capsys.readouterr().err
    assert not (tmp_path / "filled.csv").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: first(whole).pop("graded"),
        lambda whole: first(whole).update(graded=3),
        lambda whole: first(whole)["graded"][0].update(record={"when": 5}),
        lambda whole: first(whole)["graded"][0].update(points=float("nan")),
        lambda whole: first(whole)["graded"][0].update(parts=[None]),
        lambda whole: whole["submissions"].insert(0, 7),
        lambda whole: whole.update(schema=99),
        lambda whole: whole.update(made_by="somebody"),
    ],
)
@pytest.mark.parametrize("how", [{}, {"indent": 1}])
def test_what_grading_did_not_write_is_refused_by_the_class_page(
    tmp_path: Path, change: Any, how: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    edit(graded(tmp_path), change, **how)
    assert main(commands(tmp_path)[0]) == 2
    assert "results.json" in capsys.readouterr().err


def test_a_line_edited_in_place_is_refused_too(tmp_path: Path) -> None:
    results = graded(tmp_path) / "results.json"
    results.write_text(results.read_text("utf-8").replace('"graded": [', '"grded": ['), "utf-8")
    assert main(commands(tmp_path)[0]) == 2
    results.write_text(results.read_text("utf-8").replace('"schema": 1', '"schema": 9', 1), "utf-8")
    assert [main(command) for command in commands(tmp_path)] == [2, 2, 2]


@pytest.mark.parametrize("page", ["../table.csv", "results.json", "feedback/../results.json", "/etc/hostname", 7])
def test_no_other_file_is_handed_back(tmp_path: Path, page: object) -> None:
    edit(graded(tmp_path), lambda whole: first(whole).update(feedback=page), indent=1)
    assert main(commands(tmp_path)[2]) == 2
    assert not (tmp_path / "back.zip").exists()


def test_an_empty_notebook_beside_a_lesson_asks_for_no_name_of_a_lesson(tmp_path: Path) -> None:
    graded(tmp_path)
    (tmp_path / "in" / "Zoe Zed.ipynb").write_bytes(notebook([]))
    main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert main(commands(tmp_path)[1]) == 0
