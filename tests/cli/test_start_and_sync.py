"""`samestory start` never touches a learner's work; `samestory sync` keeps notebooks and their texts alike."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samestory.cli import FINE, MISUSED, main
from samestory.cli.teaching import start
from samestory.course import folder

LESSONS = sorted(path.name for path in folder("notebooks").glob("*.ipynb"))


def test_start_copies_every_lesson_and_nothing_else(tmp_path, capsys):
    target = tmp_path / "a new folder" / "inside"
    assert main(["start", str(target), "--no-open"]) == FINE
    assert sorted(path.name for path in target.iterdir()) == LESSONS
    for name in LESSONS:
        assert (target / name).read_bytes() == (folder("notebooks") / name).read_bytes()
    assert capsys.readouterr().out == f"{target}: lessons copied: {len(LESSONS)}; kept as they were: 0.\n"


def test_start_never_writes_over_a_learner_s_work(tmp_path, capsys):
    main(["start", str(tmp_path), "--no-open"])
    work = tmp_path / LESSONS[0]
    work.write_text("my answers")
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "luhansk-name.json").write_text("{}")
    assert main(["start", str(tmp_path), "--no-open"]) == FINE
    assert work.read_text() == "my answers"
    assert (tmp_path / "answers" / "luhansk-name.json").read_text() == "{}"
    assert f"copied: 0; kept as they were: {len(LESSONS)}." in capsys.readouterr().out


def test_start_puts_back_a_lesson_that_is_gone_and_leaves_the_others(tmp_path):
    main(["start", str(tmp_path), "--no-open"])
    (tmp_path / LESSONS[0]).unlink()
    (tmp_path / "mine.ipynb").write_text("mine")
    assert main(["start", str(tmp_path), "--no-open"]) == FINE
    assert json.loads((tmp_path / LESSONS[0]).read_text("utf-8"))["nbformat"] == 4
    assert (tmp_path / "mine.ipynb").read_text() == "mine"


def test_start_takes_a_link_for_a_learner_s_work(tmp_path):
    (tmp_path / LESSONS[0]).symlink_to(tmp_path / "gone.ipynb")
    assert main(["start", str(tmp_path), "--no-open"]) == FINE
    assert (tmp_path / LESSONS[0]).is_symlink()
    assert not (tmp_path / "gone.ipynb").exists()


def test_start_leaves_no_half_a_lesson_when_the_disk_is_full(tmp_path, monkeypatch, capsys):
    def full(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    assert main(["start", str(tmp_path), "--no-open"]) == MISUSED
    assert "No space left on device" in capsys.readouterr().err
    monkeypatch.undo()
    assert main(["start", str(tmp_path), "--no-open"]) == FINE
    assert (tmp_path / LESSONS[0]).read_bytes() == (folder("notebooks") / LESSONS[0]).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == LESSONS


def test_start_on_a_file_is_a_wrong_use_and_leaves_it(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["start", str(tmp_path / "notes.txt"), "--no-open"]) == MISUSED
    assert "is a file: name a folder." in capsys.readouterr().err
    assert main(["start", str(tmp_path / "notes.txt" / "inside"), "--no-open"]) == MISUSED
    assert "Name another folder." in capsys.readouterr().err
    assert main(["start", str(tmp_path / ("x" * 300)), "--no-open"]) == MISUSED
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_start_opens_jupyterlab_on_the_folder(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(subprocess, "call", lambda command: opened.append(command) or 0)
    assert main(["start", str(tmp_path)]) == FINE
    assert opened == [[sys.executable, "-m", "jupyterlab", "--ServerApp.root_dir", str(tmp_path.resolve())]]


def test_start_without_jupyterlab_says_how_to_get_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    assert main(["start", str(tmp_path)]) == FINE
    assert "pip install 'samestory[lab]'" in capsys.readouterr().out


# sync

TEXT = """---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A lesson

```{code-cell} ipython3
:tags: [remove-input]

1 + 1
```
"""


@pytest.fixture
def lessons(tmp_path) -> Path:
    """A folder with one lesson, and a page that is none."""
    (tmp_path / "01-first.md").write_text(TEXT, "utf-8")
    (tmp_path / "notes.md").write_text("# Notes", "utf-8")
    return tmp_path


def test_sync_writes_the_notebook_of_a_lesson_and_then_has_nothing_to_do(lessons, capsys):
    assert main(["sync", str(lessons)]) == FINE
    assert capsys.readouterr().out == f"{lessons / '01-first.ipynb'} written.\n"
    read = json.loads((lessons / "01-first.ipynb").read_text("utf-8"))
    assert [cell["cell_type"] for cell in read["cells"]] == ["markdown", "code"]
    assert read["cells"][1]["outputs"] == []
    assert read["metadata"]["samestory"] == {"schema": 1, "lesson": "01-first"}
    assert main(["sync", str(lessons)]) == FINE
    assert capsys.readouterr().out == ""
    assert not (lessons / "notes.ipynb").exists()


def test_sync_check_names_a_pair_that_differs_and_changes_nothing(lessons, capsys):
    assert main(["sync", "--check", str(lessons)]) == 1
    assert "01-first.ipynb differs from" in capsys.readouterr().out
    assert not (lessons / "01-first.ipynb").exists()
    main(["sync", str(lessons)])
    assert main(["sync", "--check", str(lessons)]) == FINE
    (lessons / "01-first.md").write_text(TEXT.replace("A lesson", "Another"), "utf-8")
    before = (lessons / "01-first.ipynb").read_bytes()
    assert main(["sync", "--check", str(lessons)]) == 1
    assert (lessons / "01-first.ipynb").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"not json"])
def test_a_notebook_that_is_none_is_written_anew(content, lessons):
    (lessons / "01-first.ipynb").write_bytes(content)
    assert main(["sync", "--check", str(lessons)]) == 1
    assert main(["sync", str(lessons)]) == FINE
    assert main(["sync", "--check", str(lessons)]) == FINE


def test_line_ends_of_windows_make_no_difference(lessons):
    main(["sync", str(lessons)])
    pair = lessons / "01-first.ipynb"
    pair.write_bytes(pair.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["sync", "--check", str(lessons)]) == FINE


def test_a_cell_keeps_its_id_when_others_move(lessons):
    main(["sync", str(lessons)])
    before = [cell["id"] for cell in json.loads((lessons / "01-first.ipynb").read_text("utf-8"))["cells"]]
    (lessons / "01-first.md").write_text(TEXT + "\n```{code-cell} ipython3\n1 + 1\n```\n\nMore words.\n", "utf-8")
    main(["sync", str(lessons)])
    after = [cell["id"] for cell in json.loads((lessons / "01-first.ipynb").read_text("utf-8"))["cells"]]
    assert after[:2] == before
    assert len(set(after)) == len(after) == 4


def test_sync_without_lessons_is_a_wrong_use(tmp_path, capsys, monkeypatch):
    assert main(["sync", str(tmp_path)]) == MISUSED
    monkeypatch.chdir(tmp_path)
    assert main(["sync", "--check"]) == MISUSED
    assert "holds no lessons (NN-slug.md)" in capsys.readouterr().err


def test_sync_without_jupytext_says_how_to_get_it(lessons, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    monkeypatch.delitem(sys.modules, "samestory.book.directives.pair", raising=False)
    assert main(["sync", str(lessons)]) == MISUSED
    assert "pip install 'samestory[book]'" in capsys.readouterr().err
