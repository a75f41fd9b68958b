"""A folder with a `samestory.toml` has a course of its own, which everything that runs there knows."""

import json
import shutil
from pathlib import Path

import pytest

import samestory.draft
from samestory.case import UnknownError
from samestory.cli import main
from samestory.course import load_shipped, use
from samestory.course.own import OwnCourseError
from samestory.draft.written import write_drafts
from samestory.lesson import check, clip
from samestory.widget.reader.view import reader_view

EXAMPLE = Path(samestory.draft.__file__).parent / "example"


@pytest.fixture(scope="module")
def drafted_example(tmp_path_factory) -> Path:
    """A folder that holds the example as a case of its own, with drafts."""
    home = tmp_path_factory.mktemp("own")
    shutil.copytree(EXAMPLE, home / "example", ignore=shutil.ignore_patterns("exercises"))
    write_drafts(home / "example")
    (home / "samestory.toml").write_text('cases = ["example"]\n', "utf-8")
    return home


@pytest.fixture
def home(drafted_example, monkeypatch) -> Path:
    monkeypatch.chdir(drafted_example)
    return drafted_example


def test_a_lesson_s_calls_know_the_folder_s_case(home):
    assert check("example-word", "qwertyuiop").verdict.state == "graded"
    assert "81,000" in repr(clip("morning-lantern", "about 81,000 bees"))
    assert "Morning Lantern" in str(reader_view(["morning-lantern", "radio-weald"]))


def test_it_is_known_below_the_folder_too(home, monkeypatch):
    (home / "below").mkdir(exist_ok=True)
    monkeypatch.chdir(home / "below")
    assert list(load_shipped().cases) == ["example"]


def test_an_unknown_id_names_this_course_s_ids(home):
    with pytest.raises(UnknownError, match="example-word"):
        load_shipped().exercise("exampel-word")
    with pytest.raises(UnknownError, match="morning-lantern"):
        clip("al-jazeera", "anything")


def test_check_without_a_name_checks_the_folder_s_cases(home, capsys):
    assert main(["check"]) == 0
    printed = capsys.readouterr().out
    assert "example: sound." in printed
    assert "blinken-lavrov" not in printed


def test_what_ships_can_be_there_too(home):
    use("example", shipped=True)
    try:
        assert {"example", "blinken-lavrov"} <= set(load_shipped().cases)
    finally:
        use()
    assert list(load_shipped().cases) == ["example"]


def test_without_the_file_the_course_that_ships_is_in_force(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "blinken-lavrov" in load_shipped().cases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cases = ", "can’t be read"),
        ("", 'cases = ["suez"]'),
        ('cases = "suez"', 'cases = ["suez"]'),
        ('cases = ["nowhere"]', "no case.yml"),
        ('cases = ["example"]\ncase = 1', "it may have cases, lessons, shipped"),
        ('cases = ["example"]\nshipped = "yes"', "true or false"),
    ],
)
def test_a_file_that_can_t_be_used_says_what_to_write(text, said, tmp_path, monkeypatch):
    (tmp_path / "samestory.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OwnCourseError) as error:
        load_shipped()
    assert said in str(error.value)


def test_use_of_what_is_no_case_says_so(tmp_path):
    with pytest.raises(OwnCourseError, match=r"no case\.yml"):
        use(tmp_path)


def test_a_class_is_graded_with_one_case_by_itself(home, tmp_path, capsys):
    record = {"schema": 1, "exercise": "example-word", "answer": {"text": "18,000"}, "when": "2026-05-20T10:00:00Z"}
    for name in ("Ada", "Ben"):
        (tmp_path / "in" / name).mkdir(parents=True)
        kept = {
            "format": "same-story-answers",
            "schema": 1,
            "answers": {"example-word": {"record": record, "checked": True}},
        }
        (tmp_path / "in" / name / "answers.json").write_text(json.dumps(kept), "utf-8")
    code = main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--case", "example"])
    assert code == 0, capsys.readouterr()
    results = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))
    assert "al-jazeera" not in json.dumps(results)
    assert (tmp_path / "out" / "grades.csv").read_text("utf-8-sig").count("1") >= 2
