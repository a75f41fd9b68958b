"""A lesson built from a case stands alone, belongs to its author, and gives a learner nothing of a key."""

import csv
import json
import re
from pathlib import Path

import pytest

from samestory.case import load_case
from samestory.cli import main
from samestory.draft.ready import write_example
from samestory.publish.lesson import assign_lesson, build_lesson
from samestory.publish.own_text import Asked, Prose, blocks
from samestory.publish.page import PageError

TOP_LEVEL = re.compile(r"^(?:async )?(?:class|const|function\*?|let) (\w+)", re.MULTILINE)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with the example as a case called hive, its lesson in `lesson`, the learners' in `for-learners`."""
    home = tmp_path_factory.mktemp("made")
    write_example(home / "hive")
    build_lesson(home / "hive", home / "lesson")
    assign_lesson(home / "hive", home / "for-learners")
    return home


@pytest.fixture
def hive(tmp_path) -> Path:
    write_example(tmp_path / "hive")
    return tmp_path / "hive"


def test_the_example_is_sound_under_any_name_and_looked_at(made, capsys):
    assert main(["check", str(made / "hive")]) == 0
    assert "draft" not in capsys.readouterr().out
    assert set(load_case(made / "hive").exercises) >= {"hive-exit", "hive-sound-or-not"}


def test_the_longest_name_is_long_enough_for_the_example(tmp_path):
    write_example(tmp_path / ("a" * 48))
    assert len(load_case(tmp_path / ("a" * 48)).exercises) == 10


def test_a_page_shows_every_exercise_and_asks_no_other_file_or_host_for_anything(made):
    page = (made / "lesson" / "lesson.html").read_text("utf-8")
    for name in load_case(made / "hive").exercises:
        assert f'<same-story-exercise id="{name}"' in page
    assert "<same-story-reader" in page
    markup = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"\bsrc=|type=\"module\"|<link(?! rel=\"icon\" href=\"data:,\")", markup)
    assert "@import" not in page
    assert "import {" not in page


def test_no_name_stands_twice_at_the_top_of_the_page_s_script(made):
    page = (made / "lesson" / "lesson.html").read_text("utf-8")
    script = page.rsplit("<script>", 1)[1]
    names = TOP_LEVEL.findall(script)
    assert len(names) > 100
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_learners_files_hold_nothing_of_the_key(made):
    case = load_case(made / "hive")
    files = [path for path in (made / "for-learners").rglob("*") if path.is_file()]
    texts = {path.name: path.read_text("utf-8") for path in files}
    assert "lesson.html" in texts
    secrets = [one.card.solution for one in case.exercises.values()]
    secrets += [one.why for one in (*case.findings.values(), *case.controls.values())]
    shown = texts["lesson.ipynb"]
    for secret in secrets:
        if secret not in shown:  # the one place that the lesson works out is no secret
            assert [name for name, text in texts.items() if secret in text] == []
    assert not {"findings", "exercises"} & {path.name for path in (made / "for-learners" / "hive").iterdir()}
    assert '"key"' not in re.sub(r"<script>.*", "", texts["lesson.html"], flags=re.DOTALL)


def test_the_learners_case_loads_and_shows_the_accounts(made):
    copy = load_case(made / "for-learners" / "hive")
    assert {one.text for one in copy.articles.values()} == {
        one.text for one in load_case(made / "hive").articles.values()
    }
    assert not copy.findings
    assert not copy.record


def test_the_notebook_calls_what_the_page_shows(made):
    book = json.loads((made / "lesson" / "lesson.ipynb").read_text("utf-8"))
    code = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert 'exercise("hive-word")' in code
    assert any(one.startswith('reader("cressing-courier"') for one in code)
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])


def test_the_sheet_has_no_answer_and_the_plan_has_them_all(made):
    case = load_case(made / "hive")
    sheet, plan = ((made / "lesson" / f"{name}.html").read_text("utf-8") for name in ("sheet", "plan"))
    for one in case.exercises.values():
        assert one.card.title in plan
    assert "Two digits have changed places" in plan
    assert "Two digits have changed places" not in sheet
    assert "<script>" not in sheet


def test_what_the_author_has_changed_is_built_and_kept(hive, tmp_path):
    build_lesson(hive, tmp_path / "out")
    text = hive / "lesson" / "lesson.md"
    text.write_text("# Mine\n\n```{exercise} hive-word\n```\n", "utf-8")
    assert build_lesson(hive, tmp_path / "out").begun == ()
    page = (tmp_path / "out" / "lesson.html").read_text("utf-8")
    assert "<h1>Mine</h1>" in page
    assert text.read_text("utf-8").startswith("# Mine")
    assert page.count("<same-story-exercise id=") == 1


def test_two_builds_of_one_case_are_the_same_to_the_byte(made, tmp_path):
    build_lesson(made / "hive", tmp_path / "again")
    for name in ("lesson.html", "lesson.ipynb", "sheet.html", "plan.html"):
        assert (tmp_path / "again" / name).read_bytes() == (made / "lesson" / name).read_bytes()


@pytest.mark.parametrize(
    ("fence", "said"),
    [
        ("{exercise} hive-wrod", "Did you mean hive-word"),
        ("{exercise}", "There is no exercise"),
        ("{quiz} hive-word", "There is no {quiz}; there are: exercise"),
        ("{reader} cressing-courier", "two or three different articles"),
        ("{reader} cressing-courier al-jazeera", "there are: cressing-courier, morning-lantern"),
        ("{lines} many", "from 1 to 30"),
    ],
)
def test_what_is_not_there_ends_the_build_with_its_line(fence, said, hive, tmp_path, capsys):
    build_lesson(hive, tmp_path / "out")
    (hive / "lesson" / "lesson.md").write_text(f"# One\n\nTwo.\n\n```{fence}\n```\n", "utf-8")
    before = (tmp_path / "out" / "lesson.html").read_bytes()
    assert main(["build", str(hive), "--out", str(tmp_path / "out")]) == 1
    error = capsys.readouterr().err
    assert "lesson.md:5 " in error
    assert said in error
    assert (tmp_path / "out" / "lesson.html").read_bytes() == before


def test_a_cell_is_run_and_one_that_fails_ends_the_build_with_its_line(hive, tmp_path):
    text = hive / "lesson" / "lesson.md"
    text.parent.mkdir()
    cell = "from samestory.lesson import clip\nprint(6 * 7)\nclip('radio-weald', 'like a wet coat')"
    text.write_text(f"```{{code-cell}} python\n{cell}\n```\n", "utf-8")
    build_lesson(hive, tmp_path / "out")
    page = (tmp_path / "out" / "lesson.html").read_text("utf-8")
    assert "<pre>42\n</pre>" in page
    assert "like a wet coat" in page
    text.write_text("One.\n\n```{code-cell}\nx = 1\nx / 0\n```\n\n```{code-cell}\nx +\n```\n", "utf-8")
    with pytest.raises(PageError) as error:
        build_lesson(hive, tmp_path / "out")
    failed, unread = str(error.value).splitlines()
    assert "lesson.md:5 the cell failed: ZeroDivisionError" in failed
    assert "lesson.md:9 the cell is no Python" in unread


def test_an_exercise_that_stands_twice_is_a_fault(hive, tmp_path):
    (hive / "lesson").mkdir()
    (hive / "lesson" / "lesson.md").write_text("```{exercise} hive-word\n```\n\n" * 2, "utf-8")
    with pytest.raises(PageError, match="stands on this page already"):
        build_lesson(hive, tmp_path / "out")


def test_answers_on_a_page_for_learners_are_a_fault(hive, tmp_path):
    (hive / "lesson").mkdir()
    (hive / "lesson" / "lesson.md").write_text("```{answers}\n```\n", "utf-8")
    with pytest.raises(PageError, match="give the key away"):
        assign_lesson(hive, tmp_path / "out")


def test_an_unsound_case_ends_the_build(hive, tmp_path, capsys):
    (hive / "articles" / "radio-weald.txt").write_text("Another text.", "utf-8")
    assert main(["build", str(hive), "--out", str(tmp_path / "out")]) == 1
    assert "case.yml:" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_markup_in_a_text_stays_text(hive, tmp_path):
    sheet = hive / "case.yml"
    typed = sheet.read_text("utf-8")
    title = "title: The swarm on the number 9 tram"
    sheet.write_text(typed.replace(title, "title: '<script>alert(1)</script> *x*'", 1), "utf-8")
    build_lesson(hive, tmp_path / "out")
    page = (tmp_path / "out" / "lesson.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "*x*" in page


@pytest.mark.parametrize("command", ["draft", "build", "assign"])
def test_a_folder_that_is_no_case_is_named(command, tmp_path, capsys):
    more = [] if command == "draft" else ["--out", str(tmp_path / "out")]
    assert main([command, str(tmp_path / "nowhere"), *more]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_the_case_itself_is_no_place_for_its_lesson(hive, capsys):
    assert main(["build", str(hive), "--out", str(hive)]) == 2
    assert main(["build", str(hive), "--out", str(hive / "out")]) == 2
    assert "name a folder for it" in capsys.readouterr().err


def test_nothing_is_handed_out_into_the_case_itself(hive, capsys):
    before = sorted(hive.rglob("*"))
    assert main(["assign", str(hive), "--out", str(hive / "exercises")]) == 2
    assert "lies in your case" in capsys.readouterr().err
    assert sorted(hive.rglob("*")) == before


def test_a_case_given_as_a_folder_of_keys_is_told_in_a_sentence(hive, tmp_path, capsys):
    assert main(["start", str(tmp_path / "nb"), "--nbgrader", "--keys", str(hive)]) == 2
    assert f"--case {hive} grades it" in capsys.readouterr().err
    assert not (tmp_path / "nb").exists()


def test_a_folder_that_holds_the_key_is_not_handed_out(hive, tmp_path, capsys):
    build_lesson(hive, tmp_path / "out")
    assert main(["assign", str(hive), "--out", str(tmp_path / "out")]) == 1
    assert "holds the key" in capsys.readouterr().err


def test_what_has_left_the_case_leaves_its_copies_too(hive, tmp_path):
    build_lesson(hive, tmp_path / "out")
    assign_lesson(hive, tmp_path / "learners")
    (hive / "exercises" / "lesson.yml").unlink()
    for name in ("lesson", "sheet"):
        (hive / "lesson" / f"{name}.md").write_text("# None\n", "utf-8")
    build_lesson(hive, tmp_path / "out")
    assign_lesson(hive, tmp_path / "learners")
    assert not list((tmp_path / "out" / "hive" / "exercises").glob("*"))
    assert not list((tmp_path / "learners" / "assigned").glob("*"))


def test_a_learner_in_the_handed_out_folder_answers_and_sees_no_verdict(made, monkeypatch):
    from samestory.lesson import check

    monkeypatch.chdir(made / "for-learners")
    assert check("hive-word", "18,000").verdict.state == "recorded"


def test_an_author_s_text_is_cut_at_its_fences():
    parts = blocks(
        "A *b*.\n\n```{reader} x y\n:without: finding\n```\n\n```python\n1\n```\n\n"
        "````{fold} More\n```{lines} 2\n```\n````\n"
    )
    assert [type(part) for part in parts] == [Prose, Asked, Prose, Asked]
    assert parts[1] == Asked("reader", "x y", {"without": "finding"}, "", 3)
    assert parts[3].body.startswith("```{lines} 2")


def test_a_class_of_five_is_graded_with_the_key_apart(made, tmp_path, capsys):
    """Each hands in what the page's own button saves, or the notebook's folder of answers."""
    given = ["18,000", "about 18,000 bees", "81,000", "many", "18000"]
    for name, text in zip(("Ada", "Ben", "Cem", "Dora", "Eva"), given, strict=True):
        folder = tmp_path / "in" / name
        folder.mkdir(parents=True)
        record = {"schema": 1, "exercise": "hive-word", "spec": None, "answer": {"text": text},
                  "when": "2026-05-20T10:00:00Z", "hints": 0}  # fmt: skip
        kept = {"format": "same-story-answers", "schema": 1, "saved": "2026-05-20T10:01:00.000Z", "draw": None,
                "answers": {"hive-word": {"record": record, "checked": True}}}  # fmt: skip
        (folder / "same-story-answers-2026-05-20.json").write_text(json.dumps(kept), "utf-8")
    code = main(["grade", str(tmp_path / "in"), "--case", str(made / "hive"), "--out", str(tmp_path / "out")])
    assert code == 0, capsys.readouterr()
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert main(["report", str(tmp_path / "out"), "--case", str(made / "hive")]) == 0
    feedback = "".join(path.read_text("utf-8") for path in (tmp_path / "out" / "feedback").glob("*.html"))
    assert "Set it right" in feedback
    assert "Two digits have changed places" not in feedback
    assert [float(rows[name]["points"]) for name in ("Ada", "Ben", "Cem", "Dora", "Eva")] == [1, 1, 0, 0, 1]
