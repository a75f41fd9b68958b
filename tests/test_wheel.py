"""The wheel, built and installed elsewhere: it holds all that it needs, and nothing that is nobody's business."""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.xdist_group("wheel")
ROOT = Path(__file__).parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command as a stranger would run it, who has neither our sources nor our environment."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=known, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from this checkout."""
    into = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", into, ROOT, cwd=into)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = into.glob("*.whl")
    return built


def needed(requirements: Iterable[str]) -> dict[str, Distribution]:
    """What these requirements ask for, and what that asks for in turn, as it is installed here."""
    found: dict[str, Distribution] = {}
    asked = [Requirement(one) for one in requirements]
    while asked:
        one = asked.pop()
        if one.name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found[one.name] = distribution(one.name)
        asked += [Requirement(text) for text in found[one.name].requires or ()]
    return found


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel and, of all that is installed here, only what the wheel asks for."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, with_pip=True)
    done = run(home / BIN / "python", "-m", "pip", "install", "--no-index", "--no-deps", wheel, cwd=home)
    assert done.returncode == 0, done.stderr
    (site,) = home.glob("lib/python*/site-packages" if os.name != "nt" else "Lib/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(name).decode().splitlines()
    asked = [line.removeprefix("Requires-Dist: ") for line in lines if line.startswith("Requires-Dist: ")]
    for one in needed(asked).values():
        for top in {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}:
            if not (site / top).exists():
                (site / top).symlink_to(one.locate_file(top))
    return home


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["seeds", "notebooks"])
def test_the_wheel_holds_the_case_and_the_lessons_to_the_byte(folder, wheel):
    tracked = run("git", "ls-files", folder, cwd=ROOT).stdout.split()
    files = tracked or [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert len(files) > 1
    with zipfile.ZipFile(wheel) as archive:
        for file in files:
            assert archive.read(f"samestory/shipped/{file}") == (ROOT / file).read_bytes()


def test_the_wheel_holds_every_file_of_the_package(names):
    package = ROOT / "src"
    files = {path.relative_to(package).as_posix() for path in (package / "samestory").rglob("*") if path.is_file()}
    kept = {name for name in files if "__pycache__" not in name}
    assert kept <= names
    endings = {Path(name).suffix for name in kept}
    assert {".py", ".json", ".mjs", ".css", ".typed"} <= endings | {Path(name).name[2:] for name in kept}
    assert "samestory/py.typed" in names


def test_the_wheel_holds_nothing_that_working_here_leaves_behind(names):
    leftovers = ("__pycache__", ".ipynb_checkpoints", "/answers/", ".jupyter_cache", ".part", "tests/", "/_build/")
    assert not [name for name in names if any(each in name for each in leftovers)]


def test_the_wheel_names_its_licences(names):
    licences = {name.split("/licenses/")[1] for name in names if ".dist-info/licenses/" in name}
    assert {"LICENSE", "LICENSE-CONTENT", "seeds/blinken-lavrov/NOTICE"} <= licences


@pytest.mark.slow
def test_what_the_wheel_asks_for_is_all_there(elsewhere):
    done = run(elsewhere / BIN / "python", "-m", "pip", "check", cwd=elsewhere)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_every_part_but_the_book_imports_with_what_the_wheel_asks_for(elsewhere):
    code = (
        "import importlib, json, pkgutil, samestory\n"
        "names = [one.name for one in pkgutil.walk_packages(samestory.__path__, 'samestory.')]\n"
        "names = [name for name in names if not name.startswith('samestory.book') and not name.endswith('__main__')]\n"
        "[importlib.import_module(name) for name in names]\n"
        "print(json.dumps([samestory.__file__, len(names)]))"
    )
    done = run(elsewhere / BIN / "python", "-c", code, cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    file, count = json.loads(done.stdout)
    assert Path(file).is_relative_to(elsewhere)
    assert count > 40


@pytest.mark.slow
def test_samestory_check_finds_what_shipped(elsewhere, tmp_path):
    done = run(elsewhere / BIN / "samestory", "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "blinken-lavrov: sound. 5 articles" in done.stdout
    assert str(elsewhere) in done.stdout


@pytest.mark.slow
def test_samestory_start_copies_the_lessons(elsewhere, wheel, tmp_path):
    done = run(elsewhere / BIN / "samestory", "start", "my lessons", "--no-open", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(wheel) as archive:
        shipped = archive.read("samestory/shipped/notebooks/07-odd-phrases.ipynb")
    assert (tmp_path / "my lessons" / "07-odd-phrases.ipynb").read_bytes() == shipped


@pytest.mark.slow
def test_a_lesson_s_calls_work(elsewhere, tmp_path):
    code = "from samestory.lesson import check; print(check('luhansk-name', 'Luhansk People’s Republic'))"
    done = run(elsewhere / BIN / "python", "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 1 points. Right.")
    assert (tmp_path / "answers" / "luhansk-name.json").is_file()


@pytest.mark.slow
def test_six_files_become_a_lesson_that_a_class_of_five_hands_in(elsewhere, tmp_path):
    """By the commands, in an empty folder, with the wheel only: files, drafts, a page, a copy without key, grades."""
    command = elsewhere / BIN / "samestory"
    (tmp_path / "inbox").mkdir()
    for name, content in six_files().items():
        (tmp_path / "inbox" / name).write_bytes(content)
    steps = [
        ("new", "bridge", "inbox"),
        ("draft", "bridge"),
        ("check", "bridge"),
        ("build", "bridge", "--out", "bridge-lesson"),
        ("assign", "bridge", "--out", "for-learners"),
    ]
    for step in steps:
        done = run(command, *step, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "bridge-lesson" / "lesson.html").read_text("utf-8")
    shown = re.findall(r'<same-story-exercise id="([a-z-]+)"', page)
    assert 5 <= len(shown) <= 8
    answers = {
        name: json.loads((tmp_path / "for-learners" / "assigned" / f"{name}.json").read_text("utf-8")) for name in shown
    }
    choice = next(name for name, view in answers.items() if view["kind"] == "choose")
    for number, option in enumerate([one["id"] for one in answers[choice]["options"]] * 2):
        folder = tmp_path / "submissions" / f"student {number}"
        folder.mkdir(parents=True)
        record = {"schema": 1, "exercise": choice, "answer": {"chosen": [option]}, "when": "2026-03-09T10:00:00Z"}
        kept = {"format": "same-story-answers", "schema": 1, "answers": {choice: {"record": record, "checked": True}}}
        (folder / "answers.json").write_text(json.dumps(kept), "utf-8")
        if number == 4:
            break
    done = run(command, "grade", "submissions", "--case", "bridge", "--out", "graded", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 files read: 5 graded." in done.stdout


def six_files() -> dict[str, bytes]:
    """Six accounts of one event as people have them: encodings, line ends, a saved page, wrapped lines."""
    first = "The Mill Bridge will be closed for {0}, the town council said on {1}. About {2} cars cross it each day."
    more = "\n\n“We have no choice: the deck is no longer safe for lorries,” said mayor Anna {0} after the meeting."
    last = (
        "\n\nA free bus will run every 20 minutes from the market square, and the repair will cost {0} million euros."
    )

    def told(time: str, day: str, cars: str, name: str, cost: str) -> str:
        return first.format(time, day, cars) + more.format(name) + last.format(cost)

    texts = [
        told("three weeks", "Monday", "4,000", "Holmberg", "1.2"),
        told("two months", "Sunday", "400", "Holmborg", "2.1"),
        told("three weeks", "Monday", "4,000", "Holmberg", "1.2"),
        told("three months", "Monday", "14,000", "Holmberg", "12"),
        told("three weeks", "Tuesday", "4,000", "Hallberg", "1.2"),
        told("five weeks", "Monday", "4,100", "Holmberg", "1.3"),
    ]
    inside = texts[3].replace("\n\n", "</p><p>")
    page = f"<!doctype html><title>Bridge</title><body><article><p>{inside}</p></article>"
    return {
        "post.txt": texts[0].encode("utf-8"),
        "mill.txt": texts[1].encode("utf-16"),
        "echo.txt": ("Echo\n\n" + texts[2]).replace("\n", "\r\n").encode("cp1252"),
        "page.html": page.encode("utf-8"),
        "letter.txt": ("\ufeff" + texts[4]).encode("utf-8"),
        "radio.txt": texts[5].encode("utf-8"),
    }
