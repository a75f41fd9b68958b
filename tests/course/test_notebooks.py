"""Guards over the lessons' notebooks: they agree with their text, quote what is printed, run, and can be solved."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from samestory.answer import MIME
from samestory.book.directives.pair import notebook
from samestory.course import folder, load_shipped
from samestory.exercise import Exercise
from samestory.lesson import clip, recorded
from samestory.text import fold, passage, words

# the tests, and the checks that come later, have notebooks of their own kind: tests/course/test_tests.py runs those
TESTS = {"tests", "later-checks"}
LESSONS = [path for path in sorted(folder("notebooks").glob("[0-9]*.md")) if path.stem in load_shipped().lessons]
IDS = [path.stem for path in LESSONS]
# one worker runs a lesson and looks at it
SHARED = [pytest.param(path, id=path.stem, marks=pytest.mark.xdist_group(path.stem)) for path in LESSONS]
each_lesson = pytest.mark.parametrize("lesson", SHARED)


def pair(lesson: Path) -> Any:
    return nbformat.read(lesson.with_suffix(".ipynb"), as_version=4)


def code_of(lesson: Path) -> list[str]:
    return [cell.source for cell in pair(lesson).cells if cell.cell_type == "code"]


def calls(lesson: Path, name: str) -> Iterator[ast.Call]:
    """Every call of a function in the cells of a lesson, in order."""
    for source in code_of(lesson):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def exercises(lesson: Path) -> list[Exercise]:
    return load_shipped().lesson(lesson.stem)


def sources() -> list[str]:
    """Every article, and every entry of the record."""
    cases = load_shipped().cases.values()
    texts = [article.text for case in cases for article in case.articles.values()]
    return texts + [f"{one.words or ''}\n{one.what or ''}" for case in cases for one in case.record.values()]


def test_lessons_come_in_by_the_door_only():
    """A lesson imports `samestory`, `samestory.lesson` and what everybody has, and nothing from inside the house."""
    inside = {
        (path.stem, module)
        for path in sorted(folder("notebooks").glob("[0-9]*.md"))
        for source in code_of(path)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
        if module.startswith("samestory") and module not in ("samestory", "samestory.lesson")
    }
    assert inside == set()


def test_every_lesson_with_exercises_has_a_notebook():
    assert set(load_shipped().lessons) - load_shipped().syllabus.kept_apart() == set(IDS)


@each_lesson
def test_the_notebook_is_what_its_text_gives(lesson):
    assert lesson.with_suffix(".ipynb").read_text("utf-8") == notebook(lesson)


@each_lesson
def test_the_notebook_is_sound_and_holds_no_outputs(lesson):
    read = pair(lesson)
    nbformat.validate(read)
    assert read.metadata.samestory == {"schema": 1, "lesson": lesson.stem}
    assert read.metadata.kernelspec.name == "python3"
    code = [cell for cell in read.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert len({cell.id for cell in read.cells}) == len(read.cells)


@each_lesson
def test_the_page_shows_no_code(lesson):
    cells = [cell for cell in pair(lesson).cells if cell.cell_type == "code"]
    assert all("remove-input" in cell.metadata.get("tags", []) for cell in cells)


@each_lesson
def test_the_notebook_shows_every_exercise_of_its_lesson_once_and_in_order(lesson):
    shown = [ast.literal_eval(call.args[0]) for call in calls(lesson, "exercise")]
    assert shown == [one.card.id for one in exercises(lesson)]


# What a lesson quotes is printed


@each_lesson
def test_every_excerpt_stands_in_its_article_or_in_the_record(lesson):
    clipped = [call for name in ("clip", "recorded") for call in calls(lesson, name)]
    assert len(clipped) >= 6
    for call in clipped:
        shown = {"clip": clip, "recorded": recorded}[call.func.id](*map(ast.literal_eval, call.args))
        assert shown.evidence.quote
        if len(call.args) > 1:  # shown as printed, from the first word to the last
            asked = [fold(word.text) for word in words(ast.literal_eval(call.args[1]))]
            assert [fold(word.text) for word in words(shown.evidence.quote)] == asked


@each_lesson
def test_a_lesson_excerpts_in_no_other_way(lesson):
    prose = [cell.source for cell in pair(lesson).cells if cell.cell_type == "markdown"]
    lines = [line for text in prose for line in text.split("\n") if not line.startswith("[^")]
    assert not [line for line in lines if line.startswith(">")]
    printed = [passage(text) for text in sources()]
    for quoted in re.findall("“([^”]+)”", "\n".join(lines)):
        assert len(words(quoted)) < 5 or any(text.places(quoted) for text in printed), quoted


def in_order(wanted: str, text: str, apart: int) -> bool:
    """Whether the words of `wanted` stand in `text` in this order, never more than `apart` others between two."""
    asked, there = ([fold(word.text) for word in words(one)] for one in (wanted, text))
    for start in (at for at, word in enumerate(there) if word == asked[0]):
        at = start
        for word in asked[1:]:
            ahead = there[at + 1 : at + 2 + apart]
            if word not in ahead:
                break
            at += 1 + ahead.index(word)
        else:
            return True
    return False


def dictionaries(lesson: Path, name: str) -> dict[str, dict[str, str]]:
    """The value given to a name in a cell, where it is a dictionary of texts."""
    for source in code_of(lesson):
        known: dict[str, Any] = {}
        for node in ast.parse(source).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                try:
                    known[node.targets[0].id] = eval(compile(ast.Expression(node.value), "cell", "eval"), {}, known)
                except Exception:
                    continue
        if name in known:
            return known[name]
    raise AssertionError(f"no cell gives a value to {name}")


def test_the_sentences_of_lesson_7_are_those_of_the_record_and_of_the_pages():
    case = load_shipped().cases["blinken-lavrov"]
    sentences = dictionaries(next(path for path in LESSONS if path.stem == "07-odd-phrases"), "sentences")
    assert len(sentences) == 4
    for row in sentences.values():
        for where, text in row.items():
            source = case.record["blinken-cancels"].words if where == "spoken" else case.articles[where].text
            # a page may put “, Blinken added,” between two pieces of a quotation
            assert in_order(text, source, apart=0 if where == "spoken" else 2), f"{where}: {text}"


def test_the_pieces_that_lesson_7_compares_are_printed_on_both_pages():
    case = load_shipped().cases["blinken-lavrov"]
    lesson = next(path for path in LESSONS if path.stem == "07-odd-phrases")
    nodes = (node for source in code_of(lesson) for node in ast.walk(ast.parse(source)))
    frames = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "pd.DataFrame"]
    (rows,) = [ast.literal_eval(frame.args[0]) for frame in frames if isinstance(frame.args[0], ast.List)]
    assert len(rows) == 6
    for row in rows:
        assert case.articles["al-jazeera"].passage.places(row[0]), row[0]
        assert case.articles["powerhouse-news"].passage.places(row[1]), row[1]


# The notebook runs, and can be solved


@cache
def solved(lesson: Path, where: Path) -> Any:
    """The notebook, run from top to bottom in the folder `where`, with a right answer checked after it."""
    run = pair(lesson)
    answers = {one.card.id: one.key()["answer"] for one in exercises(lesson)}
    run.cells.append(nbformat.v4.new_code_cell("from samestory.lesson import check"))
    run.cells += [nbformat.v4.new_code_cell(f"check({name!r}, {answer!r})") for name, answer in answers.items()]
    run.cells += [nbformat.v4.new_code_cell(f"exercise({name!r})") for name in answers]
    NotebookClient(run, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(where)}}).execute()
    return run


@pytest.fixture(scope="module")
def workplace(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("learner")


def outputs(run: Any, call: str) -> list[list[Any]]:
    """The outputs of every cell whose last line is this call, letter for letter."""
    cells = [cell for cell in run.cells if cell.cell_type == "code"]
    return [cell.outputs for cell in cells if cell.source.split("\n")[-1] == call]


@each_lesson
def test_the_notebook_runs_from_top_to_bottom_and_says_nothing_on_the_side(lesson, workplace):
    run = solved(lesson, workplace)
    sides = [output for cell in run.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in sides if output.output_type in ("error", "stream")]


@each_lesson
def test_every_exercise_shows_as_a_widget_with_html_beside_it(lesson, workplace):
    run = solved(lesson, workplace)
    for one in exercises(lesson):
        (cell,) = outputs(run, f'exercise("{one.card.id}")')
        shown = [output.data for output in cell]
        assert any("application/vnd.jupyter.widget-view+json" in data for data in shown)
        assert any(f'id="{one.card.id}"' in data.get("text/html", "") for data in shown)


@each_lesson
def test_the_right_answers_get_every_point_and_leave_a_record(lesson, workplace):
    run = solved(lesson, workplace)
    for one in exercises(lesson):
        ((output,),) = outputs(run, f"check({one.card.id!r}, {one.key()['answer']!r})")
        points = f"{one.card.points:g}"
        # a prediction that is checked before what it waits for keeps its verdict back
        told = f"{points} of {points} points. " if one.has_points else "In no sum. "
        said = "Your answer is kept. " if one.card.until else told
        assert output.data["text/plain"].startswith(said)
        record = output.data[MIME]
        assert (record["exercise"], record["spec"]) == (one.card.id, one.fingerprint())
        assert one.verdict(record["answer"]).points == one.card.points
        assert not {"points", "score", "verdict"} & set(record)
        kept = json.loads((workplace / "answers" / f"{one.card.id}.json").read_text("utf-8"))
        assert kept == record


@each_lesson
def test_a_cell_that_runs_again_brings_the_answer_back(lesson, workplace):
    run = solved(lesson, workplace)
    for one in exercises(lesson):
        (again,) = outputs(run, f"exercise({one.card.id!r})")
        records = [output.data[MIME] for output in again if MIME in output.data]
        assert [record["answer"] for record in records] == [one.key()["answer"]]


@each_lesson
def test_tables_and_figures_have_words_for_those_who_can_not_see_them(lesson, workplace):
    run = solved(lesson, workplace)
    shown = [output.data.get("text/html", "") for cell in run.cells for output in cell.get("outputs", [])]
    figures = [text for text in shown if 'class="ss-figure"' in text]
    tables = [text for text in shown if 'class="ss-table"' in text]
    assert len(figures) == len(list(calls(lesson, "figure"))) >= 1
    assert len(tables) == len(list(calls(lesson, "table"))) >= 1
    assert all(re.search(r'role="img" aria-label="[^"]{60,}"', text) for text in figures)
    assert all("<caption>" in text and 'scope="col"' in text and 'scope="row"' in text for text in tables)


@each_lesson
def test_where_code_is_checked_in_a_cell_check_is_at_hand(lesson: Path) -> None:
    """The exercise tells the learner to write `check(...)` in a cell of this notebook."""
    in_cells = [one.card.id for one in load_shipped().lesson(lesson.stem) if one.card.kind == "code"]
    brought = {name.name for code in code_of(lesson) for node in ast.walk(ast.parse(code))
               if isinstance(node, ast.ImportFrom) for name in node.names}  # fmt: skip
    assert not in_cells or "check" in brought
